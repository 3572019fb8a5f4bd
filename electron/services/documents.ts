import { access, constants, realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import type {
  Notice,
  OpenedReport,
  OpenResult,
  Refusal,
  ReportContents,
  SaveResult,
} from '../../shared/desktop/results.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import { currentFormat, type Report } from '../../shared/report/schema.ts'
import { sha256, sweepTemporary } from './atomic-write.ts'
import { localTime } from './clock.ts'
import type { DocumentsHost } from './documents-host.ts'
import { errorCode, refusalOf } from './file-error.ts'
import { FileLock, type LockResult } from './file-lock.ts'
import { sourcePart } from './import/kept-source.ts'
import { readBytes } from './import/read-bytes.ts'
import { Journal, readJournal, removeJournal } from './journal.ts'
import { isOpenInOffice } from './office-locks.ts'
import { reportEnding, type OpenDocument } from './open-document.ts'
import { ledgerLoss, type ReadReport } from './report-files.ts'
import { nameOfReport, stem } from './report-name.ts'
import { charactersOf, hashOfFile, saveDocument, type SaveRequest } from './save-document.ts'

/** The reports that the window has open, and everything that touches their files. */
export class Documents {
  readonly #host: DocumentsHost
  /** In the order of opening: of one report the youngest is shown, and the oldest is the next to be closed. */
  readonly #open: OpenDocument[] = []

  constructor(host: DocumentsHost) {
    this.#host = host
  }

  /** Asks for a file when `path` is null. */
  async open(path: string | null): Promise<OpenResult> {
    const { dialogs, folder } = this.#host
    const chosen = path ?? (await dialogs.chooseReport(folder.read()))
    if (chosen === undefined) return { opened: false, reason: 'cancelled' }
    try {
      const file = await realpath(chosen)
      folder.write(dirname(file))
      return extname(file).toLowerCase() === reportEnding ? await this.#openOwn(file) : await this.#import(file)
    } catch (error) {
      return { opened: false, ...refusalOf(error) }
    }
  }

  /** A file whose place is unknown: it is read, and saved where the user says. */
  async openBytes(name: string, bytes: Uint8Array): Promise<OpenResult> {
    const read = await this.#host.files.read({ name, bytes })
    if (!read.ok) return refused(read)
    const document = await this.#register(read.report.id, { parts: read.parts })
    if (read.newer) Object.assign(document, { foreignBytes: bytes, readOnly: newerFormat })
    return opened(read.report, stem(name), document, {
      imported: read.summary,
      ...besideReport(read),
    })
  }

  /** A report that lies in no file: the sample. */
  async openUnsaved(report: Report, name: string, prior: OpenedReport['prior']): Promise<OpenResult> {
    return opened(report, name, await this.#register(report.id, {}), { prior })
  }

  /** The text of an earlier run. Its journal stays until the report is saved or closed. */
  async recover(key: string): Promise<OpenResult> {
    const left = await readJournal(this.#host.journalFolder, key)
    if (!left) return { opened: false, reason: 'notFound' }
    const { report, prior, ledger, name, path, fileHash } = left
    const known = path === null ? {} : await this.#accessTo(path, fileHash)
    const document = await this.#register(report.id, { path, fileHash, ...known, recoveredFrom: key })
    return opened(report, name || nameOfReport(report), document, { prior, ledger })
  }

  /** Thrown away by the user's choice; the text goes into the history all the same. */
  async discardRecovery(key: string): Promise<void> {
    const { files, history, journalFolder } = this.#host
    const left = await readJournal(journalFolder, key)
    if (left) {
      const { report, prior, ledger, savedAt } = left
      const bytes = files.encode(report, undefined, prior, ledger)
      if (bytes) await history.add(report.id, bytes, savedAt, charactersOf(report))
    }
    await removeJournal(journalFolder, key)
  }

  async save(request: SaveRequest): Promise<SaveResult> {
    const document = await this.#documentOf(request.report)
    const result = await saveDocument(this.#host, document, request)
    if (result.saved) await this.#forgetRecovered(document)
    return result
  }

  /** Undefined: the text lies on the disk. */
  async journal(contents: ReportContents): Promise<Refusal | undefined> {
    const { journal } = await this.#documentOf(contents.report)
    return journal.write(contents).then(() => undefined, refusalOf)
  }

  /** The window shows the report no longer: saved, or thrown away by choice. */
  async close(id: string, errors: number | null): Promise<void> {
    const index = this.#open.findIndex((document) => document.id === id)
    const [document] = index < 0 ? [] : this.#open.splice(index, 1)
    if (!document) return
    const { path, source, lock, journal } = document
    const shownAs = path ?? source
    if (shownAs !== null) await this.#host.recent.setErrors(shownAs, errors).catch(() => undefined)
    await lock?.release()
    // Opened again meanwhile: the journal has the text of the younger one.
    if (!this.openJournals().has(journal.key))
      await journal.forget({ name: '', path, fileHash: null }).catch(() => undefined)
    await this.#forgetRecovered(document)
  }

  /** The program or its page ends: locks go; journals of unsaved text stay for the next start. */
  async leave(): Promise<void> {
    for (const { lock, journal } of this.#open.splice(0)) {
      await lock?.release()
      await journal.close().catch(() => undefined)
    }
  }

  /** The file that an imported report came from, as far as this run knows it. */
  sourceOf(id: string): string | null {
    return this.#shown(id)?.source ?? null
  }

  /** The Word file that a report was imported from, as it was then; undefined: it has none. */
  importedAs(id: string): Uint8Array | undefined {
    return this.#shown(id)?.parts?.[sourcePart]
  }

  /** Keys of the journals that belong to open reports. */
  openJournals(): ReadonlySet<string> {
    return new Set(this.#open.map(({ journal }) => journal.key))
  }

  /** Ids of open reports whose files another program has changed. */
  async changedOutside(): Promise<string[]> {
    const asked = this.#open.map(async ({ id, path, fileHash }) => {
      const now = path === null ? null : await hashOfFile(path)
      return now !== null && now !== fileHash ? [id] : []
    })
    return (await Promise.all(asked)).flat()
  }

  async #openOwn(path: string): Promise<OpenResult> {
    const { known, ...access } = await this.#access(path)
    const file = await this.#read(path)
    if (!file.ok) {
      if (!known) await access.lock?.release()
      return refused(file)
    }
    if (known) known.lock = null
    const { report, newer, parts, bytes } = file
    const document = await this.#register(report.id, {
      path,
      fileHash: sha256(bytes),
      ...access,
      ...(newer && { readOnly: newerFormat, foreignBytes: bytes }),
      parts,
    })
    await this.#remember(path, report)
    return opened(report, stem(path), document, besideReport(file))
  }

  /** The file that recovered text grew from: its lock, and whatever else lies in it while it is still the same. */
  async #accessTo(path: string, fileHash: string | null): Promise<Partial<OpenDocument>> {
    const { known, ...access } = await this.#access(path)
    if (known) known.lock = null
    const file = await this.#read(path)
    if (!file.ok || sha256(file.bytes) !== fileHash) return access
    const { newer, parts, bytes } = file
    return { ...access, parts, ...(newer && { readOnly: newerFormat, foreignBytes: bytes }) }
  }

  /** `known`: opened again from within; the lock is ours already and changes hands. */
  async #access(path: string): Promise<Pick<OpenDocument, 'lock' | 'readOnly'> & { known: OpenDocument | undefined }> {
    const known = await this.#openUnder(path)
    const { lock, readOnly } = known ?? (await this.#takeLock(path))
    if (lock) await sweepTemporary(path)
    return { known, lock, readOnly: readOnly ?? (await mediumReason(path)) }
  }

  async #read(path: string): Promise<ReadFile> {
    const stored = await readBytes(path)
    if (!stored.ok) return stored
    const { bytes } = stored
    const read = await this.#host.files.read({ name: basename(path), bytes })
    return read.ok ? { ...read, bytes } : read
  }

  async #import(path: string): Promise<OpenResult> {
    const read = await this.#read(path)
    if (!read.ok) return refused(read)
    const document = await this.#register(read.report.id, { source: path, parts: read.parts })
    await this.#remember(path, read.report)
    const summary = read.summary ?? { notices: [], revisions: 0, comments: 0, brokenLines: 0 }
    const inUse: Notice[] = (await isOpenInOffice(path)) ? [{ messageId: 'documents:notice.openInOffice' }] : []
    return opened(read.report, stem(path), document, {
      imported: { ...summary, notices: [...inUse, ...summary.notices] },
    })
  }

  async #takeLock(path: string): Promise<{ lock: FileLock | null; readOnly: Refusal | null }> {
    const taken: LockResult = await FileLock.take(path, this.#host.person, this.#host.clock)
    return taken.locked ? { lock: taken.lock, readOnly: null } : { lock: null, readOnly: taken.refusal }
  }

  /** The same file by whatever name: links and other spellings lead to the same device and inode. */
  async #openUnder(path: string): Promise<OpenDocument | undefined> {
    const asked = await stat(path).catch(() => undefined)
    if (!asked) return undefined
    for (const document of this.#open.toReversed()) {
      const there = document.path === null ? undefined : await stat(document.path).catch(() => undefined)
      if (there?.ino === asked.ino && there.dev === asked.dev) return document
    }
    return undefined
  }

  #shown(id: string): OpenDocument | undefined {
    return this.#open.findLast((document) => document.id === id)
  }

  async #documentOf(report: Report): Promise<OpenDocument> {
    return this.#shown(report.id) ?? this.#register(report.id, {})
  }

  async #register(id: string, known: Partial<OpenDocument>): Promise<OpenDocument> {
    const { path = null, fileHash = null, recoveredFrom = null } = known
    const name = path === null ? '' : stem(path)
    const origin = { name, path, fileHash }
    const document: OpenDocument = {
      lock: null,
      readOnly: null,
      parts: undefined,
      foreignBytes: null,
      source: null,
      ...known,
      id,
      path,
      fileHash,
      recoveredFrom,
      journal: new Journal(this.#host.journalFolder, id, origin, this.#host.clock, recoveredFrom),
    }
    const { key } = document.journal
    const earlier = this.#open.filter(({ journal }) => journal.key === key)
    this.#open.push(document)
    // Whoever opens a report again has let its unsaved text go.
    for (const { journal } of earlier) await journal.forget(origin).catch(() => undefined)
    return document
  }

  async #remember(path: string, { meta }: Report): Promise<void> {
    const openedAt = localTime(this.#host.clock())
    await this.#host.recent
      .add({ path, name: stem(path), stage: meta.stage, openedAt, errors: null })
      // A list that cannot be written is no reason not to open the report.
      .catch(() => undefined)
  }

  /** Under its own key the journal itself has done it, and may have begun anew. */
  async #forgetRecovered(document: OpenDocument): Promise<void> {
    const { recoveredFrom, journal } = document
    document.recoveredFrom = null
    if (recoveredFrom !== null && recoveredFrom !== journal.key)
      await removeJournal(this.#host.journalFolder, recoveredFrom)
  }
}

