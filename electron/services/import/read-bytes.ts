import { readFile, stat } from 'node:fs/promises'
import type { Refusal } from '../../../shared/desktop/results.ts'
import { refusalOf } from '../file-error.ts'

/** Largest file that is read at all, 50 MB: reports with many pictures stay below. */
export const largestFile = 50 * 1024 * 1024

export type ReadBytes = { ok: true; bytes: Uint8Array } | ({ ok: false } & Refusal)

/** The whole file, or why not; a folder, a device or a pipe is no report. */
export async function readBytes(path: string): Promise<ReadBytes> {
  try {
    const status = await stat(path)
    if (status.isDirectory()) return { ok: false, reason: 'isFolder' }
    if (!status.isFile()) return { ok: false, reason: 'noOrdinaryFile' }
    if (status.size > largestFile) return { ok: false, reason: 'tooLarge' }
    return { ok: true, bytes: new Uint8Array(await readFile(path)) }
  } catch (error) {
    return { ok: false, ...refusalOf(error) }
  }
}
