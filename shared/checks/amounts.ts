import { compare, divide, exactDecimal, formatDecimal, fraction, type Fraction } from '../numbers/decimal.ts'
import type { Interval } from '../numbers/interval.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { afterPattern } from '../numbers/qualifiers.ts'
import { magnitudes } from '../numbers/units.ts'

/** The digits with unit as printed, without the qualifier: 近3000万元 → 3000万元. */
export function printedAmount(quantity: Quantity): string {
  return quantity.text.slice(quantity.digitsStart - quantity.start).replace(qualifierAfter, '')
}

const qualifierAfter = new RegExp(`(?:${afterPattern})$`)

/** The digits alone as they stand in the text, for a formula: 7.8. */
export function printedDigits(quantity: Quantity): string {
  return quantity.text.slice(quantity.digitsStart - quantity.start, quantity.digitsEnd - quantity.start)
}

/** The digits alone where both are printed in one unit, else with their units: 7.8 ÷ 5.9, 1.2亿元 ÷ 9600万元. */
export function showBeside(a: Quantity, b: Quantity): (quantity: Quantity) => string {
  return a.magnitude === b.magnitude && a.unit === b.unit ? printedDigits : printedAmount
}

/** A rate with the direction that its words say: 下降3.1% → −3.1%. */
export function printedRate(rate: Quantity, sign: 1 | -1): string {
  return `${sign === 1 ? '' : '−'}${printedAmount(rate)}`
}

const powerOf = ({ magnitude }: Quantity): Fraction => fraction(10n ** BigInt(magnitudes[magnitude] ?? 0))

/** A value in base units, written with the magnitude, unit and digits of a model: 48500000 like 4850万元 → 4850万元. */
export function amountLike(value: Fraction, model: Quantity): string {
  return `${digitsLike(divide(value, powerOf(model)), model.decimals)}${model.magnitude}${model.unit}`
}

/** No more digits than the model has, unless the value itself ends earlier: 32.20 → 32.2. */
export function digitsLike(value: Fraction, decimals: number): string {
  const exact = exactDecimal(value)
  if (exact !== undefined && (exact.split('.')[1]?.length ?? 0) <= decimals) return exact
  return formatDecimal(value, decimals)
}

/** Borders in the magnitude of the model, one digit finer than it is printed: 9.66～9.87亿元. */
export function intervalLike(interval: Interval, model: Quantity): string {
  const power = powerOf(model)
  const digits = model.decimals + (model.kind === 'count' || model.decimals > 3 ? 0 : 1)
  const show = (border: Fraction): string => digitsLike(divide(border, power), digits).replace('-', '−')
  const unit = `${model.magnitude}${model.unit}`
  const { low, high } = interval
  if (low && high) return compare(low, high) === 0 ? `${show(low)}${unit}` : `${show(low)}～${show(high)}${unit}`
  return low ? `≥ ${show(low)}${unit}` : high ? `≤ ${show(high)}${unit}` : unit
}

/** 30.25…34.19 as 30.3%～34.2%: as many digits as tell the borders apart from the printed rate. */
export function percentRange(interval: Interval, decimals: number): string {
  const digits = Math.max(1, decimals)
  const { low, high } = interval
  if (!low || !high) return ''
  const [from, to] = [formatDecimal(low, digits), formatDecimal(high, digits)].map((one) => one.replace('-', '−'))
  return from === to ? `${from}%` : `${from}%～${to}%`
}
