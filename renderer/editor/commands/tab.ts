import { Editor, Path, Transforms } from 'slate'
import type { HeadingLevel } from '../../../shared/report/schema.ts'
import { caretInLine } from '../caret.ts'
import { isCell, isTable } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'
import { moveField } from './fields.ts'
import { insertRow } from './table-commands.ts'

/**
 * Tab: next cell of a table, next field of a template, one level deeper at a heading's start. Shift+Tab: the way back.
 * Elsewhere it does nothing, because a report is indented by its styles.
 */
export function pressTab(editor: ReportEditor, backward: boolean): void {
  if (moveCell(editor, backward) || moveField(editor, backward)) return
  const caret = caretInLine(editor)
  if (!caret?.atStart) return
  const { line, path } = caret
  if (line.type === 'heading') {
    const level = Math.min(4, Math.max(1, line.level + (backward ? -1 : 1))) as HeadingLevel
    if (level === line.level) return
    Editor.withoutNormalizing(editor, () => {
      Transforms.setNodes(editor, { level }, { at: path })
      Transforms.unsetNodes(editor, 'label', { at: path })
    })
  } else if (line.type === 'paragraph' && line.flush && !backward) {
    Transforms.unsetNodes(editor, 'flush', { at: path })
  }
}

function moveCell(editor: ReportEditor, backward: boolean): boolean {
  if (!editor.selection) return false
  const at = editor.selection.focus
  const cell = Editor.above(editor, { at, match: isCell })
  const table = Editor.above(editor, { at, match: isTable })
  if (!cell || !table) return false
  const cells = [...Editor.nodes(editor, { at: table[1], match: isCell })].map(([, path]) => path)
  const here = cells.findIndex((path) => Path.equals(path, cell[1]))
  const there = cells[here + (backward ? -1 : 1)]
  if (there) Transforms.select(editor, Editor.range(editor, there))
  else if (!backward) {
    insertRow(editor, 'below')
    const added = Editor.above(editor, { at: editor.selection, match: isCell })
    if (added) Transforms.select(editor, Editor.range(editor, added[1]))
  }
  return true
}
