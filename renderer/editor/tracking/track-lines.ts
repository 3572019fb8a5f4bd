import { Node, Path, type Operation } from 'slate'
import type { LineBlock } from '../../../shared/report/schema.ts'
import type { ReportEditor } from '../slate-types.ts'
import { isSame, lineFormat } from './formats.ts'
import { isLine } from '../nodes.ts'
import { setMark } from './track-deletion.ts'
import { revisionOf, untracked } from './tracking.ts'

type Split = Extract<Operation, { type: 'split_node' }>
type Merge = Extract<Operation, { type: 'merge_node' }>

/**
 * The right half keeps the end of the line with all that is pending on it; the end of the left half is new. A rejection
 * makes the right half the whole line again, so it remembers what it does not take over (the kind of a section, a label).
 */
export function splitLine(editor: ReportEditor, operation: Split): void {
  const { path, position } = operation
  const line = Node.get(editor, path) as LineBlock
  const { tracking } = editor
  const last = line.children[position - 1]
  const revision = tracking && revisionOf(tracking, [last?.ins])
  const whole = lineFormat(line)
  const half = operation.properties as Partial<LineBlock>
  const changed = !isSame(whole, lineFormat(half as LineBlock))
  const pFmt = line.pFmt ?? (revision && changed ? { rev: revision(), prev: whole } : undefined)
  untracked(editor, () => {
    editor.apply({
      ...operation,
      properties: { ...half, ...(line.mark && { mark: line.mark }), ...(pFmt && { pFmt }) },
    })
    setMark(editor, path, revision ? { ins: revision() } : {})
  })
}

/** The end between two lines goes, that of the second stays. */
export function joinLine(editor: ReportEditor, operation: Merge): void {
  const second = Node.get(editor, operation.path)
  untracked(editor, () => {
    editor.apply(operation)
    if (isLine(second)) setMark(editor, Path.previous(operation.path), second.mark ?? {})
  })
}
