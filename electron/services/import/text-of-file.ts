import type { Refusal } from '../../../shared/desktop/results.ts'
import { readFileKind } from './file-kind.ts'
import { readBytes } from './read-bytes.ts'
import { readInWorker } from './read-in-worker.ts'
import { readPlainText } from './read-plain-text.ts'

export type CheckedText = { ok: true; text: string } | ({ ok: false } & Refusal)

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
  return report.ok ? { ok: true, text: report.plain.text } : report
}
