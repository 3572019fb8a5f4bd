import { baseIntervalOf, disjoint, plus } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { isAlike, longestList, newStatement, type Breakdown } from './breakdown.ts'

/** …41件、…85件，合计126件. */
const sumWords =
  /^[\p{Script=Han}“”]{0,8}[，,、（(]?(?:[两三四五六]项)?(?:合计|共计|总计|总共|一共|共)(?:为|是|有|达到?|完成|投入|投资|实施|安排)?$/u
const listJoint = /^[\p{Script=Han}“”]{0,6}(?:、|，|,|和|及)[\p{Script=Han}“”]{1,16}$/u

export function partsBeforeTotal(
  text: string,
  quantities: readonly Quantity[],
  total: Quantity,
  index: number,
): Breakdown | undefined {
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
