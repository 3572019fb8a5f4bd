// TypeScript is run as it is, which needs the Node that the project brings along (dependency `node`).
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './root.mjs'
import { stop } from './say.mjs'

const oldest = [20, 19]
const wanted = 24

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  stop(
    `这台计算机的 Node.js 是 ${process.versions.node}，政稿需要 ${oldest.join('.')} 或更新的版本。`,
    '请从 https://nodejs.org 安装，或用系统的软件包管理器安装 nodejs，然后重新运行。',
  )
}

export function ownNode() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const paths = [join('node', 'bin', name), join('.bin', name)].map((path) => join(root, 'node_modules', path))
  const found = paths.find((path) => existsSync(path))
  return found ?? stop('node_modules 里没有 Node 24。请删除 node_modules 文件夹后重新运行。')
}

/** Goes on under that Node; returns only when this is it already. */
export function continueUnderOwnNode(script) {
  const node = ownNode()
  if (node === process.execPath) return
  const { status } = spawnSync(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exit(status ?? 1)
}
