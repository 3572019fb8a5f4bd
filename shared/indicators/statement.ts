import type { Quantity } from '../numbers/quantity.ts'
import type { SectionKind } from '../report/schema.ts'

export type GrowthKind = '同比%' | '百分点' | '绝对'
/** `≥` 余 多 以上 突破 超 · `≤` 以内 · `≈` 约 近 左右. */
export type Bound = 'exact' | '≥' | '≤' | '≈' | 'range'
export type StatementRole = 'achieved' | 'target' | 'part' | 'prior'
/** Year, half-year, quarter, month, a span of years (五年来), a point in time (年底). */
export type PeriodKind = 'year' | 'half-year' | 'quarter' | 'month' | 'span' | 'point' | 'unknown'

/** What the text says of one indicator: 财政总收入完成2841万元，同比增长25%. Offsets are those of the text that was read. */
export interface Statement {
  start: number
  end: number
  /** Canonical name of the catalogue, or the open name taken from the text's own words. */
  indicator: string
  /** As written. */
  surface: string
  surfaceStart: number
  surfaceEnd: number
  /** True when the catalogue knows the indicator. */
  known: boolean
  value: Quantity | null
  /** Higher end of a range. */
  valueMax?: Quantity
  growth: Quantity | null
  /** Sign of the growth: −1 for 下降, 减少, 缩短. */
  growthSign: 1 | -1
  growthKind: GrowthKind | null
  /** Growth that is not against last year: 年均, 比2015年, 是2011年的1.76倍. */
  growthBase: 'last-year' | 'average' | number
  bound: Bound
  /** The year the statement is about; null where it cannot be known. */
  year: number | null
  period: PeriodKind
  role: StatementRole
  /** Year and role are those of the ledger's figure that its words are bound to. */
  linked?: true
  /** 预计: achieved and provisional. */
  provisional: boolean
  /** Own place: ''. A named village, park, enterprise or higher place otherwise. */
  place: string
  /** Section the sentence stands in. */
  section: SectionKind | null
  /** Index (in the same list) of the total this part belongs to. */
  partOf?: number
  /** The words that announced it: 其中, 同比, 力争. */
  cue: string
  /** Sentence the statement stands in. */
  sentenceStart: number
  sentenceEnd: number
}
