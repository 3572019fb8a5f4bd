import type { Statement } from '../../indicators/statement.ts'
import { equalValues } from '../../ledger/figure-value.ts'
import { divide, add, fraction } from '../../numbers/decimal.ts'
import { disjoint, intervalOf, printedGrowth, tooCoarse } from '../../numbers/interval.ts'
import { movedQuantity, type Quantity } from '../../numbers/quantity.ts'
import { percentRange, printedAmount, printedRate, showBeside } from '../amounts.ts'
import { judgeDifference } from '../difference.ts'
import { growthOfIncrease, judgeGrowth } from '../growth.ts'
import { countsOtherwise, readBasis } from '../price-basis.ts'
import { indexPriorValues, sharpest } from '../prior-values.ts'
import type { Outcome, ReportRule, ReportView } from '../rule.ts'
import { readSentenceGrowth, type SentenceGrowth } from '../sentence-growth.ts'
import { relativeYear } from '../statement-year.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * A rate of growth with the two values it stands between, all in this report: a target and the result it grows from
 * (力争完成3700万元，增长30% after 完成2841万元), 由76降至64，下降15.79%, or 1348万元，比上年增加425万元，增长40%.
 */
export const growthInReport: ReportRule<SentenceGrowth[]> = {
  id: 'growth-in-report',
  kind: 'growth-arithmetic',
  severity: 'error',
  read({ text, quantities }) {
    const found = readSentenceGrowth(text, quantities)
    return found.length > 0 ? found : undefined
  },
  checkReport(report, placed) {
    const judged = new Set<number>()
    const inSentences = placed.flatMap(({ start, facts }) =>
      facts.flatMap((growth) => {
        const outcomes = judgeSentence(report, growth, start)
        if (outcomes.length > 0) judged.add(start + lastOf(growth).start)
        return outcomes
      }),
    )
    return [...inSentences, ...judgeStatements(report, judged)]
  },
}

/** The figure that states the growth. */
function lastOf(growth: SentenceGrowth): Quantity {
  if (growth.form === 'difference') return growth.change
  return growth.form === 'from-to' ? growth.relation.rate : growth.rate
}

function judgeSentence(report: ReportView, growth: SentenceGrowth, by: number): Outcome[] {
  // 由2015年的… and 同比 speak of two bases unless the year named is the one before the review.
  const { year, lastYear } = growth.base
  if (year !== null && lastYear && (report.year === null || year !== report.year - 2)) return []
  if (growth.form === 'increase') return judgeIncrease(report.text, growth, by)
  if (growth.form === 'difference') {
    const [prior, current, change] = [
      movedQuantity(growth.prior, by),
      movedQuantity(growth.current, by),
      movedQuantity(growth.change, by),
    ]
    return judgeDifference(
      { prior, current, change, sign: growth.sign },
      {
        messageId: 'differenceMismatch',
        start: current.start,
        end: change.end,
        evidence: [evidenceOf(report.text, prior, current, change)],
        severity: 'error',
      },
    )
  }
  const { relation } = growth
  const [prior, current, rate] = [
    movedQuantity(relation.prior, by),
    movedQuantity(relation.current, by),
    movedQuantity(relation.rate, by),
  ]
  return judgeGrowth(
    { ...relation, prior, current, rate },
    {
      messageId: 'growthMismatch',
      start: current.start,
      end: rate.end,
      evidence: [evidenceOf(report.text, prior, current, rate)],
      severity: 'error',
    },
  )
}

function judgeIncrease(
  text: string,
  { value, increase, rate, sign }: Extract<SentenceGrowth, { form: 'increase' }>,
  by: number,
): Outcome[] {
  const [whole, part, percent] = [movedQuantity(value, by), movedQuantity(increase, by), movedQuantity(rate, by)]
  const implied = growthOfIncrease(intervalOf(whole), intervalOf(part), sign)
  const wide = growthOfIncrease(intervalOf(whole, 'wide'), intervalOf(part, 'wide'), sign)
  const printed = printedGrowth(percent, sign)
  if (!implied) return growthIsImpossible(text, whole, part, percent)
  if (!disjoint(implied, printed))
    return [{ holds: tooCoarse(implied, printed) ? 'undecidable' : 'yes', figures: [whole, part, percent] }]
  const show = showBeside(whole, part)
  const range = percentRange(implied, percent.decimals)
  const point = divide(add(implied.low, implied.high), fraction(2n))
  const digits = percentRange({ low: point, high: point }, percent.decimals).replace(/[−%]/g, '')
  return [
    {
      messageId: 'growthMismatch',
      values: {
        printed: printedAmount(percent),
        implied: range,
        prior: printedAmount(part),
        current: printedAmount(whole),
      },
      start: whole.start,
      end: Math.max(part.end, percent.end),
      severity: wide && disjoint(wide, printed) ? 'error' : 'note',
      evidence: [evidenceOf(text, whole, part, percent)],
      formula: {
        expression: `${show(part)} ÷ (${show(whole)} ${sign === 1 ? '−' : '+'} ${show(part)})`,
        implied: range,
        printed: printedRate(percent, sign),
      },
      repairs: [
        {
          messageId: 'changeGrowth',
          values: { value: `${digits}%` },
          edits: [{ start: percent.digitsStart, end: percent.digitsEnd, text: digits }],
        },
      ],
    },
  ]
}

