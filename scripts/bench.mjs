// `npm run bench [-- NAME…]`: prints the figures of test/bench/, one program after the other, with the computer's load.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { root } from './lib/root.mjs'
import { setUp } from './set-up.mjs'

setUp(fileURLToPath(import.meta.url))
const run = (...words) => spawnSync(process.execPath, words, { stdio: 'inherit', cwd: root }).status ?? 1
if (run(join('scripts', 'build.mjs')) !== 0) process.exit(1)

const folder = join('test', 'bench')
const wanted = process.argv.slice(2)
const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.bench.ts'))
const chosen = names.filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)))
let failed = chosen.length === 0
for (const name of chosen.sort()) {
  console.log(`\n== ${name.replace('.bench.ts', '')} (load average ${loadavg()[0].toFixed(1)})`)
  if (run(join(folder, name)) !== 0) failed = true
}
process.exit(failed ? 1 : 0)
