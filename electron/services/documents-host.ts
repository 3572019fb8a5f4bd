import type { Clock } from './clock.ts'
import type { Dialogs } from './dialogs.ts'
import type { Person } from './file-lock.ts'
import type { History } from './history.ts'
import type { RecentReports } from './recent.ts'
import type { ReportFiles } from './report-files.ts'

/** What the documents need from outside; tests hand in their own. */
export interface DocumentsHost {
  clock: Clock
  person: Person
  dialogs: Dialogs
  files: ReportFiles
  history: History
  recent: RecentReports
  journalFolder: string
  /** Folder in which dialogs start. */
  folder: { read: () => string; write: (folder: string) => void }
}
