import type { ProofKind } from '../../shared/word/clean/proof/proof-kinds.ts'
import type { WaitingField } from '../../shared/ledger/waiting-fields.ts'
import type { PointRef } from 'slate'
import type { FormulationsInForce, Recoverable, RecentReport, StartUp } from '../../shared/desktop/calls.ts'
import type { PriorReport } from '../../shared/desktop/prior-reports.ts'
import type { ImportSummary, Notice, Refusal } from '../../shared/desktop/results.ts'
import type { Settings } from '../../shared/desktop/settings.ts'
import type { UserLists } from '../../shared/desktop/user-lists.ts'
import type { LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import type { Ledger } from '../../shared/ledger/ledger.ts'
import type { BoundStretch } from '../../shared/ledger/links.ts'
import type { PlannedChange } from '../../shared/ledger/plan-changes.ts'
import type { LinkOffer } from '../../shared/ledger/suggest-links.ts'
import type { UnreadPart } from '../../shared/ledger/sound-part.ts'
import type { LedgerOffer } from '../../shared/ledger/text-edits.ts'
import type { CheckResult } from '../../shared/checks/check-report.ts'
import type { TextSpan } from '../../shared/carry-over/accounts.ts'
import type { LastReport } from '../../shared/carry-over/roll-report.ts'
import type { RolledReport } from '../../shared/carry-over/rolled-report.ts'
import type { OutlineNode } from '../../shared/report/outline.ts'
import type { MissingFont } from '../../shared/word/write/fonts.ts'
import type { CarriedStretch } from '../../shared/report/carried.ts'
import type { PlainText } from '../../shared/report/plain-text.ts'
import type { AnnexTable, Block, Report } from '../../shared/report/schema.ts'
import type { Decisions } from './decisions.ts'
import type { LedgerDifference } from './ledger-difference.ts'
import type { WizardDraft } from './wizard-draft.ts'
import type { LedgerPeriod } from '../../shared/ledger/ledger.ts'
import type { FigureColumn } from '../../shared/ledger/paste-block.ts'
import type { GridSelection } from '../ledger/selection.ts'
import type { MarksView } from '../editor/marks-view.ts'
import type { ReportEditor } from '../editor/slate-types.ts'
import type { CommentDraft } from './comment-draft.ts'
import type { CardFilter } from './review-cards.ts'
import type { ThreadFilter } from '../../shared/comments/threads.ts'
import type { Comparison } from '../workers/carry-over-messages.ts'

export interface Saving {
  state: 'idle' | 'saving' | 'failed'
  /** Something was changed since the last save, or since the report was opened. */
  changed: boolean
  /** `YYYY-MM-DDThh:mm:ss`, local wall time; null while there is no saved file of this session. */
  savedAt: string | null
  refusal: Refusal | null
  /** What the last save could not promise: a stick that may lose it, a history that is full. */
  remarks: Notice[]
}

/** What is read from the text a moment after each change: nothing of it runs on the way of a key. */
export interface Reading {
  body: readonly Block[]
  speechRate: number
  plain: PlainText
  outline: OutlineNode[]
  /** 字数 as WPS and Word count it. */
  words: number
  spokenMinutes: number
}

export interface Checking {
  running: boolean
  /** The last check broke off; `result` is still that of an earlier text. */
  failed: boolean
  /** Finding whose repair could not be carried out, because the words it means are no longer there. */
  refusedRepair: string | null
  result: CheckResult | null
  /** The text the result speaks of, and the body it was read from. */
  plain: PlainText | null
  body: Block[] | null
  /** Sentences of that text which stand there as they were taken over from last year's report. */
  carried: readonly CarriedStretch[]
}

/** A row of 往年: an indicator, where a promise stands in last year's report, the number of an unchanged sentence, where a sentence begins. */
export interface PriorSelection {
  list: 'targets' | 'pledges' | 'unchanged' | 'carried'
  row: string
}

/** 往年: what this year's text owes to an earlier report. */
export interface PriorYears {
  /** Name of the earlier report; null: the newest. */
  chosen: string | null
  running: boolean
  /** The last comparison broke off; `result` is still that of an earlier text. */
  failed: boolean
  result: Comparison | null
  /** The text that the result speaks of, and the body it was read from. */
  plain: PlainText | null
  body: Block[] | null
  selected: PriorSelection | null
  /** 并排查看原文, and the place in it that is shown first. */
  original: { at: TextSpan | null } | null
}

/** What toolbar and menus show of the place where the caret is. */
export interface Caret {
  /** Index of the top-level block; −1 while the caret was never in the page. */
  block: number
  /** `paragraph`, `heading.2`, `list.ordinal` …: the same words as the commands that set them. */
  style: string
  bold: boolean
  /** Words are selected. */
  expanded: boolean
  canUndo: boolean
  canRedo: boolean
}

/** One opened report. `body` of `report` is the state at opening; the text being written is `editor.children`. */
export interface Session {
  /** Another number for every opened report, so that the page is mounted afresh. */
  key: number
  editor: ReportEditor
  report: Report
  path: string | null
  name: string
  readOnly: Refusal | null
  imported: ImportSummary | null
  prior: PriorReport[]
  /** 台账 of the report's place: saved with the report, and kept in the workspace. */
  ledger: Ledger
  /** Figures in which the file and the workspace contradicted each other when the report was opened. */
  differences: readonly LedgerDifference[]
  /** Why the workspace does not hold the ledger as it is; the report holds it all the same. */
  ledgerUnkept: Refusal | null
  /** A ledger lies in the file that could not be read. */
  ledgerUnreadable: boolean
  /** Rows and figures of it that could not be read, in the file and in the workspace, which keep them. */
  ledgerUnread: readonly UnreadPart[]
  workspaceUnread: readonly UnreadPart[]
  /** The body as it was begun for the ledger of a place; null: the report was opened or made for itself. */
  ledgerFirst: readonly Block[] | null
  recovered: boolean
  changedOutside: boolean
  saving: Saving
  /** Why the crash journal does not hold the text as it is; null: it does, or the file has the text. */
  unkept: Refusal | null
  caret: Caret
  reading: Reading
  checking: Checking
  openFinding: string | null
  /** Card of a revision that is shown whole. */
  openCard: string | null
  /** Thread of comments that is shown whole, by its first comment. */
  openComment: string | null
  commentDraft: CommentDraft | null
  /** Everybody who has a revision or comment in the report, in the order in which they came up: their colours. */
  reviewers: readonly string[]
  priorYears: PriorYears
  /** What was decided beside the text, in its place among the steps of undo. */
  decisions: Decisions
}

export interface Search {
  hits: readonly { start: number; end: number }[]
  current: number
}

export type DialogState =
  | { kind: 'newReport'; draft?: WizardDraft }
  | { kind: 'properties' }
  /** `rolled` null: the report names no year, and the dialog asks for it. */
  | { kind: 'roll'; last: LastReport; rolled: RolledReport | null }
  | { kind: 'count' }
  | { kind: 'export' }
  | { kind: 'checkSheet' }
  | { kind: 'cleanCopy' }
  | { kind: 'settings'; page: 'general' | 'checks' | 'lists' | 'keys' }
  | { kind: 'versions' }
  | { kind: 'ignore'; finding: string }
  /** Places of the text that a change of the ledger changes; it is made once they are looked at. */
  | {
      kind: 'ledgerChanges'
      plan: readonly PlannedChange[]
      edits: readonly LedgerEdit[]
      words: string
      outcome?: string
    }
  /** What a figure of the text may stand for. */
  | { kind: 'linkFigure'; words: string; offers: readonly LinkOffer[] }
  /** Whose ledger, asked while no report is open; `then`: what was asked for. */
  | { kind: 'placeLedger'; then: 'ledger' | 'importReports' | 'importTable' }
  | { kind: 'importReports' }
  /** `paste`: the field for a table from the clipboard has the focus. */
  | { kind: 'importTable'; paste: boolean }
  | { kind: 'makeSignOff' }
  | { kind: 'readSignOff' }
  | { kind: 'finalCheck' }
  | { kind: 'annex'; table: AnnexTable['kind'] }
  | { kind: 'trendChart' }
  | { kind: 'unsaved'; answer: (answer: 'save' | 'discard' | 'cancel') => void }
  | { kind: 'conflict' }
  | { kind: 'imported' }
  | { kind: 'ledgerDifferences' }
  | { kind: 'brokenLines' }
  | { kind: 'compare' }
  | { kind: 'merge' }
  | { kind: 'reviewer'; then: () => void; purpose?: 'comments' }
  | { kind: 'opinions' }
  | { kind: 'dataPlace' }
  | { kind: 'about' }
  | { kind: 'help' }
  | { kind: 'commands'; scope: 'all' | 'paragraphs' }
  | { kind: 'refused'; what: 'open' | 'export' | 'print' | 'version'; name: string; refusal: Refusal }
  /** `others`: further files beside the one at `path`. */
  | { kind: 'exported'; path: string; others?: readonly string[]; notices: Notice[]; proof?: readonly ProofKind[] }

/** What the right column shows; the choice lasts as long as the window. */
export const panelTabs = ['findings', 'indicators', 'review', 'comments', 'prior'] as const
export type PanelTab = (typeof panelTabs)[number]

export interface WindowState {
  startUp: StartUp
  settings: Settings
  lists: UserLists
  formulations: FormulationsInForce
  recent: RecentReport[]
  recoverable: Recoverable[]
  session: Session | null
  dialog: DialogState | null
  /** 查找 or 替换 above the page. */
  find: { mode: 'find' | 'replace' } | null
  /** Places found by the search, marked on the page. */
  search: Search | null
  /** Families the report's layout asks for that this computer cannot draw. */
  missingFonts: MissingFont[]
  /** Families that can be drawn here, as far as they are known. */
  installedFonts: readonly string[]
  closedBanners: string[]
  /** The last command of the page that F4 can do again. */
  lastAction: string | null
  /**
   * 插入指标 is open: what is typed behind the anchor filters it. `slash`: it begins with the `/` that opened it. `field`: it is
   * open for a □, and what filters it is typed into the picker.
   */
  picker: { anchor: PointRef; slash: boolean; field?: WaitingField } | null
  /** The bound figure whose card is open; `focus`: the card is to take the focus. */
  source: { stretch: BoundStretch; focus: boolean } | null
  /** A bound figure that was changed by typing. */
  ledgerOffer: LedgerOffer | null
  /** Wide overlays of a narrow window: only one is open at a time. */
  overlay: 'none' | 'outline' | 'panel'
  /** 台账 stands in the place of outline and page. */
  view: 'page' | 'ledger'
  /** The cell of the ledger that keys act on; the right column tells of it. */
  ledgerCell: LedgerCell | null
  panelTab: PanelTab
  /** How revisions are drawn; the text itself stays what it is. */
  marksView: MarksView
  /** What 修订 lists, and what 接受所有显示的修订 means. */
  cardFilter: CardFilter
  /** What 批注 lists. */
  threadFilter: ThreadFilter
}

export interface LedgerCell {
  selection: GridSelection
  indicator: string
  period: LedgerPeriod
  /** Null: the row itself. */
  column: FigureColumn | null
}
