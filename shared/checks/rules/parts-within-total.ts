import { toBaseUnit } from '../../numbers/base-units.ts'
import { baseIntervalOf, below, disjoint, scale, sumOf, type Interval } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { add, divide, fraction, one, zero, type Fraction } from '../../numbers/decimal.ts'
import { amountLike, intervalLike, printedAmount } from '../amounts.ts'
import type { Breakdown } from '../breakdowns/breakdown.ts'
import { readBreakdowns } from '../breakdowns/read-breakdowns.ts'
import type { Hit, Severity } from '../finding.ts'
import { hasDigits, oneSlipCloses } from '../one-slip.ts'
import type { Outcome, ParagraphReading, ParagraphRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * 「到位资金4850万元，其中市外资金3700万元，市内资金1150万元」: the amounts after 其中 are parts of the one before it. They close
 * as soon as they fill the total; what follows then opens a new statement. A list that names only the largest parts stays
 * below its total and says little.
 */
export const partsWithinTotal: ParagraphRule = {
  id: 'parts-within-total',
  kind: 'sum-of-parts',
  severity: 'error',
  check(text, { quantities }: ParagraphReading) {
    return readBreakdowns(text, quantities).flatMap((breakdown) => judge(text, breakdown))
  },
}

function judge(text: string, breakdown: Breakdown): Outcome[] {
  const { total, parts, certain, complete } = breakdown
  const whole = baseIntervalOf(total)
  for (let count = 2; count <= parts.length; count++) {
    const named = parts.slice(0, count)
    const sum = sumOf(named)
    if (sum && !disjoint(sum, whole))
      return [{ holds: wouldBeMissed(breakdown, count) ? 'yes' : 'undecidable', figures: [total, ...named] }]
  }
  const exceeding = exceedingParts(total, parts.slice(0, certain))
  if (exceeding) {
    if (isPartOverWhole(text, breakdown, exceeding)) return []
    const messageId = exceeding.length === 1 ? 'partExceedsTotal' : 'partsExceedTotal'
    const severity = severityOf(total, exceeding)
    return [hitOf(text, messageId, total, exceeding, breakdown.near && !breakdown.unsaid ? severity : weaker(severity))]
  }
  const missing = complete ? missedParts(breakdown) : undefined
  if (missing) return [hitOf(text, 'partsMissTotal', total, missing, missedSeverity(breakdown, missing))]
  return certain > 0 ? [{ holds: 'undecidable', figures: [total, ...parts.slice(0, certain)] }] : []
}

/** One part against a total with figures in between: the rule of that name says it. */
function isPartOverWhole(text: string, { total, near }: Breakdown, exceeding: readonly Quantity[]): boolean {
  return !near && exceeding.length === 1 && /\d/.test(text.slice(total.end, exceeding[0]?.start))
}

/** The first parts that are more than the whole, alone or together, and under the wider reading if any are. */
function exceedingParts(total: Quantity, parts: readonly Quantity[]): Quantity[] | undefined {
  const whole = baseIntervalOf(total)
  const found = parts.flatMap((part, index) => {
    const named = below(whole, baseIntervalOf(part)) ? [part] : parts.slice(0, index + 1)
    const sum = sumOf(named)
    const together = parts.slice(0, index + 1)
    return sum && below(whole, sum) ? [named, together] : []
  })
  return found.find((named) => severityOf(total, named) === 'error') ?? found[0]
}

/** Parts that should have filled the total: the report says so, or one slip of the pen explains the difference. */
function missedParts(breakdown: Breakdown): Quantity[] | undefined {
  const { total, parts, certain, unbroken, closed } = breakdown
  for (let count = unbroken; count >= 2; count--) {
    if (!isExact(breakdown, count)) continue
    const named = parts.slice(0, count)
    if ((closed && count === certain) || oneSlipCloses(total, named, leastDigits(breakdown, count))) return named
  }
  return undefined
}

/** Small figures fill a total by chance: only where a slip would be seen is their sum an agreement. */
function wouldBeMissed(breakdown: Breakdown, count: number): boolean {
  const { total, certain, closed, complete, unbroken } = breakdown
  if (!complete || count > unbroken || !isExact(breakdown, count)) return false
  return (closed && count === certain) || hasDigits(total, leastDigits(breakdown, count))
}

function isExact({ total, parts, open }: Breakdown, count: number): boolean {
  return !open && total.qualifier === '' && parts.slice(0, count).every(({ qualifier }) => qualifier === '')
}

function leastDigits({ near, certain }: Breakdown, count: number): number {
  return (near && count <= certain) || (certain === count && count > 2) ? 3 : 4
}

/** Under the wider reading of round figures (3700万元) nothing may fit either, or the finding is a note. */
function severityOf(total: Quantity, parts: readonly Quantity[]): Severity {
  const sum = sumOf(parts, 'wide')
  return sum && disjoint(sum, baseIntervalOf(total, 'wide')) ? 'error' : 'note'
}

function missedSeverity({ total, closed, inOrder }: Breakdown, parts: readonly Quantity[]): Severity {
  return inOrder && closed ? severityOf(total, parts) : 'warning'
}

const weaker = (severity: Severity): Severity => (severity === 'error' ? 'warning' : severity)

function hitOf(text: string, messageId: string, total: Quantity, parts: readonly Quantity[], severity: Severity): Hit {
  const sum = sumIn(total, parts)
  const figures = [total, ...parts]
  const value = sum ? amountLike(middle(sum), total) : ''
  const change = { start: total.digitsStart, end: total.end, text: value }
  return {
    messageId,
    values: { total: printedAmount(total), parts: parts.map(printedAmount).join(' + '), sum: value },
    start: Math.min(...figures.map(({ start }) => start)),
    end: Math.max(...figures.map(({ end }) => end)),
    severity,
    evidence: [evidenceOf(text, ...figures)],
    ...(sum && { formula: formulaOf(total, parts, sum) }),
    repairs: sum && parts.length > 1 ? [{ messageId: 'changeTotal', values: { value }, edits: [change] }] : [],
  }
}

/** The sum in the unit the total is printed in: acres add up in square metres. */
function sumIn(total: Quantity, parts: readonly Quantity[]): Interval | undefined {
  const sum = sumOf(parts)
  return sum && scale(sum, divide(one, toBaseUnit(total.unit).factor))
}

function formulaOf(total: Quantity, parts: readonly Quantity[], sum: Interval): NonNullable<Hit['formula']> {
  return {
    expression: parts.map(printedAmount).join(' + '),
    implied: intervalLike(sum, total),
    printed: printedAmount(total),
  }
}

function middle({ low, high }: Interval): Fraction {
  const from = low ?? high ?? zero
  return divide(add(from, high ?? from), fraction(2n))
}
