import process from 'node:process'
import { deflateSync, strToU8 } from 'fflate'
import { readReportBytes } from '../../electron/services/import/read-report-bytes.ts'
import { createCheckCache } from '../../shared/checks/check-cache.ts'
import { checkReport } from '../../shared/checks/check-report.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { writeReport } from '../../shared/word/write/write-report.ts'
import { checkInput } from '../support/check-data.ts'
import { readPreset } from '../support/printing-preset.ts'
import { variedReport } from './varied-report.ts'

/** What a computer reckons for a report of 50,000 characters, each figure beside the least that the job can cost. */

const characters = 50_000
const rounds = 15

const report = variedReport(characters, false)
const { text } = plainText(report.body)
console.log(
  `report of ${text.length} characters, ${report.body.length} blocks; ms, median and slowest of ${rounds} runs, and processor time, which other programs blur less`,
)

const input = checkInput(text, { year: 2026, place: report.meta.place })
const repeating = plainText(variedReport(characters).body).text

const floors = {
  pass: await time(() => text.match(/\d+(?:\.\d+)?/g)),
  deflate: await time(() => deflateSync(strToU8(text))),
}
row('full check', 60, await time(() => checkReport(input)), 'one regular expression', floors.pass)
await changedParagraph('check after a changed paragraph', text)
const { findings } = checkReport({ ...input, text: repeating })
console.log(`the same with sentences that return: ${findings.length} findings, as no report has`)
row(
  'full check',
  60,
  await time(() => checkReport({ ...input, text: repeating })),
  'one regular expression',
  floors.pass,
)
await changedParagraph('check after a changed paragraph', repeating)
const options = { clock: '2026-01-05T09:00:00Z' }
const preset = readPreset('standard')
const { bytes } = await writeReport(report, preset, options)
row('Word file out', 200, await time(() => writeReport(report, preset, options)), 'deflate', floors.deflate)
const named = { name: 'bench.docx', bytes, id: 'bench' }
row('Word file in', 150, await time(() => readReportBytes(named)), 'deflate', floors.deflate)

async function changedParagraph(name: string, whole: string): Promise<void> {
  const cache = createCheckCache()
  checkReport({ ...input, text: whole }, cache)
  const middle = whole.indexOf('\n', whole.length / 2)
  let edits = 0
  const check = (): unknown => {
    edits++
    // Every other time one character longer, so that all that stands behind has moved.
    const changed = `${whole.slice(0, middle)}全年新修水渠${edits % 2 === 0 ? '' : '约'}${edits}公里。${whole.slice(middle)}`
    return checkReport({ ...input, text: changed }, cache)
  }
  // Somebody who types has had the worker check some fifty times: what it runs is compiled by then.
  for (let warm = 0; warm < 50; warm++) check()
  row(name, 5, await time(check), 'one regular expression', floors.pass)
}

interface Timing {
  median: number
  slowest: number
  /** Median of the processor time of all threads of this program. */
  work: number
}

async function time(work: () => unknown): Promise<Timing> {
  await work()
  const times: number[] = []
  const works: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
    const { user, system } = process.cpuUsage(before)
    works.push((user + system) / 1000)
  }
  for (const series of [times, works]) series.sort((a, b) => a - b)
  const middle = Math.floor(rounds / 2)
  return {
    median: times[middle] ?? Number.NaN,
    slowest: times.at(-1) ?? Number.NaN,
    work: works[middle] ?? Number.NaN,
  }
}

function row(name: string, target: number, timing: Timing, floorName: string, floor: Timing): void {
  const figures = `${timing.median.toFixed(1)} / ${timing.slowest.toFixed(1)}, work ${timing.work.toFixed(1)}`
  console.log(
    `${name.padEnd(32)} ${figures.padEnd(30)} target ${target}, floor ${floor.median.toFixed(1)} (${floorName})`,
  )
}
