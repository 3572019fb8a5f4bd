import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  watch,
  writeFileSync,
  type FSWatcher,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { isAlive, thisProcess, type ProcessIdentity } from '../services/process-identity.ts'

/** What a second start hands to the first. */
export interface SecondStart {
  argv: string[]
  workingDirectory: string
}

/** File systems that report no changes are asked this often, in milliseconds. */
const askEvery = 500

/**
 * One program per data folder, without a socket: the first start owns `instance.lock`; a later one leaves a note in
 * `second-starts/`, which the first one watches.
 */
export class InstanceLock {
  readonly #lock: string
  readonly #notes: string
  #watcher: FSWatcher | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(folder: string) {
    this.#lock = join(folder, 'instance.lock')
    this.#notes = join(folder, 'second-starts')
    mkdirSync(this.#notes, { recursive: true })
  }

  /** False when another living process has it. */
  take(): boolean {
    if (this.#create()) return true
    const owner = readOwner(this.#lock)
    if (owner && isAlive(owner)) return false
    const aside = `${this.#lock}.${process.pid}`
    try {
      renameSync(this.#lock, aside)
      // Meanwhile the dead lock may have been replaced by a living one, which goes back to its place.
      const moved = readOwner(aside)
      if (moved && isAlive(moved)) linkSync(aside, this.#lock)
      unlinkSync(aside)
    } catch {
      // Another start was faster.
    }
    return this.#create()
  }

  tell(start: SecondStart): void {
    const note = join(this.#notes, `${process.pid}-${process.hrtime.bigint()}`)
    writeFileSync(`${note}.part`, JSON.stringify(start))
    renameSync(`${note}.part`, `${note}.json`)
  }

  /** Calls `hear` for every note, also for one that was left before watching began. */
  hear(hear: (start: SecondStart) => void): void {
    const read = (): void => this.#readNotes(hear)
    try {
      this.#watcher = watch(this.#notes, read)
      this.#watcher.on('error', () => undefined)
    } catch {
      this.#watcher = undefined
    }
    this.#timer = setInterval(read, askEvery)
    this.#timer.unref()
    read()
  }

  release(): void {
    this.#watcher?.close()
    clearInterval(this.#timer)
    if (readOwner(this.#lock)?.pid === process.pid) rmSync(this.#lock, { force: true })
  }

  #create(): boolean {
    try {
      writeFileSync(this.#lock, JSON.stringify(thisProcess()), { flag: 'wx' })
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
      throw error
    }
  }

  #readNotes(hear: (start: SecondStart) => void): void {
    for (const name of readdirSync(this.#notes).sort()) {
      if (!name.endsWith('.json')) continue
      const path = join(this.#notes, name)
      const start = readNote(path)
      rmSync(path, { force: true })
      if (start) hear(start)
    }
  }
}

function readNote(path: string): SecondStart | undefined {
  try {
    const raw = JSON.parse(readFileSync(path, 'utf8')) as Partial<SecondStart>
    const argv = Array.isArray(raw.argv) ? raw.argv.filter((word) => typeof word === 'string') : []
    return { argv, workingDirectory: typeof raw.workingDirectory === 'string' ? raw.workingDirectory : '' }
  } catch {
    return undefined
  }
}

function readOwner(lock: string): ProcessIdentity | undefined {
  try {
    const raw: unknown = JSON.parse(readFileSync(lock, 'utf8'))
    if (typeof raw !== 'object' || raw === null) return undefined
    if (!('pid' in raw) || typeof raw.pid !== 'number' || !('started' in raw) || typeof raw.started !== 'string')
      return undefined
    return { pid: raw.pid, started: raw.started }
  } catch {
    return undefined
  }
}
