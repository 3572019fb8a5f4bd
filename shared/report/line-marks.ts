import type { HeadingLevel, ListMarker } from './schema.ts'

/** The printed number at the head of a line: 一、 （一） 1. （1） 一是 ① ——, in the odd forms of real reports too. */
export interface LineMark {
  /** Level the number belongs to by GB/T 9704-2012, 7.3.3; absent for marks that only list. */
  level?: HeadingLevel
  marker: ListMarker
  /** The number it prints, 0 for a dash. */
  count: number
  /** Where the number itself starts: blanks and residue of a conversion may stand before it. */
  start: number
  end: number
  /** A bullet stands before the number (- 1、): an item, whatever its number looks like. */
  bullet: boolean
}

/** `line` in simplified characters. */
export function readMark(line: string): LineMark | undefined {
  const lead = /^(?:[\s\u3000]|\[bookmark: *\w*\])*([-*•·●▪] +)?/.exec(line)
  const start = lead?.[0].length ?? 0
  for (const form of forms) {
    form.pattern.lastIndex = start
    const match = form.pattern.exec(line)
    if (!match || match[0].length === line.length - start) continue
    const count = form.count(match[1] ?? '')
    if (count === undefined) continue
    const mark = { marker: form.marker, count, start, end: start + match[0].length, bullet: lead?.[1] !== undefined }
    return form.level ? { ...mark, level: form.level } : mark
  }
  return undefined
}

/** 十 → 10, 二十三 → 23; undefined for anything that is no number up to 99. */
export function readHanOrdinal(text: string): number | undefined {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text)
  if (!match || text === '') return undefined
  const [, tens, ten, ones] = match
  return (ten ? (tens ? digit(tens) : 1) * 10 : 0) + (ones ? digit(ones) : 0)
}

const digit = (han: string): number => '〇一二三四五六七八九'.indexOf(han)

interface Form {
  pattern: RegExp
  count: (digits: string) => number | undefined
  marker: ListMarker
  level?: HeadingLevel
}

const blanks = '[\\s\\u3000]*'
const han = '([一二三四五六七八九十]{1,3})'
const arabic = '([0-9０-９]{1,2})'

const forms: Form[] = [
  // 「一、二、三产业」 counts industries.
  form(`${han}${blanks}[、．]${blanks}(?![一二三四五六七八九十]+[、产])`, readHanOrdinal, 'ordinal', 1),
  form(`[（(〔﹙]${blanks}${han}${blanks}[）)〕﹚]${blanks}[、.．]?${blanks}`, readHanOrdinal, 'ordinal', 2),
  // 「3.5亿元」 and 「1、2号干线」 are no numbers of lines.
  form(`${arabic}${blanks}[.．、]${blanks}(?![0-9０-９])`, readArabic, 'decimal', 3),
  form(`[（(﹙]${blanks}${arabic}${blanks}[）)﹚]${blanks}[、.．]?${blanks}`, readArabic, 'decimal', 4),
  form('([①-⑳㉑-㉟㊱-㊿])[\\s\\u3000]*', readCircled, 'circled'),
  form(`${han}${blanks}(?:是|要|抓)${blanks}`, readHanOrdinal, 'ordinal'),
  form(`第${han}${blanks}[，,、。：:]${blanks}`, readHanOrdinal, 'ordinal'),
  form('(?:[—―]{1,4}|[-－─]{2,4})[\\s\\u3000]*', () => 0, 'dash'),
]

function form(source: string, count: Form['count'], marker: ListMarker, level?: HeadingLevel): Form {
  const pattern = new RegExp(source, 'y')
  return level ? { pattern, count, marker, level } : { pattern, count, marker }
}

function readArabic(text: string): number {
  return Number(text.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)))
}

function readCircled(text: string): number {
  const code = text.charCodeAt(0)
  if (code >= 0x32b1) return code - 0x32b1 + 36
  return code >= 0x3251 ? code - 0x3251 + 21 : code - 0x2460 + 1
}