type ReadFile = (ReadReport & { ok: true; bytes: Uint8Array }) | ({ ok: false } & Refusal)

const newerFormat: Refusal = { reason: 'newerFormat', values: { major: currentFormat.major } }

function refused({ ok, ...refusal }: { ok: false } & Refusal): OpenResult {
  return { opened: ok, ...refusal }
}

function opened(
  report: Report,
  name: string,
  { path, readOnly }: OpenDocument,
  more: Partial<Pick<OpenedReport, 'imported' | 'prior' | 'ledger' | 'ledgerUnreadable' | 'ledgerUnread'>>,
): OpenResult {
  const ledger = emptyLedger(report.meta.place)
  return { opened: true, report, path, name, readOnly, imported: null, prior: [], ledger, ...more }
}

/** What lies beside the report in its file. */
function besideReport({
  report,
  prior = [],
  ledger,
  ...read
}: ReadReport & { ok: true }): Pick<OpenedReport, 'prior' | 'ledger' | 'ledgerUnreadable' | 'ledgerUnread'> {
  const loss = ledgerLoss(read)
  const unreadable = loss === 'all' ? { ledgerUnreadable: true } : loss && { ledgerUnread: [...loss] }
  return { prior, ledger: ledger ?? emptyLedger(report.meta.place), ...unreadable }
}

/** A file that may not be written although its folder took a lock; one that has gone may be written anew. */
async function mediumReason(path: string): Promise<Refusal | null> {
  return access(path, constants.W_OK).then(
    () => null,
    (error: unknown) => (errorCode(error) === 'ENOENT' ? null : refusalOf(error)),
  )
}
