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
  if (!hasDigits(total, least) || parts.some((part) => digitsOf(part) === '')) return false
  return slippedMagnitude(total, parts) || [total, ...parts].some((_, index) => slipsAt([total, ...parts], index))
}

/** As many digits that say something, leading zeros not counted. */
export function hasDigits(quantity: Quantity, least: number): boolean {
  return digitsOf(quantity).replace(/^0+|\D/g, '').length >= least
}

function slipsAt(figures: readonly Quantity[], index: number): boolean {
  const figure = figures[index]
  if (!figure) return false
  return slipsOf(digitsOf(figure)).some((digits) => {
    const changed = figures.map((one, at) => (at === index ? withDigits(one, digits) : one))
    const [total, ...parts] = changed
    const sum = sumOf(parts)
    return total !== undefined && sum !== undefined && !disjoint(sum, baseIntervalOf(total))
  })
}

/** One digit replaced, or two neighbours swapped; the last digit of a rounded figure fits too easily. */
function slipsOf(digits: string): string[] {
  const found: string[] = []
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charAt(at)
    if (!/\d/.test(digit)) continue
    for (const other of '0123456789') {
      if (other !== digit && !(at === 0 && other === '0')) found.push(replaced(digits, at, other))
    }
    const next = digits.charAt(at + 1)
    if (/\d/.test(next) && next !== digit) found.push(replaced(digits, at, next + digit))
  }
  return found
}

const replaced = (digits: string, at: number, by: string): string =>
  digits.slice(0, at) + by + digits.slice(at + by.length)

function slippedMagnitude(total: Quantity, parts: readonly Quantity[]): boolean {
  const used = new Set([total, ...parts].map(({ magnitude }) => magnitude))
  if (used.size !== 2) return false
  return [total, ...parts].some((_, index, figures) =>
    [...used].some((magnitude) => {
      const [whole, ...rest] = figures.map((one, at) => (at === index ? withMagnitude(one, magnitude) : one))
      const sum = sumOf(rest)
      return whole !== undefined && sum !== undefined && !disjoint(sum, baseIntervalOf(whole))
    }),
  )
}

const digitsOf = (quantity: Quantity): string =>
  quantity.text.slice(quantity.digitsStart - quantity.start, quantity.digitsEnd - quantity.start).replace(/[^\d.]/g, '')

const withDigits = (quantity: Quantity, digits: string): Quantity => ({
  ...quantity,
  value: shiftDecimal(digits, magnitudes[quantity.magnitude] ?? 0),
})

const withMagnitude = (quantity: Quantity, magnitude: string): Quantity =>
  withDigits({ ...quantity, magnitude }, digitsOf(quantity))
