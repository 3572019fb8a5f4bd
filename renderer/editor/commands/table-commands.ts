import { Editor, Path, Transforms } from 'slate'
import type { Table } from '../../../shared/report/schema.ts'
import { isCell, isTable } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'
import { emptyCell, emptyRow } from './insert-blocks.ts'
import { inOneStep } from './one-step.ts'

/** The caret's place in a table. Rows and columns of a table with joined cells are not changed one by one. */
interface TablePlace {
  table: Table
  path: Path
  row: number
  column: number
  plain: boolean
}

export function tableAtCaret(editor: ReportEditor): TablePlace | undefined {
  if (!editor.selection) return undefined
  const at = editor.selection.focus
  const found = Editor.above(editor, { at, match: isTable })
  const cell = Editor.above(editor, { at, match: isCell })
  if (!found || !cell) return undefined
  const [table, path] = found
  const plain = !table.children.some((row) => row.children.some(({ colSpan, rowSpan }) => colSpan ?? rowSpan))
  return { table, path, row: cell[1].at(-2) ?? 0, column: cell[1].at(-1) ?? 0, plain }
}

export function insertRow(editor: ReportEditor, side: 'above' | 'below'): void {
  const place = tableAtCaret(editor)
  if (!place?.plain) return
  const row = side === 'above' ? place.row : place.row + 1
  const at = [...place.path, row]
  inOneStep(editor, () => {
    Transforms.insertNodes(editor, emptyRow(widthOf(place.table), false), { at })
    Transforms.select(editor, Editor.start(editor, [...at, side === 'above' ? place.column : 0]))
  })
}

/** The last row takes the table with it. */
export function deleteRow(editor: ReportEditor): void {
  const place = tableAtCaret(editor)
  if (!place?.plain) return
  const only = place.table.children.length === 1
  inOneStep(editor, () => Transforms.removeNodes(editor, { at: only ? place.path : [...place.path, place.row] }))
}

/** The new column takes half the width of the one beside it, so that the table stays as wide as it was. */
export function insertColumn(editor: ReportEditor, side: 'left' | 'right'): void {
  const place = tableAtCaret(editor)
  if (!place?.plain || editor.tracking) return
  const column = side === 'left' ? place.column : place.column + 1
  inOneStep(editor, () => {
    place.table.children.forEach((_, row) =>
      Transforms.insertNodes(editor, emptyCell(), { at: [...place.path, row, column] }),
    )
    const { columns } = place.table
    if (!columns) return
    const width = columns[place.column] ?? 2
    const half = Math.floor(width / 2)
    const halved = columns.map((own, index) => (index === place.column ? width - half : own))
    halved.splice(column, 0, half)
    Transforms.setNodes(editor, { columns: halved }, { at: place.path })
  })
}

export function deleteColumn(editor: ReportEditor): void {
  const place = tableAtCaret(editor)
  if (!place?.plain || editor.tracking) return
  inOneStep(editor, () => {
    if (widthOf(place.table) === 1) {
      Transforms.removeNodes(editor, { at: place.path })
      return
    }
    place.table.children.forEach((_, row) => Transforms.removeNodes(editor, { at: [...place.path, row, place.column] }))
    const { columns } = place.table
    if (!columns) return
    const freed = columns[place.column] ?? 0
    const kept = columns.filter((_, index) => index !== place.column)
    const heir = Math.max(0, place.column - 1)
    Transforms.setNodes(
      editor,
      { columns: kept.map((width, index) => (index === heir ? width + freed : width)) },
      { at: place.path },
    )
  })
}

export function deleteTable(editor: ReportEditor): void {
  const place = tableAtCaret(editor)
  if (place) inOneStep(editor, () => Transforms.removeNodes(editor, { at: place.path }))
}

const widthOf = (table: Table): number => Math.max(...table.children.map((row) => row.children.length))
