import { Editor, Node, Path, Range, Transforms } from 'slate'
import type { Block, NoteReference, Paragraph, Table, TableCell, TableRow } from '../../../shared/report/schema.ts'
import { isCell, isLine } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'
import { finalLine, isAtEdge } from '../tracking/live.ts'
import { inOneStep } from './one-step.ts'

const emptyParagraph = (): Paragraph => ({ type: 'paragraph', children: [{ text: '' }] })

/** Width of the text area in twips, shared by the columns of a new table. */
const textWidth = 8844

/** A table below the line of the caret, first row as heading row; the caret goes into its first cell. */
export function insertTable(editor: ReportEditor, rows: number, columns: number): void {
  const at = placeBelow(editor)
  if (!at || rows < 1 || columns < 1) return
  const table: Table = {
    type: 'table',
    columns: columnWidths(columns),
    children: Array.from({ length: rows }, (_, index) => emptyRow(columns, index === 0 && rows > 1)),
  }
  inOneStep(editor, () => {
    insertBlock(editor, table, at)
    Transforms.select(editor, Editor.start(editor, at))
  })
}

/** 分页符: what follows the caret starts on a new page. */
export function insertPageBreak(editor: ReportEditor): void {
  const below = placeBelow(editor)
  if (!below || !editor.selection) return
  const caret = Range.end(editor.selection)
  const line = lineAtCaret(editor)
  const divides = line !== undefined && !isAtEdge(editor, caret, line, 1)
  // A whole line moves as it is: dividing it would leave an empty heading with a number behind.
  const moves = divides && isAtEdge(editor, caret, line, -1)
  const at = moves ? finalLine(editor, line).first : divides ? Path.next(line) : below
  inOneStep(editor, () => {
    if (divides && !moves) Transforms.splitNodes(editor, { at: caret, always: true })
    insertBlock(editor, { type: 'page-break', children: [{ text: '' }] }, at)
    Transforms.select(editor, Editor.start(editor, Path.next(at)))
  })
}

/** A reference to a note at the caret; the note's text is kept with the report, under this id. */
export function insertNote(editor: ReportEditor, note: string): void {
  if (!editor.selection) return
  const reference: NoteReference = { type: 'note', note, children: [{ text: '' }] }
  inOneStep(editor, () => {
    Transforms.insertNodes(editor, reference, { at: Range.end(editor.selection as Range), select: true })
    Transforms.move(editor)
  })
}

/** Body text below the line of the caret. */
export function insertParagraphBelow(editor: ReportEditor): void {
  const at = placeBelow(editor)
  if (!at) return
  inOneStep(editor, () => {
    Transforms.insertNodes(editor, emptyParagraph(), { at })
    Transforms.select(editor, Editor.start(editor, at))
  })
}

/** Behind the last block the caret needs a line to stand in. */
function insertBlock(editor: ReportEditor, block: Block, at: Path): void {
  Transforms.insertNodes(editor, block, { at })
  if (!Node.has(editor, Path.next(at))) Transforms.insertNodes(editor, emptyParagraph(), { at: Path.next(at) })
}

function placeBelow(editor: ReportEditor): Path | undefined {
  const top = editor.selection && Range.end(editor.selection).path[0]
  if (top === null || top === undefined) return undefined
  return Path.next(isLine(Node.get(editor, [top])) ? finalLine(editor, [top]).last : [top])
}

function lineAtCaret(editor: ReportEditor): Path | undefined {
  if (!editor.selection || Editor.above(editor, { at: Range.end(editor.selection), match: isCell })) return undefined
  return Editor.above(editor, { at: Range.end(editor.selection), match: isLine })?.[1]
}

function columnWidths(columns: number): number[] {
  const width = Math.floor(textWidth / columns)
  return Array.from({ length: columns }, (_, index) => (index === 0 ? textWidth - width * (columns - 1) : width))
}

export function emptyRow(columns: number, header: boolean): TableRow {
  return { type: 'table-row', ...(header && { header: true }), children: Array.from({ length: columns }, emptyCell) }
}

export function emptyCell(): TableCell {
  return { type: 'table-cell', children: [emptyParagraph()] }
}
