import { compare, fraction, multiply, parseDecimal, shiftDecimal, zero } from '../numbers/decimal.ts'
import { contains, disjoint, interval, intervalOf, printedGrowth } from '../numbers/interval.ts'
import { magnitudes } from '../numbers/units.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { namesLoss, speaksOfLevel, type Direction } from './direction-words.ts'
import type { FigurePart } from './figure-key.ts'
import { decimalsOf, equalValues, inUnit, roundedIn } from './figure-value.ts'
import type { LedgerNumber } from './ledger-reader.ts'

export interface TextEdit {
  start: number
  end: number
  text: string
}

/** A bound figure as it is printed. */
export interface PrintedFigure {
  quantity: Quantity
  direction: Direction
  /** A bare number of a table: its unit is that of the ledger. */
  bare: boolean
}

/**
 * Does a printed figure say what the ledger has? At its own unit and decimals: 1.23亿元 is 12345万元. A target is decided, not
 * measured, and is never rounded; 突破4000万元 and 近3000万元 say the same of every value that they may be said of.
 * Undefined: the two are not of one measure.
 */
export function saysTheSame(printed: PrintedFigure, number: LedgerNumber, part: FigurePart): boolean | undefined {
  const { quantity } = printed
  const unit = unitOf(printed)
  const moved = inUnit(number.value, number.unit, unit)
  if (moved === undefined) return undefined
  if (part === 'growth' && printed.direction.doubtful) return false
  const name = number.row.indicator
  if (part === 'value' && !speaksOfLevel(printed.direction, name)) return false
  const sign = signOf(printed, part, name)
  if (number.implied && quantity.qualifier === '') return !disjoint(growthOf(printed, sign), number.implied)
  const own = signed(printedDigits(quantity), sign)
  if (isDecided(number)) return equalValues(moved, own)
  // 6.1余% is more than 6.1%: what is exactly the number is not it and some more.
  if (moreThan.test(quantity.text) && equalValues(moved, own)) return false
  const rounded = roundedIn(number.value, number.unit, unit, quantity.decimals) ?? moved
  if (equalValues(rounded, own) && (zeroOf(number.value) || !zeroOf(rounded))) return true
  if (quantity.qualifier === '' || isNegative(moved) !== sign < 0) return false
  const size = parseDecimal(shiftDecimal(moved.replace('-', ''), magnitudes[quantity.magnitude] ?? 0))
  return contains(intervalOf(quantity), size)
}

/** 余 or 多 between the digits and the unit. */
const moreThan = /\d\s*[余多]/

function growthOf({ quantity }: PrintedFigure, sign: 1 | -1): ReturnType<typeof printedGrowth> {
  if (quantity.unit === '%' || quantity.kind === 'permille') return printedGrowth(quantity, sign)
  const own = intervalOf(quantity)
  if (sign > 0 || !own.low || !own.high) return own
  const negative = (value: typeof own.low): NonNullable<typeof own.low> => ({ num: -value.num, den: value.den })
  return interval(negative(own.high), negative(own.low))
}

/** A target with its bound, 9000万元以上, and every other number somebody has set. */
function isDecided({ figure }: LedgerNumber): boolean {
  return figure.kind === 'target'
}

/**
 * What the words must read to say what the ledger has: same unit, same decimals, and the word of direction where it does not
 * fit any more. Undefined where that is for a person to write: about 近 and 突破, Han numerals, 持平, a sign without its word.
 */
export function printLike(
  printed: PrintedFigure,
  number: LedgerNumber,
  part: FigurePart,
  text: string,
  inCell: boolean,
): TextEdit | undefined {
  const { quantity, direction } = printed
  if (quantity.han || (quantity.qualifier !== '' && !isDecided(number))) return undefined
  const digits = digitsFor(printed, number)
  if (digits !== undefined && printed.bare && isOtherSize(digits, quantity.value)) return undefined
  if (digits === undefined || (part === 'growth' && zeroOf(digits))) return undefined
  const size = grouped(digits.replace('-', ''), quantity)
  const sign = isNegative(digits) ? -1 : 1
  if (sign === signOf(printed, part, number.row.indicator))
    return { start: quantity.digitsStart, end: quantity.digitsEnd, text: size }
  const end = quantity.digitsEnd
  if (part === 'value' || direction.word === undefined) {
    const takesSign = inCell || (part === 'growth' && direction.takesSign)
    if (!takesSign || quantity.start !== quantity.digitsStart) return undefined
    const start = quantity.digitsStart - (direction.minus ? 1 : 0)
    return { start, end, text: sign < 0 ? `-${size}` : size }
  }
  if (direction.opposite === undefined || direction.minus || direction.wordStart === undefined) return undefined
  const between = text.slice(direction.wordStart + direction.word.length, quantity.digitsStart)
  return { start: direction.wordStart, end, text: direction.opposite + between + size }
}

/** Signed, in the unit of the place. */
function digitsFor(printed: PrintedFigure, number: LedgerNumber): string | undefined {
  const { quantity } = printed
  const unit = unitOf(printed)
  const moved = inUnit(number.value, number.unit, unit)
  if (moved === undefined) return undefined
  // A computed rate has the digits that its values carry and no more.
  if (number.implied) return roundedIn(number.value, number.unit, unit, Math.min(quantity.decimals, decimalsOf(moved)))
  const least = isDecided(number) ? Math.max(quantity.decimals, decimalsOf(trimmed(moved))) : quantity.decimals
  // 0.04亿元 where one decimal was printed would read 0.0.
  for (let decimals = least; decimals <= least + 8; decimals++) {
    const rounded = roundedIn(number.value, number.unit, unit, decimals)
    if (rounded === undefined || !zeroOf(rounded) || zeroOf(number.value)) return rounded
  }
  return undefined
}

/** A cell has its unit somewhere else: one that is ten times another may now be meant in another unit. */
export function isOtherSize(digits: string, printed: string): boolean {
  const now = parseDecimal(digits.replace('-', ''))
  const old = parseDecimal(printed)
  if (zeroOf(digits) || zeroOf(printed)) return false
  return compare(now, multiply(old, ten)) >= 0 || compare(old, multiply(now, ten)) >= 0
}

const ten = fraction(10n)

/** With magnitude, as `splitUnit` reads it. */
export function unitOf({ quantity, bare }: PrintedFigure): string {
  return bare ? quantity.unit : quantity.magnitude + quantity.unit
}

/** The digits as printed, in the magnitude of the place; a bare number is in that of the ledger. */
export function printedDigits({ value, magnitude }: Quantity): string {
  return shiftDecimal(value, -(magnitudes[magnitude] ?? 0))
}

/** Words of direction speak of growth; before a value a minus does, and a loss, unless the row counts losses. */
export function signOf({ direction }: PrintedFigure, part: FigurePart, indicator: string): 1 | -1 {
  if (part === 'growth') return direction.sign
  return direction.minus !== (direction.loss && !namesLoss(indicator)) ? -1 : 1
}

/** 4,126 stays grouped. */
function grouped(digits: string, { text }: Quantity): string {
  if (!/\d[,，]\d{3}/.test(text)) return digits
  const [whole = '', decimals] = digits.split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? groups : `${groups}.${decimals}`
}

const trimmed = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value)
const signed = (digits: string, sign: 1 | -1): string => (sign < 0 && !zeroOf(digits) ? `-${digits}` : digits)
const isNegative = (value: string): boolean => compare(parseDecimal(value), zero) < 0
const zeroOf = (value: string): boolean => parseDecimal(value).num === 0n