/** An increase as large as the value itself or larger leaves nothing to grow from. */
function growthIsImpossible(text: string, whole: Quantity, part: Quantity, rate: Quantity): Outcome[] {
  if (!disjoint(intervalOf(whole, 'wide'), intervalOf(part, 'wide'))) return []
  return [
    {
      messageId: 'increaseExceedsValue',
      values: { increase: printedAmount(part), current: printedAmount(whole) },
      start: whole.start,
      end: Math.max(part.end, rate.end),
      evidence: [evidenceOf(text, whole, part, rate)],
    },
  ]
}

/**
 * A value with its growth against the value of the year before, wherever in the report that stands; rates that their own
 * sentence has judged (by offset) are not judged again.
 */
function judgeStatements(report: ReportView, judged: ReadonlySet<number>): Outcome[] {
  const priorValues = indexPriorValues(report, (statement) => isBase(report, statement))
  return report.statements.flatMap((statement) => {
    const rate = comparableGrowth(statement)
    const { value } = statement
    if (!rate || judged.has(rate.start) || !value || value.rangeWith !== undefined) return []
    if (countsOtherwise(report.text, value, rate)) return []
    const year = relativeYear(statement, report.year)
    if (year === null) return []
    const priors = priorValues(statement, year - 1)
    if (priors.some((prior) => isRepeated(statement, prior))) return []
    return mostFitting(priors, (prior) => judgePair(report, statement, prior, value, rate))
  })
}

/** The result told once more in another section, with the same growth: nothing grows from itself. */
function isRepeated(one: Statement, other: Statement): boolean {
  return one.growthSign === other.growthSign && isSame(one.value, other.value) && isSame(one.growth, other.growth)
}

function isSame(one: Quantity | null, other: Quantity | null): boolean {
  return one !== null && other !== null && one.unit === other.unit && equalValues(one.value, other.value)
}

/** Averages, growth over a named earlier year and points are no growth against last year. */
function comparableGrowth(statement: Statement): Quantity | undefined {
  const { growth, growthBase, period } = statement
  if (growth?.kind !== 'pct' || growthBase !== 'last-year') return undefined
  if (growth.qualifier !== '' || growth.rangeWith !== undefined) return undefined
  return period === 'year' || period === 'point' ? growth : undefined
}

/** A value that another one can have grown from. */
function isBase({ text }: ReportView, { value, role, sentenceStart, sentenceEnd }: Statement): boolean {
  if (value === null || value.rangeWith !== undefined || role === 'target') return false
  // 由1.58亿增加到3.23亿 may span five years; a value of last year is a base only where the sentence calls it that.
  return role !== 'prior' || /上年|去年|上一年/.test(text.slice(sentenceStart, sentenceEnd))
}

/** Several earlier values: one that fits is enough, the others are a matter of same-fact-twice. */
function mostFitting(priors: readonly Statement[], judge: (prior: Statement) => Outcome[]): Outcome[] {
  let first: Outcome[] | undefined
  for (const prior of sharpest(priors, ({ value }) => value)) {
    const outcome = judge(prior)
    if (outcome.every((one) => 'holds' in one)) return outcome
    first ??= outcome
  }
  return first ?? []
}

function judgePair(
  report: ReportView,
  current: Statement,
  prior: Statement,
  value: Quantity,
  rate: Quantity,
): Outcome[] {
  if (!prior.value) return []
  const basis = readBasis(report.indicators, current.indicator, value)
  if (basis === 'real' || countsOtherwise(report.text, prior.value, prior.value)) return []
  return judgeGrowth(
    { prior: prior.value, current: value, rate, sign: current.growthSign },
    {
      messageId: 'growthMismatch',
      start: Math.min(value.start, rate.start),
      end: Math.max(value.end, rate.end),
      evidence: [evidenceOf(report.text, value, rate), evidenceOf(report.text, prior.value)],
      severity: basis === 'unknown' ? 'note' : 'error',
      indicator: current.indicator,
    },
  )
}
