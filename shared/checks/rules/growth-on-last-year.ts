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
import type { Evidence } from '../finding.ts'
import { judgeDifference } from '../difference.ts'
import { judgeGrowth, type GrowthPlace } from '../growth.ts'
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

/** Results and plans of an earlier report; the newest one without a year counts as last year's. */
function readResults(report: ReportView, prior: PriorView, index: number): EarlierResult[] {
  const reportYear = prior.year ?? (index === 0 && report.year !== null ? report.year - 1 : null)
  if (reportYear === null) return []
  return prior.statements.flatMap((statement) => {
    const relative = relativeYear(statement, prior.year)
    if (relative === null || statement.value === null || statement.value.rangeWith !== undefined) return []
    if (statement.role === 'prior') return []
    return [{ statement, year: reportYear + relative, prior }]
  })
}

function judge(report: ReportView, statement: Statement, earlier: readonly EarlierResult[]): Outcome[] {
  const { value, growth, indicator } = statement
  const kind = growthKindOf(report, statement)
  const relative = relativeYear(statement, report.year)
  if (!value || !growth || !kind || relative === null || report.year === null) return []
  if (countsOtherwise(report.text, value, growth)) return []
  const year = report.year + relative
  const entry = entryOf(report.indicators, indicator)
  const basis = readBasis(report.indicators, indicator, value)
  if (kind === 'rate' && (basis === 'real' || basis === 'mixed')) return []
  if (entry?.breaks?.includes(year)) return []
  const planned = statement.role === 'target'
  const bases = earlier.filter(({ statement: other, year: before }) => {
    return (
      before === year - 1 &&
      (planned || other.role !== 'target') &&
      other.indicator === indicator &&
      scopeOf(other.surface) === scopeOf(statement.surface) &&
      other.place === statement.place &&
      other.period === statement.period
    )
  })
  const uncertain = basis === 'unknown' || !statement.known
  const outcomes = sharpest(bases, ({ statement: { value } }) => value).map((base) =>
    kind === 'rate' ? judgePair(report, statement, base, uncertain) : judgeIncrease(report, statement, base, uncertain),
  )
  const agreed = outcomes.find((outcome) => outcome.every((one) => 'holds' in one))
  // A plan may grow from last year's plan or from its result: only agreement says something.
  return agreed ?? (planned ? [] : (outcomes[0] ?? []))
}

/** 增长12%, or 比上年增加512万元; what is merely new (新增5家) is no difference, because others may have gone. */
function growthKindOf({ text }: ReportView, statement: Statement): 'rate' | 'amount' | undefined {
  const { value, growth, growthKind, growthBase } = statement
  if (!value || !growth || growthBase !== 'last-year' || growth.qualifier !== '' || value.rangeWith !== undefined)
    return undefined
  if (growthKind === '同比%') return growth.kind === 'pct' ? 'rate' : undefined
  if (value.start > growth.start) return undefined
  const words = text.slice(value.end, growth.start)
  if (!/同比|[比较](?:上年|去年)/.test(words)) return undefined
  const alike = growthKind === '百分点' ? value.kind === 'pct' : value.unit === growth.unit
  return alike ? 'amount' : undefined
}

function judgeIncrease(report: ReportView, statement: Statement, base: EarlierResult, uncertain: boolean): Outcome[] {
  const { value, growth } = statement
  const before = base.statement.value
  if (!value || !growth || !before) return []
  return judgeDifference(
    { prior: before, current: value, change: growth, sign: statement.growthSign },
    placeOf(report, statement, base, uncertain, 'differenceOnLastYear'),
  )
}

/** 高考一本上线 and 高考本科上线 share an entry of the catalogue and count different people. */
const scopeOf = (surface: string): string =>
  (surface.match(/一本|二本|重点|国家级|省级|市级|县级|年产/g) ?? []).join('')

function judgePair(report: ReportView, statement: Statement, base: EarlierResult, uncertain: boolean): Outcome[] {
  const { value, growth } = statement
  const before = base.statement.value
  if (!value || !growth || !before) return []
  const messageId = base.statement.provisional ? 'growthOnEstimate' : 'growthOnLastYear'
  return judgeGrowth(
    { prior: before, current: value, rate: growth, sign: statement.growthSign },
    placeOf(report, statement, base, uncertain, messageId),
  )
}

function placeOf(
  { text }: ReportView,
  { value, growth, indicator }: Statement,
  { statement: base, prior }: EarlierResult,
  uncertain: boolean,
  messageId: string,
): GrowthPlace {
  const own = [value, growth].flatMap((mark) => mark ?? [])
  return {
    messageId,
    start: Math.min(...own.map(({ start }) => start)),
    end: Math.max(...own.map(({ end }) => end)),
    evidence: [evidenceOf(text, ...own), ...(base.value ? [elsewhere(prior, base.value)] : [])],
    severity: uncertain || base.provisional ? 'note' : 'warning',
    otherReport: true,
    indicator,
  }
}

function elsewhere(prior: PriorView, mark: { start: number; end: number }): Evidence {
  const { sentence, marks } = evidenceOf(prior.text, mark)
  return { sentence: { ...sentence, file: prior.name }, marks: marks.map((one) => ({ ...one, file: prior.name })) }
}
