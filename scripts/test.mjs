// `npm test`: installs what is missing and runs every check. Ends in a line `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { root } from './lib/root.mjs'
import { setUp } from './set-up.mjs'

setUp(fileURLToPath(import.meta.url))
const { explainMissing, installPrograms, programsForTests } = await import('./lib/programs.mjs')
const { say } = await import('./lib/say.mjs')

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
explainMissing(installPrograms(programsForTests))

/** A check that is passed or not, as one. */
const check = (name, script) => ({ name, run: () => (npm(script) ? [1, 0, 0] : [0, 1, 0]) })

const steps = [
  check('分层', 'layers'),
  check('类型', 'types'),
  check('规范', 'lint'),
  check('格式', 'format'),
  {
    name: '单元测试',
    run: () =>
      counted(
        'unit',
        countUnit,
        '--',
        '--reporter=default',
        '--reporter=json',
        `--outputFile=${join(results, 'unit.json')}`,
      ),
  },
  { name: '端到端测试', run: () => counted('e2e', countE2e) },
]

const rows = steps.map(({ name, run }) => {
  say(`${name}…`)
  const [passed, failed, notRun] = run()
  return { name, passed, failed, notRun }
})
for (const { name, passed, failed, notRun } of rows) {
  say(`${name}：通过 ${passed}，未通过 ${failed}${notRun > 0 ? `，未运行 ${notRun}（缺少所需的程序）` : ''}`)
}
const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)

function npm(script, ...args) {
  const { npm_execpath: path } = process.env
  const words = ['run', '-s', script, ...args]
  const options = { stdio: ['ignore', 'inherit', 'inherit'], cwd: root }
  const done = path?.endsWith('.js')
    ? spawnSync(process.execPath, [path, ...words], options)
    : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' })
  return done.status === 0
}

/** A run that wrote no figures, or ended badly although no test failed, counts as one failure. */
function counted(script, count, ...args) {
  const ok = npm(script, ...args)
  try {
    const [passed, failed, notRun] = count()
    return [passed, failed === 0 && !ok ? 1 : failed, notRun]
  } catch {
    return [0, 1, 0]
  }
}

function countUnit() {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = read('unit.json')
  return [numPassedTests, numFailedTests || numFailedTestSuites, numPendingTests]
}

function countE2e() {
  const { expected, unexpected, flaky, skipped } = read('e2e.json').stats
  return [expected + flaky, unexpected, skipped]
}

function read(name) {
  return JSON.parse(readFileSync(join(results, name), 'utf8'))
}
