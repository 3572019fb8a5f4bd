import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { plainText } from '../../shared/report/plain-text.ts'
import { variedReport } from './varied-report.ts'

/** A county's thousand reports in one call of the command line, beside reading the files and one expression over each. */

const reports = 1000
const characters = 4200

const cli = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhenggao-batch-'))
try {
  const { text } = plainText(variedReport(characters).body)
  const files = Array.from({ length: reports }, (_, index) => {
    const file = join(folder, `${index}.txt`)
    // No two files share a paragraph: what is kept of one is of no use to the next.
    writeFileSync(file, text.replaceAll('片区', `${index}片区`))
    return file
  })
  const floor = timed(() => {
    for (const file of files) readFileSync(file, 'utf8').match(/\d+(?:\.\d+)?/g)
  })
  const run = timed(() => {
    const { status, stderr } = spawnSync(process.execPath, [cli, 'check', '--json', ...files], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    })
    if (status !== 0 && status !== 1) throw new Error(stderr)
  })
  console.log(
    `check of ${reports} reports of ${text.length} characters, whole process: ${(run / 1000).toFixed(1)} s (target 6, floor ${(floor / 1000).toFixed(2)}: reading and one expression)`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
