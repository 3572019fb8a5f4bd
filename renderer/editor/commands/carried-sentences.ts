import { Editor, Node, Text, Transforms } from 'slate'
import type { PlainText } from '../../../shared/report/plain-text.ts'
import { rangeAt } from '../offsets.ts'
import type { ReportEditor } from '../slate-types.ts'
import { inOneStep } from './one-step.ts'

/**
 * 已核: the sentence is right as it was taken over, its mark goes as one step of undo. False where the words are no longer
 * what `plain` says.
 */
export function acceptCarried(editor: ReportEditor, plain: PlainText, span: { start: number; end: number }): boolean {
  const at = rangeAt(editor.children, plain, span.start, span.end)
  if (!at || !Editor.hasRange(editor, at)) return false
  if (Editor.string(editor, at) !== plain.text.slice(span.start, span.end)) return false
  const first = Node.get(editor, at.anchor.path)
  if (!Text.isText(first) || first.carried === undefined) return false
  inOneStep(editor, () => Transforms.unsetNodes(editor, 'carried', { at, match: (node) => Text.isText(node) }))
  return true
}
