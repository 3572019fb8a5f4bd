import { Editor, Path, Range, type Point } from 'slate'
import type { LineBlock, OpaqueBlock, PageBreak } from '../../shared/report/schema.ts'
import { isCell, isLine, isOfType } from './nodes.ts'
import type { ReportEditor } from './slate-types.ts'
import { finalLine, isAtEdge } from './tracking/live.ts'

/** The caret and the line it stands in. */
export interface CaretInLine {
  point: Point
  line: LineBlock
  path: Path
  inCell: boolean
  /** No words of the final text stand before it in the line. */
  atStart: boolean
  atEnd: boolean
  /** The line itself, or those with which it makes one line of the final text. */
  first: Path
  last: Path
}

/** Undefined while text is selected, and where the caret stands in no line. */
export function caretInLine(editor: ReportEditor): CaretInLine | undefined {
  const { selection } = editor
  if (!selection || Range.isExpanded(selection)) return undefined
  const point = selection.anchor
  const entry = Editor.above(editor, { at: point, match: isLine })
  if (!entry) return undefined
  const [line, path] = entry
  return {
    point,
    line,
    path,
    inCell: Editor.above(editor, { at: path, match: isCell }) !== undefined,
    atStart: isAtEdge(editor, point, path, -1),
    atEnd: isAtEdge(editor, point, path, 1),
    ...finalLine(editor, path),
  }
}

/** Path of the page break or opaque block that the caret stands on. */
export function blockVoidAtCaret(editor: ReportEditor): Path | undefined {
  if (!editor.selection) return undefined
  return Editor.above<PageBreak | OpaqueBlock>(editor, {
    at: editor.selection.anchor,
    match: (node) => isOfType(node, 'page-break') || isOfType(node, 'opaque'),
  })?.[1]
}
