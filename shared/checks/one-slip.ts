import { baseIntervalOf, disjoint, sumOf } from '../numbers/interval.ts'
import { shiftDecimal } from '../numbers/decimal.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { magnitudes } from '../numbers/units.ts'

/**
 * Would the parts fill the total if one digit of one figure were another, two neighbouring digits changed places, or one
 * magnitude were that of the others (9000亿元，其中…7000万元，…2000亿元)? An open list stays below its total by any amount, and
 * is so near to it by chance only where the figures are small: the total must have `least` digits.
 */
export function oneSlipCloses(total: Quantity, parts: readonly Quantity[], least: number): boolean {
  const figures = [total, ...parts]
  if (!hasDigits(total, least) || figures.some((figure) => digitsOf(figure) === '')) return false
  const magnitudesUsed = [...new Set(figures.map(({ magnitude }) => magnitude))]
  const slipsOf = (figure: Quantity): Quantity[] => [
    ...digitSlips(digitsOf(figure)).map((digits) => withDigits(figure, digits)),
    ...(magnitudesUsed.length === 2 ? magnitudesUsed.map((magnitude) => withMagnitude(figure, magnitude)) : []),
  ]
  return figures.some((figure, index) => slipsOf(figure).some((slip) => closes(figures.with(index, slip))))
}

function closes([total, ...parts]: readonly Quantity[]): boolean {
  const sum = sumOf(parts)
  return total !== undefined && sum !== undefined && !disjoint(sum, baseIntervalOf(total))
}

/** As many digits that say something: 0.0935亿元 has three. */
export function hasDigits(quantity: Quantity, least: number): boolean {
  return digitsOf(quantity).replace(/^[0.]+|\D/g, '').length >= least
}

const digitSigns = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/** One digit replaced, the first never by a zero, or two neighbours swapped. */
function digitSlips(digits: string): string[] {
  return [...digits.matchAll(/\d/g)].flatMap(({ 0: digit, index }) => {
    const others = index === 0 ? digitSigns.slice(1) : digitSigns
    const next = /^\d/.exec(digits.slice(index + 1))?.[0] ?? ''
    return [...others, next + digit].map((by) => replaced(digits, index, by))
  })
}

const replaced = (digits: string, at: number, by: string): string =>
  digits.slice(0, at) + by + digits.slice(at + by.length)

const digitsOf = (quantity: Quantity): string =>
  quantity.text.slice(quantity.digitsStart - quantity.start, quantity.digitsEnd - quantity.start).replace(/[^\d.]/g, '')

const withDigits = (quantity: Quantity, digits: string): Quantity => ({
  ...quantity,
  value: shiftDecimal(digits, magnitudes[quantity.magnitude] ?? 0),
})

const withMagnitude = (quantity: Quantity, magnitude: string): Quantity =>
  withDigits({ ...quantity, magnitude }, digitsOf(quantity))
