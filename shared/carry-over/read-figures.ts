import { findQuantities } from '../numbers/find-quantities.ts'
import type { TextSpan } from './accounts.ts'

const hanDigit = '零〇一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億'
/** 四千一百二十六万元, 一点二亿元, 六成五, 三分之一: two numerals at least; a single one is more often a word. */
const inCharacters = new RegExp(
  `[${hanDigit}]+(?:点[${hanDigit}]+|分之[${hanDigit}]+|成[${hanDigit}半]?|个百分点)|[${hanDigit}]{2,}余?`,
  'g',
)
const inDigits = /[\d０-９]+(?:[\d０-９.,，．/:：\u00A0 ]*[\d０-９])?/g
/** 十四五 names a plan, 千千万万 no amount. */
const noFigure = /^(?:十[一二三四五六七八九]?五|千千万万|千万|一一|万万)$/

/** Every number of a line, wide rather than narrow: each is last year's until somebody has looked at it. */
export function readFigures(text: string): TextSpan[] {
  return joined([
    ...findQuantities(text)
      .filter(({ kind, han }) => han !== true || (kind !== 'listcount' && kind !== 'date' && kind !== 'duration'))
      .map(({ start, end }) => ({ start, end })),
    ...[...text.matchAll(inDigits)].map(spanOf),
    ...[...text.matchAll(inCharacters)].filter(([words]) => !noFigure.test(words)).map(spanOf),
  ])
}

const numeral = '[一二三四五六七八九十]{1,3}'
const body = '(?:[省市县縣区區镇鎮乡鄉]委?|党的|黨的|中共|中央|本)?'
const plenum = `第?${numeral}中(?:全[会會])?`
/** Sessions, plenums and plan periods whole, and what counts a list: each of them is of its year. */
const ofTheYear = [
  new RegExp(
    `${body}(?:政[协協])?第?${numeral}[届屆](?:(?:人大|人民代表大[会會]|政[协協])(?:常委[会會])?)?第?${numeral}次(?:[会會][议議]|全(?:体会议|體會議|[会會]))?`,
    'g',
  ),
  new RegExp(`${body}第?${numeral}[届屆]${plenum}(?:[、和及]${plenum}){0,4}`, 'g'),
  /[“"‘「『]?(?<!十)十[一二三四五六七八九]?五[”"’」』]?(?:规划|規劃|时期|時期|期间|期間)?/g,
]

/** What a rolled sentence still says of last year: its figures, and the other words of the year whole. */
export function readWordsOfYear(text: string): TextSpan[] {
  return [
    ...readFigures(text),
    ...ofTheYear.flatMap((pattern) => [...text.matchAll(pattern)].map(spanOf)),
    ...findQuantities(text).filter(({ kind, han, text: words }) => kind === 'listcount' && han && !/^一/.test(words)),
  ]
}

/** Stretches in the order of the text; those that meet are one. */
export function joined(spans: readonly TextSpan[]): TextSpan[] {
  const found: TextSpan[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = found.at(-1)
    if (last && start < last.end) found[found.length - 1] = { ...last, end: Math.max(last.end, end) }
    else found.push({ start, end })
  }
  return found
}

function spanOf(match: RegExpExecArray): TextSpan {
  return { start: match.index, end: match.index + match[0].length }
}
