import type { Statement } from '../../indicators/statement.ts'
import {
  earlierReports,
  evidenceIn,
  indexEarlier,
  isResult,
  saysOtherScope,
  type EarlierStatement,
  type EarlierStatements,
} from '../earlier-reports.ts'
import { entryOf } from '../entry-of.ts'
import { judgeGrowth } from '../growth.ts'
import { countsOtherwise, readBasis } from '../price-basis.ts'
import { sharpest } from '../prior-values.ts'
import type { Outcome, PriorView, ReportRule, ReportView } from '../rule.ts'
import { relativeYear } from '../statement-year.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * The rate of a result against the value that an earlier report gave for the year before. Bases are revised and scopes
 * change, so it is a question and no error; against an estimate it is a note.
 */
export const growthOnLastYear: ReportRule = {
  id: 'growth-on-last-year',
  kind: 'growth-arithmetic',
  severity: 'warning',
  checkReport(report) {
    const reports = earlierReports(report)
    if (reports.length === 0) return []
    const earlier = indexEarlier(reports, isResult)
    return report.statements.flatMap((statement) => judge(report, statement, earlier))
  },
}

interface EarlierResult {
  statement: Statement
  year: number
  prior: PriorView
}

/** Results of the year under review in an earlier report; the newest one without a year counts as last year's. */
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

function judge(report: ReportView, statement: Statement, earlier: readonly EarlierResult[]): Outcome[] {
  const { value, growth, growthKind, growthBase, indicator, role } = statement
  if (!value || !growth || growthKind !== '同比%' || growthBase !== 'last-year' || role === 'target') return []
  if (growth.qualifier !== '' || growth.kind !== 'pct' || value.rangeWith !== undefined) return []
  if (countsOtherwise(report.text, value, growth)) return []
  const relative = relativeYear(statement, report.year)
  if (relative === null || report.year === null) return []
  const year = report.year + relative
  const entry = entryOf(report.indicators, indicator)
  const basis = readBasis(report.indicators, indicator, value)
  if (basis === 'real' || basis === 'mixed' || entry?.breaks?.includes(year)) return []
  const bases = earlier.filter(({ statement: other, year: before }) => {
    return (
      before === year - 1 &&
      other.indicator === indicator &&
      scopeOf(other.surface) === scopeOf(statement.surface) &&
      other.place === statement.place &&
      other.period === statement.period
    )
  })
  const outcomes = sharpest(bases, ({ statement: { value } }) => value).map((base) =>
    judgePair(report, statement, base, basis === 'unknown' || !statement.known),
  )
  return outcomes.find((outcome) => outcome.every((one) => 'holds' in one)) ?? outcomes[0] ?? []
}

/** 高考一本上线 and 高考本科上线 share an entry of the catalogue and count different people. */
const scopeOf = (surface: string): string =>
  (surface.match(/一本|二本|重点|国家级|省级|市级|县级|年产/g) ?? []).join('')

function judgePair(report: ReportView, statement: Statement, base: EarlierResult, uncertain: boolean): Outcome[] {
  const { value, growth } = statement
  const before = base.statement.value
  if (!value || !growth || !before) return []
  return judgeGrowth(
    { prior: before, current: value, rate: growth, sign: statement.growthSign },
    {
      messageId: base.statement.provisional ? 'growthOnEstimate' : 'growthOnLastYear',
      start: Math.min(value.start, growth.start),
      end: Math.max(value.end, growth.end),
      evidence: [evidenceOf(report.text, value, growth), evidenceIn(base.prior, before)],
      severity: uncertain || base.statement.provisional ? 'note' : 'warning',
      otherReport: true,
      indicator: statement.indicator,
    },
  )
}
