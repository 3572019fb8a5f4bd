/** An exact rational number: every decimal of a report, and every quotient of two of them. `den` is positive. */
export interface Fraction {
  num: bigint
  den: bigint
}

export const zero: Fraction = { num: 0n, den: 1n }
export const one: Fraction = { num: 1n, den: 1n }

export function fraction(num: bigint, den = 1n): Fraction {
  if (den === 0n) throw new RangeError('division by zero')
  const sign = den < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(num < 0n ? -num : num, den * sign)
  return { num: (num * sign) / divisor, den: (den * sign) / divisor }
}

/** `-12.50` → −25/2. The string must be a plain decimal: no exponent, no separators. */
export function parseDecimal(text: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new SyntaxError(`not a decimal: ${text}`)
  const digits = match[3] ?? ''
  const num = BigInt((match[2] ?? '') + digits)
  return fraction(match[1] === '-' ? -num : num, 10n ** BigInt(digits.length))
}

export function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text)
}

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den + b.num * a.den, a.den * b.den)
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den - b.num * a.den, a.den * b.den)
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.num, a.den * b.den)
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den, a.den * b.num)
export const negate = (a: Fraction): Fraction => ({ num: -a.num, den: a.den })

/** Negative, zero or positive, as `Array.sort` expects. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const smaller = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b)
export const larger = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b)

export type Rounding = 'nearest' | 'down' | 'up'

/** With so many digits after the point; halves away from zero. `down` and `up` go towards −∞ and +∞. */
export function formatDecimal(value: Fraction, digits: number, rounding: Rounding = 'nearest'): string {
  const scale = 10n ** BigInt(digits)
  const units = roundedUnits({ num: value.num * scale, den: value.den }, rounding)
  const sign = units < 0n ? '-' : ''
  const plain = (units < 0n ? -units : units).toString().padStart(digits + 1, '0')
  if (digits === 0) return sign + plain
  return `${sign}${plain.slice(0, -digits)}.${plain.slice(-digits)}`
}

/** The shortest exact form, or undefined where the value has no finite decimal form (1/3). */
export function exactDecimal(value: Fraction): string | undefined {
  let rest = value.den
  let digits = 0
  for (; rest % 10n === 0n; rest /= 10n) digits++
  for (; rest % 2n === 0n; rest /= 2n) digits++
  for (; rest % 5n === 0n; rest /= 5n) digits++
  if (rest !== 1n) return undefined
  const text = formatDecimal(value, digits)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** `12.50` with exponent 4 → `125000`: digits moved as text, because 9.8 * 1e8 is 980000000.0000001. */
export function shiftDecimal(text: string, exponent: number): string {
  const negative = text.startsWith('-')
  const [whole = '', decimals = ''] = (negative ? text.slice(1) : text).split('.')
  const point = whole.length + exponent
  const digits = (whole + decimals).padEnd(point, '0')
  const left = point > 0 ? digits.slice(0, point) : '0'
  const right = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  const plain = left.replace(/^0+(?=\d)/, '') + (/[1-9]/.test(right) ? `.${right.replace(/0+$/, '')}` : '')
  return negative && /[1-9]/.test(plain) ? `-${plain}` : plain
}

function roundedUnits({ num, den }: Fraction, rounding: Rounding): bigint {
  const quotient = num / den
  const rest = num % den
  if (rest === 0n) return quotient
  if (rounding === 'down') return rest < 0n ? quotient - 1n : quotient
  if (rounding === 'up') return rest > 0n ? quotient + 1n : quotient
  const twice = (rest < 0n ? -rest : rest) * 2n
  if (twice < den) return quotient
  return rest < 0n ? quotient - 1n : quotient + 1n
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? 1n : a
}
