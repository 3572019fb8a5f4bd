import {
  add,
  compare,
  divide,
  formatDecimal,
  fraction,
  larger,
  multiply,
  negate,
  one,
  parseDecimal,
  smaller,
  subtract,
  zero,
  type Fraction,
} from './decimal.ts'
import { magnitudes } from './units.ts'
import { toBaseUnit } from './base-units.ts'
import type { Quantity } from './quantity.ts'

/** All values that printed digits can stand for, borders included; null = without end on that side. */
export interface Interval {
  low: Fraction | null
  high: Fraction | null
}

/**
 * `narrow`: every printed digit counts, 余 and 突破 reach to the next round step.
 * `wide`: zeros at the end may be rounding (4700万元), and one-sided words bound one side only (突破2000万元 may be any more).
 * A contradiction under `narrow` alone is a note; under both it is a finding.
 */
export type Reading = 'narrow' | 'wide'

const hundred = fraction(100n)

export function interval(low: Fraction | null, high: Fraction | null): Interval {
  return { low, high }
}

export function point(value: Fraction): Interval {
  return { low: value, high: value }
}

/** In the printed unit without magnitude (元, 亩, %). 9.6亿元 → [955000000, 965000000]. */
export function intervalOf(quantity: Quantity, reading: Reading = 'narrow'): Interval {
  const value = parseDecimal(quantity.value)
  const half = halfUnit(quantity, reading)
  switch (quantity.qualifier) {
    case '':
      return { low: subtract(value, half), high: add(value, half) }
    case '~':
      return around(value, fraction(5n, 100n))
    case '<~':
      return { low: multiply(value, fraction(9n, 10n)), high: value }
    case '>':
    case '>=':
      return { low: subtract(value, half), high: reading === 'wide' ? null : nextRoundStep(quantity, value) }
    case '<=':
      return { low: reading === 'wide' ? null : zero, high: add(value, half) }
  }
}

/** The same in the base unit of its dimension (平方米, 千克, 米, 千瓦时), so that 亩 and 公顷 compare. */
export function baseIntervalOf(quantity: Quantity, reading: Reading = 'narrow'): Interval {
  return scale(intervalOf(quantity, reading), toBaseUnit(quantity.unit).factor)
}

/** Can the two be compared at all: the same unit, or units of one dimension. Currencies never mix. */
export function sameDimension(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit || toBaseUnit(a.unit).unit === toBaseUnit(b.unit).unit
}

/**
 * The growth in percent that two values can mean: [bl/ah − 1, bh/al − 1]. Undefined where it cannot be had: other
 * dimensions, or an earlier value that may be zero or negative.
 */
export function impliedGrowth(prior: Quantity, current: Quantity, reading: Reading = 'narrow'): Interval | undefined {
  if (!sameDimension(prior, current)) return undefined
  const ratio = quotient(baseIntervalOf(current, reading), baseIntervalOf(prior, reading))
  return ratio && scale(shift(ratio, negate(one)), hundred)
}

/** A printed rate with its sign, in percent: 下降3.15% → [−3.155, −3.145]. 翻一番 and N倍 are given as growth too. */
export function printedGrowth(rate: Quantity, sign: 1 | -1 = 1, reading: Reading = 'narrow'): Interval {
  const own = intervalOf(rate, reading)
  const percent =
    rate.unit === '‰'
      ? scale(own, fraction(1n, 10n))
      : rate.unit === '倍'
        ? scale(rate.text.includes('番') ? shift(point(parseDecimal(rate.value)), negate(one)) : own, hundred)
        : own
  return sign === 1 ? percent : { low: percent.high && negate(percent.high), high: percent.low && negate(percent.low) }
}

/** What the current value must be when the rate holds: [al·(1+gl), ah·(1+gh)], in the unit of the earlier value. */
export function impliedCurrent(prior: Quantity, growth: Interval, reading: Reading = 'narrow'): Interval {
  return product(intervalOf(prior, reading), growthFactor(growth))
}

/** Σ in base units. Undefined where the units are not of one dimension, or the list is empty. */
export function sumOf(quantities: readonly Quantity[], reading: Reading = 'narrow'): Interval | undefined {
  const first = quantities[0]
  if (!first || quantities.some((quantity) => !sameDimension(first, quantity))) return undefined
  return quantities.map((quantity) => baseIntervalOf(quantity, reading)).reduce(plus, point(zero))
}

