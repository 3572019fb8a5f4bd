import type { Quantity } from '../numbers/quantity.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import type { GrowthKind } from './statement.ts'

/** A number of a paragraph; offsets are those of the compact paragraph. A range (3—5个) is one figure. */
export interface Figure {
  quantity: Quantity
  upper?: Quantity
  start: number
  end: number
}

/** What a number speaks of. */
export interface Subject {
  name: string
  entry: IndicatorEntry | undefined
  start: number
  end: number
  /** 新增, where only the new ones are counted; the next in the list has it too. */
  verb?: string
}

/** A statement as its clause gives it: without year, section and role, with compact offsets. */
export interface RawStatement {
  subject: Subject
  start: number
  end: number
  value: Figure | undefined
  growth: Figure | undefined
  growthSign: 1 | -1
  growthKind: GrowthKind | null
  growthBase: 'last-year' | 'average' | number
  /** An earlier value: 从8.6平方公里. */
  prior: boolean
  priorYear: number | undefined
  partOf: RawStatement | undefined
  /** Named village, park or enterprise; '' = none. */
  entity: string
  cue: string
  sentence: { start: number; end: number }
}
