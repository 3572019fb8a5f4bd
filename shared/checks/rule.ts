import type { Statement } from '../indicators/statement.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { LineStructure } from '../report/structure.ts'
import type { FormulationList, IndicatorEntry } from '../templates/templates.ts'
import type { Hit, Severity } from './finding.ts'

/** What everybody who checks a report hands in; nothing else reaches a rule. */
export interface CheckInput {
  text: string
  /** The year the report is given in; null: read from the text where it can be. */
  year: number | null
  /** Full name of the place; null: read from the title where it can be. */
  place: string | null
  /** Earlier reports of the same place, newest first. */
  prior: { name: string; text: string }[]
  indicators: IndicatorEntry[]
  formulations: FormulationList
  /** Ids of rules that are switched off. */
  rulesOff: readonly string[]
}

/** The checked text and what was understood of it; offsets are those of `text`. */
export interface ReportView {
  text: string
  year: number | null
  place: string | null
  lines: LineView[]
  quantities: Quantity[]
  statements: Statement[]
  prior: PriorView[]
  indicators: IndicatorEntry[]
  formulations: FormulationList
}

export type PriorView = Omit<ReportView, 'prior' | 'formulations'> & { name: string }

export interface LineView extends LineStructure {
  start: number
  end: number
  text: string
}

interface RuleBase {
  /** The file's name: growth-in-report. */
  id: string
  /** Kind of defect of its findings, unless a hit says otherwise. */
  kind: string
  severity: Severity
}

/** Looks at one line alone; its result is kept until the line changes. Offsets of hits are within the line. */
export interface ParagraphRule extends RuleBase {
  check(text: string): Hit[]
}

/** Looks at the whole report. Offsets of hits are those of the text. */
export interface ReportRule extends RuleBase {
  checkReport(report: ReportView): Hit[]
}

export type Rule = ParagraphRule | ReportRule
