import { mkdir, rmdir, stat } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import type { Refusal } from '../../shared/desktop/results.ts'
import { writeAtomic } from './atomic-write.ts'
import { errorCode, refusalOf } from './file-error.ts'

/** Writes a whole file and makes the folders on its way; undefined when it is written. What fails leaves no folder behind. */
export async function writeWithFolders(path: string, bytes: Uint8Array): Promise<Refusal | undefined> {
  const folder = dirname(path)
  let made: string | undefined
  try {
    made = await makeFolders(folder)
  } catch (error) {
    return refusalOf(error)
  }
  const result = await writeAtomic(path, bytes)
  if (result.written) return undefined
  if (made !== undefined) await removeEmptyFolders(folder, made)
  const { reason, values, detail } = result
  return { reason, ...(values ? { values } : {}), ...(detail ? { detail } : {}) }
}

/**
 * The first folder that had to be made. Step by step from above, because `recursive` names a wrong reason on a read-only
 * disk (ENOENT) and never ends where the system refuses folders in that way (/proc).
 */
async function makeFolders(folder: string): Promise<string | undefined> {
  const missing: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    const there = await stat(at).catch(() => undefined)
    if (there && !there.isDirectory()) throw Object.assign(new Error(`no folder: ${at}`), { code: 'EEXIST' })
    if (there || at === dirname(at)) break
    missing.unshift(at)
  }
  try {
    for (const next of missing) await mkdir(next).catch(unlessThere)
  } catch (error) {
    if (missing[0] !== undefined) await removeEmptyFolders(folder, missing[0])
    throw error
  }
  return missing[0]
}

/** Another program may have made the folder a moment ago. */
function unlessThere(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error
}

/** Takes back the folders made for a file that could not be written; one that somebody else filled stays. */
async function removeEmptyFolders(folder: string, made: string): Promise<void> {
  const steps = relative(made, folder).split(sep).filter(Boolean).length
  let at = folder
  for (let step = 0; step <= steps; step++) {
    await rmdir(at).catch(() => undefined)
    at = dirname(at)
  }
}
