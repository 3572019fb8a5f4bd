import type { Statement } from '../indicators/statement.ts'
import { intervalOfValue, splitUnit, decimalsOf } from '../ledger/figure-value.ts'
import type { LedgerBound, LedgerFigure } from '../ledger/ledger.ts'
import { toBaseUnit } from '../numbers/base-units.ts'
import {
  add,
  compare,
  fraction,
  multiply,
  negate,
  parseDecimal,
  shiftDecimal,
  subtract,
  type Fraction,
} from '../numbers/decimal.ts'
import {
  baseIntervalOf,
  interval,
  minus,
  printedGrowth,
  quotient,
  scale,
  shift,
  type Interval,
} from '../numbers/interval.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import type { TargetAccount } from './accounts.ts'

/** A target or a result as a number: the values it can mean, the one that is printed, and which way is better. */
export interface Measure {
  /** Base unit of an amount; % or 百分点 of a rate. */
  unit: string
  interval: Interval
  printed: Fraction
  /** `least`: as much or more. `most`: as much or less. */
  wanted: 'least' | 'most'
  bound: LedgerBound
}

/** Growth of a statement, signed; 新增9家 counts in its unit. */
export function rateOf(statement: Statement, entry: IndicatorEntry | undefined): Measure | null {
  const { growth, growthSign, growthKind, growthBase } = statement
  if (!growth || growthBase !== 'last-year') return null
  const bound = boundOf(growth)
  const exact = { ...growth, qualifier: '' as const }
  const wanted = wantedOf(bound, growthSign, entry)
  if (growthKind === '绝对') {
    const { unit, factor } = toBaseUnit(growth.unit)
    const printed = multiply(parseDecimal(growth.value), factor)
    return signed({ unit: `+${unit}`, interval: baseIntervalOf(exact), printed, wanted, bound }, growthSign)
  }
  if (growthKind === '百分点') {
    const printed = parseDecimal(growth.value)
    return signed({ unit: '百分点', interval: baseIntervalOf(exact), printed, wanted, bound }, growthSign)
  }
  const percent = printedGrowth(exact, growthSign)
  const centre = middleOf(percent)
  return centre && { unit: '%', interval: percent, printed: centre, wanted, bound }
}

function signed(measure: Measure, sign: 1 | -1): Measure {
  if (sign === 1) return measure
  const { low, high } = measure.interval
  return { ...measure, interval: interval(high && negate(high), low && negate(low)), printed: negate(measure.printed) }
}

function middleOf({ low, high }: Interval): Fraction | null {
  return low && high ? multiply(add(low, high), fraction(1n, 2n)) : null
}

export function amountOf({ value }: Statement, entry: IndicatorEntry | undefined): Measure | null {
  if (!value) return null
  const { unit, factor } = toBaseUnit(value.unit)
  const bound = boundOf(value)
  return {
    unit,
    interval: baseIntervalOf({ ...value, qualifier: '' }),
    printed: multiply(parseDecimal(value.value), factor),
    wanted: wantedOf(bound, 1, entry),
    bound,
  }
}

function boundOf({ qualifier }: Quantity): LedgerBound {
  if (qualifier === '>' || qualifier === '>=') return '>='
  if (qualifier === '<=') return '<='
  return qualifier === '' ? '' : '~'
}

/** 控制在4%以内, 能耗下降3%, indicators of which less is better, and prices, whose rise is held down. */
function wantedOf(bound: LedgerBound, sign: 1 | -1, entry: IndicatorEntry | undefined): Measure['wanted'] {
  if (bound === '<=') return sign === -1 ? 'least' : 'most'
  if (sign === -1) return 'most'
  const held = entry?.direction === 'less' || (entry?.direction === 'neither' && entry.units[0] === '%')
  return bound !== '>=' && held ? 'most' : 'least'
}

export function rateOfCell({ growth, growthUnit, unit, bound }: LedgerFigure): Measure | null {
  if (growth === null) return null
  const half = fraction(5n, 10n ** BigInt(decimalsOf(growth) + 1))
  const printed = parseDecimal(growth)
  const wanted = bound === '<=' || printed.num < 0n ? 'most' : 'least'
  if (growthUnit === 'value') {
    const base = `+${toBaseUnit(splitUnit(unit).measure).unit}`
    return { unit: base, interval: intervalOfValue(growth, unit), printed: inBase(growth, unit), wanted, bound }
  }
  return { unit: growthUnit, interval: interval(subtract(printed, half), add(printed, half)), printed, wanted, bound }
}

