import type { Refusal } from '../../shared/desktop/results.ts'
import type { FileLock } from './file-lock.ts'
import type { Journal } from './journal.ts'
import type { FileParts } from './report-files.ts'

/** A report that the window shows, with what the disk knows of it. */
export interface OpenDocument {
  readonly id: string
  /** Null: it has no file of its own yet. */
  path: string | null
  /** SHA-256 of the file when it was read or written last. */
  fileHash: string | null
  lock: FileLock | null
  readOnly: Refusal | null
  parts: FileParts | undefined
  /** The bytes of a file from a newer version, which are saved elsewhere as they are. */
  foreignBytes: Uint8Array | null
  /** The file an import was read from: nothing is exported over it. */
  source: string | null
  journal: Journal
  /** Journal of an earlier run whose text this is. */
  recoveredFrom: string | null
}

export const reportEnding = '.zhenggao'
