import type { Statement } from '../../indicators/statement.ts'
import { evidenceElsewhere, readEarlierResults, type EarlierResult } from '../earlier-results.ts'
import { entryOf } from '../entry-of.ts'
import { judgeGrowth } from '../growth.ts'
import { readBasis } from '../price-basis.ts'
import type { Outcome, ReportRule, ReportView } from '../rule.ts'
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
    if (report.prior.length === 0) return []
    const earlier = readEarlierResults(report)
    return report.statements.flatMap((statement) => judge(report, statement, earlier))
  },
}

const otherScope = /同口径|可比口径|核定|核实|普查|修订|调整后|剔除|不含|可比价/

function judge(report: ReportView, statement: Statement, earlier: readonly EarlierResult[]): Outcome[] {
  const { value, growth, growthKind, growthBase, indicator, role } = statement
  if (!value || !growth || growthKind !== '同比%' || growthBase !== 'last-year' || role === 'target') return []
  if (growth.qualifier !== '' || growth.kind !== 'pct' || value.rangeWith !== undefined) return []
  if (otherScope.test(report.text.slice(statement.sentenceStart, statement.sentenceEnd))) return []
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
      other.place === statement.place &&
      other.period === statement.period
    )
  })
  const outcomes = bases.map((base) => judgePair(report, statement, base, basis === 'unknown' || !statement.known))
  return outcomes.find((outcome) => outcome.every((one) => 'holds' in one)) ?? outcomes[0] ?? []
}

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
      evidence: [evidenceOf(report.text, value, growth), evidenceElsewhere(base.prior, before)],
      severity: uncertain || base.statement.provisional ? 'note' : 'warning',
      otherReport: true,
      indicator: statement.indicator,
    },
  )
}