export function amountOfCell({ value, unit, bound }: LedgerFigure): Measure | null {
  if (value === null) return null
  return {
    unit: toBaseUnit(splitUnit(unit).measure).unit,
    interval: intervalOfValue(value, unit),
    printed: inBase(value, unit),
    wanted: bound === '<=' ? 'most' : 'least',
    bound,
  }
}

function inBase(value: string, unit: string): Fraction {
  const { low, high } = intervalOfValue(value, unit)
  return low && high ? multiply(add(low, high), fraction(1n, 2n)) : parseDecimal(value)
}

/** The values an amount can mean, in its base unit. */
export type Size = Pick<Measure, 'unit' | 'interval'>

export function sizeOf(value: Quantity): Size {
  return { unit: toBaseUnit(value.unit).unit, interval: baseIntervalOf(value) }
}

export function sizeOfCell(figure: LedgerFigure): Size | null {
  const amount = amountOfCell(figure)
  return amount && { unit: amount.unit, interval: resultRange(amount) }
}

/** 4230万元，比上年增加180万元: what there was the year before. */
export function sizeBefore(value: Size, increase: Measure | null): Size | null {
  if (increase?.unit !== `+${value.unit}`) return null
  return { unit: value.unit, interval: minus(value.interval, increase.interval) }
}

/** The growth that two values can mean. */
export function impliedRate(base: Size, value: Size): Measure | null {
  if (base.unit !== value.unit) return null
  const ratio = quotient(value.interval, base.interval)
  const implied = ratio && scale(shift(ratio, fraction(-1n, 1n)), fraction(100n, 1n))
  const printed = implied && middleOf(implied)
  return implied && printed ? { unit: '%', interval: implied, printed, wanted: 'least', bound: '' } : null
}

/**
 * A target is a number that was set, not measured: it is taken as printed, 左右 as five hundredths around it. The result is
 * anything that rounds to what is printed; a result printed exactly as the target has reached it. A rate that is short of 左右
 * by no more than half a point is a matter of opinion.
 */
export function judge(target: Measure, result: Measure): Pick<TargetAccount, 'verdict' | 'remark'> {
  if (target.unit !== result.unit) return { verdict: 'undecidable', remark: 'otherUnit' }
  const reached = { verdict: 'reached', remark: '' } as const
  const missed = { verdict: 'missed', remark: '' } as const
  const most = target.wanted === 'most'
  const border = target.bound === '~' ? aroundBorder(target.printed, most) : target.printed
  if (result.bound === '' && compare(result.printed, target.printed) === 0) return reached
  const { low, high } = resultRange(result)
  const at = (end: Fraction | null): number | null => end && compare(end, border)
  const [lowest, highest] = [at(low), at(high)]
  if (target.bound === '~' && isNearRate(target, result.printed, border))
    return { verdict: 'undecidable', remark: 'near' }
  if (most) {
    if (highest !== null && highest <= 0) return reached
    if (lowest !== null && lowest > 0) return missed
  } else {
    if (lowest !== null && lowest >= 0) return reached
    if (highest !== null && highest < 0) return missed
  }
  return { verdict: 'undecidable', remark: 'coarse' }
}

/** 5.6% for 增长6%左右: outside the five hundredths, within half a point. */
function isNearRate({ unit, printed, wanted }: Measure, result: Fraction, border: Fraction): boolean {
  if (unit !== '%' && unit !== '百分点') return false
  const half = fraction(1n, 2n)
  if (wanted === 'most') return compare(result, border) > 0 && compare(result, add(printed, half)) <= 0
  return compare(result, border) < 0 && compare(result, subtract(printed, half)) >= 0
}

/** 突破5亿元 may be any more, 近5亿元 is somewhat less. */
function resultRange({ interval: { low, high }, bound, printed }: Measure): Interval {
  switch (bound) {
    case '':
      return { low, high }
    case '>=':
      return { low: printed, high: null }
    case '<=':
      return { low: null, high }
    case '~':
      return { low: aroundBorder(printed, false), high: aroundBorder(printed, true) }
  }
}

/** The end of the band of 左右 that is easier to reach: below for more, above for less. */
function aroundBorder(printed: Fraction, above: boolean): Fraction {
  const size = printed.num < 0n ? negate(printed) : printed
  const part = multiply(size, parseDecimal(shiftDecimal('5', -2)))
  return above ? add(printed, part) : subtract(printed, part)
}
