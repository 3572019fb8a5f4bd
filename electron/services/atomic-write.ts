import { createHash } from 'node:crypto'
import { lstat, open, readFile, realpath, rename, statfs, unlink, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import type { Refusal } from '../../shared/desktop/results.ts'
import { errorCode, refusalOf } from './file-error.ts'
import { temporaryPath } from './temporary-name.ts'

export type WriteResult =
  | {
      written: true
      /** SHA-256 of the bytes as read back from the file, hex. */
      hash: string
      /** False where the file system cannot make the new name durable (some network shares). */
      durable: boolean
    }
  | ({ written: false } & Refusal)

/**
 * Replaces the file as a whole: afterwards it holds the old bytes or the new ones, never a part, and `written` is only
 * said after the new bytes have been read back through the path. The steps are in the order that makes this true.
 */
export async function writeAtomic(path: string, bytes: Uint8Array): Promise<WriteResult> {
  // Waiting begins before the link is followed: what is asked for last is what the file holds in the end.
  return oneAtATime(`asked ${path}`, async () => {
    const target = await followedLink(path)
    return oneAtATime(target, async () => {
      try {
        return await replace(target, bytes)
      } catch (error) {
        return { written: false, ...(await explained(error, target, bytes.length)) }
      }
    })
  })
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Removes what a killed process left beside `path`; a file that somebody still writes stays. */
export async function sweepTemporary(path: string): Promise<void> {
  const temporary = temporaryPath(await followedLink(path))
  if ((await isAbandoned(temporary)) === true) await unlink(temporary).catch(() => undefined)
}

async function replace(target: string, bytes: Uint8Array): Promise<WriteResult> {
  const temporary = temporaryPath(target)
  // A replaced file keeps its permissions and is closed to others until then; a new one gets the usual ones.
  const permissions = await permissionsOf(target)
  const handle = await createTemporary(temporary, permissions === undefined ? 0o666 : 0o600)
  try {
    try {
      await writeWhole(handle, bytes)
      if (permissions !== undefined) await handle.chmod(permissions)
      await handle.sync()
      await checkIsOurs(handle, temporary, bytes.length)
    } catch (error) {
      await handle.close().catch(() => undefined)
      throw error
    }
    await handle.close()
    await renamePatiently(temporary, target)
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    throw error
  }
  const durable = await syncFolder(dirname(target))
  const hash = sha256(bytes)
  if (sha256(await readFile(target)) !== hash) return { written: false, reason: 'mediumGone' }
  return { written: true, hash, durable }
}

/** A single `write` may take less than it was given; none at all is an error. */
async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done)
    if (bytesWritten === 0) throw Object.assign(new Error('write took no bytes'), { code: 'EIO' })
    done += bytesWritten
  }
}

/** The size is the intended one, and the name still leads to the file that was written. */
async function checkIsOurs(handle: FileHandle, temporary: string, size: number): Promise<void> {
  const [written, named] = await Promise.all([handle.stat(), lstat(temporary)])
  if (written.size !== size) throw new Error(`${written.size} of ${size} bytes arrived`)
  if (written.ino !== named.ino || written.dev !== named.dev) {
    throw Object.assign(new Error('another program writes the same file'), { code: 'EBUSY' })
  }
}

/** Undefined: nothing is there, or a link that leads nowhere. A folder, a device or a pipe is never replaced. */
async function permissionsOf(target: string): Promise<number | undefined> {
  const existing = await lstat(target).catch(() => undefined)
  if (!existing || existing.isSymbolicLink()) return undefined
  if (!existing.isFile()) throw Object.assign(new Error('no ordinary file'), { code: 'EISDIR' })
  return existing.mode & 0o777
}

async function createTemporary(temporary: string, mode: number): Promise<FileHandle> {
  try {
    return await open(temporary, 'wx', mode)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    if ((await isAbandoned(temporary)) === false) throw Object.assign(new Error('being written'), { code: 'EBUSY' })
    await unlink(temporary).catch(() => undefined)
    return open(temporary, 'wx', mode)
  }
}

/** Milliseconds in which a living writer changes its file: compared by change, for clocks cannot be trusted. */
const livelyWithin = 1500

/** Undefined: there is no such file. */
async function isAbandoned(temporary: string): Promise<boolean | undefined> {
  const before = await lstat(temporary).catch(() => undefined)
  if (!before) return undefined
  await pause(livelyWithin)
  const after = await lstat(temporary).catch(() => undefined)
  if (!after) return undefined
  return before.ino === after.ino && before.size === after.size && before.mtimeMs === after.mtimeMs
}

/** Milliseconds for which virus scanners and backup agents are waited for, with growing pauses. */
const renamePatience = 2000

async function renamePatiently(from: string, to: string): Promise<void> {
  let waited = 0
  for (let wait = 20; ; wait *= 2) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      const mayPass = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '')
      if (!mayPass || waited + wait > renamePatience) throw error
      await pause(wait)
      waited += wait
    }
  }
}

/** Makes the rename durable. Windows has no such call; some network file systems refuse it, which is noted. */
async function syncFolder(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return true
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
    return true
  } catch (error) {
    if (['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(errorCode(error) ?? '')) return false
    throw error
  } finally {
    await handle.close().catch(() => undefined)
  }
}

/** A link keeps being a link: the file it leads to is replaced. */
async function followedLink(path: string): Promise<string> {
  const status = await lstat(path).catch(() => undefined)
  return status?.isSymbolicLink() ? realpath(path).catch(() => path) : path
}

async function explained(error: unknown, target: string, size: number): Promise<Refusal> {
  const refusal = refusalOf(error)
  if (refusal.reason === 'noSpaceLeft')
    return { ...refusal, reason: 'diskFull', values: { needed: await missingSpace(target, size) } }
  // A folder that was there when the file was opened has gone with its stick.
  if (refusal.reason === 'notFound') return { ...refusal, reason: 'mediumGone' }
  return refusal
}

/** Kilobytes that have to be freed before the file fits. */
async function missingSpace(target: string, size: number): Promise<number> {
  const free = await statfs(dirname(target)).then(
    (space) => space.bavail * space.bsize,
    () => 0,
  )
  const slack = 64 * 1024
  return Math.max(1, Math.ceil((size + slack - free) / 1024))
}

const running = new Map<string, Promise<unknown>>()

/** Two saves of one file in this process follow each other. */
async function oneAtATime<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const turn = (running.get(path) ?? Promise.resolve()).then(work, work)
  running.set(path, turn)
  try {
    return await turn
  } finally {
    if (running.get(path) === turn) running.delete(path)
  }
}
