import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Notice, Refusal, ReportContents, SaveResult } from '../../shared/desktop/results.ts'
import { countWords } from '../../shared/report/count.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Report } from '../../shared/report/schema.ts'
import { sha256, writeAtomic } from './atomic-write.ts'
import { localTime } from './clock.ts'
import type { DocumentsHost } from './documents-host.ts'
import { FileLock } from './file-lock.ts'
import { reportEnding, type OpenDocument } from './open-document.ts'
import { nameOfReport, stem } from './report-name.ts'

export interface SaveRequest extends ReportContents {
  /** 另存为. */
  as: boolean
  /** The user has seen that the file was changed outside. */
  overwrite: boolean
}

/** Saves to the report's own file, or to one that is asked for. Changes `document` only when the bytes are safe. */
export async function saveDocument(
  host: DocumentsHost,
  document: OpenDocument,
  request: SaveRequest,
): Promise<SaveResult> {
  const { as, overwrite, ...contents } = request
  const { report } = contents
  const own = !as && document.readOnly === null ? document.path : null
  if (own !== null) {
    const conflict = (await document.lock?.lost()) ?? (overwrite ? undefined : await changedOutside(document, own))
    return conflict ? { saved: false, ...conflict } : write(host, document, contents, own)
  }
  const target = await chooseTarget(host, document, report)
  if (target === undefined) return { saved: false, reason: 'cancelled' }
  return target === document.path && document.readOnly === null
    ? write(host, document, contents, target)
    : moveTo(host, document, contents, target)
}

/** Saves under another name: the new file is locked first, the old one is let go when the new one is safe. */
async function moveTo(
  host: DocumentsHost,
  document: OpenDocument,
  contents: ReportContents,
  target: string,
): Promise<SaveResult> {
  const taken = await FileLock.take(target, host.person, host.clock)
  if (!taken.locked) return { saved: false, ...taken.refusal }
  const result = await write(host, document, contents, target)
  if (!result.saved) {
    await taken.lock.release()
    return result
  }
  await document.lock?.release()
  document.lock = taken.lock
  // A report of a newer version was only copied: it stays what it is.
  if (document.foreignBytes === null) document.readOnly = null
  return result
}

async function write(
  host: DocumentsHost,
  document: OpenDocument,
  { report, prior, ledger }: ReportContents,
  target: string,
): Promise<SaveResult> {
  const { history, files, clock, recent } = host
  const savedAt = localTime(clock())
  const bytes = document.foreignBytes ?? files.encode(report, document.parts, prior, ledger)
  if (!bytes) return { saved: false, reason: 'tooLarge' }
  const replaced = await readFile(target).catch(() => undefined)
  if (replaced) await keepReplaced(host, report.id, target, replaced, savedAt)
  const written = await writeAtomic(target, bytes)
  if (!written.written) {
    const { written: saved, ...refusal } = written
    return { saved, ...refusal }
  }
  const notices: Notice[] = written.durable ? [] : [{ messageId: 'documents:notice.notDurable' }]
  const kept = await history.add(report.id, bytes, savedAt, charactersOf(report))
  if (!kept) notices.push({ messageId: 'documents:notice.historyFailed' })
  document.path = target
  document.fileHash = written.hash
  const name = stem(target)
  await document.journal.forget({ name, path: target, fileHash: written.hash }).catch(() => undefined)
  await recent
    .add({ path: target, name, stage: report.meta.stage, openedAt: savedAt, errors: null })
    .catch(() => notices.push({ messageId: 'documents:notice.recentUnavailable' }))
  return { saved: true, path: target, name, savedAt, notices }
}

/** What stands in the file's place goes into the history first, unless it was saved from here. */
async function keepReplaced(
  { history, files }: DocumentsHost,
  id: string,
  path: string,
  bytes: Uint8Array,
  savedAt: string,
): Promise<void> {
  if (await history.has(id, bytes)) return
  const read = await files.read({ name: basename(path), bytes })
  if (read.ok) await history.add(id, bytes, savedAt, charactersOf(read.report))
}

/** By content: neither time nor size tells (a file may be changed and dated back). A file that has gone may be written anew. */
async function changedOutside({ fileHash }: OpenDocument, path: string): Promise<Refusal | undefined> {
  const now = await hashOfFile(path)
  return now === null || now === fileHash ? undefined : { reason: 'changedOutside' }
}

export async function hashOfFile(path: string): Promise<string | null> {
  return readFile(path).then(sha256, () => null)
}

async function chooseTarget(
  { dialogs, folder }: DocumentsHost,
  document: OpenDocument,
  report: Report,
): Promise<string | undefined> {
  const suggestion = document.path ?? join(folder.read(), `${nameOfReport(report)}${reportEnding}`)
  const chosen = await dialogs.chooseSaveTarget(suggestion)
  if (chosen === undefined) return undefined
  return extname(chosen).toLowerCase() === reportEnding ? chosen : `${chosen}${reportEnding}`
}

/** 字数 as the window shows it. */
export function charactersOf(report: Report): number {
  return countWords(plainText(report.body).text)
}
