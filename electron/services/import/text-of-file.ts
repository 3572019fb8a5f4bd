import type { PriorReport } from '../../../shared/desktop/prior-reports.ts'
import type { Refusal } from '../../../shared/desktop/results.ts'
import type { Ledger } from '../../../shared/ledger/ledger.ts'
import { boundStretches, type BoundStretch } from '../../../shared/ledger/links.ts'
import { readCarried, type CarriedStretch } from '../../../shared/report/carried.ts'
import { readNotePlaces, type NotePlace } from '../../../shared/report/note-places.ts'
import type { IgnoredFinding, ReportMeta } from '../../../shared/report/schema.ts'
import { openConflicts } from '../../../shared/revisions/open-conflicts.ts'
import { readFileKind } from './file-kind.ts'
import { readBytes } from './read-bytes.ts'
import { readInWorker } from './read-in-worker.ts'
import { readPlainText } from './read-plain-text.ts'

export type CheckedText =
  | {
      ok: true
      text: string
      /** Places at which it holds what several wrote in place of each other. */
      conflicts?: number
      /** What a report in its own format says of itself; other formats leave it to the text. */
      meta?: Pick<ReportMeta, 'year' | 'place' | 'classification'>
      /** Findings that were set aside in it. */
      ignored?: IgnoredFinding[]
      /** Earlier reports that lie in its file. */
      prior?: PriorReport[]
      /** 台账 of its place, and the words that are bound to it. */
      ledger?: Ledger
      links?: BoundStretch[]
      /** Sentences of it that came from last year's report and still read so. */
      carried?: CarriedStretch[]
      /** Its notes, and where the text refers to them. */
      notes?: NotePlace[]
    }
  | ({ ok: false } & Refusal)

/**
 * The text whose offsets the command line reports: of a plain text file its decoded characters, line ends as they
 * stand; of everything else the plain text view of the report.
 */
export async function checkedTextOf(path: string): Promise<CheckedText> {
  const read = await readBytes(path)
  if (!read.ok) return read
  const kind = readFileKind(path, read.bytes)
  if (typeof kind === 'object') return { ok: false, ...kind }
  if (kind !== 'zip') return readPlainText(read.bytes)
  const report = await readInWorker({ name: path, bytes: read.bytes, id: 'text' })
  if (!report.ok) return report
  const { text } = report.plain
  const notes = readNotePlaces(report.report.body, report.report.notes)
  const conflicts = openConflicts(report.report.body).length
  const beside = { ...(notes.length > 0 && { notes }), ...(conflicts > 0 && { conflicts }) }
  if (report.summary) return { ok: true, text, ...beside }
  const { meta, checks } = report.report
  return {
    ok: true,
    text,
    ...beside,
    meta: { year: meta.year, place: meta.place, classification: meta.classification },
    ignored: checks.ignored,
    prior: report.prior ?? [],
    ...(report.ledger && { ledger: report.ledger, links: boundStretches(report.report.body) }),
    carried: readCarried(report.report.body),
  }
}
