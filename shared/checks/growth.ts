import { add, compare, divide, fraction, multiply, negate, shiftDecimal, type Fraction } from '../numbers/decimal.ts'
import {
  disjoint,
  impliedCurrent,
  impliedGrowth,
  printedGrowth,
  tooCoarse,
  widthOf,
  type Interval,
} from '../numbers/interval.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { magnitudes } from '../numbers/units.ts'
import { amountLike, digitsLike, percentRange, printedAmount, printedRate, showBeside } from './amounts.ts'
import type { Evidence, Hit, Repair, Severity } from './finding.ts'
import type { Outcome } from './rule.ts'

/** Two values of one indicator and the rate that is printed with the later one. */
export interface GrowthRelation {
  prior: Quantity
  current: Quantity
  rate: Quantity
  sign: 1 | -1
}

/** Where the finding stands and what it may weigh at most. */
export interface GrowthPlace {
  messageId: string
  start: number
  end: number
  evidence: Evidence[]
  severity: Severity
  /** Whose values these are; unknown where only the sentence pairs them. */
  indicator?: string
  /** The prior value stands in another report and cannot be repaired here. */
  otherReport?: true
}

/** Compares the printed rate with what the two values can mean; only disjoint intervals contradict. */
export function judgeGrowth(relation: GrowthRelation, place: GrowthPlace): Outcome[] {
  const { prior, current, rate, sign } = relation
  const implied = impliedGrowth(prior, current)
  const wide = impliedGrowth(prior, current, 'wide')
  if (!implied || !wide) return []
  const printed = printedGrowth(rate, sign)
  const figures = place.otherReport ? [current, rate] : [prior, current, rate]
  if (!disjoint(implied, printed)) return [{ holds: tooCoarse(implied, printed) ? 'undecidable' : 'yes', figures }]
  return [
    growthHit(relation, place, implied, disjoint(wide, printedGrowth(rate, sign, 'wide')) ? place.severity : 'note'),
  ]
}

function growthHit(relation: GrowthRelation, place: GrowthPlace, implied: Interval, severity: Severity): Hit {
  const { prior, current, rate, sign } = relation
  const show = showBeside(prior, current)
  const printed = printedRate(rate, sign)
  const range = percentRange(implied, rate.decimals)
  return {
    messageId: place.messageId,
    ...(place.indicator !== undefined && { indicator: place.indicator }),
    values: { printed, implied: range, prior: printedAmount(prior), current: printedAmount(current) },
    start: place.start,
    end: place.end,
    severity,
    evidence: place.evidence,
    formula: { expression: `${show(current)} ÷ ${show(prior)} − 1`, implied: range, printed },
    repairs: [...repairRate(relation, implied), ...repairCurrent(relation)],
  }
}

/** Within the implied range at the printed precision; offered only while the direction in words stays true. */
function repairRate({ rate, sign }: GrowthRelation, implied: Interval): Repair[] {
  const centre = middle(implied)
  if (!centre || rate.unit !== '%') return []
  const size = sign === 1 ? centre : negate(centre)
  if (size.num <= 0n) return []
  const narrow = widthOf(implied)
  const decimals = narrow && narrow.num === 0n ? Math.max(1, rate.decimals) : rate.decimals
  const digits = digitsLike(size, decimals)
  const edits = [{ start: rate.digitsStart, end: rate.digitsEnd, text: digits }]
  return [{ messageId: 'changeGrowth', values: { value: `${digits}%` }, edits }]
}

/** What the later value would be if the rate and the earlier value are right; there is no half a household. */
function repairCurrent({ prior, current, rate, sign }: GrowthRelation): Repair[] {
  const growth = printedGrowth(rate, sign)
  const centre = middle(impliedCurrent(prior, growth))
  if (!centre || centre.num <= 0n) return []
  const value = amountLike(centre, current)
  const digits = /^[\d.]+/.exec(value)?.[0] ?? ''
  const changed = {
    ...current,
    value: shiftDecimal(digits, magnitudes[current.magnitude] ?? 0),
    qualifier: '' as const,
  }
  const implied = impliedGrowth(prior, changed)
  if (!implied || disjoint(implied, growth)) return []
  const edits = [{ start: current.digitsStart, end: current.digitsEnd, text: digits }]
  return [{ messageId: 'changeValue', values: { value }, edits }]
}

function middle({ low, high }: Interval): Fraction | undefined {
  return low && high ? divide(add(low, high), fraction(2n)) : undefined
}

/** An interval that ends on both sides. */
type Ended = Record<keyof Interval, Fraction>

/** The earlier value that an increase leaves: 1348万元, 比上年增加425万元 → 923万元, as growth in percent. */
export function growthOfIncrease(current: Interval, increase: Interval, sign: 1 | -1): Ended | undefined {
  const { low: vl, high: vh } = current
  const { low: dl, high: dh } = increase
  if (!vl || !vh || !dl || !dh) return undefined
  const signed = (d: Fraction): Fraction => (sign === 1 ? d : negate(d))
  const rates = [vl, vh].flatMap((v) =>
    [dl, dh].flatMap((d) => {
      const before = add(v, negate(signed(d)))
      return before.num > 0n ? [multiply(divide(signed(d), before), fraction(100n))] : []
    }),
  )
  const [low, , , high] = rates.sort(compare)
  return low && high ? { low, high } : undefined
}
