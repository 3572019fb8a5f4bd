import { baseIntervalOf, disjoint, plus } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { isAlike, longestList, newStatement, type Breakdown } from './breakdown.ts'

/** …41件、…85件，合计126件. */
const sumWords =
  /^[\p{Script=Han}“”]{0,8}[，,、（(]?(?:[两三四五六]项)?(?:合计|共计|总计|总共|一共|共)(?:为|是|有|达到?|完成|投入|投资|实施|安排)?$/u
/** 分别完成12.5亿元、36.2亿元和41.3亿元，合计90亿元: the names stood before. */
const bareSumWords =
  /^[，,、；;（(]?(?:[两二三四五六](?:者|项|次产业|大产业))?(?:合计|总计|共计|一共|总共|共|总[量额])(?:为|是|有|达到?|完成|实现)?$/
const bareJoint = /^(?:、|，|,|和|及|以及|与)$/
const respectively = /分别(?:为|是|有|达到?|完成|实现|投入|安排|新增|发展)?(?:了|到)?$/
const listJoint = /^[\p{Script=Han}“”]{0,6}(?:、|，|,|和|及)[\p{Script=Han}“”]{1,16}$/u

export function partsBeforeTotal(
  text: string,
  quantities: readonly Quantity[],
  total: Quantity,
  index: number,
): Breakdown | undefined {
  const inOrder = listedInOrder(text, quantities.slice(Math.max(0, index - longestList), index), total)
  if (inOrder) return inOrder
  const listed = listBefore(text, quantities.slice(Math.max(0, index - longestList), index), total)
  if (listed.length < 2) return undefined
  const own = listed.slice(0, -1).findLastIndex((_, from) => fills(total, listed.slice(from)))
  const parts = listed.slice(Math.max(0, own))
  const saysAll = /[合共总]计/.test(text.slice(parts.at(-1)?.end, total.start))
  return {
    total,
    parts,
    certain: parts.length,
    unbroken: parts.length,
    complete: true,
    closed: saysAll && opensSentence(text, quantities, index - parts.length),
    open: false,
    near: false,
  }
}

/** A list of 分别 is whole: every name has its figure. 总量 may be of more than was listed. */
function listedInOrder(text: string, before: readonly Quantity[], total: Quantity): Breakdown | undefined {
  const parts: Quantity[] = []
  const listed = before.filter(({ unit, end }) => unit !== '项' || !/^[合共总]/.test(text.slice(end))) // 两项合计
  for (const part of listed.toReversed()) {
    const between = text.slice(part.end, parts[0]?.start ?? total.start)
    if (!(parts.length === 0 ? bareSumWords : bareJoint).test(between) || !isAlike(total, part)) break
    parts.unshift(part)
  }
  const [first, count] = [parts[0], parts.length]
  if (!first || count < 2 || !respectively.test(text.slice(Math.max(0, first.start - 6), first.start))) return undefined
  const closed = /[合共总]计|共/.test(text.slice(parts.at(-1)?.end, total.start))
  return {
    total,
    parts,
    certain: count,
    unbroken: count,
    complete: true,
    closed,
    open: false,
    near: closed,
    inOrder: true,
  }
}

/** The figures of the list that ends in the total, in the order of the text. */
function listBefore(text: string, before: readonly Quantity[], total: Quantity): Quantity[] {
  const list: Quantity[] = []
  for (const part of before.toReversed()) {
    const between = text.slice(part.end, list[0]?.start ?? total.start)
    const joined = list.length === 0 ? sumWords.test(between) : listJoint.test(between) && !newStatement.test(between)
    if (!joined || !isAlike(total, part)) break
    list.unshift(part)
  }
  return list
}

function fills(total: Quantity, parts: readonly Quantity[]): boolean {
  const sum = parts.map((part) => baseIntervalOf(part)).reduce(plus)
  return !disjoint(sum, baseIntervalOf(total))
}

/** No figure stands before the first part in its sentence, so that the list is whole. */
function opensSentence(text: string, quantities: readonly Quantity[], first: number): boolean {
  const [before, own] = [quantities[first - 1], quantities[first]]
  return !before || /[。；;！？\n：:]/.test(text.slice(before.end, own?.start))
}
