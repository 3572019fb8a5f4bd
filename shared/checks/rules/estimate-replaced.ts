import type { Statement } from '../../indicators/statement.ts'
import { toBaseUnit } from '../../numbers/base-units.ts'
import { multiply, parseDecimal } from '../../numbers/decimal.ts'
import { baseIntervalOf, disjoint, sameDimension } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { printedAmount } from '../amounts.ts'
import { earlierReports, evidenceIn, indexEarlier, isResult, type EarlierStatement } from '../earlier-reports.ts'
import type { Outcome, ReportRule, ReportView } from '../rule.ts'
import { relativeYear } from '../statement-year.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * 由上年的9.6亿元增加到10.4亿元, where the report of that year had said 预计突破10亿元: the final figure holds, and readers
 * may ask.
 */
export const estimateReplaced: ReportRule = {
  id: 'estimate-replaced',
  kind: 'same-indicator-different-value',
  severity: 'note',
  checkReport(report) {
    const earlier = indexEarlier(earlierReports(report), isResult)
    return report.statements.flatMap((statement) => {
      const cited = yearCited(report, statement)
      return cited === undefined ? [] : judge(report, statement, earlier(statement, cited))
    })
  },
}

/** How far before its value a year is said. */
const reach = 40

/** Only where the words say which year: 由1.2亿元增加到… may span five of them. */
function yearCited({ text, year }: ReportView, statement: Statement): number | undefined {
  const { value, role, sentenceStart } = statement
  const relative = relativeYear(statement, year)
  if (year === null || relative === null || !value || value.rangeWith !== undefined) return undefined
  if (statement.provisional) return undefined
  const lead = text.slice(Math.max(sentenceStart, value.start - reach), value.start)
  const said = role === 'prior' ? /上年|去年|\d{4}年/ : /\d{4}年/
  return said.test(lead) ? year + relative : undefined
}

/** What a later report has settled is no estimate any more. */
function judge(report: ReportView, { indicator, value }: Statement, earlier: readonly EarlierStatement[]): Outcome[] {
  if (!value) return []
  const comparable = earlier.filter(({ statement }) => statement.value && sameDimension(value, statement.value))
  const estimate = comparable.find(({ statement }) => statement.provisional)
  const estimated = estimate?.statement.value
  if (!estimated) return []
  if (comparable.some(({ statement }) => statement.value && fits(value, statement.value)))
    return [{ holds: 'yes', figures: [value] }]
  return [
    {
      messageId: 'estimateReplaced',
      values: { name: indicator, current: printedAmount(value), estimate: printedAmount(estimated) },
      start: value.start,
      end: value.end,
      evidence: [evidenceOf(report.text, value), evidenceIn(estimate.prior, estimated)],
    },
  ]
}

function fits(value: Quantity, earlier: Quantity): boolean {
  const { low, high } = baseIntervalOf(earlier)
  const exceeds = earlier.qualifier === '>' || earlier.qualifier === '>='
  // 突破10亿元 promises ten, and no nine and a half that round to it.
  const least = exceeds ? multiply(parseDecimal(earlier.value), toBaseUnit(earlier.unit).factor) : low
  return !disjoint(baseIntervalOf(value), { low: least, high })
}
