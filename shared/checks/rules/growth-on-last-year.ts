import type { Statement } from '../../indicators/statement.ts'
import {
  earlierReports,
  evidenceIn,
  indexEarlier,
  isResult,
  type EarlierStatement,
  type EarlierStatements,
} from '../earlier-reports.ts'
import { judgeDifference } from '../difference.ts'
import { entryOf } from '../entry-of.ts'
import { judgeGrowth, type GrowthPlace } from '../growth.ts'
import { countsOtherwise, readBasis } from '../price-basis.ts'
import { sharpest } from '../prior-values.ts'
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
    const results = indexEarlier(earlierReports(report), isResult)
    return report.statements.flatMap((statement) => judge(report, statement, results))
  },
}

/** A plan may grow from last year's plan or from its result: neither can speak against it. */
function judge(report: ReportView, statement: Statement, results: EarlierStatements): Outcome[] {
  const { value, growth, indicator, role } = statement
  if (role === 'target') return []
  const kind = growthKindOf(report, statement)
  const relative = relativeYear(statement, report.year)
  if (!value || !growth || !kind || relative === null || report.year === null) return []
  if (countsOtherwise(report.text, value, growth)) return []
  const year = report.year + relative
  const entry = entryOf(report.indicators, indicator)
  const basis = readBasis(report.indicators, indicator, value)
  if (kind === 'rate' && (basis === 'real' || basis === 'mixed')) return []
  if (entry?.breaks?.includes(year)) return []
  const bases = results(statement, year - 1)
  const outcomes = sharpest(bases, ({ statement: { value } }) => value).map((base) => {
    // 高考本科上线 and 一本上线 have one name in the catalogue; what a place is judged by goes by many names.
    const otherWords = entry?.headline !== true && base.statement.surface !== statement.surface
    return judgePair(report, statement, base, kind, !statement.known || otherWords)
  })
  return outcomes.find((outcome) => outcome.every((one) => 'holds' in one)) ?? outcomes[0] ?? []
}

/** 增长12%, or 比上年增加512万元; what is merely new (新增5家) is no difference, because others may have gone. */
function growthKindOf({ text }: ReportView, statement: Statement): 'rate' | 'amount' | undefined {
  const { value, growth, growthKind, growthBase } = statement
  if (!value || !growth || growthBase !== 'last-year' || growth.qualifier !== '' || value.rangeWith !== undefined)
    return undefined
  if (growthKind === '同比%') return growth.kind === 'pct' ? 'rate' : undefined
  const words = text.slice(value.end, growth.start)
  if (!/同比|[比较](?:上年|去年)/.test(words)) return undefined
  const alike = growthKind === '百分点' ? value.kind === 'pct' : value.unit === growth.unit
  return alike ? 'amount' : undefined
}

function judgePair(
  { text }: ReportView,
  { value, growth, growthSign: sign, indicator }: Statement,
  base: EarlierStatement,
  kind: 'rate' | 'amount',
  uncertain: boolean,
): Outcome[] {
  const { value: prior, provisional } = base.statement
  if (!value || !growth || !prior) return []
  const place: GrowthPlace = {
    messageId: kind === 'amount' ? 'differenceOnLastYear' : provisional ? 'growthOnEstimate' : 'growthOnLastYear',
    start: Math.min(value.start, growth.start),
    end: Math.max(value.end, growth.end),
    evidence: [evidenceOf(text, value, growth), evidenceIn(base.prior, prior)],
    severity: uncertain || provisional ? 'note' : 'warning',
    otherReport: true,
    indicator,
  }
  return kind === 'rate'
    ? judgeGrowth({ prior, current: value, rate: growth, sign }, place)
    : judgeDifference({ prior, current: value, change: growth, sign }, place)
}
