import { sameDimension } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'

/** A total and the figures that are said to be its parts. */
export interface Breakdown {
  total: Quantity
  parts: Quantity[]
  /** So many of the parts surely belong to the total; what follows them may open a new statement. */
  certain: number
  /** So many stand before the first figure of another kind or of another statement; 另有 may go on with the parts. */
  unbroken: number
  /** Nothing but parts stands between the first and the last, so that none was passed over. */
  complete: boolean
  /** The report's own words leave nothing over: 由…组成, 其余, opposites. */
  closed: boolean
  /** Parts of a grade or size (省级重点项目) are never all. */
  open: boolean
  /** The total stands directly before its parts, so that it can be no other. */
  near: boolean
  /** No word says that they are parts: a bracket may name 工业投资 and 技改投资, which overlap. */
  unsaid?: true
  /** Listed after 分别 and summed up: neither more nor less than the parts can be the total. */
  inOrder?: true
}

/** 其中, 包括, 由 or 分别为, and where it stands. */
export interface OpeningWord {
  word: string
  start: number
  end: number
}

/** No list of parts is longer; a cap keeps a paragraph of thousands of figures cheap. */
export const longestList = 24

const rates: readonly string[] = ['pct', 'permille', 'pp', 'date', 'duration', 'listcount']

/** One figure, not the end of a range, of a measure that adds up. */
const summable = ({ rangeWith, kind, unit }: Quantity): boolean =>
  rangeWith === undefined && !rates.includes(kind) && unit !== '倍'

/** Can the one be a part of the other? 户 and 人 never are; money of any magnitude is. */
export const isAlike = (total: Quantity, part: Quantity): boolean =>
  total.rangeWith === undefined &&
  summable(part) &&
  (total.kind === 'count' ? total.unit === part.unit : sameDimension(total, part))

/** Words after which an amount may be no part of the list before it. */
export const newStatement =
  /完成|实现|新增|增长|增加|减少|下降|同比|比上年|累计|共计|合计|总[投计额量]|涉及|覆盖|惠及|带动|辐射|协议|另|还|并|占(?![道地补])|年均|人均|平均|每/
/** Bands overlap: 500万元以上 counts what 300万元以上 counts too. */
export const band = /以上|以下|以内|超过|不足|[过超逾](?:\d|[千百十万]?亿|千万|百万)/
