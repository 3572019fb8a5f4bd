import type { BaseEditor, BaseRange } from 'slate'
import type { HistoryEditor } from 'slate-history'
import type { ReactEditor } from 'slate-react'
import type { Block, NoteReference, OpaqueInline, TableCell, TableRow, TextLeaf } from '../../shared/report/schema.ts'

/** The editor of a report: its value is the report's body itself. */
export type ReportEditor = BaseEditor & ReactEditor & HistoryEditor

export type ReportElement = Block | TableRow | TableCell | NoteReference | OpaqueInline

declare module 'slate' {
  interface CustomTypes {
    Editor: ReportEditor
    Element: ReportElement
    Text: TextLeaf
    Range: BaseRange
  }
}
