import type { FigureContent, FigurePlace, LedgerRow } from './ledger.ts'

/** An earlier report as it was read from its file. */
export interface GivenReport {
  /** Name of its file; tells reports apart. */
  file: string
  text: string
  /** What the file says of itself, or the user; null: read from the text. */
  year: number | null
  place: string | null
}

/** Half-open, in UTF-16 units of the report's text. */
export interface TextSpan {
  start: number
  end: number
}

/** A figure that a report states, offered for one cell of the ledger. */
export interface Proposal {
  /** The cell. One report offers at most one figure for each. */
  cell: FigurePlace
  /** State `reported`; `source.file` names the report. */
  content: FigureContent
  /** What the row begins with where the ledger has none of that name. */
  row: Pick<LedgerRow, 'unit' | 'group' | 'department' | 'basis'>
  /** Year the report was given in: 2026 reviews 2025 and plans 2026. */
  reportYear: number
  /** The catalogue knows the indicator. */
  known: boolean
  /** One of those that places are judged by: accepted unless the user says otherwise. */
  headline: boolean
  /** The words of the text that name the indicator: 全社会固定资产投资. */
  surface: string
  /** Spans in the report's text, to be shown and marked; the growth may stand in another sentence than the value. */
  sentence: TextSpan
  value: TextSpan | null
  growth: TextSpan | null
  /** What the same report also says of the cell and what does not fit; [] = it speaks with one voice. */
  others: OtherValue[]
}

/** A figure of the same report and cell that gave way. */
export interface OtherValue {
  content: FigureContent
  surface: string
  sentence: TextSpan
  value: TextSpan | null
  growth: TextSpan | null
}

/** What one report offers. */
export interface ReportReading {
  file: string
  /** As decoded; spans belong to it. */
  text: string
  /** Null: neither given nor said clearly in the text; nothing can be offered until somebody says it. */
  year: number | null
  place: string | null
  /** In the order of the text. */
  proposals: Proposal[]
}

/** Two reports that say different things of one cell. */
export interface ReportConflict {
  cell: FigurePlace
  /** The figure of the report that was first to give it. */
  first: Proposal
  /** The later report; where `by` is growth its proposal for the year after. */
  later: Proposal
  /** It names another value, or its growth rate cannot come from the first one. */
  by: 'value' | 'growth'
  /** With `by` growth: the values that the rate allows, in `unit`, as `12.3～12.5`. */
  implied?: { range: string; unit: string }
  guess: ConflictGuess
}

/** 修订数 / 口径变化 / 需核对. */
export type ConflictGuess = 'revised' | 'scope' | 'check'

export interface RefusedReport {
  file: string
  /** Of another place, without a year, or the same text as another file. */
  reason: 'otherPlace' | 'noYear' | 'duplicate'
  /** The other place, or the file that has the same text. */
  named: string
}

/** What becomes of one cell. Nothing that stands in the ledger changes without such a step. */
export interface ImportStep {
  cell: FigurePlace
  proposal: Proposal
  /** Null: the cell was empty or awaited. */
  before: FigureContent | null
  after: FigureContent
}
