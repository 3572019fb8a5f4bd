import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { readPriorReports } from '../../shared/desktop/prior-reports.ts'
import { emptyLedger } from '../../shared/ledger/ledger.ts'
import { readLedger } from '../../shared/ledger/parse-ledger.ts'
import type { ReportContents } from '../../shared/desktop/results.ts'
import { parseReport } from '../../shared/report/parse.ts'
import { localTime, type Clock } from './clock.ts'
import { shortHash } from './data-folders.ts'
import { errorCode } from './file-error.ts'
import {
  applyChange,
  changeBetween,
  decodeRecords,
  encodeRecord,
  isEmptyChange,
  type WholeRecord,
} from './journal-format.ts'

/** What is known of a report besides its text. */
export type JournalOrigin = Pick<WholeRecord, 'name' | 'path' | 'fileHash'>

/** A report that an earlier run had open when it ended. */
export interface LeftBehind extends JournalOrigin, ReportContents {
  key: string
  savedAt: string
}

/** After so many records the whole report is written again, into a new file. */
const recordsPerFile = 200

/**
 * The crash journal of one open report: an append-only file that holds the text at most one second after each change.
 * `write` returns when the bytes are on the disk.
 */
export class Journal {
  readonly key: string
  readonly #path: string
  readonly #folder: string
  readonly #clock: Clock
  #origin: JournalOrigin
  #handle: FileHandle | undefined
  #counter = 0
  #last: ReportContents | undefined
  /** What lies under the name belongs to this journal, or its text is part of this one's. */
  #isOurs: boolean
  #turn: Promise<unknown> = Promise.resolve()

  /** `recovered`: key of the journal of an earlier run whose text the report has taken over. */
  constructor(folder: string, reportId: string, origin: JournalOrigin, clock: Clock, recovered: string | null = null) {
    this.key = journalKey(reportId, origin.path)
    this.#folder = folder
    this.#path = journalPath(folder, this.key)
    this.#origin = origin
    this.#clock = clock
    this.#isOurs = recovered === this.key
  }

  write(contents: ReportContents): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#handle || !this.#last || this.#counter >= recordsPerFile) return this.#begin(contents)
      const change = changeBetween(this.#last, contents, localTime(this.#clock()))
      if (isEmptyChange(change)) return
      await this.#append(this.#handle, encodeRecord(this.#counter, change))
      this.#last = contents
    })
  }

  /** The text lies in its file now: what was written before is not needed any more. */
  forget(origin: JournalOrigin): Promise<void> {
    return this.#inTurn(async () => {
      this.#origin = origin
      await this.#close()
      // What an earlier run left there is still offered, until the user takes it or throws it away.
      if (this.#isOurs) await rm(this.#path, { force: true })
    })
  }

  /** Leaves the text where it is, for the next start. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#close())
  }

  /** Writes the whole report into a new file and reads it back before the file of before goes. */
  async #begin(contents: ReportContents): Promise<void> {
    await this.#close()
    await mkdir(this.#folder, { recursive: true })
    const next = `${this.#path}.next`
    const handle = await open(next, 'w', 0o600)
    try {
      const record: WholeRecord = { kind: 'whole', savedAt: localTime(this.#clock()), ...this.#origin, ...contents }
      this.#counter = 0
      await this.#append(handle, encodeRecord(0, record))
      if (!decodeRecords(await readFile(next)).complete) throw new Error('the journal could not be read back')
      if (!this.#isOurs) await this.#keepEarlier()
      await rename(next, this.#path)
      this.#isOurs = true
    } catch (error) {
      await handle.close().catch(() => undefined)
      throw error
    }
    this.#handle = handle
    this.#last = contents
  }

  /** Text of an earlier run that was neither recovered nor thrown away goes under another key, and is offered again. */
  async #keepEarlier(): Promise<void> {
    await rename(this.#path, journalPath(this.#folder, shortHash(randomUUID()))).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error
    })
  }

  async #append(handle: FileHandle, bytes: Buffer): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done)
      if (bytesWritten === 0) throw new Error('write took no bytes')
      done += bytesWritten
    }
    await handle.sync()
    this.#counter++
  }

  async #close(): Promise<void> {
    const handle = this.#handle
    this.#handle = undefined
    this.#last = undefined
    await handle?.close()
  }

  /** After a failed write a new file is begun: what an interrupted one left cannot be appended to. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work).catch(async (error: unknown) => {
      await this.#close().catch(() => undefined)
      throw error
    })
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}

export interface JournalFindings {
  left: LeftBehind[]
  /** Files that held nothing readable and were set aside. */
  damaged: number
}

/** Reads what earlier runs left, newest first. A file that is torn counts up to its last whole record. */
export async function readJournals(folder: string): Promise<JournalFindings> {
  // A name that no journal has is a file of somebody else's, or a copy: it is left where it lies.
  const names = (await readdir(folder).catch(() => [])).filter((name) => journalName.test(name))
  const left: LeftBehind[] = []
  let damaged = 0
  for (const name of names) {
    const found = await readJournal(folder, name.slice(0, -ending.length))
    if (found) left.push(found)
    else if (await setAside(folder, name)) damaged++
  }
  return { left: left.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)), damaged }
}

export async function readJournal(folder: string, key: string): Promise<LeftBehind | undefined> {
  const bytes = await readFile(journalPath(folder, key)).catch(() => undefined)
  if (!bytes) return undefined
  try {
    const [first, ...changes] = decodeRecords(bytes).records
    if (first?.kind !== 'whole') return undefined
    const { name, path, fileHash } = first
    const place = first.report.meta.place
    let contents: ReportContents = {
      report: first.report,
      prior: first.prior ?? [],
      ledger: first.ledger ?? emptyLedger(place),
    }
    let { savedAt } = first
    for (const change of changes) {
      if (change.kind !== 'change') return undefined
      contents = applyChange(contents, change)
      savedAt = change.savedAt
    }
    const parsed = parseReport(contents.report)
    const prior = readPriorReports(contents.prior) ?? []
    const ledger = readLedger(contents.ledger) ?? emptyLedger(place)
    return parsed.ok ? { key, name, path, fileHash, savedAt, report: parsed.report, prior, ledger } : undefined
  } catch {
    return undefined
  }
}

export async function removeJournal(folder: string, key: string): Promise<void> {
  await rm(journalPath(folder, key), { force: true })
}

/** Copies of a report share its id but lie elsewhere. */
export function journalKey(reportId: string, path: string | null): string {
  return shortHash(`${reportId}\n${path ?? ''}`)
}

const ending = '.journal'
const journalName = /^[0-9a-f]{16}\.journal$/

/** Keys come from the window too: nothing but a hash is ever part of a path. */
function journalPath(folder: string, key: string): string {
  const name = `${key}${ending}`
  if (!journalName.test(name)) throw new TypeError('not the key of a journal')
  return join(folder, name)
}

async function setAside(folder: string, name: string): Promise<boolean> {
  const damaged = join(folder, 'damaged')
  try {
    await mkdir(damaged, { recursive: true })
    await rename(join(folder, name), join(damaged, name))
    return true
  } catch {
    return false
  }
}
