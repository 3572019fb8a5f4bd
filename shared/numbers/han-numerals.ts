import { shiftDecimal } from './decimal.ts'

const digitValues: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const placeValues: Record<string, number> = { 十: 1, 百: 2, 千: 3 }

/** What Han numerals below 万 are written with; 万 and 亿 are magnitudes and belong to the unit. */
export const hanCharacterClass = '[零〇一二两三四五六七八九十百千]'

/**
 * 二十 → `20`, 一百零五 → `105`, 三点五 → `3.5`, 二〇二四 → `2024`, 百 → `100`.
 * Undefined where the characters do not follow each other as in a number (七五, 一二三).
 */
export function decodeHan(text: string): string | undefined {
  const [whole = '', decimals] = text.split('点')
  const value = /[十百千]/.test(whole) ? decodePlaces(whole) : decodeDigits(whole)
  if (value === undefined || decimals === undefined) return value
  if (decimals === '' || /[^零〇一二两三四五六七八九]/.test(decimals)) return undefined
  return `${value}.${Array.from(decimals, (character) => digitValues[character]).join('')}`
}

/** One digit, or the four digits of a year written one by one. */
function decodeDigits(text: string): string | undefined {
  if (text.length !== 1 && text.length !== 4) return undefined
  if (text.length === 4 && !/[零〇一二三四五六七八九]{4}/.test(text)) return undefined
  return Array.from(text, (character) => digitValues[character]).join('')
}

function decodePlaces(text: string): string | undefined {
  let total = 0
  let digit: number | undefined
  let place = 4
  for (const character of text) {
    const value = digitValues[character]
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = value
      continue
    }
    const exponent = placeValues[character] ?? 0
    if (exponent >= place) return undefined
    total += Number(shiftDecimal(String(digit ?? 1), exponent))
    digit = undefined
    place = exponent
  }
  return String(total + (digit ?? 0))
}
