import type { Quantity } from '../../numbers/quantity.ts'
import { band, isAlike, type Breakdown } from './breakdown.ts'
import { areStages, countOfOneSorting, nameOf } from './part-names.ts'

/** A plan, an earlier value or another count stands in brackets too. */
const notPart =
  /计划|目标|任务|预算|合同|协议|上年|去年|同期|原|人均|户均|平均|每|增长|增加|减少|下降|累计|总投|含税|约合|折合|另|不含|其中|[比较]|占(?![道地补])/
/** Money of several levels adds up, things of several grades may be counted twice. */
const overlapping = /重点|示范|龙头|亿元|千万元|百强/
const partJoint = /^\p{Script=Han}{0,6}[、，,；;和及]\p{Script=Han}{2,14}$/u

/** 894万元（上级补助455万元，镇级自筹439万元）: a bracket of nothing but named figures of the same measure. */
export function partsInBrackets(
  text: string,
  quantities: readonly Quantity[],
  total: Quantity,
  index: number,
): Breakdown | undefined {
  const words = /^[（(]([^（()）。！？\n]{6,400})[）)]/.exec(text.slice(total.end, total.end + 402))?.[1]
  if (words === undefined || notPart.test(words) || band.test(words)) return undefined
  const end = total.end + 1 + words.length
  const parts: Quantity[] = []
  for (let part = quantities[index + 1]; part && part.end <= end; part = quantities[index + parts.length + 1]) {
    const between = text.slice(parts.at(-1)?.end ?? total.end + 1, part.start)
    const named = parts.length === 0 ? /^\p{Script=Han}{2,14}$/u.test(between) : partJoint.test(between)
    if (!named || !isAlike(total, part)) return undefined
    parts.push(part)
  }
  const count = parts.length
  if (count < 2 || !/^\p{Script=Han}{0,6}$/u.test(text.slice(parts.at(-1)?.end, end))) return undefined
  const names = parts.map((part, at) => nameOf(text, part, parts[at - 1]?.end ?? total.end + 1))
  if (areStages(names) || countOfOneSorting(names) < count || names.some((name) => overlapping.test(name)))
    return undefined
  const open = /等$/.test(words)
  return {
    total,
    parts,
    certain: count,
    unbroken: count,
    complete: true,
    closed: false,
    open,
    near: true,
    unsaid: true,
  }
}
