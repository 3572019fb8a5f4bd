import * as v from 'valibot'
import type { GivenReport } from '../ledger/proposal.ts'
import type { Report } from '../report/schema.ts'
import type { SheetTable } from '../sheets/sheet-table.ts'
import type { Workbook } from '../sheets/write-workbook.ts'
import type { Refusal } from './results.ts'

/** Reports that are read at once: those of three terms, with drafts among them. */
export const mostPastReports = 40

/** What a dialog asks for: reports one by one or by their folder, a table of figures, returned sheets, one report to compare, copies of reviewers. */
export const choices = ['reports', 'folder', 'table', 'signOff', 'version', 'copies'] as const
export type Choice = (typeof choices)[number]

export interface ChosenFiles {
  /** None: cancelled, or a folder without reports. */
  paths: string[]
  cancelled: boolean
  /** Reports of the folder that lie beyond the limit. */
  left: number
}

export type ReadPast = ({ read: true } & GivenReport) | ({ read: false } & Refusal)

export type ReadSheets =
  | {
      read: true
      file: string
      tables: SheetTable[]
      /** Rows, columns or sheets beyond the limits were left out. */
      cut: boolean
    }
  | ({ read: false } & Refusal)

/** One file of a sign-off: for a spreadsheet program, or to be laid out. */
export interface SignOffFile {
  /** Without ending: 财政所. */
  name: string
  workbook: Workbook
  document: Report
}

/** `paths` are those of the files that were written, all in one folder. */
export type SignOffWritten = { exported: true; paths: [string, ...string[]] } | ({ exported: false } & Refusal)

export const longestFileName = 120

export const fileNameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(longestFileName))
