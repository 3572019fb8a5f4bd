import { mkdir, rmdir } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import type { Refusal } from '../../shared/desktop/results.ts'
import { writeAtomic } from './atomic-write.ts'
import { refusalOf } from './file-error.ts'

/** Writes a whole file and makes the folders on its way; undefined when it is written. What fails leaves no folder behind. */
export async function writeWithFolders(path: string, bytes: Uint8Array): Promise<Refusal | undefined> {
  const folder = dirname(path)
  let made: string | undefined
  try {
    made = await mkdir(folder, { recursive: true })
  } catch (error) {
    return refusalOf(error)
  }
  const result = await writeAtomic(path, bytes)
  if (result.written) return undefined
  if (made !== undefined) await removeEmptyFolders(folder, made)
  const { reason, values, detail } = result
  return { reason, ...(values ? { values } : {}), ...(detail ? { detail } : {}) }
}

/** Takes back the folders made for a file that could not be written; one that somebody else filled stays. */
async function removeEmptyFolders(folder: string, made: string): Promise<void> {
  const steps = relative(made, folder).split(sep).filter(Boolean).length
  let at = folder
  for (let step = 0; step <= steps; step++) {
    try {
      await rmdir(at)
    } catch {
      return
    }
    at = dirname(at)
  }
}
