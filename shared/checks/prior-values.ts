import type { Statement } from '../indicators/statement.ts'
import { compare } from '../numbers/decimal.ts'
import { baseIntervalOf, type Interval } from '../numbers/interval.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { ReportView } from './rule.ts'
import { relativeYear } from './statement-year.ts'

/** The values a report gives for an indicator, a place, a period and a year, in the order of the text. */
export type PriorValues = (statement: Statement, relativeYear: number) => readonly Statement[]

const none: readonly Statement[] = []

/** Statements by their indicator; those of one indicator are sorted further when it is asked for. */
interface Sorted {
  byIndicator: ReadonlyMap<string, readonly Statement[]>
  byGates: Map<string, ReadonlyMap<string, readonly Statement[]>>
}

const sorted = new WeakMap<ReportView, Sorted>()

/** Looks the statements that `mayBePrior` up by the gates, so that each of them need not be held against every other. */
export function indexPriorValues(report: ReportView, mayBePrior: (statement: Statement) => boolean): PriorValues {
  const all = sortedOf(report)
  const kept = new Map<string, readonly Statement[]>()
  return (statement, year) => {
    const gates = gatesOf(statement, year)
    const found = kept.get(gates)
    if (found) return found
    const list = sortedByGates(all, statement.indicator, report.year).get(gates)?.filter(mayBePrior) ?? none
    kept.set(gates, list)
    return list
  }
}

/** One report is sorted once for all rules. */
function sortedOf(report: ReportView): Sorted {
  let all = sorted.get(report)
  if (!all) {
    all = { byIndicator: groupBy(report.statements, ({ indicator }) => indicator), byGates: new Map() }
    sorted.set(report, all)
  }
  return all
}

function sortedByGates(
  all: Sorted,
  indicator: string,
  reportYear: number | null,
): ReadonlyMap<string, readonly Statement[]> {
  let byGates = all.byGates.get(indicator)
  if (!byGates) {
    byGates = groupBy(all.byIndicator.get(indicator) ?? none, (statement) => {
      const year = relativeYear(statement, reportYear)
      return year === null ? undefined : gatesOf(statement, year)
    })
    all.byGates.set(indicator, byGates)
  }
  return byGates
}

/** Those without a key are left out. */
function groupBy(
  statements: readonly Statement[],
  keyOf: (statement: Statement) => string | undefined,
): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const key = keyOf(statement)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(statement)
    else groups.set(key, [statement])
  }
  return groups
}

/** The same indicator, the same place, a period of the same length. */
function gatesOf({ indicator, place, period }: Statement, year: number): string {
  return `${year}|${period}|${place}|${indicator}`
}

/** 完成10.3亿元，突破10亿元大关: of values that say the same the sharpest is meant; the rounder one would let any growth pass. */
export function sharpest<Item>(items: readonly Item[], valueOf: (item: Item) => Quantity | null): readonly Item[] {
  const intervals = items.map((item) => {
    const value = valueOf(item)
    return value ? baseIntervalOf(value) : undefined
  })
  return items.filter((_, index) => {
    const own = intervals[index]
    return own && !intervals.some((other) => other && holdsWithin(own, other))
  })
}

/** The inner interval lies in the outer one and is narrower. */
function holdsWithin(outer: Interval, inner: Interval): boolean {
  if (!inner.low || !inner.high) return false
  const low = outer.low ? compare(inner.low, outer.low) : 1
  const high = outer.high ? compare(outer.high, inner.high) : 1
  return low + high > 0
}
