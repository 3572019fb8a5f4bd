import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { readTemplates } from '../../electron/services/templates.ts'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { headlineProposals, importEdits, planImport, readChain } from '../../shared/ledger/import-reports.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import type { GivenReport } from '../../shared/ledger/proposal.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { variedReport } from './varied-report.ts'

/** Eight reports of one place brought into an empty ledger, beside finding the numbers of their texts alone. */

const years = [2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015]
const characters = 20_000
const rounds = 7

const { indicators } = await readTemplates()
const reports = years.map(reportOf)
const sizes = reports.map(({ text }) => text.length)
console.log(
  `eight reports of ${Math.min(...sizes)}–${Math.max(...sizes)} characters; ms, median and slowest of ${rounds}`,
)

const floor = timed(() => reports.map(({ text }) => text.match(/\d+(?:\.\d+)?/g)))
const whole = timed(() => {
  const chain = readChain(reports, null, indicators)
  const ledger = emptyLedger(chain.place ?? '')
  const steps = planImport(ledger, headlineProposals(chain))
  return editLedger(ledger, importEdits(ledger, steps, indicators), { at: '2026-01-08T09:00:00', by: '' })
})
const [first] = whole.times
console.log(
  `read, compared, made a ledger     ${whole.median.toFixed(0)} / ${whole.slowest.toFixed(0)}, the first time ${(first ?? 0).toFixed(0)}   target 2000, floor ${floor.median.toFixed(1)} (one regular expression)`,
)
console.log(`${whole.result.rows.length} rows, ${whole.result.rows.flatMap(({ figures }) => figures).length} figures`)

/** Of the reports beside the project where they are there, else made ones. */
function reportOf(year: number): GivenReport {
  const file = `national_全国国务院_${year}.txt`
  const path = new URL(`../../../shared/reports/dev/${file}`, import.meta.url)
  const real = existsSync(path)
  if (!real) process.stderr.write(`${file} is not there; a made text takes its place\n`)
  const made = plainText(variedReport(characters).body).text.replaceAll('2026年', `${year}年`)
  return { file, text: real ? readFileSync(path, 'utf8') : made, year, place: null }
}

function timed<Result>(work: () => Result): { median: number; slowest: number; times: number[]; result: Result } {
  let result: Result | undefined
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    result = work()
    return performance.now() - start
  })
  const sorted = [...times].sort((a, b) => a - b)
  return { median: sorted[Math.floor(rounds / 2)] ?? 0, slowest: sorted.at(-1) ?? 0, times, result: result ?? work() }
}
