import type { BaseEditor, BaseRange } from 'slate'
import type { HistoryEditor } from 'slate-history'
import type { ReactEditor } from 'slate-react'
import type { Block, NoteReference, OpaqueInline, TableCell, TableRow, TextLeaf } from '../../shared/report/schema.ts'

/** 修订 is on: who is writing, and where dates and ids of new revisions come from. */
export interface Tracking {
  author: string
  /** Local wall time, `YYYY-MM-DDThh:mm:ss`. */
  now: () => string
  newId: () => string
  /** Name of the move that is being made. */
  move?: string
}

/** The editor of a report: its value is the report's body itself. */
export type ReportEditor = BaseEditor &
  ReactEditor &
  HistoryEditor & {
    /** 修订: null while it is off. */
    tracking: Tracking | null
  }

export type ReportElement = Block | TableRow | TableCell | NoteReference | OpaqueInline

declare module 'slate' {
  interface CustomTypes {
    Editor: ReportEditor
    Element: ReportElement
    Text: TextLeaf
    Range: BaseRange
  }
}
