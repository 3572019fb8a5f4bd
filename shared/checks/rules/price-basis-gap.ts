import type { Statement } from '../../indicators/statement.ts'
import { add, fraction, subtract } from '../../numbers/decimal.ts'
import { disjoint, impliedGrowth, printedGrowth, type Interval } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { percentRange, printedRate, showBeside } from '../amounts.ts'
import { earlierReports, evidenceIn, indexEarlier, isResult } from '../earlier-reports.ts'
import { entryOf } from '../entry-of.ts'
import type { Evidence } from '../finding.ts'
import { countedAnew, readBasis } from '../price-basis.ts'
import { indexPriorValues } from '../prior-values.ts'
import type { Outcome, ReportRule, ReportView } from '../rule.ts'
import { relativeYear } from '../statement-year.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * 地区生产总值316.8亿元，增长6.2%: the value is in current prices, the rate in constant ones, so the two years' values never
 * give the printed rate. Prices alone do not move them further apart than the band; a revised base or a wrong digit does.
 */
export const priceBasisGap: ReportRule = {
  id: 'price-basis-gap',
  kind: 'growth-arithmetic',
  severity: 'note',
  checkReport(report) {
    const basesOf = findBases(report)
    return report.statements.flatMap((statement) => {
      const grown = readGrown(statement)
      if (!grown || isCountedAnew(report, statement)) return []
      const outcomes = basesOf(statement).map((base) => judge(report, statement, grown, base))
      return outcomes.find((outcome) => outcome.every((one) => 'holds' in one)) ?? outcomes[0] ?? []
    })
  },
}

/** Points of difference that prices explain: at most 5.5 in national figures of 2014–2017, a few more in years of inflation. */
const band = fraction(8n)
const bandWords = '8'

/** 可比价 and 不变价 are what such a rate always means and change nothing. */
function isCountedAnew({ text }: ReportView, { sentenceStart, sentenceEnd }: Statement): boolean {
  return countedAnew.test(text.slice(sentenceStart, sentenceEnd))
}

interface Grown {
  value: Quantity
  rate: Quantity
}

/** A value of one year with its growth against the year before. */
function readGrown({ value, growth, growthBase, period }: Statement): Grown | undefined {
  if (!value || !growth || growthBase !== 'last-year' || growth.kind !== 'pct') return undefined
  if (value.rangeWith !== undefined || growth.rangeWith !== undefined) return undefined
  return period === 'year' || period === 'point' ? { value, rate: growth } : undefined
}

interface Base {
  value: Quantity
  evidence: Evidence
  /** Stands in the checked text. */
  own: boolean
}

/** Values of the year before, of this report and of earlier ones; across a census year the series does not connect. */
function findBases(report: ReportView): (statement: Statement) => Base[] {
  const own = indexPriorValues(report, ({ role }) => role !== 'prior')
  const earlier = indexEarlier(earlierReports(report), isResult)
  return (statement) => {
    const relative = relativeYear(statement, report.year)
    const basis = statement.value && readBasis(report.indicators, statement.indicator, statement.value)
    if (relative === null || (basis !== 'real' && basis !== 'mixed')) return []
    // In one report 产值 is compared by growth-in-report.
    const here = basis === 'mixed' ? [] : own(statement, relative - 1)
    const bases = here.flatMap(({ value }): Base[] =>
      value ? [{ value, evidence: evidenceOf(report.text, value), own: true }] : [],
    )
    if (report.year === null) return bases
    const year = report.year + relative
    const breaks = entryOf(report.indicators, statement.indicator)?.breaks ?? []
    if (breaks.includes(year) || breaks.includes(year - 1)) return []
    for (const { statement: other, prior } of earlier(statement, year - 1)) {
      if (other.value) bases.push({ value: other.value, evidence: evidenceIn(prior, other.value), own: false })
    }
    return bases
  }
}

function judge(report: ReportView, statement: Statement, { value, rate }: Grown, base: Base): Outcome[] {
  const nominal = impliedGrowth(base.value, value, 'wide')
  const shown = impliedGrowth(base.value, value)
  if (!nominal || !shown) return []
  const printed = printedGrowth(rate, statement.growthSign, 'wide')
  const figures = base.own ? [base.value, value, rate] : [value, rate]
  // A rate inside the band is not confirmed by it.
  if (!disjoint(widened(nominal), printed)) return [{ holds: 'undecidable', figures }]
  const show = showBeside(base.value, value)
  return [
    {
      messageId: 'priceBasisGap',
      values: { name: statement.indicator },
      start: Math.min(value.start, rate.start),
      end: Math.max(value.end, rate.end),
      evidence: [evidenceOf(report.text, value, rate), base.evidence],
      formula: {
        expression: `${show(value)} ÷ ${show(base.value)} − 1 ± ${bandWords}%`,
        implied: percentRange(widened(shown), rate.decimals),
        band: true,
        printed: printedRate(rate, statement.growthSign),
      },
    },
  ]
}

function widened({ low, high }: Interval): Interval {
  return { low: low && subtract(low, band), high: high && add(high, band) }
}
