import type { Report } from '../report/schema.ts'
import type { Refusal } from './results.ts'

/** A file that is compared with a report, or merged into one. */
export interface ReviewFile {
  path: string
  name: string
  report: Report
  /** In the program's own format: no other program has saved it. */
  own: boolean
  /** Whoever saved it last, as the file says; '' where it does not. */
  lastAuthor: string
  /** When it was saved, local wall time; '' where nobody knows. */
  date: string
  /** Revisions of a Word file that stand beside the text, in headers, notes and text boxes: where, who and when, each. Those that the report has as well are left out. */
  outside: string[]
}

export type ReadReviewed = ({ read: true } & ReviewFile) | ({ read: false } & Refusal)

/** Copies that are merged at once: a township's leaders and offices together are fewer. */
export const mostCopies = 20
