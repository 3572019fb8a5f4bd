// `npm run dev -- [FILE]`: builds what has changed and opens the window, without looking for missing installations.
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { root } from './lib/root.mjs'

const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root }).status ?? 1
const built = node('scripts/build.mjs')
process.exit(
  built || node('--import', './electron/browser-runtime/register.ts', 'electron/main.ts', ...process.argv.slice(2)),
)
