import { randomUUID } from 'node:crypto'
import { access, link, open, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Refusal } from '../../shared/desktop/results.ts'
import { localTime, type Clock } from './clock.ts'
import { errorCode, refusalOf } from './file-error.ts'
import { isAlive, thisProcess } from './process-identity.ts'
import { besidePath } from './temporary-name.ts'

/** Who works on a computer. */
export interface Person {
  user: string
  host: string
}

interface LockContent extends Person {
  pid: number
  started: string
  nonce: string
  since: string
  /** Counts up while the owner lives. */
  heartbeat: number
}

export type LockResult = { locked: true; lock: FileLock } | { locked: false; refusal: Refusal }

/** Milliseconds that everybody who found the same dead lock needs to have done with it. */
const settleFor = 60

/** Milliseconds between two signs of life. */
const heartbeatEvery = 30_000

/** `~$名称` beside a `.zhenggao` file tells everybody who opens it that somebody works on it, and on which computer. */
export class FileLock {
  readonly #file: string
  readonly #path: string
  readonly #content: LockContent
  readonly #timer: NodeJS.Timeout

  private constructor(file: string, content: LockContent) {
    this.#file = file
    this.#path = lockPath(file)
    this.#content = content
    this.#timer = setInterval(() => void this.#beat(content), heartbeatEvery)
    this.#timer.unref()
  }

  static async take(file: string, person: Person, clock: Clock): Promise<LockResult> {
    const path = lockPath(file)
    const content: LockContent = {
      ...person,
      ...thisProcess(),
      nonce: randomUUID(),
      since: localTime(clock()),
      heartbeat: 0,
    }
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        await create(path, content)
        const lock = new FileLock(file, content)
        const lost = attempt > 0 ? await lock.#settle() : undefined
        return lost ? { locked: false, refusal: lost } : { locked: true, lock }
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') return { locked: false, refusal: refusalOf(error) }
      }
      const owner = await readLock(path)
      if (!(await removeDead(path, owner, person, content.nonce)))
        return { locked: false, refusal: lockedBy(owner, path) }
    }
    return { locked: false, refusal: lockedBy(await readLock(path), path) }
  }

  /** Undefined while the lock is still ours, or is again: a lock that was only cleared away is set anew. */
  async lost(): Promise<Refusal | undefined> {
    const taken = await this.#taken()
    if (!taken || (await exists(this.#path))) return taken
    // Where the file went with its lock, what still answers to the path may be another disk.
    if (!(await exists(this.#file))) return { reason: 'mediumGone' }
    return create(this.#path, this.#content).then(
      () => undefined,
      (error: unknown) => (errorCode(error) === 'EEXIST' ? taken : refusalOf(error)),
    )
  }

  async release(): Promise<void> {
    clearInterval(this.#timer)
    if (!(await this.#taken())) await unlink(this.#path).catch(() => undefined)
  }

  async #taken(): Promise<Refusal | undefined> {
    const owner = await readLock(this.#path)
    return owner?.nonce === this.#content.nonce ? undefined : lockedBy(owner, this.#path)
  }

  /** Of several programs that take over from a dead one the last to write has it; the others see that after a moment. */
  async #settle(): Promise<Refusal | undefined> {
    await pause(settleFor)
    const lost = await this.#taken()
    if (lost) clearInterval(this.#timer)
    return lost
  }

  async #beat(content: LockContent): Promise<void> {
    if (await this.#taken()) return
    content.heartbeat++
    // Renamed over the lock, so that nobody reads half of it.
    const next = `${this.#path}.${content.pid}`
    await writeFile(next, JSON.stringify(content))
      .then(() => rename(next, this.#path))
      .catch(() => undefined)
  }
}

export function lockPath(file: string): string {
  return besidePath(file, (name) => `~$${name}`)
}

async function create(path: string, content: LockContent): Promise<void> {
  const handle = await open(path, 'wx', 0o644)
  try {
    await handle.writeFile(JSON.stringify(content))
    await handle.sync()
    await handle.close()
  } catch (error) {
    // Half a lock, left by a full disk, would keep everybody out.
    await handle.close().catch(() => undefined)
    await unlink(path).catch(() => undefined)
    throw error
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** Takes away a lock of this computer whose program has ended; a lock of another computer is never judged. */
async function removeDead(
  path: string,
  owner: LockContent | undefined,
  person: Person,
  nonce: string,
): Promise<boolean> {
  if (!owner || owner.host !== person.host || isAlive(owner)) return false
  const aside = `${path}.${nonce}`
  try {
    await rename(path, aside)
    // Meanwhile the dead lock may have been replaced by a living one, which goes back to its place.
    if ((await readLock(aside))?.nonce !== owner.nonce) await link(aside, path).catch(() => undefined)
    await unlink(aside)
  } catch {
    // Somebody else was faster; the next attempt tells.
  }
  return true
}

async function readLock(path: string): Promise<LockContent | undefined> {
  try {
    const raw: unknown = JSON.parse(await readFile(path, 'utf8'))
    return isLockContent(raw) ? raw : undefined
  } catch {
    return undefined
  }
}

function isLockContent(raw: unknown): raw is LockContent {
  if (typeof raw !== 'object' || raw === null) return false
  const fields = raw as Record<string, unknown>
  const texts = ['user', 'host', 'started', 'nonce', 'since'].every((name) => typeof fields[name] === 'string')
  return texts && typeof fields['pid'] === 'number'
}

function lockedBy(owner: LockContent | undefined, path: string): Refusal {
  if (!owner) return { reason: 'lockUnreadable', values: { name: basename(path) } }
  const { user, host, since } = owner
  return { reason: 'lockedElsewhere', values: { user, host, since: since.slice(0, 16).replace('T', ' ') } }
}
