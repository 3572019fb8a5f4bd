import type { CarriedStretch } from '../report/carried.ts'
import type { NotePlace } from '../report/note-places.ts'
import type { Statement } from '../indicators/statement.ts'
import type { LedgerReader } from '../ledger/ledger-reader.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { BoundStretch } from '../ledger/links.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { LineStructure } from '../report/structure.ts'
import type {
  Formulation,
  FormulationList,
  IndicatorEntry,
  Power,
  TermEntry,
  UsageItem,
  UsageList,
} from '../templates/templates.ts'
import type { Hit, Severity } from './finding.ts'

/** What the users have chosen for their checks; it never adds to what a rule finds. */
export interface CheckChoices {
  /** Ids of rules that are switched off. */
  rulesOff: readonly string[]
  /** By rule id: what a finding of the rule's full weight counts as here; lighter ones stay as light or become lighter. */
  severities: Readonly<Record<string, Severity>>
  /** 提法白名单: words that no rule about wordings objects to. */
  wordings: readonly string[]
}

/** Every rule on, with its own weight, and nothing allowed beyond it. */
export const noChoices: CheckChoices = { rulesOff: [], severities: {}, wordings: [] }

/** Real names beside the report's own: never taken for a misspelling of it. */
export interface KnownNames {
  places: readonly string[]
  bodies: readonly string[]
}

export const noNames: KnownNames = { places: [], bodies: [] }

/** What everybody who checks a report hands in; nothing else reaches a rule. */
export interface CheckInput extends CheckChoices {
  text: string
  /** The year the report is given in; null: read from the text where it can be. */
  year: number | null
  /** Full name of the place; null: read from the title where it can be. */
  place: string | null
  /** Earlier reports of the same place, newest first. */
  prior: { name: string; text: string }[]
  indicators: IndicatorEntry[]
  formulations: FormulationList
  usage: UsageList
  terms: TermEntry[]
  names: KnownNames
  /** 台账 of the place; absent: none is known. */
  ledger?: Ledger
  /** Words of the text that are bound to it, in their order. */
  links?: readonly BoundStretch[]
  /** What came from last year's report and still reads so, in the order of the text (`readCarried`). */
  carried?: readonly CarriedStretch[]
  /** Notes, with the places of their references (`readNotePlaces`). */
  notes?: readonly NotePlace[]
}

/** The part of it from which a report is understood. */
export type ReadInput = Omit<CheckInput, keyof CheckChoices>

/**
 * The checked text and what was understood of it; offsets are those of `text`. The text is folded for reading (traditional
 * characters to simplified ones, one unit for one), so that the data words of the rules match; offsets do not change.
 */
export interface ReportView {
  text: string
  /** The text as it was given, before folding. */
  source: string
  year: number | null
  place: string | null
  lines: LineView[]
  paragraphs: ParagraphView[]
  quantities: Quantity[]
  statements: Statement[]
  prior: PriorView[]
  indicators: IndicatorEntry[]
  formulations: FormulationList
  usage: UsageList
  terms: TermEntry[]
  names: KnownNames
  /** Undefined: no ledger is known, or it has no rows. */
  ledger: LedgerReader | undefined
  links: readonly BoundStretch[]
  carried: readonly CarriedStretch[]
  notes: readonly NotePlace[]
}

export type PriorView = Omit<
  ReportView,
  'prior' | 'formulations' | 'usage' | 'terms' | 'names' | 'ledger' | 'links' | 'carried' | 'notes'
> & { name: string }

export interface LineView extends LineStructure {
  start: number
  end: number
  text: string
}

/** A paragraph of the author: one line, or the lines that a PDF copy has broken it into, line feeds between them. */
export interface ParagraphView {
  start: number
  end: number
  text: string
  /** Its lines, as indices in `ReportView.lines`, half-open. */
  firstLine: number
  lastLine: number
}

/** What a rule may look at when it reads one paragraph; offsets are those of the paragraph. */
export interface ParagraphReading {
  text: string
  quantities: readonly Quantity[]
  formulations: readonly Formulation[]
  usage: readonly UsageItem[]
  powers: readonly Power[]
  terms: readonly TermEntry[]
}

/** A relation between figures that was evaluated and holds, or that their digits are too few to decide. */
export interface Relation {
  holds: 'yes' | 'undecidable'
  figures: { start: number; end: number }[]
}

export type Outcome = Hit | Relation

interface RuleBase {
  /** The file's name: growth-in-report. */
  id: string
  /** Kind of defect of its findings, unless a hit says otherwise. */
  kind: string
  severity: Severity
  /** Its findings are about words alone and give way to 提法白名单. */
  aboutWording?: true
}

/** Looks at one paragraph alone; its result is kept until the paragraph changes. Offsets are within the paragraph. */
export interface ParagraphRule extends RuleBase {
  check(text: string, paragraph: ParagraphReading): Outcome[]
}

/** What a paragraph contributes to a rule of the whole report, and where the paragraph starts. */
export interface Placed<Facts> {
  start: number
  facts: Facts
}

/** Looks at the whole report. Offsets are those of its text; of several reports in one text each is looked at alone. */
export interface ReportRule<Facts = unknown> extends RuleBase {
  /** Optional first stage: what one paragraph alone contributes, kept until the paragraph changes; offsets within it. */
  read?(paragraph: ParagraphReading): Facts | undefined
  checkReport(report: ReportView, facts: readonly Placed<Facts>[]): Outcome[]
}

/** Compares wordings over all reports of a text (a report pasted in twice); what they say of their years it cannot know. */
export interface CollectionRule<Facts = unknown> extends RuleBase {
  read(paragraph: ParagraphReading): Facts | undefined
  checkCollection(text: string, facts: readonly Placed<Facts>[]): Outcome[]
}

export type Rule = ParagraphRule | ReportRule | CollectionRule
