import { hanOrdinal } from '../report/numbering.ts'
import type { ParagraphReading } from './rule.ts'

/** One printed number of a heading, a list item or a series in running text. Offsets of the paragraph. */
export interface Mark {
  style: Style
  count: number
  start: number
  end: number
  /** Where the digits alone stand. */
  digitsStart: number
  digitsEnd: number
  /** Stands at the head of a line. */
  head: boolean
  /** The mark with its digits left out: `（N）`, `N.`, `- N、`. */
  form: string
  /** A number that has lost its point: 2增强…; counts only where the list asks for it. */
  bare?: true
}

/** 一、 · （一） · 1. · （1） · ① · 第一， · 一是 */
export type Style = 'chapter' | 'section' | 'item' | 'point' | 'circled' | 'ordinal' | 'series'

interface Form {
  style: Style
  pattern: RegExp
  count: (text: string) => number
}

const digits = '[一二三四五六七八九十]{1,3}'
/** Where a number may stand: at the head of a line, or after the end of a sentence. No indent is wider than twenty blanks. */
const lineHead = '(?<=^(?:\\[bookmark: ?\\w{1,40}\\])?[\\s\\u3000]{0,20}(?:[-*•●▪]\\s{1,20})?)'
const clauseHead = '(?<=^[\\s\\u3000]{0,20}|[。；;：:！？!?]\\s{0,20})'
const seriesHead = '(?<=^[\\s\\u3000]{0,20}|[。；;：:，,、！？!?\\s”）)]\\s{0,20})'

const forms: Form[] = [
  form('chapter', `${clauseHead}(${digits})\\s*、(?![一二三四五六七八九十]+[、产])`, han),
  form('section', `${clauseHead}[（(﹙〔]\\s*(${digits})\\s*[）)﹚〕]`, han),
  form('item', `${clauseHead}(\\d{1,2})\\s?[.．、](?=\\s*[\\p{Script=Han}“《])`, Number),
  form('item', `${lineHead}(\\d{1,2})\\s?[.．、](?![\\d０-９])(?=\\s*\\S)`, Number),
  form('point', `${clauseHead}[（(﹙]\\s*(\\d{1,2})\\s*[）)﹚](?=\\s*[\\p{Script=Han}“《])`, Number),
  form('circled', `${lineHead}([①-⑳])`, (text) => text.charCodeAt(0) - 0x2460 + 1),
  form('ordinal', `${clauseHead}第(${digits})[，,、：:]`, han),
  form('series', `${seriesHead}(${digits})是(?![一二三四五六七八九十](?![\\p{Script=Han}])|否|非)`, han),
]

function form(style: Style, source: string, count: Form['count']): Form {
  return { style, pattern: new RegExp(source, 'gmu'), count }
}

/** 十二 → 12; 0 for anything that is no ordinal. */
function han(text: string): number {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text)
  if (!match) return 0
  const ones = match[3] ? '一二三四五六七八九'.indexOf(match[3]) + 1 : 0
  const tens = match[2] ? (match[1] ? '一二三四五六七八九'.indexOf(match[1]) + 1 : 1) : 0
  return 10 * tens + ones
}

/** 2增强… is a number without its point, 2个 a figure. */
const measured =
  '[个项名人户家条座处亿万千百十年月日号亩吨米公平元次件所辆台只头羽批类种大多余岁天时分村镇乡届世线路级中斤度倍成层栋间套宗起场组支艘位口]'
const bare = new RegExp(`${clauseHead}(\\d{1,2})(?!\\d|${measured})(?=\\p{Script=Han}{2})`, 'gmu')

/** Blanks and a bullet before a number at the head of a line. */
const widestHead = 42

export function readMarks({ text }: ParagraphReading): Mark[] | undefined {
  const marks: Mark[] = []
  const taken = new Set<number>()
  const add = (style: Style, count: number, match: RegExpExecArray): void => {
    const start = match.index
    if (count === 0 || taken.has(start)) return
    taken.add(start)
    const label = match[0]
    const digitsStart = start + label.indexOf(match[1] ?? '')
    const line = text.lastIndexOf('\n', start - 1) + 1
    const bullet = start - line > widestHead ? null : /^[\s\u3000]*([-*•●▪]\s+)?$/.exec(text.slice(line, start))
    marks.push({
      style,
      count,
      start,
      end: start + label.trimEnd().length,
      digitsStart,
      digitsEnd: digitsStart + (match[1] ?? '').length,
      head: bullet !== null,
      form: `${bullet?.[1] ? '- ' : ''}${label.trimEnd().replace(match[1] ?? '', 'N')}`,
    })
  }
  for (const { style, pattern, count } of forms) {
    for (const match of text.matchAll(pattern)) add(style, count(match[1] ?? ''), match)
  }
  for (const match of text.matchAll(bare)) {
    const known = marks.length
    add('item', Number(match[1]), match)
    const mark = marks[known]
    if (mark) mark.bare = true
  }
  return marks.length > 0 ? marks.sort((a, b) => a.start - b.start) : undefined
}

export function movedMark(mark: Mark, by: number): Mark {
  return {
    ...mark,
    start: mark.start + by,
    end: mark.end + by,
    digitsStart: mark.digitsStart + by,
    digitsEnd: mark.digitsEnd + by,
  }
}

/**
 * The missing number may stand inside a line, run together with the words before it, or before a digit (8.6个项目). 第二 in a
 * name (第二幼儿园, 世界第二) is none.
 */
export function standsBetween(text: string, style: Style, count: number, from: number, to: number): boolean {
  const ordinal = hanOrdinal(count)
  const patterns: Record<Style, string> = {
    chapter: `${ordinal}\\s?、(?![一二三四五六七八九十]+[、产])`,
    section: `[（(﹙〔]\\s*${ordinal}\\s*[）)﹚〕]`,
    item: `(?<![\\d.])${count}\\s?[.．、](?!\\d)|^\\s*${count}[.．、]`,
    point: `[（(﹙]\\s*${count}\\s*[）)﹚]`,
    circled: String.fromCharCode(0x2460 + count - 1),
    ordinal: `${clauseHead}第${ordinal}(?![十百届批次个\\d])|${count === 2 ? '其次' : '再次|最后'}`,
    series: `${ordinal}[是要、]|${clauseHead}第${ordinal}[，,、：:是要]|${count === 2 ? '其次' : '再次|最后'}`,
  }
  return new RegExp(patterns[style], 'm').test(text.slice(from, to))
}

export function labelOf(mark: Mark, count: number): string {
  return mark.form.replace(/^- /, '').replace('N', numberText(mark, count))
}

export function numberText({ style }: Mark, count: number): string {
  if (style === 'circled') return String.fromCharCode(0x2460 + count - 1)
  return style === 'item' || style === 'point' ? String(count) : hanOrdinal(count)
}

/** 一是 and 第一， run through the text; the others stand at heads of lines and nest. */
export const isRunning = ({ style }: Mark): boolean => style === 'series' || style === 'ordinal'
