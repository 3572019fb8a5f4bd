import { Node, Path, Text, Transforms, type Operation } from 'slate'
import type { LineBlock, Revision, TextLeaf } from '../../../shared/report/schema.ts'
import { isLine } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'
import { isRecordedOfLine, isSame, leafFormat, leafFormatKeys, lineFormat } from './formats.ts'
import { isMine, revisionOf, untracked, type Tracking } from './tracking.ts'

type SetNode = Extract<Operation, { type: 'set_node' }>

/** How words look: my own insertion just changes, a deletion does not, everything else remembers what it was. */
export function formatLeaf(editor: ReportEditor, tracking: Tracking, leaf: TextLeaf, operation: SetNode): void {
  untracked(editor, () => {
    if (!changes(operation, (key) => leafFormatKeys.has(key)) || (isMine(tracking, leaf.ins) && !leaf.del)) {
      editor.apply(operation)
      return
    }
    if (leaf.del) return
    const { path } = operation
    const prev = leaf.fmt?.prev ?? leafFormat(leaf)
    editor.apply(operation)
    const now = Node.get(editor, path) as TextLeaf
    if (isSame(prev, leafFormat(now))) Transforms.unsetNodes(editor, 'fmt', { at: path })
    else {
      const rev = revisionOf(tracking, [leaf.fmt?.rev, formatBefore(editor, path)])()
      Transforms.setNodes<TextLeaf>(editor, { fmt: { rev, prev } }, { at: path })
    }
  })
}

/** What a line is. The line whose end I made just changes. */
export function formatLine(editor: ReportEditor, tracking: Tracking, operation: SetNode): void {
  const { path } = operation
  const line = Node.get(editor, path) as LineBlock
  untracked(editor, () => {
    editor.apply(operation)
    if (!changes(operation, isRecordedOfLine) || (!line.pFmt && isMine(tracking, line.mark?.ins))) return
    const prev = line.pFmt?.prev ?? lineFormat(line)
    const now = Node.get(editor, path)
    if (!isLine(now)) return
    if (isSame(prev, lineFormat(now))) Transforms.unsetNodes(editor, 'pFmt', { at: path })
    else {
      const rev = revisionOf(tracking, [line.pFmt?.rev])()
      Transforms.setNodes<LineBlock>(editor, { pFmt: { rev, prev } }, { at: path })
    }
  })
}

function changes({ properties, newProperties }: SetNode, recorded: (key: string) => boolean): boolean {
  return [...Object.keys(properties), ...Object.keys(newProperties)].some(recorded)
}

function formatBefore(editor: ReportEditor, path: Path): Revision | undefined {
  if (!Path.hasPrevious(path)) return undefined
  const before = Node.get(editor, Path.previous(path))
  return Text.isText(before) ? before.fmt?.rev : undefined
}
