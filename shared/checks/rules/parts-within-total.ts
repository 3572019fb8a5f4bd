import { add, divide, fraction, zero, type Fraction } from '../../numbers/decimal.ts'
import { baseIntervalOf, below, disjoint, sumOf, type Interval } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { amountLike, intervalLike, printedAmount } from '../amounts.ts'
import { partCues, readBreakdown, type Breakdown } from '../breakdown.ts'
import type { Hit, Severity } from '../finding.ts'
import type { Outcome, ParagraphReading, ParagraphRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * 「到位资金4850万元，其中市外资金3700万元，市内资金1150万元」: the amounts after 其中 are parts of the one before it. They close
 * as soon as they fill the total; what follows then opens a new statement. A list that names only the largest parts stays
 * below its total and says nothing.
 */
export const partsWithinTotal: ParagraphRule = {
  id: 'parts-within-total',
  kind: 'sum-of-parts',
  severity: 'error',
  check(text, { quantities }: ParagraphReading) {
    return [...text.matchAll(partCues)].flatMap((cue) => {
      const breakdown = readBreakdown(text, quantities, cue.index, cue.index + cue[0].length)
      return breakdown ? judge(text, breakdown) : []
    })
  },
}

function judge(text: string, { total, parts, near, complete }: Breakdown): Outcome[] {
  const whole = baseIntervalOf(total)
  for (let count = 2; count <= parts.length; count++) {
    const named = parts.slice(0, count)
    const sum = sumOf(named)
    if (sum && !disjoint(sum, whole)) return [{ holds: 'yes', figures: [total, ...named] }]
  }
  const exceeding = parts.slice(0, near).findIndex((_, index) => {
    const sum = sumOf(parts.slice(0, index + 1))
    return sum !== undefined && below(whole, sum)
  })
  if (exceeding >= 0) {
    const named = parts.slice(0, exceeding + 1)
    const single = named.length === 1 || below(whole, baseIntervalOf(parts[exceeding] ?? total))
    const shown = single ? [parts[exceeding] ?? total] : named
    return [hitOf(text, single ? 'partExceedsTotal' : 'partsExceedTotal', total, shown, severityOf(total, shown))]
  }
  if (!complete || parts.length < 2 || [total, ...parts].some(({ qualifier }) => qualifier !== '')) return []
  const closed = sharesHead(text, parts) || fallsShortByOneDigit(total, parts) || slipsInMagnitude(total, parts)
  return closed ? [hitOf(text, 'partsMissTotal', total, parts, 'warning')] : []
}

/** 约束性指标11项，预期性指标12项: the same noun with different attributes divides the whole and leaves nothing over. */
function sharesHead(text: string, parts: readonly Quantity[]): boolean {
  const heads = parts.map(({ start }) => /\p{Script=Han}{2}$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0])
  return heads[0] !== undefined && new Set(heads).size === 1
}

/** 9000亿元，其中…7000万元，…2000亿元: with one magnitude for all, the parts would fill the total. */
function slipsInMagnitude(total: Quantity, parts: readonly Quantity[]): boolean {
  if (parts.every(({ magnitude }) => magnitude === total.magnitude)) return false
  const sum = parts.reduce((digits, part) => digits + Number(digitsOf(part)), 0)
  return [total, ...parts].every(({ decimals }) => decimals === total.decimals) && sum === Number(digitsOf(total))
}

/** Under the wider reading of round figures (3700万元) nothing may fit either, or the finding is a note. */
function severityOf(total: Quantity, parts: readonly Quantity[]): Severity {
  const sum = sumOf(parts, 'wide')
  return sum && disjoint(sum, baseIntervalOf(total, 'wide')) ? 'error' : 'note'
}

/**
 * An open list stays below its total by any amount; one wrong digit in a closed list leaves a difference of that digit
 * alone. Small totals are within one digit by chance.
 */
function fallsShortByOneDigit(total: Quantity, parts: readonly Quantity[]): boolean {
  const forms = new Set([total, ...parts].map(({ magnitude, unit, decimals }) => `${magnitude}${unit}${decimals}`))
  const whole = Number(digitsOf(total))
  const short = whole - parts.reduce((sum, part) => sum + Number(digitsOf(part)), 0)
  return forms.size === 1 && whole >= 100 && short > 0 && /^[1-9]0*$/.test(String(short))
}

const digitsOf = (quantity: Quantity): string =>
  quantity.text.slice(quantity.digitsStart - quantity.start, quantity.digitsEnd - quantity.start).replace(/\D/g, '')

function hitOf(text: string, messageId: string, total: Quantity, parts: readonly Quantity[], severity: Severity): Hit {
  const sum = sumOf(parts)
  const last = parts.at(-1) ?? total
  return {
    messageId,
    values: {
      total: printedAmount(total),
      parts: parts.map(printedAmount).join(' + '),
      sum: sum ? amountLike(middle(sum), total) : '',
    },
    start: total.start,
    end: Math.max(last.end, total.end),
    severity,
    evidence: [evidenceOf(text, total, ...parts)],
    ...(sum && { formula: formulaOf(total, parts, sum) }),
    repairs:
      sum && parts.length > 1
        ? [
            {
              messageId: 'changeTotal',
              values: { value: amountLike(middle(sum), total) },
              edits: [{ start: total.start, end: total.end, text: amountLike(middle(sum), total) }],
            },
          ]
        : [],
  }
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
