import { performance } from 'node:perf_hooks'
import { readReportBytes } from '../../electron/services/import/read-report-bytes.ts'
import { unpack } from '../../electron/services/import/unpack.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { writeReport } from '../../shared/word/write/write-report.ts'
import { readPreset } from '../support/printing-preset.ts'
import { revisedReport } from './revised-report.ts'

/** A Word file of 50,000 characters with 500 revisions out and in again, beside unpacking it: nothing can read it before that. */

const rounds = 9
const target = 300
const report = revisedReport(50_000, 500)
const preset = readPreset('standard')
const write = async (): Promise<Uint8Array> =>
  (await writeReport(report, preset, { clock: '2026-01-05T08:00:00Z', review: true })).bytes
const bytes = await write()
console.log(
  `${new Set(revisionsIn(report.body).map(({ revision }) => revision.id)).size} revisions, ${bytes.length} bytes`,
)
const floor = await row('unpack (floor)', () => unpack(bytes, () => true))
await row('export', write, floor)
await row('import', () => readReportBytes({ name: 'a.docx', bytes, id: 'bench' }), floor)

async function row(name: string, work: () => unknown, beside?: number): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = performance.now()
    await work()
    times.push(performance.now() - before)
  }
  times.sort((a, b) => a - b)
  const middle = times[Math.floor(rounds / 2)] ?? Number.NaN
  const against = beside === undefined ? '' : ` (target ${target}, ${(middle / beside).toFixed(1)} × floor)`
  console.log(
    `${name.padEnd(20)} ${middle.toFixed(0).padStart(6)} ms, slowest ${(times.at(-1) ?? 0).toFixed(0)}${against}`,
  )
  return middle
}
