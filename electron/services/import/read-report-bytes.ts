import type { PriorReport } from '../../../shared/desktop/prior-reports.ts'
import type { ImportSummary, Refusal } from '../../../shared/desktop/results.ts'
import { reportFromText } from '../../../shared/report/import/import-text.ts'
import type { Ledger } from '../../../shared/ledger/ledger.ts'
import type { UnreadPart } from '../../../shared/ledger/sound-part.ts'
import { plainText } from '../../../shared/report/plain-text.ts'
import type { Report } from '../../../shared/report/schema.ts'
import { readDocx } from '../../../shared/word/read/read-docx.ts'
import { decodeReportFile } from '../report-file/report-file.ts'
import type { FileParts } from '../report-files.ts'
import { readFileKind } from './file-kind.ts'
import { keptSource } from './kept-source.ts'
import { readPlainText } from './read-plain-text.ts'
import { unpack } from './unpack.ts'

export interface NamedBytes {
  name: string
  bytes: Uint8Array
  /** Identity for a report that has none yet. */
  id: string
}

export type ReadReportFile =
  | {
      ok: true
      report: Report
      /** Null for a report in its own format. */
      summary: ImportSummary | null
      newer: boolean
      parts?: FileParts
      prior?: PriorReport[]
      ledger?: Ledger
      ledgerUnread?: UnreadPart[]
      /** The text whose offsets the command line reports. */
      plain: { text: string }
    }
  | ({ ok: false } & Refusal)

/** Reads a file of any format by its content. Works without a window or a worker, so both can call it. */
export async function readReportBytes({ name, bytes, id }: NamedBytes): Promise<ReadReportFile> {
  const kind = readFileKind(name, bytes)
  if (typeof kind === 'object') return { ok: false, ...kind }
  if (kind === 'zip') return readPackage({ name, bytes, id })
  const plain = readPlainText(bytes)
  if (!plain.ok) return plain
  const { report, summary } = reportFromText(plain.text, { id, name: baseName(name), format: kind })
  return { ok: true, report, summary, newer: false, plain: { text: plain.text } }
}

async function readPackage({ name, bytes, id }: NamedBytes): Promise<ReadReportFile> {
  // The local header of the first entry and its name: `mimetype` or `report.json` begin our own files.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64))
  if (/\.zhenggao$/i.test(name) || start.startsWith('mimetype', 30)) return readOwn(bytes)
  const unpacked = await unpack(bytes, isReadPart)
  if (!unpacked.ok) return { ok: false, reason: unpacked.reason, detail: unpacked.detail }
  if (unpacked.parts.has('content.xml')) return { ok: false, reason: 'unknownFormat' }
  const read = readDocx(unpacked.parts, { id, name: baseName(name), format: 'docx' })
  if (!read.ok) return read
  return { ...read, newer: false, parts: keptSource(bytes), plain: { text: plainText(read.report.body).text } }
}

async function readOwn(bytes: Uint8Array): Promise<ReadReportFile> {
  const decoded = await decodeReportFile(bytes)
  if (!decoded.ok) return decoded
  return { ...decoded, summary: null, plain: { text: plainText(decoded.report.body).text } }
}

/** Pictures and fonts are not unpacked; a macro's name is enough to tell of it. */
function isReadPart(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name) || /vbaProject\.bin$/i.test(name)
}

function baseName(path: string): string {
  return path.replace(/^.*[/\\]/, '')
}
