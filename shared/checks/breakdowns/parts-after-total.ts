import type { Quantity } from '../../numbers/quantity.ts'
import { band, isAlike, longestList, newStatement, type Breakdown, type OpeningWord } from './breakdown.ts'
import { areStages, countOfOneSorting, leavesNothing, nameOf, nounBehind } from './part-names.ts'

/** Grades overlap: 省级重点项目 are counted among 重点项目; what comes from 上级 is none. */
const grade = /(?<!上)级|重点|示范|龙头|亿元|千万元|百强/

/** 5230万元，其中市外资金4100万元，市内资金1130万元: the figures behind a word that says they are parts. */
export function partsAfterTotal(
  text: string,
  quantities: readonly Quantity[],
  from: number,
  { word, start, end }: OpeningWord,
): Breakdown | undefined {
  const first = quantities[from]
  if (!first) return undefined
  const total = totalBefore(text, quantities.slice(Math.max(0, from - 4), from), first, start)
  if (!total) return undefined
  const read = readParts(text, quantities.slice(from, from + longestList), total.figure, end)
  if (!read) return undefined
  const { parts } = read
  const said = word === '由' && /^[^，,。；;\d]{0,12}(?:组成|构成)/.test(text.slice(parts.at(-1)?.end ?? 0))
  const names = parts.map((part, index) => nameOf(text, part, parts[index - 1]?.end ?? end))
  const disjunct = areStages(names) ? 1 : countOfOneSorting(names)
  const certain = total.near || sameNoun(text, total.figure, parts) ? Math.min(read.certain, disjunct) : 0
  const closed = said || leavesNothing(names.slice(0, certain))
  const open = !closed && names.slice(0, read.unbroken).some((name) => grade.test(name))
  return {
    total: total.figure,
    parts,
    certain,
    complete: read.complete && disjunct === parts.length,
    unbroken: read.unbroken,
    closed,
    open,
    near: total.near,
  }
}

/** Between the total and its parts only its growth may stand. */
const growthBetween =
  /^[，,；;：:（(\s]*(?:[^。；;\d]{0,6}(?:增长|下降|提高)[^。；;\d]{0,4}[\d.]+[%％][，,；;（(\s]*)?$/
const nounBetween = /^[\p{Script=Han}“”]{0,12}[，,：:（(\s]*$/u
/** Or figures of other kinds that describe it: 126个，总投资2.6亿元，其中…. */
const figuresBetween = /^[^。；;！？\n]{0,48}$/
/** 比上年增加4000亿元，其中…: the parts belong to the value that grew. */
const isIncrease = /(?:增加|提高|增长|上升|下降|缩短|增收|减收|净增|增支|[多少])了?$/
/** 年均 is no total at all. */
const isMean = /(?:年均|平均|人均|户均|每[年人户月])[^，。；]{0,8}$/

function totalBefore(
  text: string,
  before: readonly Quantity[],
  first: Quantity,
  wordStart: number,
): { figure: Quantity; near: boolean } | undefined {
  for (const figure of before.toReversed()) {
    const between = text.slice(figure.end, wordStart)
    if (!figuresBetween.test(between)) return undefined
    if (!isAlike(figure, first)) continue
    const words = text.slice(Math.max(0, figure.start - 16), figure.start)
    if (isMean.test(words)) return undefined
    if (isIncrease.test(words)) continue
    if (growthBetween.test(between)) return { figure, near: true }
    return nounBetween.test(between) || /[，,（(：:]\s*$/.test(between) ? { figure, near: false } : undefined
  }
  return undefined
}

interface ReadParts {
  parts: Quantity[]
  certain: number
  unbroken: number
  complete: boolean
}

function readParts(
  text: string,
  quantities: readonly Quantity[],
  total: Quantity,
  wordEnd: number,
): ReadParts | undefined {
  const parts: Quantity[] = []
  let at = wordEnd
  let complete = true
  let certain: number | undefined
  let unbroken: number | undefined
  let pattern = ''
  for (const quantity of quantities) {
    const between = text.slice(at, quantity.start)
    if (/[。！？\n]|其中/.test(between)) break
    if (/[；;]/.test(between)) certain ??= parts.length
    if (!isAlike(total, quantity)) {
      // It may describe the part before it; behind one of another kind nothing is certain any more.
      complete = between.length <= 10 || /增长|下降|占/.test(between)
      if (!complete) break
      if (quantity.kind !== 'pct') unbroken ??= parts.length
      at = quantity.end
      continue
    }
    if (changes(text, quantity)) break
    if (band.test(between) || band.test(quantity.text) || between.length > 24) return undefined
    if (parts.length === 0) pattern = between
    else if (opensAnew(between, pattern)) {
      certain ??= parts.length
      if (!/另/.test(between)) unbroken ??= parts.length
    }
    parts.push(quantity)
    at = quantity.end
  }
  unbroken ??= parts.length
  return { parts, certain: Math.min(certain ?? parts.length, unbroken), unbroken, complete }
}

/** 由40元提高到80元 is one figure that changed. */
function changes(text: string, { end }: Quantity): boolean {
  return /^[^，。；]{0,6}(?:提高|增加|扩大|减少|降)[到至]/.test(text.slice(end))
}

/** 完成 opens a new statement, unless the first part has it too: 其中市外资金完成…，市内资金完成…. */
function opensAnew(between: string, pattern: string): boolean {
  const word = newStatement.exec(between)?.[0]
  return word !== undefined && !pattern.includes(word)
}

/** 28项重点指标，其中预期性指标19项: a total with its noun behind it has parts of that noun, not any that are counted alike. */
function sameNoun(text: string, total: Quantity, parts: readonly Quantity[]): boolean {
  const noun = nounBehind(text, total)
  if (noun.length < 2) return total.kind !== 'count'
  const names = parts.map((part, index) => nameOf(text, part, parts[index - 1]?.end ?? total.end))
  return names.every((name) => name.includes(noun.slice(-2)))
}
