import { entryOf } from '../checks/entry-of.ts'
import {
  add,
  compare,
  divide,
  exactDecimal,
  formatDecimal,
  fraction,
  multiply,
  one,
  parseDecimal,
  subtract,
  zero,
  type Fraction,
} from '../numbers/decimal.ts'
import { point, quotient, scale, shift, widthOf, type Interval } from '../numbers/interval.ts'
import { unitKind } from '../numbers/units.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { decimalsOf, inUnit, intervalOfValue, splitUnit } from './figure-value.ts'
import { findFigure, type GrowthUnit, type LedgerFigure, type LedgerRow } from './ledger.ts'

/** Growth that nobody has published, as far as the two values carry it. */
export interface ComputedGrowth {
  /** Signed, with as many digits as the values allow. */
  value: string
  unit: GrowthUnit
  /** All growth that the values can mean, in per cent; a difference of shares is the difference of what is printed. */
  implied: Interval
}

/**
 * Against the same period of the year before. Undefined where the two may not be held against each other: real prices
 * (地区生产总值), money whose prices are not known, a new series, an estimate or a missing value, too few digits.
 */
export function computeGrowth(
  row: LedgerRow,
  figure: LedgerFigure,
  indicators: readonly IndicatorEntry[],
): ComputedGrowth | undefined {
  const before = findFigure(
    { place: '', rows: [row] },
    { indicator: row.indicator, year: figure.year - 1, period: figure.period, kind: 'result' },
  )
  if (figure.kind !== 'result' || figure.value === null || !before || before.value === null) return undefined
  if (before.settlement === 'estimate' || figure.period === 'term' || !mayCompare(row, figure, indicators)) {
    return undefined
  }
  const { measure } = splitUnit(figure.unit)
  if (measure === '%' || measure === '‰') return pointsBetween(before, figure)
  return rateBetween(before, figure)
}

/** The catalogue knows a row also by the name it had before somebody gave it the place's own. */
export function entryOfRow(row: LedgerRow, indicators: readonly IndicatorEntry[]): IndicatorEntry | undefined {
  for (const name of [row.indicator, ...row.formerly.toReversed()]) {
    const entry = entryOf(indicators, name)
    if (entry) return entry
  }
  return undefined
}

function mayCompare(row: LedgerRow, figure: LedgerFigure, indicators: readonly IndicatorEntry[]): boolean {
  const entry = entryOfRow(row, indicators)
  if (row.basis.prices === 'real' || entry?.basis === 'real' || entry?.basis === 'mixed') return false
  if (entry?.breaks?.includes(figure.year)) return false
  if (entry || row.basis.prices === 'nominal') return true
  return unitKind(splitUnit(figure.unit).measure) !== 'money'
}

/** 62.5% after 61.3% is 1.2 points more: officials subtract what was published. */
function pointsBetween(before: LedgerFigure, figure: LedgerFigure): ComputedGrowth | undefined {
  if (figure.unit !== '%' || before.unit !== '%' || figure.value === null || before.value === null) return undefined
  const difference = subtract(parseDecimal(figure.value), parseDecimal(before.value))
  const digits = Math.max(decimalsOf(figure.value), decimalsOf(before.value))
  return { value: formatDecimal(difference, digits), unit: '百分点', implied: point(difference) }
}

const hundred = fraction(100n)

function rateBetween(before: LedgerFigure, figure: LedgerFigure): ComputedGrowth | undefined {
  const earlier = valuesOf(before)
  const later = valuesOf(figure)
  if (!earlier || !later || inUnit('0', before.unit, figure.unit) === undefined) return undefined
  const ratio = quotient(later, earlier)
  const implied = ratio && scale(shift(ratio, negativeOne), hundred)
  const width = implied && widthOf(implied)
  if (!implied?.low || !implied.high || !width) return undefined
  const digits = compare(width, tenth) <= 0 ? 1 : compare(width, one) <= 0 ? 0 : undefined
  if (digits === undefined) return undefined
  const rate = multiply(subtract(divide(centreOf(later), centreOf(earlier)), one), hundred)
  return { value: shortest(rate, digits), unit: '%', implied }
}

const negativeOne = fraction(-1n)
const tenth = fraction(1n, 10n)

/** The value as it was printed. */
function centreOf({ low, high }: Interval): Fraction {
  return low && high ? divide(add(low, high), fraction(2n)) : zero
}

/** 增长10%, not 10.0%, where that is exact. */
function shortest(value: Fraction, digits: number): string {
  const exact = exactDecimal(value)
  return exact !== undefined && decimalsOf(exact) <= digits ? exact : formatDecimal(value, digits)
}

/** Things that were counted one by one stand for themselves, all else for what rounds to it. */
function valuesOf({ value, unit }: LedgerFigure): Interval | undefined {
  if (value === null) return undefined
  const { magnitude, measure } = splitUnit(unit)
  const counted = unitKind(measure) === 'count' && measure !== '倍' && magnitude === '' && decimalsOf(value) === 0
  const around = intervalOfValue(value, unit)
  return counted ? point(centreOf(around)) : around
}
