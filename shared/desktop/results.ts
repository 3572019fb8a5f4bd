import type { ProofKind } from '../word/clean/proof/proof-kinds.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { UnreadPart } from '../ledger/sound-part.ts'
import type { Report } from '../report/schema.ts'
import type { PriorReport } from './prior-reports.ts'

/**
 * A note for the user that travels with a result: the whole key of its sentence, with the locale file in front
 * (`documents:notice.notDurable`), and its values. Window and command line look it up as it is.
 */
export interface Notice {
  messageId: `${'documents' | 'import' | 'export'}:${string}`
  values?: Record<string, string | number>
}

/** Why something a user asked for did not happen; the window turns it into a sentence. */
export interface Refusal {
  reason: RefusalReason
  values?: Record<string, string | number>
  /** The system's own words, shown under 详细信息 only. */
  detail?: string
}

export type RefusalReason =
  | 'cancelled'
  | 'notFound'
  | 'noPermission'
  | 'readOnlyMedium'
  /** With the kilobytes that are missing; `noSpaceLeft` where nobody knows how many. */
  | 'diskFull'
  | 'noSpaceLeft'
  | 'fileInUse'
  | 'mediumGone'
  | 'changedOutside'
  | 'lockedElsewhere'
  | 'lockUnreadable'
  | 'nameTooLong'
  | 'nameTaken'
  | 'linkLoop'
  | 'isFolder'
  | 'noOrdinaryFile'
  | 'ioError'
  | 'emptyFile'
  | 'tooLarge'
  | 'textTooLong'
  | 'pasteTooLong'
  | 'tooManyParts'
  | 'tooCompressed'
  | 'tooDeep'
  | 'tooSlow'
  /** Putting a report back into its Word file. */
  | 'drawingTooSlow'
  | 'notAReport'
  | 'damaged'
  | 'unsafeParts'
  | 'oldWordFormat'
  | 'rtfFormat'
  | 'wpsFormat'
  | 'encrypted'
  | 'unknownFormat'
  /** Can be read; `newerUnshown` holds what this version cannot show. */
  | 'newerFormat'
  | 'newerUnshown'
  | 'unreadableText'
  /** Neither a spreadsheet nor a Word file. */
  | 'noTable'
  /** A clean copy is asked for while `revisions` and `comments` are still open. */
  | 'reviewPending'
  /** A clean copy is asked for while `count` places hold what several wrote in place of each other. */
  | 'conflictsOpen'
  /** A clean copy of a file with text or pictures of which nobody can say whether they are seen. */
  | 'hiddenContent'
  /** … of one that brings another file's text along, … */
  | 'insertedContent'
  /** … or a picture in which nobody can tell words from pixels, … */
  | 'pictureNotes'
  /** … or what the search of the finished file found. All with the `place`, words `near` it and `what` it is. */
  | 'notClean'
  | 'noPrintEngine'
  | 'noPrintDialog'
  | 'printFailed'
  | 'exportBlocked'
  | 'replacesSource'
  | 'notFormulations'
  /** The runtime has no SQLite, or a newer program's database lies there. */
  | 'noDatabase'
  /** The ledger of a report and that of the workspace are too large to be made one. */
  | 'ledgersTooLarge'

/** What an import met and could not keep as it was: revisions shown as final text, comments, dropped links. */
export interface ImportSummary {
  notices: Notice[]
  /** Revisions of which only the final text is shown. */
  revisions: number
  comments: number
  /** Lines that a PDF copy broke; joining them is offered, not done. */
  brokenLines: number
}

/** What the file of a report holds. */
export interface ReportContents {
  report: Report
  /** Earlier reports that belong to this one, newest first, as plain text for comparison. */
  prior: PriorReport[]
  /** 台账 of its place, as far as this report knows it. */
  ledger: Ledger
}

export interface OpenedReport extends ReportContents {
  /** Null for a report that has no `.zhenggao` file yet: new, sample or imported. */
  path: string | null
  /** Name for the title bar. */
  name: string
  /** Why the report can be read only: a newer format, another user's lock, a read-only medium. */
  readOnly: Refusal | null
  imported: ImportSummary | null
  /** A ledger lies in the file that could not be read: the file keeps it. */
  ledgerUnreadable?: boolean
  /** What of that ledger could not be read, where the rest could. */
  ledgerUnread?: UnreadPart[]
}

export type OpenResult = ({ opened: true } & OpenedReport) | ({ opened: false } & Refusal)

/** `savedAt`: local wall time `YYYY-MM-DDThh:mm:ss`. */
export type SaveResult =
  { saved: true; path: string; name: string; savedAt: string; notices: Notice[] } | ({ saved: false } & Refusal)

/** `proof`: what a clean copy was searched for without finding anything. */
export type ExportResult =
  { exported: true; path: string; notices: Notice[]; proof?: readonly ProofKind[] } | ({ exported: false } & Refusal)
