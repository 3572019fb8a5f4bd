import type { FigurePart } from '../ledger/figure-key.ts'
import type { FigureKind, FigureSource, FigureState } from '../ledger/ledger.ts'

export type Severity = 'error' | 'warning' | 'note'

/** A stretch of the checked text; `file` names another report (last year's). */
export interface Span {
  start: number
  end: number
  file?: string
}

/** A change of the text that would solve the finding; its label is a message with values. */
export interface Repair {
  messageId: string
  values: MessageValues
  edits: { start: number; end: number; text: string }[]
}

export type MessageValues = Record<string, string | number>

/** One sentence of evidence: the sentence, and the words in it to mark. */
export interface Evidence {
  sentence: Span
  marks: Span[]
}

/** A finding that gathers a whole report (half-width marks) shows its first sentences; its verdict says how many there are. */
export const shownEvidence = 8

/** The arithmetic of a finding, ready to be shown: 7.8 ÷ 5.9 − 1 → 应为 30.3%～34.2%，文中 25.8%. */
export interface Formula {
  expression: string
  implied: string
  printed: string
  /** `implied` is as far as such figures lie apart by right, not what the printed one should be. */
  band?: true
}

/** What the ledger has, and where it has it from. */
export interface LedgerEvidence {
  indicator: string
  year: number
  /** With unit: 4126万元. */
  number: string
  kind: FigureKind
  part: FigurePart
  state: FigureState
  source: FigureSource
}

/** What a rule reports: no sentence, only message ids with values. */
export interface Hit {
  messageId: string
  values: MessageValues
  start: number
  end: number
  /** Lower than the rule's own severity where a gate is unknown. */
  severity?: Severity
  /** Other than the rule's own kind. */
  kind?: string
  /** The indicator whose figures contradict each other: 忽略此指标 sets all findings of the rule about it aside. */
  indicator?: string
  evidence?: Evidence[]
  formula?: Formula
  repairs?: Repair[]
  ledger?: LedgerEvidence
}

/** The same object for panel, command line, Word comment and 核对表. Offsets are those of the checked text. */
export interface Finding {
  /** Unique in one result and stable while the flagged words stay the same. */
  id: string
  rule: string
  /** The kind of defect in the field's terms: growth-arithmetic, sum-of-parts, wrong-year … */
  kind: string
  severity: Severity
  indicator?: string
  messageId: string
  values: MessageValues
  start: number
  end: number
  evidence: Evidence[]
  formula?: Formula
  repairs: Repair[]
  ledger?: LedgerEvidence
  /** Rule, flagged words and figures; an ignored finding returns when one of them changes. */
  fingerprint: string
}
