import { Editor, Node, Path, Transforms } from 'slate'
import { ReactEditor } from 'slate-react'
import { caretInLine } from '../caret.ts'
import { isCell, isRow } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'

/** ↑ in the first line of a cell and ↓ in its last go to the cell above or below, as in Word; false elsewhere. */
export function pressArrow(editor: ReportEditor, direction: 'up' | 'down'): boolean {
  const caret = caretInLine(editor)
  if (!caret?.inCell || !standsAtEdge(editor, caret.path, direction)) return false
  const target = lineBeyondCell(editor, caret.path, direction)
  if (target) Transforms.select(editor, Editor.start(editor, target))
  return target !== undefined
}

/**
 * Path of the line that the caret comes to from the first or last line of a cell, outside the table behind its edge;
 * undefined within the cell, and where the text ends.
 */
export function lineBeyondCell(editor: ReportEditor, line: Path, direction: 'up' | 'down'): Path | undefined {
  const cell = Path.parent(line)
  const [lines] = Editor.node(editor, cell)
  if (!isCell(lines)) return undefined
  const edge = direction === 'up' ? 0 : lines.children.length - 1
  if (line.at(-1) !== edge) return undefined
  const row = Path.parent(cell)
  const step = direction === 'up' ? -1 : 1
  const beyond = [...Path.parent(row), (row.at(-1) ?? 0) + step]
  if (Node.has(editor, beyond)) return lineInRow(editor, beyond, cell.at(-1) ?? 0, direction)
  const outside = [(line[0] ?? 0) + step]
  return Node.has(editor, outside) ? outside : undefined
}

/** A row with joined cells has fewer: its last takes in the columns that it lacks. */
function lineInRow(editor: ReportEditor, path: Path, column: number, direction: 'up' | 'down'): Path | undefined {
  const row = Node.get(editor, path)
  if (!isRow(row)) return undefined
  const index = Math.min(column, row.children.length - 1)
  const lines = row.children[index]?.children.length ?? 1
  return [...path, index, direction === 'up' ? lines - 1 : 0]
}

/** No further line of the same paragraph lies beyond that of the caret. */
function standsAtEdge(editor: ReportEditor, line: Path, direction: 'up' | 'down'): boolean {
  if (!editor.selection || !ReactEditor.isMounted(editor)) return false
  const box = ReactEditor.toDOMNode(editor, Node.get(editor, line)).getBoundingClientRect()
  const caret = ReactEditor.toDOMRange(editor, editor.selection).getClientRects()[0]
  // An empty line has no rectangle, and is one line.
  if (!caret || caret.height === 0) return true
  return direction === 'up' ? caret.top - box.top < caret.height : box.bottom - caret.bottom < caret.height
}
