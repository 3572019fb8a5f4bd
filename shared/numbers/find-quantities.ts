import { simplified } from '../report/simplified.ts'
import { isDecimal, shiftDecimal } from './decimal.ts'
import { halfWidth } from './half-width.ts'
import { decodeHan, hanCharacterClass } from './han-numerals.ts'
import { isLookAlike } from './look-alikes.ts'
import { afterPattern, qualifierAfter, qualifierBefore } from './qualifiers.ts'
import type { Qualifier, Quantity, QuantityKind } from './quantity.ts'
import { hanCountable, magnitudes, unitKind, unitName, unitPattern } from './units.ts'

/** Every number of the text that stands for an amount, in reading order. Offsets are those of `text`. */
export function findQuantities(text: string): Quantity[] {
  const folded = foldForNumbers(text)
  const found: Quantity[] = []
  numeral.lastIndex = 0
  for (let match = numeral.exec(folded); match; match = numeral.exec(folded)) {
    const quantity = readQuantity(folded, match)
    if (!quantity) continue
    joinRange(folded, found, quantity)
    found.push(quantity)
    numeral.lastIndex = quantity.end
  }
  for (const quantity of found) quantity.text = text.slice(quantity.start, quantity.end)
  return found
}

/** Simplified characters and half-width digits, of the same length: the text that numbers and words are matched in. */
export function foldForNumbers(text: string): string {
  return halfWidth(simplified(text))
}

/** The one pass: a rate in words, Arabic digits, Han digits, 翻番, or a magnitude that 余 makes a number (万余人). */
const numeral = new RegExp(
  `(?<rate>[百千]分之)(?<parts>\\d+(?:\\.\\d+)?|${hanCharacterClass}+(?:点${hanCharacterClass}+)?)` +
    `|(?<digits>\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)` +
    `|翻(?<turns>[一两二三四])?番` +
    `|(?<han>${hanCharacterClass}+(?:点${hanCharacterClass}+)?|[万亿](?=[余多]))`,
  'g',
)

/** What may follow the digits: 余 magnitude 多 unit 多 以上, with blanks or one line break between. */
const tail = new RegExp(
  `(?<more>[余多几])?(?<gap>[ \\t\\u3000\\u00a0]*(?:\\r?\\n[ \\t\\u3000]*){0,2})` +
    `(?:(?<magnitude>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![伏瓦米克卡]|分点)|百(?!分点|分之|姓))[ \\t]*(?<moreAfter>[余多])?[ \\t]*)?` +
    `(?<unit>${unitPattern})?(?<moreLast>[余多](?![个的种样元]))?(?<after>[ \\t]*(?:${afterPattern}))?`,
  'y',
)

const share = /(?:[一二两三四五六七八九十]|\d(?:\.\d)?)成(?![立为员果效功交本长熟不了])/y

function readQuantity(text: string, match: RegExpExecArray): Quantity | undefined {
  const groups = match.groups ?? {}
  if (match[0].startsWith('翻')) return doubling(match, groups['turns'])
  if (groups['rate'] !== undefined) return rateInWords(text, match, groups['rate'], groups['parts'] ?? '')
  return amount(text, match)
}

/** 翻一番 is twice, 翻两番 four times. */
function doubling(match: RegExpExecArray, turns: string | undefined): Quantity {
  const value = { 两: '4', 二: '4', 三: '8', 四: '16' }[turns ?? ''] ?? '2'
  const end = match.index + match[0].length
  return quantityOf({
    start: match.index,
    end,
    digitsStart: match.index,
    digitsEnd: end,
    value,
    unit: '倍',
    kind: 'count',
    han: true,
  })
}

/** 百分之十二, 千分之6. */
function rateInWords(text: string, match: RegExpExecArray, rate: string, parts: string): Quantity | undefined {
  const value = isDecimal(parts) ? parts : decodeHan(parts)
  if (value === undefined) return undefined
  const digitsStart = match.index + rate.length
  const end = match.index + match[0].length
  const front = qualifierBefore(text, match.index)
  const after = new RegExp(`(?:${afterPattern})`, 'y')
  after.lastIndex = end
  const word = after.exec(text)?.[0]
  return quantityOf({
    start: match.index - (word === undefined ? (front?.length ?? 0) : 0),
    end: end + (word?.length ?? 0),
    digitsStart,
    digitsEnd: end,
    value,
    unit: rate.startsWith('百') ? '%' : '‰',
    kind: rate.startsWith('百') ? 'pct' : 'permille',
    qualifier: word === undefined ? (front?.qualifier ?? '') : qualifierAfter(word),
    decimals: decimalsOf(value),
    ...(isDecimal(parts) ? {} : { han: true as const }),
  })
}

