import type { Statement } from '../indicators/statement.ts'
import type { ReportView } from './rule.ts'
import { relativeYear } from './statement-year.ts'

/** The values a report gives for an indicator, a place, a period and a year, in the order of the text. */
export type PriorValues = (statement: Statement, relativeYear: number) => readonly Statement[]

const none: readonly Statement[] = []

/** Sorts the statements that `mayBePrior` by the gates once, so that each of them need not be held against every other. */
export function indexPriorValues(report: ReportView, mayBePrior: (statement: Statement) => boolean): PriorValues {
  const byGates = new Map<string, Statement[]>()
  for (const statement of report.statements) {
    const year = relativeYear(statement, report.year)
    if (year === null || !mayBePrior(statement)) continue
    const gates = gatesOf(statement, year)
    const list = byGates.get(gates)
    if (list) list.push(statement)
    else byGates.set(gates, [statement])
  }
  return (statement, year) => byGates.get(gatesOf(statement, year)) ?? none
}

/** The same indicator, the same place, a period of the same length. */
function gatesOf({ indicator, place, period }: Statement, year: number): string {
  return [indicator, place, period, year].join('|')
}
