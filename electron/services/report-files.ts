import type { PriorReport } from '../../shared/desktop/prior-reports.ts'
import type { ImportSummary, Refusal } from '../../shared/desktop/results.ts'
import type { Ledger } from '../../shared/ledger/ledger.ts'
import type { UnreadPart } from '../../shared/ledger/sound-part.ts'
import type { LedgerLoss } from '../../shared/ledger/unread-words.ts'
import type { Report } from '../../shared/report/schema.ts'

/** Parts of a report's file besides the report itself, by name: kept as they are. */
export type FileParts = Record<string, Uint8Array>

export type ReadReport =
  | {
      ok: true
      report: Report
      summary: ImportSummary | null
      /** Made by a newer major version: read only. */
      newer: boolean
      parts?: FileParts
      /** Earlier reports that lie in the file. */
      prior?: PriorReport[]
      /** 台账 that lies in the file. */
      ledger?: Ledger
      ledgerUnread?: UnreadPart[]
    }
  | ({ ok: false } & Refusal)

/** What of the ledger in a file could not be read; undefined: it was read, or there is none. */
export function ledgerLoss({
  ledgerUnread,
  parts,
}: Pick<ReadReport & { ok: true }, 'ledgerUnread' | 'parts'>): LedgerLoss | undefined {
  return ledgerUnread ?? (parts?.['ledger.json'] !== undefined ? 'all' : undefined)
}

/** Reading and writing of reports in all formats, as the documents need it. */
export interface ReportFiles {
  /** A file of this computer that is read alone. */
  readFile(path: string): Promise<ReadReport>
  read(file: { name: string; bytes: Uint8Array }): Promise<ReadReport>
  /** Undefined: so large that it could not be read again. */
  encode(
    report: Report,
    parts: FileParts | undefined,
    prior: readonly PriorReport[],
    ledger: Ledger,
  ): Uint8Array | undefined
  /** The plain text of last year's report. */
  text(path: string): Promise<{ ok: true; text: string } | ({ ok: false } & Refusal)>
}