function amount(text: string, match: RegExpExecArray): Quantity | undefined {
  const han = match.groups?.['han']
  const start = match.index
  let printed = match[0]
  share.lastIndex = start
  if (share.test(text)) return tenths(text, start, printed)
  if (han === undefined) printed = withoutHeadingNumber(text, start, printed)
  const digitsStart = start + match[0].length - printed.length
  const bare = han === '万' || han === '亿'
  const digitsEnd = bare ? digitsStart : digitsStart + printed.length
  const digits = bare ? '1' : han === undefined ? printed.replaceAll(',', '') : decodeHan(printed)
  if (digits === undefined) return undefined
  tail.lastIndex = digitsEnd
  const parts = tail.exec(text)?.groups ?? {}
  const magnitude = parts['magnitude'] ?? ''
  let unit = parts['unit'] ?? ''
  const bareNumber = unit === '' && magnitude === ''
  const after = bareNumber && parts['gap'] !== '' ? undefined : parts['after']
  const end = bareNumber ? digitsEnd + (parts['more']?.length ?? 0) : tail.lastIndex - (parts['after']?.length ?? 0)
  if (han !== undefined && unit !== '' && !hanCountable.has(unit)) unit = ''
  const front = qualifierBefore(text, digitsStart)
  const inside = parts['more'] ?? parts['moreAfter'] ?? parts['moreLast']
  const candidate = {
    text,
    start: digitsStart,
    digitsEnd,
    end,
    digits: han === undefined ? digits : printed,
    magnitude,
    unit,
    han: han !== undefined,
    qualified: inside !== undefined || front !== undefined || after !== undefined,
  }
  if (isYearOrDate(unit, digits, text, end))
    return dateOf(text, digitsStart, digitsEnd, end, digits, unit, han !== undefined)
  if (isLookAlike(candidate)) return undefined
  const qualifier: Qualifier =
    after !== undefined ? qualifierAfter(after.trim()) : inside !== undefined ? '>' : agesAgo(front, unit)
  const announced = announcesList(text, digitsStart, end, unit)
  return quantityOf({
    start: digitsStart - (after === undefined && inside === undefined && qualifier !== '' ? (front?.length ?? 0) : 0),
    end: (announced ? end + announced.length : end) + (after?.length ?? 0),
    digitsStart,
    digitsEnd,
    value: shiftDecimal(digits, magnitudes[magnitude] ?? 0),
    unit: announced ? announced.unit : unitName(unit),
    kind: announced ? 'listcount' : unit === '' ? 'count' : unitKind(unit),
    qualifier,
    decimals: decimalsOf(digits),
    magnitude,
    ...(han === undefined ? {} : { han: true as const }),
  })
}

/** 近三年 are the last three years, not almost three. */
function agesAgo(front: { qualifier: Qualifier } | undefined, unit: string): Qualifier {
  if (front?.qualifier === '<~' && (unit === '年' || unit === '个月')) return ''
  return front?.qualifier ?? ''
}

/** 增长三成 is 30 %. */
function tenths(text: string, start: number, printed: string): Quantity | undefined {
  const han = !isDecimal(printed)
  const before = text.slice(Math.max(0, start - 3), start)
  if (han && !/[长高降升减超近约达占逾过增缩]$|(?:减少|增加|不足)$/.test(before)) return undefined
  const value = han ? decodeHan(printed) : printed
  if (value === undefined) return undefined
  const end = start + printed.length + 1
  return quantityOf({
    start,
    end,
    digitsStart: start,
    digitsEnd: start + printed.length,
    value: shiftDecimal(value, 1),
    unit: '%',
    kind: 'pct',
    decimals: Math.max(0, decimalsOf(value) - 1),
    ...(han ? { han: true as const } : {}),
  })
}

/** 3.2021年 at the beginning of a line is heading number 3 and the year 2021. */
function withoutHeadingNumber(text: string, start: number, printed: string): string {
  const heading = /^\d{1,2}\.((?:19|20)\d\d)$/.exec(printed)
  if (!heading?.[1] || text[start + printed.length] !== '年') return printed
  return /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 8), start)) ? heading[1] : printed
}

