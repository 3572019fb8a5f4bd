import { performance } from 'node:perf_hooks'
import { unpack } from '../../electron/services/import/unpack.ts'
import { readReportBytes } from '../../electron/services/import/read-report-bytes.ts'
import type { Block, Report } from '../../shared/report/schema.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { writeReport } from '../../shared/word/write/write-report.ts'
import { readPreset } from '../support/printing-preset.ts'
import { variedReport } from './varied-report.ts'

/** A Word file of 50,000 characters with 500 revisions out and in again, beside unpacking it: nothing can read it before that. */

const rounds = 9
const target = 300
const report = revisedReport(500)
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

/** Every paragraph gets as many changed places as are left to it. */
function revisedReport(count: number): Report {
  const plain = variedReport(50_000)
  const lines = plain.body.filter(({ type }) => type === 'paragraph').length
  let made = 0
  let line = 0
  const body = plain.body.map((block): Block => {
    if (block.type !== 'paragraph') return block
    const share = Math.floor((++line * count) / lines) - made
    const text = block.children.map((child) => ('text' in child ? child.text : '')).join('')
    const step = Math.floor(text.length / (share + 1))
    const children = Array.from({ length: share }, (_, index) => {
      const revision = { id: `r${made + index}`, author: index % 2 ? '周书记' : '林镇长', date: '2026-01-05T08:00:00' }
      const at = index * step
      return [
        { text: text.slice(at, at + step - 2) },
        { text: text.slice(at + step - 2, at + step), ...(index % 3 ? { ins: revision } : { del: revision }) },
      ]
    }).flat()
    made += share
    return { ...block, children: [...children, { text: text.slice(share * step) }] }
  })
  return { ...plain, body }
}

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