export function differenceOf(a: Quantity, b: Quantity, reading: Reading = 'narrow'): Interval | undefined {
  return sameDimension(a, b) ? minus(baseIntervalOf(a, reading), baseIntervalOf(b, reading)) : undefined
}

/** Part ÷ whole in percent: 6.31亿 of 13.9亿 → [45.2…, 45.6…]. */
export function shareOf(part: Quantity, whole: Quantity, reading: Reading = 'narrow'): Interval | undefined {
  if (!sameDimension(part, whole)) return undefined
  const ratio = quotient(baseIntervalOf(part, reading), baseIntervalOf(whole, reading))
  return ratio && scale(ratio, hundred)
}

/** Quotient of any two quantities in their printed units: 吨 per 亩, 元 per 人. */
export function ratioOf(a: Quantity, b: Quantity, reading: Reading = 'narrow'): Interval | undefined {
  return quotient(intervalOf(a, reading), intervalOf(b, reading))
}

/** Product in the printed units: per head × population. */
export function productOf(a: Quantity, b: Quantity, reading: Reading = 'narrow'): Interval {
  return product(intervalOf(a, reading), intervalOf(b, reading))
}

export interface GrownPart {
  current: Quantity
  /** Printed growth in percent. */
  growth: Interval
}

/** Growth of a total in percent, from the parts' current values and rates: Σ bᵢ / Σ (bᵢ / (1 + gᵢ)) − 1. */
export function weightedGrowth(parts: readonly GrownPart[], reading: Reading = 'narrow'): Interval | undefined {
  const first = parts[0]
  if (!first || parts.some((part) => !sameDimension(first.current, part.current))) return undefined
  const low = weightedBorder(parts, 'low', reading)
  const high = weightedBorder(parts, 'high', reading)
  return low && high && { low, high }
}

/**
 * A mean is pushed furthest when the parts above it weigh as much and those below as little as they can: with the parts
 * sorted by rate, one of the cuts between heavy and light gives the border.
 */
function weightedBorder(parts: readonly GrownPart[], side: 'low' | 'high', reading: Reading): Fraction | undefined {
  const known = parts.flatMap(({ current, growth }) => {
    const { low, high } = baseIntervalOf(current, reading)
    const rate = growth[side]
    const factor = rate && add(one, divide(rate, hundred))
    return low && high && factor && compare(low, zero) > 0 && compare(factor, zero) > 0 ? [{ low, high, factor }] : []
  })
  if (known.length < parts.length) return undefined
  known.sort((a, b) => (side === 'high' ? compare(b.factor, a.factor) : compare(a.factor, b.factor)))
  const means = known.map((_, cut) => {
    const weights = known.map((part, index) => (index <= cut ? part.high : part.low))
    const total = weights.reduce(add, zero)
    const before = known.reduce((sum, part, index) => add(sum, divide(weights[index] ?? zero, part.factor)), zero)
    return multiply(subtract(divide(total, before), one), hundred)
  })
  return means.reduce(side === 'high' ? larger : smaller)
}

export function plus(a: Interval, b: Interval): Interval {
  return { low: a.low && b.low && add(a.low, b.low), high: a.high && b.high && add(a.high, b.high) }
}

export function minus(a: Interval, b: Interval): Interval {
  return { low: a.low && b.high && subtract(a.low, b.high), high: a.high && b.low && subtract(a.high, b.low) }
}

/** Of positive amounts; undefined where the divisor may be zero or negative. */
export function quotient(a: Interval, b: Interval): Interval | undefined {
  if (!b.low || compare(b.low, zero) <= 0) return undefined
  return {
    low: b.high ? a.low && divideTowards(a.low, b.high, b.low) : a.low && smaller(a.low, zero),
    high: a.high && divideTowards(a.high, b.low, b.high ?? b.low),
  }
}

/** A negative amount is furthest out with the other border of the divisor. */
function divideTowards(value: Fraction, ifPositive: Fraction, ifNegative: Fraction): Fraction {
  return divide(value, compare(value, zero) >= 0 ? ifPositive : ifNegative)
}

export function product(a: Interval, b: Interval): Interval {
  if (!a.low || !a.high || !b.low || !b.high) return positiveProduct(a, b)
  const corners = [multiply(a.low, b.low), multiply(a.low, b.high), multiply(a.high, b.low), multiply(a.high, b.high)]
  return { low: corners.reduce(smaller), high: corners.reduce(larger) }
}

