import { Editor, Node, Path, Transforms } from 'slate'
import { caretInLine, type CaretInLine } from '../caret.ts'
import { styleLine } from '../commands/set-block-type.ts'
import { isOfType, isTable } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'
import { isDeletedBlock } from '../tracking/live.ts'

/**
 * Backspace and Delete as in WPS: at a heading's or list item's start the line becomes body text first; a page break goes,
 * an opaque block is selected before it goes, and the border of a table or cell is never crossed.
 */
export function withBackspace(editor: ReportEditor): ReportEditor {
  const { deleteBackward, deleteForward } = editor

  editor.deleteBackward = (unit) => {
    const caret = caretInLine(editor)
    if (!caret?.atStart || !backspaceAtStart(editor, caret)) deleteBackward(unit)
  }

  editor.deleteForward = (unit) => {
    const caret = caretInLine(editor)
    if (!caret?.atEnd || !deleteAtEnd(editor, caret)) deleteForward(unit)
  }

  return editor
}

function backspaceAtStart(editor: ReportEditor, caret: CaretInLine): boolean {
  const { line, path, inCell } = caret
  if (line.type === 'heading' || line.type === 'list-item') {
    styleLine(editor, path, { type: 'paragraph' })
    return true
  }
  if (!Path.hasPrevious(caret.first)) return inCell || !caret.atEnd
  return !inCell && meetNeighbour(editor, caret, Path.previous(caret.first), 'end')
}

function deleteAtEnd(editor: ReportEditor, caret: CaretInLine): boolean {
  const next = Path.next(caret.last)
  if (!Node.has(editor, next)) return caret.inCell
  return !caret.inCell && meetNeighbour(editor, caret, next, 'start')
}

/** What happens at the border to a block that is no line; false where the neighbour is a line. */
function meetNeighbour(editor: ReportEditor, caret: CaretInLine, at: Path, edge: 'start' | 'end'): boolean {
  const neighbour = Node.get(editor, at)
  if (isDeletedBlock(neighbour)) return false
  if (isOfType(neighbour, 'page-break')) {
    Transforms.removeNodes(editor, { at })
    return true
  }
  if (!isTable(neighbour) && !isOfType(neighbour, 'opaque')) return false
  const place = Editor.pointRef(editor, edge === 'end' ? Editor.end(editor, at) : Editor.start(editor, at))
  const empty = caret.atStart && caret.atEnd
  const last = caret.last[0] === editor.children.length - 1
  if (empty && !last) Transforms.removeNodes(editor, { at: caret.last })
  const point = place.unref()
  if (point) Transforms.select(editor, point)
  return true
}
