import {
  deleteColumn,
  deleteRow,
  deleteTable,
  insertColumn,
  insertRow,
  tableAtCaret,
} from './commands/table-commands.ts'
import type { ReportEditor } from './slate-types.ts'

/** What can be done to rows and columns, under the names of their words. */
export interface TableTool {
  name: string
  act: (editor: ReportEditor) => void
  /** Also for a table with joined cells. */
  onWhole?: true
  /** Changes the structure of the table, which no revision can say in part. */
  ofColumns?: true
}

const tools: readonly TableTool[] = [
  { name: 'rowAbove', act: (editor) => insertRow(editor, 'above') },
  { name: 'rowBelow', act: (editor) => insertRow(editor, 'below') },
  { name: 'columnLeft', act: (editor) => insertColumn(editor, 'left'), ofColumns: true },
  { name: 'columnRight', act: (editor) => insertColumn(editor, 'right'), ofColumns: true },
  { name: 'deleteRow', act: deleteRow },
  { name: 'deleteColumn', act: deleteColumn, ofColumns: true },
  { name: 'deleteTable', act: deleteTable, onWhole: true },
]

/** None where the caret stands in no table; a table with joined cells can only go as a whole. */
export function tableToolsAtCaret(editor: ReportEditor): readonly TableTool[] {
  const place = tableAtCaret(editor)
  return place ? tools.filter(({ onWhole }) => place.plain || onWhole) : []
}

/** Whether 修订 stands in the way of a tool. */
export function isRefused(editor: ReportEditor, tool: TableTool): boolean {
  return tool.ofColumns === true && editor.tracking !== null
}