function positiveProduct(a: Interval, b: Interval): Interval {
  return { low: a.low && b.low && multiply(a.low, b.low), high: a.high && b.high && multiply(a.high, b.high) }
}

/** By a positive factor. */
export function scale(a: Interval, factor: Fraction): Interval {
  return { low: a.low && multiply(a.low, factor), high: a.high && multiply(a.high, factor) }
}

export function shift(a: Interval, by: Fraction): Interval {
  return { low: a.low && add(a.low, by), high: a.high && add(a.high, by) }
}

/** Touching borders are not disjoint: a value that rounds either way contradicts nothing. */
export function disjoint(a: Interval, b: Interval): boolean {
  return below(a, b) || below(b, a)
}

/** Every value of a lies below every value of b. */
export function below(a: Interval, b: Interval): boolean {
  return a.high !== null && b.low !== null && compare(a.high, b.low) < 0
}

export function contains(a: Interval, value: Fraction): boolean {
  return (a.low === null || compare(a.low, value) <= 0) && (a.high === null || compare(a.high, value) >= 0)
}

/** Undefined where a side has no end. */
export function widthOf(a: Interval): Fraction | undefined {
  return a.low && a.high ? subtract(a.high, a.low) : undefined
}

/**
 * True where an implied growth or share says too little to confirm the printed one: 3 → 4 亿 implies 0 % … 80 %.
 * Wider than ten points and than the printed figure itself.
 */
export function tooCoarse(implied: Interval, printed: Interval): boolean {
  const width = widthOf(implied)
  if (!width) return true
  const middle = printed.low && printed.high ? divide(add(printed.low, printed.high), fraction(2n)) : zero
  const size = compare(middle, zero) < 0 ? negate(middle) : middle
  return compare(width, larger(size, fraction(10n))) > 0
}

/** `30.3～34.2`; one figure where both ends round to it, `≥…` and `≤…` where a side has no end. */
export function formatInterval(a: Interval, digits: number): string {
  const low = a.low && formatDecimal(a.low, digits)
  const high = a.high && formatDecimal(a.high, digits)
  if (low === null) return high === null ? '' : `≤${high}`
  if (high === null) return `≥${low}`
  return low === high ? low : `${low}～${high}`
}

function growthFactor(growth: Interval): Interval {
  return shift(scale(growth, fraction(1n, 100n)), one)
}

function around(value: Fraction, part: Fraction): Interval {
  const half = multiply(value, part)
  return { low: subtract(value, half), high: add(value, half) }
}

/** Half a unit of the last digit that carries meaning; 0 for whole things that were counted. */
function halfUnit(quantity: Quantity, reading: Reading): Fraction {
  if (quantity.kind === 'date' || quantity.kind === 'listcount') return zero
  const rate = quantity.kind === 'pct' || quantity.kind === 'permille' || quantity.kind === 'pp'
  const zeros = rate ? 0 : trailingZeros(quantity)
  const counted =
    quantity.kind === 'count' && quantity.magnitude === '' && quantity.decimals === 0 && quantity.unit !== '倍'
  if (counted && (reading === 'narrow' || zeros < 2)) return zero
  if (quantity.unit === '倍' && quantity.text.includes('番')) return zero
  const exponent = (magnitudes[quantity.magnitude] ?? 0) - quantity.decimals + (reading === 'wide' ? zeros : 0)
  // 三成 is printed in tenths.
  return divide(powerOfTen(quantity.text.includes('成') ? exponent + 1 : exponent), fraction(2n))
}

/** Zeros at the end of a printed integer: 4700万 → 2. */
function trailingZeros(quantity: Quantity): number {
  if (quantity.decimals > 0) return 0
  const printed = divide(parseDecimal(quantity.value), powerOfTen(magnitudes[quantity.magnitude] ?? 0))
  return printed.num === 0n ? 0 : (/0*$/.exec(printed.num.toString())?.[0].length ?? 0)
}

/** 300余 → 400, 3100余 → 3200, 1000多 → 2000, 1.7万多 → 1.8万. */
function nextRoundStep(quantity: Quantity, value: Fraction): Fraction {
  const exponent = (magnitudes[quantity.magnitude] ?? 0) - quantity.decimals + trailingZeros(quantity)
  return add(value, powerOfTen(exponent))
}

function powerOfTen(exponent: number): Fraction {
  return exponent >= 0 ? fraction(10n ** BigInt(exponent)) : fraction(1n, 10n ** BigInt(-exponent))
}
