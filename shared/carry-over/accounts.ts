import type { SectionKind } from '../report/schema.ts'

/** What a year's report owes to the one before it; offsets are those of the plain text of either report. */
export interface TextSpan {
  start: number
  end: number
}

/** 达到 / 未达到 / 待核 / 文中未提. */
export type Verdict = 'reached' | 'missed' | 'undecidable' | 'unmentioned'

/** 去年目标 → 今年完成, one row for each target of last year. */
export interface TargetAccount {
  /** Canonical name of the catalogue, or the report's own; the name of a row of the ledger. */
  indicator: string
  target: SaidFigure
  /** Undefined: neither the text nor the ledger says how it ended. */
  result?: SaidFigure
  verdict: Verdict
  /** Why it cannot be decided, or that the rate was computed here. */
  remark: TargetRemark | ''
  /** Every place of this year's report that tells of the indicator's result, in the order of the text. */
  mentioned: TextSpan[]
}

/**
 * `coarse`: the printed digits leave it open. `otherUnit`: target and result are measured differently. `otherPrices`: it would
 * take a growth at comparable prices that nobody printed. `noBase`: last year's value is not known. `computed`: the growth was
 * computed from two printed values. `span`: what is told may be of several years. `near`: short of 左右 by half a point at most.
 */
export type TargetRemark = 'coarse' | 'span' | 'otherUnit' | 'otherPrices' | 'noBase' | 'computed' | 'near'

/** A figure as it stands in a report or in the ledger. */
export interface SaidFigure {
  /** As printed: 增长8%以上, 4.2亿元. */
  printed: string
  /** Null: it is known from the ledger alone. */
  span: TextSpan | null
  /** Sentence around it, for reading and for jumping there. */
  sentence: TextSpan | null
}

/** Where a promise was found: an item of 十件实事, or a sentence of the plan. */
export type PledgeForm = 'item' | 'sentence'

/** 承诺事项 of last year's plan: something that can be held up against this year's report. */
export interface Pledge {
  /** Stable within one report: where it stands. */
  span: TextSpan
  /** The words of the promise, without list mark. */
  words: string
  form: PledgeForm
  section: SectionKind | null
  /** What is promised, by name: 青石河大桥, 农村公路. */
  objects: string[]
  /** Figures as printed: 18公里, 3个. */
  figures: string[]
  /** 年底前, 6月底, as printed; '' = none. */
  deadline: string
}

/** 已完成 / 部分完成 / 提到，待核 (the text does not say how far it is) / 文中未提; 不再适用 is the user's to say. */
export type PledgeState = 'done' | 'partly' | 'mentioned' | 'unmentioned'

export interface PledgeAccount {
  pledge: Pledge
  state: PledgeState
  /** Sentence of this year's report that accounts for it; null = none was found. */
  span: TextSpan | null
  /** The words of that sentence that say how far it is: 建成投用, 主体完工. */
  said: TextSpan | null
  /** How much of the promise's own words the sentence has, 0 to 1. */
  likeness: number
}

/** 雷同: a sentence that stands in both reports. */
export interface UnchangedSentence {
  own: TextSpan
  last: TextSpan
  /** A result told with the same figures: the rule on unchanged sentences flags it too. */
  flagged: boolean
}

/** Sections of two reports that belong together, by index of the block that opens them. */
export interface SectionPair {
  last: BlockRange | null
  own: BlockRange | null
}

/** Blocks [start, end) of a body. */
export interface BlockRange {
  start: number
  end: number
}