function isYearOrDate(unit: string, digits: string, text: string, end: number): boolean {
  if (unit === '年') return /^(?:19|20)\d\d$/.test(digits) && !/^(?:以上|左右|来的?历史)/.test(text.slice(end))
  if (unit === '月') return /^(?:[1-9]|1[0-2])$/.test(digits)
  return unit === '日' && /^(?:[1-9]|[12]\d|3[01])$/.test(digits)
}

function dateOf(
  text: string,
  digitsStart: number,
  digitsEnd: number,
  end: number,
  digits: string,
  unit: string,
  han: boolean,
): Quantity | undefined {
  if (/[A-Za-z第\d]/.test(text[digitsStart - 1] ?? '')) return undefined
  if (han && unit !== '年' && !/^(?:底|份|末|初|中旬|上旬|下旬|[\d一二三四五六七八九十]+日)/.test(text.slice(end)))
    return undefined
  return quantityOf({
    start: digitsStart,
    end,
    digitsStart,
    digitsEnd,
    value: digits,
    unit,
    kind: 'date',
    ...(han ? { han: true } : {}),
  })
}

/** 以下十个方面, 十件大事: how many items the list that follows has. */
function announcesList(
  text: string,
  start: number,
  end: number,
  unit: string,
): { unit: string; length: number } | undefined {
  if (!['个', '件', '项', '条', ''].includes(unit)) return undefined
  if (unit === '个' && text.startsWith('方面', end)) return { unit: '方面', length: 2 }
  const item = /^(?:民生|惠民|利民|为民|便民)?(?:大事|实事|好事)/.exec(text.slice(end, end + 4))
  if (unit === '件' && item) return { unit: '件', length: 0 }
  return /(?:以下|如下|下列)$/.test(text.slice(Math.max(0, start - 2), start)) ? { unit, length: 0 } : undefined
}

const rangeSign = /^[ \t]*(?:[-–—~～－−]{1,2}|至|到)[ \t]*$/

/** 3—5个, 5.5%—6%, 1-6月: two numbers that know each other; the first takes the unit of the second. */
function joinRange(text: string, found: Quantity[], second: Quantity): void {
  const first = found.at(-1)
  if (first?.rangeWith === undefined && first && rangeSign.test(text.slice(first.end, second.digitsStart))) {
    if (first.unit === second.unit && !/[从由自]/.test(text[first.start - 1] ?? '')) link(found, second)
    return
  }
  if (!/[-–—~～－−至到 \t]/.test(text.charAt(second.digitsStart - 1))) return
  const lower = /(\d+(?:\.\d+)?|[一二三四五六七八九十])[ \t]*(?:[-–—~～－−]{1,2}|至|到)[ \t]*$/.exec(
    text.slice(Math.max(0, second.digitsStart - 16), second.digitsStart),
  )
  if (!lower?.[1]) return
  const start = second.digitsStart - lower[0].length
  if (first && first.end > start) return
  if (/[-–—~～+A-Za-z第\d.]/.test(text[start - 1] ?? '')) return
  const digits = isDecimal(lower[1]) ? lower[1] : decodeHan(lower[1])
  if (digits === undefined || second.unit === '') return
  second.start = Math.max(second.start, second.digitsStart)
  found.push({
    ...second,
    start,
    end: start + lower[1].length,
    digitsStart: start,
    digitsEnd: start + lower[1].length,
    value: shiftDecimal(digits, magnitudes[second.magnitude] ?? 0),
    decimals: decimalsOf(digits),
    qualifier: '',
  })
  link(found, second)
}

function link(found: Quantity[], second: Quantity): void {
  const first = found.at(-1)
  if (!first) return
  first.rangeWith = found.length
  second.rangeWith = found.length - 1
}

const decimalsOf = (digits: string): number => digits.split('.')[1]?.length ?? 0

interface Parts {
  start: number
  end: number
  digitsStart: number
  digitsEnd: number
  value: string
  unit: string
  kind: QuantityKind
  qualifier?: Qualifier
  decimals?: number
  magnitude?: string
  han?: true
}

function quantityOf(parts: Parts): Quantity {
  return { text: '', qualifier: '', decimals: 0, magnitude: '', ...parts }
}
