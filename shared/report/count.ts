/**
 * 字数 as Word and WPS show it: every hanzi and every full-width or Chinese punctuation mark (，。“”—…①) is one; a run of
 * Latin letters, digits and half-width marks up to the next blank or hanzi is one word. `GDP增长6.5%。` is 5.
 */
export function countWords(text: string): number {
  classes ??= classify()
  let words = 0
  let inRun = false
  for (let index = 0; index < text.length; index++) {
    const found = classes[text.charCodeAt(index)]
    if (found === wide) words++
    else if (found === inWord && !inRun) words++
    inRun = found === inWord
  }
  return words
}

/** 字符数（不计空格）and（计空格）, in characters, not code units; line feeds and stand-ins of pictures are no characters. */
export function countCharacters(text: string): { withoutBlanks: number; withBlanks: number } {
  let withBlanks = 0
  let blanks = 0
  for (const character of text) {
    if (character === '\n' || character === '\r' || character === '\uFFFC') continue
    withBlanks++
    if (/\s/u.test(character)) blanks++
  }
  return { withoutBlanks: withBlanks - blanks, withBlanks }
}

/**
 * Syllables of a text read aloud: hanzi, and numbers as they are spoken (2025年 = 5, 12.5% = 百分之十二点五 = 7). Marks are
 * silent; bracket notes（下同）and note references are not read, heading numbers are: （一）= 1.
 */
export function spokenCharacters(text: string): number {
  const read = withoutNotes(text).replace(printedNumber, spokenNumber)
  return read.replace(silent, '').replace(secondHalf, '').length
}

/** Minutes of a speech at `rate` syllables a minute; 180 is usual for a report. */
export function spokenMinutes(spoken: number, rate: number): number {
  return spoken / rate
}

const inWord = 0
const wide = 1
const blank = 2
const secondUnit = 3
let classes: Uint8Array | undefined

/**
 * What each UTF-16 unit is for the count. East Asian text sets punctuation, arrows, numbers in circles and full-width forms
 * one by one, like hanzi; characters beyond U+FFFF are counted by their first unit.
 */
function classify(): Uint8Array {
  const oneByOne =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u00B7\u2010-\u2027\u2030-\u205E\u2070-\u2BFF\u3001-\u33FF\uFE30-\uFE4F\uFF01-\uFFEF]/u
  const table = new Uint8Array(0x10000)
  for (let unit = 0; unit < table.length; unit++) {
    const character = String.fromCharCode(unit)
    if (unit >= 0xdc00 && unit <= 0xdfff) table[unit] = secondUnit
    else if ((unit >= 0xd800 && unit <= 0xdbff) || oneByOne.test(character)) table[unit] = wide
    else if (unit === 0xfffc || /\s/.test(character)) table[unit] = blank
  }
  return table
}

const printedNumber = /\d[\d,，]*(?<![,，])(?:\.\d+)?(?:年|[%％‰])?/g
const silent = /[^\p{Script=Han}○A-Za-z]+/gu
/** Characters beyond U+FFFF take two units; without the flag u each half is seen. */
const secondHalf = /[\uDC00-\uDFFF]/g

function withoutNotes(text: string): string {
  return text
    .replace(/^([ \t\u3000]*)（([一二三四五六七八九十\d]+)）/gmu, '$1$2')
    .replace(/（[^（）\n]*）|\([^()\n]*\)|〔[^〔〕\n]*〕|\[[^[\]\n]*\]/gu, '')
}

/** 2025年 is read digit by digit; 3200 as 三千二百. */
function spokenNumber(printed: string): string {
  const year = /^(\d{4})年$/.exec(printed)?.[1]
  if (year !== undefined) return `${spokenDigits(year)}年`
  const [whole = '', decimals] = printed.replace(/[,，年%％‰]/g, '').split('.')
  const number = spokenInteger(whole) + (decimals === undefined ? '' : `点${spokenDigits(decimals)}`)
  if (/[%％]$/.test(printed)) return `百分之${number}`
  if (printed.endsWith('‰')) return `千分之${number}`
  return printed.endsWith('年') ? `${number}年` : number
}

/** 10500 → 一万零五百; what is no ordinary number (007, sixteen digits) is read digit by digit. */
function spokenInteger(digits: string): string {
  if (digits.length > 12 || (digits.length > 1 && digits.startsWith('0'))) return spokenDigits(digits)
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end))
  const read = groups
    .map((group, index) => {
      const spoken = spokenGroup(group)
      return spoken === '' ? '零' : spoken + (['', '万', '亿'][groups.length - 1 - index] ?? '')
    })
    .join('')
    .replace(/零+/g, '零')
    .replace(/(.)零$/, '$1')
  return read.replace(/^一十/, '十')
}

/** Up to four digits: 0500 → 零五百. */
function spokenGroup(group: string): string {
  let spoken = ''
  for (let index = 0; index < group.length; index++) {
    const digit = group.charAt(index)
    if (digit !== '0') spoken += digitNames.charAt(Number(digit)) + '千百十'.charAt(4 - group.length + index)
    else if (!spoken.endsWith('零')) spoken += '零'
  }
  return spoken.endsWith('零') ? spoken.slice(0, -1) : spoken
}

function spokenDigits(digits: string): string {
  let spoken = ''
  for (const digit of digits) spoken += digitNames.charAt(Number(digit))
  return spoken
}

const digitNames = '零一二三四五六七八九'
