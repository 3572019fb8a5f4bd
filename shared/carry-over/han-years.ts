const hanYear = /(?:[一二][〇零○Ｏ0九][〇零○Ｏ0一二三四五六七八九]{2})(?=\s*年)/g

/** 二〇二五年 → 2025年, character for character, so that years in characters are read like the others. */
export function withYearsInDigits(text: string): string {
  return text.replace(hanYear, (year) => Array.from(year, (one) => String(Math.max(0, digits.indexOf(one)))).join(''))
}

/** A year in the characters of the one it takes the place of. */
export function yearAsPrinted(year: string, before: string): string {
  const zero = /[〇零○Ｏ]/.exec(before)?.[0]
  if (zero === undefined || !/^\d{4}$/.test(year)) return year
  return Array.from(year, (digit) => (digit === '0' ? zero : digits.charAt(Number(digit)))).join('')
}

const digits = '〇一二三四五六七八九'
