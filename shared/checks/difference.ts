import { toBaseUnit } from '../numbers/base-units.ts'
import { add, divide, fraction, one } from '../numbers/decimal.ts'
import { baseIntervalOf, differenceOf, disjoint, scale } from '../numbers/interval.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { amountLike, intervalLike, printedAmount } from './amounts.ts'
import type { Repair } from './finding.ts'
import type { GrowthPlace } from './growth.ts'
import type { Outcome } from './rule.ts'

/** Two values of one indicator and the amount, or the points, by which the later one is said to differ. */
export interface DifferenceRelation {
  prior: Quantity
  current: Quantity
  change: Quantity
  sign: 1 | -1
}

/** 由41%提高到46%，提高5个百分点: the difference of the two values, each rounded on its own. */
export function judgeDifference({ prior, current, change, sign }: DifferenceRelation, place: GrowthPlace): Outcome[] {
  const [less, more] = sign === 1 ? [prior, current] : [current, prior]
  const implied = differenceOf(more, less)
  const wide = differenceOf(more, less, 'wide')
  if (!implied || !wide) return []
  const figures = place.otherReport ? [current, change] : [prior, current, change]
  if (!disjoint(implied, baseIntervalOf(change))) return [{ holds: 'yes', figures }]
  const own = scale(implied, divide(one, toBaseUnit(change.unit).factor))
  const value = own.low && own.high ? amountLike(divide(add(own.low, own.high), fraction(2n)), change) : ''
  return [
    {
      messageId: place.messageId,
      ...(place.indicator !== undefined && { indicator: place.indicator }),
      values: { printed: printedAmount(change), implied: value },
      start: place.start,
      end: place.end,
      severity: disjoint(wide, baseIntervalOf(change, 'wide')) ? place.severity : 'note',
      evidence: place.evidence,
      formula: {
        expression: `${printedAmount(more)} − ${printedAmount(less)}`,
        implied: intervalLike(own, change),
        printed: printedAmount(change),
      },
      repairs: repairChange(change, value),
    },
  ]
}

function repairChange(change: Quantity, value: string): Repair[] {
  const digits = /^[\d.]+/.exec(value)?.[0]
  if (digits === undefined) return []
  const edits = [{ start: change.digitsStart, end: change.digitsEnd, text: digits }]
  return [{ messageId: 'changeValue', values: { value }, edits }]
}
