import type { Statement } from '../indicators/statement.ts'
import type { Evidence } from './finding.ts'
import type { PriorView, ReportView } from './rule.ts'
import { relativeYear } from './statement-year.ts'
import { evidenceOf } from './text-spans.ts'

/** A value that an earlier report gives, with the calendar year it is about. */
export interface EarlierResult {
  statement: Statement
  year: number
  prior: PriorView
}

/** Results in the earlier reports; the newest one without a year counts as last year's. */
export function readEarlierResults(report: ReportView): EarlierResult[] {
  return report.prior.flatMap((prior, index) => readResults(report, prior, index))
}

function readResults(report: ReportView, prior: PriorView, index: number): EarlierResult[] {
  const reportYear = prior.year ?? (index === 0 && report.year !== null ? report.year - 1 : null)
  if (reportYear === null) return []
  return prior.statements.flatMap((statement) => {
    const relative = relativeYear(statement, prior.year)
    if (relative === null || statement.value === null || statement.value.rangeWith !== undefined) return []
    if (statement.role === 'target' || statement.role === 'prior') return []
    return [{ statement, year: reportYear + relative, prior }]
  })
}

/** The sentence of the marked figure in an earlier report. */
export function evidenceElsewhere(prior: PriorView, mark: { start: number; end: number }): Evidence {
  const { sentence, marks } = evidenceOf(prior.text, mark)
  return { sentence: { ...sentence, file: prior.name }, marks: marks.map((one) => ({ ...one, file: prior.name })) }
}
