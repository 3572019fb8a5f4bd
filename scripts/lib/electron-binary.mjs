// Electron's own program, which its npm package fetches apart. A fetch that failed is not tried again unless asked.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './root.mjs'
import { say } from './say.mjs'

const folder = join(root, 'node_modules', 'electron')
const remembered = join(root, '.cache', 'electron-not-fetched')
/** Milliseconds: about 120 MB on a slow line. */
const patience = 10 * 60_000

/** The path of the program; undefined: it is not on this computer. */
export function electronBinary({ fetchAgain }) {
  const version = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  if (fetchAgain) rmSync(remembered, { force: true })
  const known = installedBinary()
  if (known) return known
  if (existsSync(remembered) && readFileSync(remembered, 'utf8') === version) return undefined
  say(`正在获取 Electron ${version}（约 120 MB，只尝试这一次；没有它也能运行）…`)
  const { status } = spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: patience,
    cwd: root,
  })
  const fetched = status === 0 ? installedBinary() : undefined
  if (fetched) return fetched
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(remembered, version)
  say('没有取到 Electron，改用本机的浏览器内核，功能相同。想再试一次：npm start -- --fetch-electron')
  return undefined
}

function installedBinary() {
  const name = join(folder, 'path.txt')
  if (!existsSync(name)) return undefined
  const path = join(folder, 'dist', readFileSync(name, 'utf8'))
  return existsSync(path) ? path : undefined
}
