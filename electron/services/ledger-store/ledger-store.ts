import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { KeepResult, StoredLedger } from '../../../shared/desktop/ledger-calls.ts'
import type { Notice } from '../../../shared/desktop/results.ts'
import type { Ledger } from '../../../shared/ledger/ledger.ts'
import { mergeLedgers } from '../../../shared/ledger/merge-ledgers.ts'
import { isWithinLimits } from '../../../shared/ledger/parse-ledger.ts'
import { readSoundPart } from '../../../shared/ledger/sound-part.ts'
import { journalModeFor, type JournalMode } from './journal-mode.ts'
import { loadSqlite, type Sqlite } from './load-sqlite.ts'
import { dropUnusedSources, readPlace, readPlaceNames, removeRows, writePlace } from './place-tables.ts'
import { checkSchema, schemaVersion, upgradeSchema, versionOf } from './schema.ts'
import { damage, isBusy, isDamage, refusalOfDatabase } from './sqlite-error.ts'
import { transaction } from './transaction.ts'

/** Milliseconds that a call holds the program up while another process writes; then it waits without holding it. */
const busyTimeout = 100
/** Milliseconds after which another writer is no longer waited for. */
const patience = 3000

/** The ledgers of all places of a workspace, in one SQLite database. Every one of them also lies in the reports it came from. */
export class LedgerStore {
  readonly #path: string
  readonly #load: typeof loadSqlite
  readonly #mode: JournalMode | undefined
  #sqlite: Promise<Sqlite | undefined> | undefined
  #database: DatabaseSync | undefined
  /** What was read or written last: reading a place takes longer than writing one row of it. */
  #known: { version: number; stored: StoredLedger } | undefined
  #notices: Notice[] = []
  #newerNoted = false
  #turn: Promise<unknown> = Promise.resolve()

  /** Runtime and disk are looked at, unless a test says what they are. */
  constructor(folder: string, { load = loadSqlite, mode }: { load?: typeof loadSqlite; mode?: JournalMode } = {}) {
    this.#path = join(folder, 'ledger.sqlite')
    this.#load = load
    this.#mode = mode
  }

  /** Looks the database over, where there is one; a damaged one is set aside, and the notice says so. */
  start(): Promise<Notice[]> {
    return this.#inTurn(async () => {
      if (existsSync(this.#path)) await this.#opened().catch(() => undefined)
      return this.#notices.splice(0)
    })
  }

  /** Null: nothing is known of the place, or nothing can be read. */
  open(place: string): Promise<StoredLedger | null> {
    return this.#inTurn(async () => {
      if (!this.#database && !existsSync(this.#path)) return null
      try {
        const database = await this.#opened()
        return (database && this.#readKnown(database, place)) ?? null
      } catch (error) {
        this.#dropDamaged(error)
        return this.#readFromReadOnly(place)
      }
    })
  }

