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
const { endToEndOutcome, unitOutcome } = await import('./lib/test-results.ts')

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
explainMissing(installPrograms(programsForTests))

/** A check that is passed or not, as one. */
const check = (name, script) => ({
  name,
  run: () => (npm(script) ? outcome({ passed: 1 }) : outcome({ failed: 1, failures: [`npm run ${script}`] })),
})

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
        () => unitOutcome(read('unit.json'), root),
        '--',
        '--reporter=default',
        '--reporter=json',
        `--outputFile=${join(results, 'unit.json')}`,
      ),
  },
  { name: '端到端测试', run: () => counted('e2e', () => endToEndOutcome(read('e2e.json'))) },
]

const rows = steps.map(({ name, run }) => {
  say(`${name}…`)
  return { name, ...run() }
})
for (const { name, passed, failed, notRun } of rows) {
  say(`${name}：通过 ${passed}，未通过 ${failed}${notRun > 0 ? `，未运行 ${notRun}（缺少所需的程序）` : ''}`)
}
// Names come last, so that the end of a log tells what to look for. .ci/run reads these lines.
for (const { name, secondTry } of rows) for (const test of secondTry) console.log(`第二次才通过：${name} ${test}`)
for (const { name, failures } of rows) for (const test of failures) console.log(`未通过：${name} ${test}`)
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
function counted(script, outcomeOf, ...args) {
  const ok = npm(script, ...args)
  try {
    const found = outcomeOf()
    if (ok || found.failed > 0) return found
    return { ...found, failed: 1, failures: [...found.failures, `npm run ${script} 以错误结束，原因见上文`] }
  } catch {
    return outcome({ failed: 1, failures: [`npm run ${script} 没有写下结果`] })
  }
}

function outcome(known) {
  return { passed: 0, failed: 0, notRun: 0, failures: [], secondTry: [], ...known }
}

function read(name) {
  return JSON.parse(readFileSync(join(results, name), 'utf8'))
}
