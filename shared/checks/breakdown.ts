import { sameDimension } from '../numbers/interval.ts'
import type { Quantity } from '../numbers/quantity.ts'

/** 其中 and 包括 announce parts of the amount before. */
export const partCues = /其中|(?<=[，,])包括/g

/** An amount and the parts of it that a cue announces. */
export interface Breakdown {
  total: Quantity
  parts: Quantity[]
  /** So many of the parts stand before the first semicolon; after it a new statement may begin. */
  near: number
  /** Nothing but parts stands between the first and the last, so that none was passed over. */
  complete: boolean
}

/** Rates, dates and the ends of a range are never summed. */
export const summable = (quantity: Quantity): boolean =>
  !['pct', 'permille', 'pp', 'date', 'duration', 'listcount'].includes(quantity.kind) &&
  quantity.rangeWith === undefined

/** Words after which an amount is no part of the list before it. */
const newStatement =
  /完成|实现|新增|增长|增加|减少|下降|同比|比上年|累计|共计|合计|总[投计额量]|涉及|覆盖|惠及|带动|辐射|协议|另|还|并|占(?![道地补])|年均|人均|平均|每/
/** Bands overlap: 500万元以上 counts what 300万元以上 counts too. */
const band = /以上|以下|以内|超过|不足/

/** Between the total and 其中 only its growth may stand. */
const leadsTo = /^[，,；;：:（(\s]*(?:[^。；;\d]{0,6}(?:增长|下降|提高)[^。；;]{0,10}[%％][，,；;（(\s]*)?$/
/** 比上年增加4000亿元 or 增收270万元，其中…: the parts belong to the value that grew; 年均 is no total at all. */
export const notTotal =
  /(?:增加|减少|提高|增长|上升|下降|缩短|增收|减收|净增|增支)了?$|(?:年均|平均|人均)[^，。；]{0,8}$/

/** The parts after a cue and the amount directly before it; undefined where it is not certain what is part of what. */
export function readBreakdown(
  text: string,
  quantities: readonly Quantity[],
  cueStart: number,
  cueEnd: number,
): Breakdown | undefined {
  const total = quantities.findLast((quantity) => quantity.end <= cueStart && summable(quantity))
  if (!total || !leadsTo.test(text.slice(total.end, cueStart)) || notTotal.test(text.slice(0, total.start)))
    return undefined
  const parts: Quantity[] = []
  let at = cueEnd
  let complete = true
  let near: number | undefined
  for (const quantity of quantities) {
    if (quantity.start < cueEnd) continue
    const between = text.slice(at, quantity.start)
    if (/[。！？\n]|其中/.test(between)) break
    if (!summable(quantity) || !isAlike(total, quantity)) {
      // A rate or a figure of another kind inside the list ends what can be summed with certainty.
      complete = quantity.kind === 'pct' && /增长|下降|占/.test(between)
      if (!complete) break
      at = quantity.end
      continue
    }
    if (/[由从]/.test(between) && /^[^，。；]{0,6}(?:提高|增加|扩大|减少|下降|降)[到至]/.test(text.slice(quantity.end)))
      break
    if (parts.length > 0 && /[；;]/.test(between)) near ??= parts.length
    if (band.test(between) || band.test(quantity.text) || between.length > 24) return undefined
    if (parts.length > 0 && newStatement.test(between)) break
    parts.push(quantity)
    at = quantity.end
  }
  if (parts.length === 0) return undefined
  return { total, parts, near: near ?? parts.length, complete }
}

/** 户 and 人 are never parts of each other; money of any magnitude is. */
export const isAlike = (total: Quantity, part: Quantity): boolean =>
  total.kind === 'count' ? total.unit === part.unit : sameDimension(total, part)
