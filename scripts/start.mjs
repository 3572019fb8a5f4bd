// `npm start [-- FILE]`: installs what is missing, builds what has changed, opens the program.
// `npm start -- --fetch-electron` tries once more to fetch Electron's own program.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { root } from './lib/root.mjs'
import { setUp } from './set-up.mjs'

setUp(fileURLToPath(import.meta.url))
const { electronBinary } = await import('./lib/electron-binary.mjs')
const { explainMissing, installPrograms, programsForStart } = await import('./lib/programs.mjs')
const { say, stop } = await import('./lib/say.mjs')

const args = process.argv.slice(2).filter((word) => word !== '--fetch-electron')
const run = (program, ...words) => spawnSync(program, words, { stdio: 'inherit', cwd: root }).status ?? 1

const electron = electronBinary({ fetchAgain: process.argv.includes('--fetch-electron') })
const missing = installPrograms(programsForStart)
explainMissing(missing)
if (!electron && missing.includes('browser'))
  stop('没有可以打开窗口的浏览器内核，也没有 Electron。装好上面任何一种后重新运行 npm start。')
if (run(process.execPath, join('scripts', 'build.mjs')) !== 0) stop('窗口没有构建成功，原因见上。')

if (!hasScreen()) {
  say('没有找到显示器，改为在后台完成一份示范报告。')
  process.exit(run(process.execPath, join('scripts', 'without-screen.ts')))
}
// Chromium refuses its sandbox to root, and Electron is never started without one.
const asRoot = process.getuid?.() === 0
if (electron && !asRoot) process.exit(run(electron, '.', ...args))
say('窗口已交给本机的浏览器内核打开；关闭窗口即结束。')
process.exit(
  run(process.execPath, '--import', './electron/browser-runtime/register.ts', join('electron', 'main.ts'), ...args),
)

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}
