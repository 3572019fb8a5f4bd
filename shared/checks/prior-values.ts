import type { Statement } from '../indicators/statement.ts'
import { compare } from '../numbers/decimal.ts'
import { baseIntervalOf, type Interval } from '../numbers/interval.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { ReportView } from './rule.ts'
import { relativeYear } from './statement-year.ts'

/** The values a report gives for an indicator, a place, a period and a year, in the order of the text. */
export type PriorValues = (statement: Statement, relativeYear: number) => readonly Statement[]

const none: readonly Statement[] = []

type Sorted = ReadonlyMap<string, readonly Statement[]>

const sorted = new WeakMap<ReportView, Sorted>()

/** Looks the statements that `mayBePrior` up by the gates, so that each of them need not be held against every other. */
export function indexPriorValues(report: ReportView, mayBePrior: (statement: Statement) => boolean): PriorValues {
  const all = sortedOf(report)
  const kept = new Map<string, readonly Statement[]>()
  return (statement, year) => {
    const gates = gatesOf(statement, year)
    const found = kept.get(gates)
    if (found) return found
    const list = all.get(gates)?.filter(mayBePrior) ?? none
    kept.set(gates, list)
    return list
  }
}

/** One report is sorted once for all rules. */
function sortedOf(report: ReportView): Sorted {
  const known = sorted.get(report)
  if (known) return known
  const byGates = new Map<string, Statement[]>()
  for (const statement of report.statements) {
    const year = relativeYear(statement, report.year)
    if (year === null) continue
    const gates = gatesOf(statement, year)
    const list = byGates.get(gates)
    if (list) list.push(statement)
    else byGates.set(gates, [statement])
  }
  sorted.set(report, byGates)
  return byGates
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
