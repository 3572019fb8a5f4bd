import {
  add,
  compare,
  formatDecimal,
  multiply,
  parseDecimal,
  shiftDecimal,
  subtract,
  type Fraction,
} from '../numbers/decimal.ts'
import { interval, type Interval } from '../numbers/interval.ts'
import { magnitudes, unitName } from '../numbers/units.ts'
import { toBaseUnit } from '../numbers/base-units.ts'

/** 亿元 → 亿 and 元; 百分点 and 千米 hold no magnitude. */
export function splitUnit(unit: string): { magnitude: string; measure: string } {
  const found = magnitudesLongestFirst.find((word) => unit.startsWith(word) && isMeasure(unit.slice(word.length)))
  if (found === undefined) return { magnitude: '', measure: unit }
  return { magnitude: found, measure: unit.slice(found.length) }
}

const magnitudesLongestFirst = Object.keys(magnitudes)
  .filter((word) => word !== '')
  .sort((a, b) => b.length - a.length)

/** 千瓦 is a unit of its own, and so is 百分点; after 万 and 亿 everything is a measure. */
function isMeasure(rest: string): boolean {
  return !/^(?:分点|瓦|克|米|伏|卡)/.test(rest)
}

/** A value in another unit of the same measure, its printed digits kept: 8.30 亿元 → 83000 万元; undefined: another measure. */
export function inUnit(value: string, from: string, to: string): string | undefined {
  if (from === to) return value
  const [a, b] = [splitUnit(from), splitUnit(to)]
  if (unitName(a.measure) !== unitName(b.measure)) return undefined
  return shifted(value, (magnitudes[a.magnitude] ?? 0) - (magnitudes[b.magnitude] ?? 0))
}

/** Moves the point and keeps the zeros that were printed: 8.30 by −4 is 0.000830. */
function shifted(value: string, by: number): string {
  const decimals = Math.max(0, decimalsOf(value) - by)
  return formatDecimal(parseDecimal(shiftDecimal(value, by)), decimals)
}

export function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0
}

/** The values that round to the printed digits, in base units (元, 平方米 …) so that 1.23 亿元 and 12300 万元 can be held against each other. */
export function intervalOfValue(value: string, unit: string): Interval {
  const { magnitude, measure } = splitUnit(unit)
  const { factor } = toBaseUnit(measure)
  const inBase = (text: string): Fraction =>
    multiply(parseDecimal(shiftDecimal(text, magnitudes[magnitude] ?? 0)), factor)
  const centre = inBase(value)
  const half = inBase(shiftDecimal('5', -decimalsOf(value) - 1))
  return interval(subtract(centre, half), add(centre, half))
}

/** Rounded to so many digits; undefined where the unit is of another measure. */
export function roundedIn(value: string, from: string, to: string, decimals: number): string | undefined {
  const moved = inUnit(value, from, to)
  return moved === undefined ? undefined : formatDecimal(parseDecimal(moved), decimals)
}

/** Do they say the same number, whatever zeros are printed? */
export function equalValues(a: string, b: string): boolean {
  return compare(parseDecimal(a), parseDecimal(b)) === 0
}
