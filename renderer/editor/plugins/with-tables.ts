import { Editor, Path, Range, Transforms } from 'slate'
import { isCell, isLine, isTable } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'

/** Deleting over cells empties them: rows and columns go only through their own commands. */
export function withTables(editor: ReportEditor): ReportEditor {
  const { deleteFragment, insertText } = editor

  editor.deleteFragment = (options) => {
    const { selection } = editor
    if (selection && leavesCell(editor, selection)) emptyRange(editor, selection)
    else deleteFragment(options)
  }

  editor.insertText = (text, options) => {
    const { selection } = editor
    if (selection && !options?.at && Range.isExpanded(selection) && leavesCell(editor, selection))
      editor.deleteFragment()
    insertText(text, options)
  }

  return editor
}

/** One end stands in a cell in which the other does not. */
function leavesCell(editor: ReportEditor, range: Range): boolean {
  const [anchor, focus] = [range.anchor, range.focus].map((at) => Editor.above(editor, { at, match: isCell })?.[1])
  if (!anchor && !focus) return false
  return !anchor || !focus || !Path.equals(anchor, focus)
}

function emptyRange(editor: ReportEditor, range: Range): void {
  const [start, end] = Range.edges(range)
  const first = start.path[0] ?? 0
  const last = end.path[0] ?? 0
  Editor.withoutNormalizing(editor, () => {
    for (let index = last; index >= first; index--) {
      if (index > first && index < last) Transforms.removeNodes(editor, { at: [index] })
      else emptyLines(editor, [index], { anchor: start, focus: end })
    }
    Transforms.select(editor, start)
  })
}

function emptyLines(editor: ReportEditor, at: Path, range: Range): void {
  const table = isTable(Editor.node(editor, at)[0])
  const lines = [...Editor.nodes(editor, { at, match: isLine })].reverse()
  for (const [, path] of lines) {
    const part = Range.intersection(range, Editor.range(editor, path))
    if (!part || Range.isCollapsed(part)) continue
    const [from, to] = Range.edges(part)
    Transforms.delete(editor, { at: { anchor: from, focus: to }, hanging: table })
  }
}
