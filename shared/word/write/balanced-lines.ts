/**
 * Title and meeting line may need two lines, and a word may not be torn (GB/T 9704-2012, 7.3.1). Gives the width in ems that a
 * centred line must be narrowed to so that it breaks before such a place; undefined when one line holds it, or no place fits and the last line is
 * long enough as it is.
 * Narrowing instead of a line break keeps the paragraph's text as it is written.
 */
export function balancedWidth(text: string, ems: number): number | undefined {
  const whole = width(text)
  if (whole <= ems) return undefined
  const breaks = places(text)
    .map((at) => ({ first: width(text.slice(0, at)), second: width(text.slice(at)) }))
    .filter(({ first, second }) => first <= ems - slack && second <= first && second >= shortest)
  const best = breaks.reduce<Halves | undefined>(
    (a, b) => (a && a.first - a.second <= b.first - b.second ? a : b),
    undefined,
  )
  if (best) return best.first + slack
  return whole - ems < shortest ? whole / 2 + slack : undefined
}

interface Halves {
  first: number
  second: number
}

/** A last line of fewer characters looks lost: 会议上. */
const shortest = 4

/** Digits differ by up to this much between fonts; the character after the break is a full em. */
const slack = 0.5

function places(text: string): number[] {
  return [...text.matchAll(breakable)].map((match) => match.index).filter((at) => at > 0)
}

const breakable =
  /第[〇一二三四五六七八九十百]+届|人民代表大会|第[〇一二三四五六七八九十百]+次|人民政府|政府工作|工作报告|关于|——/g

/** In ems: ASCII is half an em wide in 仿宋, 楷体 and 小标宋, 0.53 allows for substitutes. */
function width(text: string): number {
  let ems = 0
  for (const character of text) ems += character <= '\u007F' ? 0.53 : 1
  return ems
}
