import type { BaseEditor, BaseRange } from 'slate'
import type { HistoryEditor } from 'slate-history'
import type { ReactEditor } from 'slate-react'
import type { Tracking } from './tracking/tracking.ts'
import type { Block, NoteReference, OpaqueInline, TableCell, TableRow, TextLeaf } from '../../shared/report/schema.ts'

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
