// node_modules, compared with package-lock.json: nothing is asked of any network while they agree.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './root.mjs'
import { say, stop } from './say.mjs'

const lock = join(root, 'package-lock.json')
const installed = join(root, 'node_modules', '.package-lock.json')
const stamp = join(root, 'node_modules', '.zhenggao-installed')

export function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!agrees()) install()
  writeFileSync(stamp, wanted)
}

/** Everything that the lock wants for this computer is there in the wanted version. */
function agrees() {
  if (!existsSync(installed)) return false
  const want = JSON.parse(readFileSync(lock, 'utf8')).packages
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(want).every(
    ([path, { version, optional }]) => path === '' || optional || have[path]?.version === version,
  )
}

function install() {
  say('正在安装所需的软件包（首次约需一分钟，需要联网）…')
  // On Windows the Node that runs this may lie in node_modules, which `npm ci` would remove first.
  const verb = process.platform === 'win32' && process.execPath.startsWith(root) ? 'install' : 'ci'
  const { status } = runNpm([verb, '--no-audit', '--no-fund', '--loglevel=error'])
  if (status === 0) return
  stop('软件包没有装好，原因见上。请检查网络（npm 的下载源），然后重新运行同一条命令。')
}

function runNpm(args) {
  const options = { stdio: ['ignore', 2, 'inherit'], cwd: root }
  const { npm_execpath: npm } = process.env
  if (npm?.endsWith('.js')) return spawnSync(process.execPath, [npm, ...args], options)
  return spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    ...options,
    shell: process.platform === 'win32',
  })
}
