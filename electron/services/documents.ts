import { access, constants, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import type {
  Notice,
  OpenedReport,
  OpenResult,
  Refusal,
  ReportContents,
  SaveResult,
} from '../../shared/desktop/results.ts'
import { currentFormat, type Report } from '../../shared/report/schema.ts'
import { sha256, sweepTemporary } from './atomic-write.ts'
import { localTime } from './clock.ts'
import type { DocumentsHost } from './documents-host.ts'
import { refusalOf } from './file-error.ts'
import { FileLock, type LockResult } from './file-lock.ts'
import { Journal, journalKey, readJournal, removeJournal } from './journal.ts'
import { isOpenInOffice } from './office-locks.ts'
import { reportEnding, type OpenDocument } from './open-document.ts'
import { nameOfReport, stem } from './report-name.ts'
import { charactersOf, hashOfFile, saveDocument, type SaveRequest } from './save-document.ts'

/** The reports that the window has open, and everything that touches their files. */
export class Documents {
  readonly #host: DocumentsHost
  readonly #open = new Map<string, OpenDocument>()

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
    const document = this.#register(read.report.id, { parts: read.parts })
    if (read.newer) Object.assign(document, { foreignBytes: bytes, readOnly: newerFormat })
    return opened(read.report, stem(name), document, { imported: read.summary, prior: read.prior ?? [] })
  }

  /** A report that lies in no file: the sample. */
  openUnsaved(report: Report, name: string, prior: OpenedReport['prior']): OpenResult {
    return opened(report, name, this.#register(report.id, {}), { prior })
  }

  /** The text of an earlier run. Its journal stays until the report is saved or closed. */
  async recover(key: string): Promise<OpenResult> {
    const left = await readJournal(this.#host.journalFolder, key)
    if (!left) return { opened: false, reason: 'notFound' }
    const { report, prior, name, path, fileHash } = left
    const access = path === null ? { lock: null, readOnly: null } : await this.#takeLock(path)
    const document = this.#register(report.id, { path, fileHash, ...access, recoveredFrom: key })
    return opened(report, name || nameOfReport(report), document, { prior })
  }

  /** Thrown away by the user's choice; the text goes into the history all the same. */
  async discardRecovery(key: string): Promise<void> {
    const { files, history, journalFolder } = this.#host
    const left = await readJournal(journalFolder, key)
    if (left) {
      const { report, prior, savedAt } = left
      await history.add(report.id, files.encode(report, undefined, prior), savedAt, charactersOf(report))
    }
    await removeJournal(journalFolder, key)
  }

  async save(request: SaveRequest): Promise<SaveResult> {
    const document = this.#documentOf(request.report)
    const result = await saveDocument(this.#host, document, request)
    if (result.saved) await this.#forgetRecovered(document)
    return result
  }

  async journal(contents: ReportContents): Promise<void> {
    await this.#documentOf(contents.report).journal.write(contents)
  }

  /** The window shows the report no longer: saved, or thrown away by choice. */
  async close(id: string, errors: number | null): Promise<void> {
    const document = this.#open.get(id)
    if (!document) return
    const { path, source } = document
    const shownAs = path ?? source
    if (shownAs !== null) await this.#host.recent.setErrors(shownAs, errors).catch(() => undefined)
    if (document.awaitedCloses > 0) {
      document.awaitedCloses--
      return
    }
    this.#open.delete(id)
    await document.lock?.release()
    await document.journal.forget({ name: '', path, fileHash: null }).catch(() => undefined)
    await this.#forgetRecovered(document)
  }

  /** The program ends: locks go; journals of unsaved text stay for the next start. */
  async leave(): Promise<void> {
    for (const { lock, journal } of this.#open.values()) {
      await lock?.release()
      await journal.close().catch(() => undefined)
    }
  }

  /** The file that an imported report came from, as far as this run knows it. */
  sourceOf(id: string): string | null {
    return this.#open.get(id)?.source ?? null
  }

  /** Keys of the journals that belong to open reports. */
  openJournals(): ReadonlySet<string> {
    return new Set([...this.#open.values()].map(({ id, path }) => journalKey(id, path)))
  }

  /** Ids of open reports whose files another program has changed. */
  async changedOutside(): Promise<string[]> {
    const asked = [...this.#open.values()].map(async ({ id, path, fileHash }) => {
      const now = path === null ? null : await hashOfFile(path)
      return now !== null && now !== fileHash ? [id] : []
    })
    return (await Promise.all(asked)).flat()
  }

  async #openOwn(path: string): Promise<OpenResult> {
    const known = await this.#openUnder(path)
    // Opened again from within: the lock is ours already and changes hands.
    const access = known ? { lock: known.lock, readOnly: known.readOnly } : await this.#takeLock(path)
    if (access.lock) await sweepTemporary(path)
    const bytes = new Uint8Array(await readFile(path))
    const read = await this.#host.files.read({ name: basename(path), bytes })
    if (!read.ok) {
      if (!known) await access.lock?.release()
      return refused(read)
    }
    if (known) known.lock = null
    const { report, newer, parts } = read
    const readOnly = newer ? newerFormat : (access.readOnly ?? (await mediumReason(path)))
    const document = this.#register(report.id, {
      path,
      fileHash: sha256(bytes),
      lock: access.lock,
      readOnly,
      parts,
      foreignBytes: newer ? bytes : null,
    })
    await this.#remember(path, report)
    return opened(report, stem(path), document, { prior: read.prior ?? [] })
  }

  async #import(path: string): Promise<OpenResult> {
    const bytes = new Uint8Array(await readFile(path))
    const read = await this.#host.files.read({ name: basename(path), bytes })
    if (!read.ok) return refused(read)
    const document = this.#register(read.report.id, { source: path })
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
    const asked = await stat(path)
    for (const document of this.#open.values()) {
      const there = document.path === null ? undefined : await stat(document.path).catch(() => undefined)
      if (there?.ino === asked.ino && there.dev === asked.dev) return document
    }
    return undefined
  }

  #documentOf(report: Report): OpenDocument {
    return this.#open.get(report.id) ?? this.#register(report.id, {})
  }

  #register(id: string, known: Partial<OpenDocument>): OpenDocument {
    const before = this.#open.get(id)
    const path = known.path ?? null
    const fileHash = known.fileHash ?? null
    const name = path === null ? '' : stem(path)
    const document: OpenDocument = {
      lock: null,
      readOnly: null,
      parts: undefined,
      foreignBytes: null,
      source: null,
      recoveredFrom: null,
      ...known,
      id,
      path,
      fileHash,
      journal: new Journal(this.#host.journalFolder, id, { name, path, fileHash }, this.#host.clock),
      awaitedCloses: before ? before.awaitedCloses + 1 : 0,
    }
    this.#open.set(id, document)
    return document
  }

  async #remember(path: string, { meta }: Report): Promise<void> {
    const openedAt = localTime(this.#host.clock())
    await this.#host.recent
      .add({ path, name: stem(path), stage: meta.stage, openedAt, errors: null })
      // A list that cannot be written is no reason not to open the report.
      .catch(() => undefined)
  }

  async #forgetRecovered(document: OpenDocument): Promise<void> {
    if (document.recoveredFrom !== null) await removeJournal(this.#host.journalFolder, document.recoveredFrom)
    document.recoveredFrom = null
  }
}

const newerFormat: Refusal = { reason: 'newerFormat', values: { major: currentFormat.major } }

function refused({ ok, ...refusal }: { ok: false } & Refusal): OpenResult {
  return { opened: ok, ...refusal }
}

function opened(
  report: Report,
  name: string,
  { path, readOnly }: OpenDocument,
  more: Partial<Pick<OpenedReport, 'imported' | 'prior'>>,
): OpenResult {
  return { opened: true, report, path, name, readOnly, imported: null, prior: [], ...more }
}

/** A file that may not be written although its folder took a lock. */
async function mediumReason(path: string): Promise<Refusal | null> {
  return access(path, constants.W_OK).then(
    () => null,
    (error: unknown) => refusalOf(error),
  )
}
