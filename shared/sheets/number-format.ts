import { divide, formatDecimal, fraction, multiply, parseDecimal, type Fraction } from '../numbers/decimal.ts'
import type { SheetCell } from './sheet-table.ts'

/**
 * What a spreadsheet program shows for a stored number: 8.3 under `0.00` is 8.30. Stored numbers are binary floats written
 * with up to 17 digits, of which the programs show 15.
 */
export function shownNumber(stored: string, code: string, since1904 = false): SheetCell {
  const plain = fifteenDigits(stored)
  if (plain === undefined) return { text: stored, number: null }
  const sections = splitSections(code)
  const section = sections.length > 1 && plain.startsWith('-') ? (sections[1] ?? '') : (sections[0] ?? '')
  const bare = withoutLiterals(section)
  if (isDate(bare)) return { text: shownDate(plain, bare, since1904), number: null }
  const shape = numberShape(bare)
  if (!shape) return generalNumber(plain)
  const { least, most, percent, thousands } = shape
  const scaled = scaledBy(parseDecimal(plain), percent, thousands)
  const number = withDecimals(formatDecimal(scaled, most), least)
  return { text: number + (percent ? '%' : wordsAfter(section)), number }
}

/** `#,##0.00` and the like: as many decimals as the text has. */
export function formatOfDecimal(decimal: string): string {
  const decimals = decimal.split('.')[1]?.length ?? 0
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
}

/** `1.0000000000000001E-2` → `0.01`; undefined where it is no finite number, or no sum that anybody reports. */
function fifteenDigits(stored: string): string | undefined {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value) || Math.abs(value) >= 1e21) return undefined
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e')
  const negative = mantissa.startsWith('-')
  const digits = mantissa.replace(/[-.]/g, '')
  const point = 1 + Number(exponent)
  if (point < -30) return '0'
  const whole = point > 0 ? digits.padEnd(point, '0').slice(0, point) : '0'
  const rest = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  const text = withDecimals(`${whole}.${rest}`, 0)
  return negative && /[1-9]/.test(text) ? `-${text}` : text
}

/** Eleven characters at most, as the programs show them in a wide cell: 1/3 is 0.333333333. */
function generalNumber(plain: string): SheetCell {
  const whole = plain.replace(/^-/, '').split('.')[0]?.length ?? 1
  const rounded = formatDecimal(parseDecimal(plain), Math.max(0, 10 - whole))
  const number = withDecimals(rounded, 0)
  return { text: number, number }
}

/** Zeros at the end that the format only allows are dropped, those it asks for stay. */
function withDecimals(text: string, least: number): string {
  const [whole = '', decimals = ''] = text.split('.')
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '')
  const number = kept === '' ? whole : `${whole}.${kept}`
  return /[1-9]/.test(number) ? number : number.replace('-', '')
}

function scaledBy(value: Fraction, percent: boolean, thousands: number): Fraction {
  const times = percent ? multiply(value, fraction(100n)) : value
  return divide(times, fraction(1000n ** BigInt(thousands)))
}

/** Positive; negative; zero; text (ECMA-376 part 1, 18.8.31). */
function splitSections(code: string): string[] {
  const sections = ['']
  for (const [piece] of code.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]|./gs)) {
    if (piece === ';') sections.push('')
    else sections.push((sections.pop() ?? '') + piece)
  }
  return sections
}

/** Without quoted words, escaped characters, colours, conditions, fillers; hanzi that stand bare are words too. */
function withoutLiterals(section: string): string {
  return section.replace(/"[^"]*"?|[\\!_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]|\p{Script=Han}/giu, '')
}

function isDate(bare: string): boolean {
  return /[ymdhs]/i.test(bare.replace(/general/i, '')) && !/[0#?]/.test(bare.replace(/\.0+/g, ''))
}

interface NumberShape {
  /** Decimals that are always shown, and that may be. */
  least: number
  most: number
  percent: boolean
  /** Commas at the end: each divides by a thousand. */
  thousands: number
}

/** Undefined: shown as it is (General, text, fractions, powers of ten). */
function numberShape(bare: string): NumberShape | undefined {
  if (/general|@|e[+-]|\//i.test(bare) || !/[0#?]/.test(bare)) return undefined
  const decimals = /\.([0#?]*)/.exec(bare)?.[1] ?? ''
  return {
    least: decimals.lastIndexOf('0') + 1,
    most: Math.min(decimals.length, 20),
    percent: bare.includes('%'),
    thousands: Math.min(/[0#?](,+)(?![0#?,])/.exec(bare)?.[1]?.length ?? 0, 4),
  }
}

/** 0.0"亿元" is shown with its unit. */
function wordsAfter(section: string): string {
  const after = section.slice(Math.max(...Array.from('0#?', (sign) => section.lastIndexOf(sign))) + 1)
  return Array.from(
    after.matchAll(/"([^"]*)"|\\(.)|(\p{Script=Han})/gu),
    ([, quoted, escaped, bare]) => quoted ?? escaped ?? bare ?? '',
  )
    .join('')
    .replace(/[()（）\s]/g, '')
}

const day = 86_400_000
/** 9999-12-31. */
const lastDay = 2_958_465

/** Days since 1899-12-30 (the leap day of 1900 that never was is passed over), or since 1904-01-01. */
function shownDate(plain: string, bare: string, since1904: boolean): string {
  const serial = Number(plain)
  const days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  if (serial < 0 || days > lastDay) return plain
  const iso = new Date(Math.round(days * 1440) * 60_000 - 25_569 * day).toISOString()
  const has = (letter: string): boolean => bare.toLowerCase().includes(letter)
  const date = has('d') || !has('y') ? iso.slice(0, 10) : has('m') ? iso.slice(0, 7) : `${iso.slice(0, 4)}年`
  if (!has('h')) return date
  return has('y') || has('d') ? `${date} ${iso.slice(11, 16)}` : iso.slice(11, 16)
}

/** Formats that files name by number only (ECMA-376 part 1, 18.8.30, with those of Chinese programs). */
export function builtInFormat(id: number): string {
  return builtIn[id] ?? chineseDates(id)
}

const builtIn: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0',
  42: '#,##0;-#,##0',
  43: '#,##0.00;-#,##0.00',
  44: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
}

/** 27–36 and 50–58: years and months, days, or times of the clock. */
function chineseDates(id: number): string {
  if (id === 27 || id === 36 || id === 50 || id === 52 || id === 57) return 'yyyy年m月'
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return 'h时mm分'
  return (id >= 28 && id <= 31) || id === 51 || id === 53 || id === 54 || id === 58 ? 'yyyy年m月d日' : 'General'
}
