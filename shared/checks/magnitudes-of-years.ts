import type { Statement } from '../indicators/statement.ts'
import { fraction } from '../numbers/decimal.ts'
import {
  baseIntervalOf,
  below,
  disjoint,
  impliedGrowth,
  printedGrowth,
  sameDimension,
  scale,
  type Reading,
} from '../numbers/interval.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { earlierReports, evidenceIn, indexEarlier, isResult, mostValues } from './earlier-reports.ts'
import { entryOf } from './entry-of.ts'
import type { Evidence, Severity } from './finding.ts'
import { indexPriorValues } from './prior-values.ts'
import type { ReportView } from './rule.ts'
import { relativeYear } from './statement-year.ts'
import { evidenceOf } from './text-spans.ts'

/** A value that is far from every value of the year before: a digit lost or won, 亿 for 万. */
export interface Misplaced {
  name: string
  value: Quantity
  before: Quantity
  /** Where the value of the year before stands. */
  evidence: () => Evidence
  severity: Severity
}

/**
 * Results against those of earlier reports, targets against the results of this one. Where a report gives an indicator more
 * than once (of a part, of a town whose name is not known as one), one plausible value speaks for all.
 */
export function findMisplaced(report: ReportView): Misplaced[] {
  const valuesBefore = indexBefore(report)
  const misplaced = new Map<string, Misplaced>()
  const plausible = new Set<string>()
  for (const statement of report.statements) {
    const { indicator, place, period, year } = statement
    const found = judge(report, statement, valuesBefore(statement))
    if (!found) continue
    const words = [indicator, place, period, year].join('|')
    if (found === 'plausible') plausible.add(words)
    else if (!misplaced.has(words)) misplaced.set(words, found)
  }
  return [...misplaced].flatMap(([words, found]) => (plausible.has(words) ? [] : [found]))
}

interface Before {
  value: Quantity
  evidence: () => Evidence
}

function indexBefore(report: ReportView): (statement: Statement) => Before[] {
  const { text, year } = report
  const inEarlier = indexEarlier(earlierReports(report), isResult)
  const inThis = indexPriorValues(report, isResult)
  return (statement) => {
    const relative = relativeYear(statement, year)
    if (relative === null) return []
    if (statement.role === 'target')
      return inThis(statement, relative - 1)
        .slice(0, mostValues)
        .flatMap(({ value }) => (value ? [{ value, evidence: () => evidenceOf(text, value) }] : []))
    if (year === null) return []
    return inEarlier(statement, year + relative - 1).flatMap(({ statement: { value }, prior }) =>
      value ? [{ value, evidence: () => evidenceIn(prior, value) }] : [],
    )
  }
}

function judge(
  report: ReportView,
  statement: Statement,
  before: readonly Before[],
): Misplaced | 'plausible' | undefined {
  const { value, indicator } = statement
  const [first] = before
  if (!first || !value || value.rangeWith !== undefined) return undefined
  const weight = weightOf(report.indicators, statement)
  if (!weight) return undefined
  const readings = before.map((one) => farApart(statement, value, one.value, weight.far))
  if (readings.includes(undefined)) return 'plausible'
  const severity = readings.includes('narrow') ? 'note' : weight.severity
  return { name: indicator, value, before: first.value, evidence: first.evidence, severity }
}

/** What a finding weighs, and how many times the other one value must be. */
interface Weight {
  severity: Severity
  far: bigint
}

/** How many flats are built or jobs are found may change tenfold from year to year; levels and yields do not. */
function weightOf(
  indicators: readonly IndicatorEntry[],
  { indicator, known, place, role }: Statement,
): Weight | undefined {
  const entry = known ? entryOf(indicators, indicator) : undefined
  if (entry) {
    const weighs = place === '' && (entry.headline === true || steady.has(entry.dimension))
    return weighs ? { severity: 'warning', far: entry.headline ? far.headline : far.other } : undefined
  }
  if (role === 'target' || !level.test(indicator) || undertaking.test(indicator)) return undefined
  return { severity: 'note', far: far.other }
}

const steady = new Set<IndicatorEntry['dimension']>(['money', 'income', 'mass', 'rate', 'permille'])
const level = /.{2}(?:面积|产量|总产|存栏|出栏|存栏量|出栏量|人口|产值|总产值|收入|余额|总额|里程|比重|率)$/
const undertaking = /新|改|建|增|造|整治|治理|实施|完成|项目|补|奖|投/

/** What a place is judged by seldom doubles or halves, so that a slip of one digit gives at least seven times as much. */
const far = { headline: 7n, other: 10n }

/**
 * Under which reading of the digits two values are too far apart; undefined: under none, or as the text itself says. A
 * target that is too low is a matter of target-against-result.
 */
function farApart(statement: Statement, value: Quantity, before: Quantity, times: bigint): Reading | undefined {
  if (!sameDimension(value, before) || isExplained(statement, value, before)) return undefined
  const beyond = (reading: Reading): boolean => {
    const [now, then] = [baseIntervalOf(value, reading), baseIntervalOf(before, reading)]
    if (below(scale(then, fraction(times)), now)) return true
    return statement.role !== 'target' && below(now, scale(then, fraction(1n, times)))
  }
  if (!beyond('narrow')) return undefined
  return beyond('wide') ? 'wide' : 'narrow'
}

/** 增长11倍 after a value of a twelfth is no slip. */
function isExplained({ growth, growthSign }: Statement, value: Quantity, before: Quantity): boolean {
  const implied = impliedGrowth(before, value)
  return implied !== undefined && growth !== null && !disjoint(implied, printedGrowth(growth, growthSign))
}
