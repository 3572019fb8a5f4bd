import type { PledgeAccount, SectionPair, TargetAccount, UnchangedSentence } from '../../shared/carry-over/accounts.ts'
import type { LastReport, RollSetting } from '../../shared/carry-over/roll-report.ts'
import type { RolledReport } from '../../shared/carry-over/rolled-report.ts'
import type { PriorReport } from '../../shared/desktop/prior-reports.ts'
import type { Ledger } from '../../shared/ledger/ledger.ts'
import type { OutlineNode } from '../../shared/report/outline.ts'
import type { Block } from '../../shared/report/schema.ts'
import type { IndicatorEntry } from '../../shared/templates/templates.ts'

/** What seldom changes: sent once. */
export interface CarryOverSetting {
  indicators: IndicatorEntry[]
  prior: readonly PriorReport[]
  ledger: Ledger
}

/** This year's text as it is now, to be held against the earlier report `chosen`. */
export interface CompareRequest {
  chosen: string
  text: string
  year: number | null
  place: string | null
  outline: readonly OutlineNode[]
}

export interface RollRequest {
  last: LastReport
  setting: RollSetting
}

/** The earlier report that was chosen, as blocks; spans of `last` in the accounts are those of its plain text. */
export interface LastYear {
  name: string
  year: number | null
  body: Block[]
}

export interface Comparison {
  last: LastYear
  /** Years of all earlier reports, by name. */
  years: Readonly<Record<string, number | null>>
  /** Whose text tells what became of the plan: this report's, that of the year after the chosen one, or nobody's. */
  answer: 'own' | 'prior' | 'none'
  targets: TargetAccount[]
  pledges: PledgeAccount[]
  unchanged: UnchangedSentence[]
  sections: SectionPair[]
}

export type ToCarryOver = { setting: CarryOverSetting } | { compare: CompareRequest } | { roll: RollRequest }

/** `rolled` null: the report names no year to go on from. */
export type FromCarryOver = { compared: Comparison } | { rolled: RolledReport | null } | { failed: string }
