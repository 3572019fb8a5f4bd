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
  const spans = [
    ...findQuantities(text)
      .filter(({ kind, han }) => han !== true || (kind !== 'listcount' && kind !== 'date' && kind !== 'duration'))
      .map(({ start, end }) => ({ start, end })),
    ...[...text.matchAll(inDigits)].map(spanOf),
    ...[...text.matchAll(inCharacters)].filter(([words]) => !noFigure.test(words)).map(spanOf),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: TextSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.start < last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  return joined
}

function spanOf(match: RegExpExecArray): TextSpan {
  return { start: match.index, end: match.index + match[0].length }
}
