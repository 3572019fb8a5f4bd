import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  divide,
  exactDecimal,
  formatDecimal,
  fraction,
  multiply,
  parseDecimal,
  shiftDecimal,
  subtract,
} from '../../shared/numbers/decimal.ts'

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([negative, units, digits]) => {
    const padded = units.toString().padStart(digits + 1, '0')
    const text = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
    return negative && units !== 0n ? `-${text}` : text
  })

describe('decimals', () => {
  it('are exact where floats are not', () => {
    expect(shiftDecimal('9.8', 8)).toBe('980000000')
    expect(exactDecimal(add(parseDecimal('0.1'), parseDecimal('0.2')))).toBe('0.3')
  })

  it.each([
    ['12.5', 4, '125000'],
    ['0.05', 8, '5000000'],
    ['5', -3, '0.005'],
    ['-1.5', 1, '-15'],
    ['1234', -2, '12.34'],
    ['7.80', 0, '7.8'],
  ])('%s moved by %i places is %s', (text, exponent, expected) => {
    expect(shiftDecimal(text, exponent)).toBe(expected)
  })

  it.each([
    ['2.345', 2, '2.35', '2.34', '2.35'],
    ['-2.345', 2, '-2.35', '-2.35', '-2.34'],
    ['2', 1, '2.0', '2.0', '2.0'],
    ['-0.004', 2, '0.00', '-0.01', '0.00'],
  ] as const)('%s with %i digits', (text, digits, nearest, down, up) => {
    const value = parseDecimal(text)
    expect(formatDecimal(value, digits)).toBe(nearest)
    expect(formatDecimal(value, digits, 'down')).toBe(down)
    expect(formatDecimal(value, digits, 'up')).toBe(up)
  })

  it('refuse what is none', () => {
    expect(() => parseDecimal('1e5')).toThrow(SyntaxError)
    expect(() => parseDecimal('1,000')).toThrow(SyntaxError)
    expect(() => divide(fraction(1n), fraction(0n))).toThrow(RangeError)
    expect(exactDecimal(fraction(1n, 3n))).toBeUndefined()
  })

  it('come back as written, and moving there and back changes nothing', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 12 }), (text, places) => {
        const value = parseDecimal(text)
        expect(compare(parseDecimal(exactDecimal(value) ?? ''), value)).toBe(0)
        expect(compare(parseDecimal(shiftDecimal(shiftDecimal(text, places), -places)), value)).toBe(0)
      }),
    )
  })

  it('reckon as numbers do', () => {
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        const [a, b] = [parseDecimal(left), parseDecimal(right)]
        expect(compare(subtract(add(a, b), b), a)).toBe(0)
        if (b.num !== 0n) expect(compare(divide(multiply(a, b), b), a)).toBe(0)
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0)
      }),
    )
  })
})
