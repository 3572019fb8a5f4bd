import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { builtInFormat, formatOfDecimal, shownNumber } from '../../shared/sheets/number-format.ts'

describe('a stored number is read as the sheet shows it', () => {
  test.each([
    // stored, format, shown, number
    ['8.3', '0.00', '8.30', '8.30'],
    ['8.3', 'General', '8.3', '8.3'],
    ['12', '0.0', '12.0', '12.0'],
    ['0.28000000000000003', 'General', '0.28', '0.28'],
    ['1.0000000000000001E-2', 'General', '0.01', '0.01'],
    ['0.333333333333333', 'General', '0.333333333', '0.333333333'],
    ['1.005', '0.00', '1.01', '1.01'], // 1.00499999999999989… in binary; the programs go by fifteen digits
    ['2.5', '0', '3', '3'],
    ['-2.5', '0', '-3', '-3'],
    ['-0.001', '0.00', '0.00', '0.00'],
    ['28410000', '#,##0', '28410000', '28410000'],
    ['28410000', '#,##0.00,', '28410.00', '28410.00'],
    ['28410000', '0.0,,', '28.4', '28.4'],
    ['0.061', '0.0%', '6.1%', '6.1'],
    ['-0.032', '0.0%', '-3.2%', '-3.2'],
    ['8.3', '0.00"亿元"', '8.30亿元', '8.30'],
    ['8.3', '0.00\\亿\\元', '8.30亿元', '8.30'],
    ['8.3', '0.00亿元', '8.30亿元', '8.30'],
    ['8.25', '0.##', '8.25', '8.25'],
    ['8', '0.##', '8', '8'],
    ['8.5', '0.0#', '8.5', '8.5'],
    ['-12.3', '#,##0.00_);[Red](#,##0.00)', '-12.30', '-12.30'],
    ['0', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '0.00', '0.00'],
    ['5', '@', '5', '5'],
    ['0.5', '# ?/?', '0.5', '0.5'],
    ['1E+20', 'General', '100000000000000000000', '100000000000000000000'],
  ])('%s under %s is %s', (stored, code, text, number) => {
    expect(shownNumber(stored, code)).toEqual({ text, number })
  })

  test.each(['', 'NaN', 'Infinity', '1E+300', 'abc'])('%j is no number', (stored) => {
    expect(shownNumber(stored, 'General').number).toBeNull()
  })
})

describe('dates are words, not numbers', () => {
  test.each([
    ['46022', 'yyyy-mm-dd', '2025-12-31'],
    ['46022', 'yyyy"年"m"月"d"日"', '2025-12-31'],
    ['46022', 'yyyy"年"m"月"', '2025-12'],
    ['46022', 'yyyy"年"', '2025年'],
    ['46022.5', 'yyyy-mm-dd hh:mm', '2025-12-31 12:00'],
    ['0.75', 'h:mm', '18:00'],
    ['59', 'yyyy-mm-dd', '1900-02-28'],
    ['61', 'yyyy-mm-dd', '1900-03-01'],
    ['-1', 'yyyy-mm-dd', '-1'],
    ['9999999', 'yyyy-mm-dd', '9999999'],
  ])('%s under %s is %s', (stored, code, text) => {
    expect(shownNumber(stored, code)).toEqual({ text, number: null })
  })

  test('in files that count from 1904', () => {
    expect(shownNumber('44560', 'yyyy-mm-dd', true).text).toBe('2025-12-31')
  })

  test.each([14, 22, 31, 57, 28])('format %i of every program is a date', (id) => {
    expect(shownNumber('46022', builtInFormat(id)).text).toMatch(/^2025-12/)
  })

  test.each([1, 2, 3, 4, 9, 10, 37, 40, 43, 49, 163])('format %i is none', (id) => {
    expect(shownNumber('46022', builtInFormat(id)).number).not.toBeNull()
  })
})

test('any decimal of up to fifteen digits comes back with its zeros', () => {
  const digits = (most: number) => fc.stringMatching(new RegExp(`^\\d{1,${most}}$`))
  fc.assert(
    fc.property(fc.boolean(), digits(9), fc.option(digits(6)), (negative, whole, decimals) => {
      const plain = `${whole.replace(/^0+(?=\d)/, '')}${decimals === null ? '' : `.${decimals}`}`
      const decimal = negative && /[1-9]/.test(plain) ? `-${plain}` : plain
      expect(shownNumber(String(Number(decimal)), formatOfDecimal(decimal)).number).toBe(decimal)
    }),
    { numRuns: 500 },
  )
})
