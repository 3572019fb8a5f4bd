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
}

const tools: readonly TableTool[] = [
  { name: 'rowAbove', act: (editor) => insertRow(editor, 'above') },
  { name: 'rowBelow', act: (editor) => insertRow(editor, 'below') },
  { name: 'columnLeft', act: (editor) => insertColumn(editor, 'left') },
  { name: 'columnRight', act: (editor) => insertColumn(editor, 'right') },
  { name: 'deleteRow', act: deleteRow },
  { name: 'deleteColumn', act: deleteColumn },
  { name: 'deleteTable', act: deleteTable, onWhole: true },
]

/** None where the caret stands in no table; a table with joined cells can only go as a whole. */
export function tableToolsAtCaret(editor: ReportEditor): readonly TableTool[] {
  const place = tableAtCaret(editor)
  return place ? tools.filter(({ onWhole }) => place.plain || onWhole) : []
}
