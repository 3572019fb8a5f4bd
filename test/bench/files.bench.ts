import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { writeAtomic } from '../../electron/services/atomic-write.ts'
import { Journal } from '../../electron/services/journal.ts'
import { decodeReportFile, encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import { startApp } from '../e2e/support/start-app.ts'
import { variedReport } from './varied-report.ts'

/** What start, opening, saving and the crash journal cost for a report of 50,000 characters, beside a plain write. */

const rounds = 20
const report = variedReport(50_000)
const folder = mkdtempSync(join(tmpdir(), 'zhenggao-bench-'))
try {
  const bytes = encodeReportFile(report)
  const path = join(folder, 'a.zhenggao')
  console.log(`file of ${(bytes.length / 1024).toFixed(0)} KB; ms, median and slowest of ${rounds}`)
  await row('plain write (floor)', () => writeFileSync(path, bytes))
  await row('atomic write with two fsyncs and read-back', () => writeAtomic(path, bytes))
  await row('encode', () => encodeReportFile(report))
  await row('read and check', () => decodeReportFile(readFileSync(path)))
  const journal = new Journal(join(folder, 'journal'), report.id, { name: '', path, fileHash: null }, () => new Date())
  await journal.write({ report, prior: [], ledger: emptyLedger('') })
  let edits = 0
  await row('journal after a changed paragraph', () => {
    edits++
    const body = [...report.body]
    body[10] = { type: 'paragraph', children: [{ text: `${edits}` }] }
    return journal.write({ report: { ...report, body }, prior: [], ledger: emptyLedger('') })
  })
  await journal.close()
  await window(path)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function row(name: string, work: () => unknown): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = performance.now()
    await work()
    times.push(performance.now() - before)
  }
  times.sort((a, b) => a - b)
  console.log(`${name.padEnd(44)} ${shown(times[rounds / 2])} ${shown(times.at(-1))}`)
}

function shown(milliseconds: number | undefined): string {
  return (milliseconds ?? Number.NaN).toFixed(1).padStart(8)
}

/** From the start of the program to a report that can be edited. */
async function window(path: string): Promise<void> {
  for (const [name, args] of [
    ['start to the start page (target 1500)', []],
    ['start with the report to the editor', [path]],
  ] as const) {
    const before = performance.now()
    const app = await startApp({ args })
    await app.page
      .getByRole(args.length > 0 ? 'textbox' : 'button')
      .first()
      .waitFor()
    console.log(`${name.padEnd(44)} ${shown(performance.now() - before)}`)
    await app.close()
  }
}