  /** Places of which something is known, in the order of their names; none where nothing can be read. */
  places(): Promise<string[]> {
    return this.#inTurn(async () => {
      if (!this.#database && !existsSync(this.#path)) return []
      try {
        const database = await this.#opened()
        return database ? readPlaceNames(database) : []
      } catch (error) {
        this.#dropDamaged(error)
        return []
      }
    })
  }

  /**
   * Stores the ledger of a place. It grew from the stored one where that still is of `revision`, and takes its place;
   * else the two are made one, and what is answered is a revision only where that is the ledger that was given.
   */
  keep(ledger: Ledger, revision: string | null): Promise<KeepResult> {
    return this.#inTurn(async () => {
      try {
        await mkdir(dirname(this.#path), { recursive: true })
        const database = await this.#opened()
        if (!database) return { kept: false, reason: 'noDatabase' }
        // Once a copy lies beside it, what cannot be read of the place may give way.
        if (this.#readKnown(database, ledger.place)?.unread) await this.#patiently(() => this.#copyAside(database))
        return { kept: true, revision: await this.#patiently(() => this.#write(database, ledger, revision)) }
      } catch (error) {
        this.#dropDamaged(error)
        return { kept: false, ...refusalOfDatabase(error) }
      }
    })
  }

  /** Before its folder is cleared, and at the end: the next call opens it again. */
  close(): Promise<void> {
    return this.#inTurn(() => {
      this.#database?.close()
      this.#database = undefined
      return Promise.resolve()
    })
  }

  /** Opened anew with the next call, it is looked over and set aside. */
  #dropDamaged(error: unknown): void {
    if (!isDamage(error)) return
    this.#database?.close()
    this.#database = undefined
  }

  /** In a folder that cannot be written no journal can be made beside the database, which then is read as it lies there. */
  async #readFromReadOnly(place: string): Promise<StoredLedger | null> {
    const sqlite = await this.#sqlite
    if (!sqlite) return null
    const address = pathToFileURL(this.#path)
    address.searchParams.set('immutable', '1')
    try {
      const database = new sqlite.DatabaseSync(address, { readOnly: true })
      try {
        return versionOf(database) === schemaVersion ? (readSound(database, place) ?? null) : null
      } finally {
        database.close()
      }
    } catch {
      return null
    }
  }

  /** The data version of a connection is another one as soon as anybody else has changed the database. */
  #readKnown(database: DatabaseSync, place: string): StoredLedger | undefined {
    const version = dataVersion(database)
    const known = this.#known
    if (known && known.version === version && known.stored.ledger.place === place) return known.stored
    const stored = readSound(database, place)
    this.#known = stored && !stored.unread ? { version, stored } : undefined
    return stored
  }

  #write(database: DatabaseSync, ledger: Ledger, revision: string | null): string | null {
    const written = transaction(database, () => {
      const before = this.#readKnown(database, ledger.place)
      const grown = !before || before.revision === revision
      const next = grown ? ledger : mergeLedgers(ledger, before.ledger).ledger
      if (!isWithinLimits(next, ledger)) throw Object.assign(new Error('too many rows'), { code: 'EFBIG' })
      const unread = before?.unread !== undefined
      if (unread) removeRows(database, ledger.place)
      // Until it lies in the database, nothing is known.
      this.#known = undefined
      const newRevision = writePlace(database, unread ? undefined : before?.ledger, next)
      dropUnusedSources(database)
      const stored = { ledger: next, revision: newRevision }
      // Asked for before others may write again; what this connection writes leaves it as it is.
      return { version: dataVersion(database), stored, isGiven: grown || isDeepStrictEqual(next, ledger) }
    })
    this.#known = written
    return written.isGiven ? written.stored.revision : null
  }

  /** Undefined where the runtime has no database, or a newer program's lies there. */
  async #opened(): Promise<DatabaseSync | undefined> {
    if (this.#database) return this.#database
    this.#known = undefined
    const sqlite = await (this.#sqlite ??= this.#load())
    if (!sqlite) return undefined
    const mode = this.#mode ?? (await journalModeFor(dirname(this.#path)))
    try {
      this.#database = await this.#patiently(() => openWhole(sqlite, this.#path, mode))
      if (!this.#database) this.#noteNewer()
    } catch (error) {
      if (!isDamage(error)) throw error
      await this.#setAside()
      this.#database = openWhole(sqlite, this.#path, mode)
    }
    return this.#database
  }

  /** Once for each run: it is looked at again with every call. */
  #noteNewer(): void {
    if (!this.#newerNoted) this.#notices.push({ messageId: 'documents:notice.ledgerNewer' })
    this.#newerNoted = true
  }

  async #setAside(): Promise<void> {
    const aside = this.#freeName()
    // What lies in the journals belongs to the database: without it nothing of it could be saved.
    for (const ending of ['', '-wal', '-shm', '-journal'])
      await rename(`${this.#path}${ending}`, `${aside}${ending}`).catch((error: unknown) => {
        if (ending === '') throw error
      })
    this.#notices.push({ messageId: 'documents:notice.ledgerDamaged', values: { file: basename(aside) } })
  }

  #copyAside(database: DatabaseSync): void {
    database.prepare('VACUUM INTO ?').run(this.#freeName())
  }

  #freeName(): string {
    for (let number = 1; ; number++) {
      const free = join(dirname(this.#path), `ledger.damaged-${number}.sqlite`)
      if (!existsSync(free)) return free
    }
  }

  async #patiently<Result>(work: () => Result): Promise<Result> {
    for (let waited = 0; ; waited += 2 * busyTimeout) {
      try {
        return work()
      } catch (error) {
        if (!isBusy(error) || waited >= patience) throw error
        await pause(busyTimeout)
      }
    }
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}

/** The database, looked over and brought up to date. */
function openWhole(sqlite: Sqlite, path: string, mode: JournalMode): DatabaseSync | undefined {
  const database = new sqlite.DatabaseSync(path)
  try {
    database.exec(`PRAGMA busy_timeout = ${busyTimeout}; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL`)
    if (versionOf(database) > schemaVersion) {
      database.close()
      return undefined
    }
    const found = database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']
    if (found !== 'ok') throw damage(String(found))
    database.exec(`PRAGMA journal_mode = ${mode}`)
    upgradeSchema(database)
    checkSchema(database, sqlite)
    return database
  } catch (error) {
    if (database.isOpen) database.close()
    throw error
  }
}

function dataVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA data_version').get()?.['data_version'])
}

/** A value that this program would not write hides no more than itself: somebody else may have changed the file. */
function readSound(database: DatabaseSync, place: string): StoredLedger | undefined {
  const stored = readPlace(database, place)
  const sound = stored && readSoundPart(stored.ledger)
  if (!sound) return undefined
  const { ledger, unread } = sound
  return { ledger, revision: stored.revision, ...(unread.length > 0 && { unread }) }
}
