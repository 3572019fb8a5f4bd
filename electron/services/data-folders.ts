import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** Everything the program itself writes lies below one folder; nothing else does. */
export interface DataFolders {
  /** Holds settings and the list of recent reports. */
  settings: string
  journal: string
  history: string
  /** Lists of the users for all their reports. */
  workspace: string
}

export function dataFolders(userData: string): DataFolders {
  return {
    settings: userData,
    journal: join(userData, 'journal'),
    history: join(userData, 'history'),
    workspace: join(userData, 'workspace'),
  }
}

/** A name for files that belong to something with an arbitrary name. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
