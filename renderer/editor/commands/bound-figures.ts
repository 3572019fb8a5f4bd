import { Editor, Range, Text, Transforms, type Node } from 'slate'
import { plainText, type PlainText } from '../../../shared/report/plain-text.ts'
import type { TextLeaf } from '../../../shared/report/schema.ts'
import { bodyOf } from '../body-of.ts'
import { offsetOf, rangeAt } from '../offsets.ts'
import type { ReportEditor } from '../slate-types.ts'
import { replaceStretch, type TextEdit } from './apply-repair.ts'
import { inOneStep } from './one-step.ts'

/** An edit of a bound figure, and the words that carry its key before the edit. */
export interface BoundEdit {
  edit: TextEdit
  start: number
  end: number
  /** Absent: the words are bound to nothing, and stay so. */
  key?: string | undefined
  /** A □ is what the edit replaces. */
  filled?: true
}

/** Writes figures as the ledger has them, as one step of undo; the new words carry the key whole. Offsets are those of `plain`. */
export function writeBoundFigures(editor: ReportEditor, plain: PlainText, edits: readonly BoundEdit[]): void {
  const lastFirst = [...edits].sort((a, b) => b.edit.start - a.edit.start)
  inOneStep(editor, () => {
    for (const { edit, start, end, key, filled } of lastFirst) {
      replaceStretch(editor, plain, edit)
      if (filled) endWaiting(editor, edit)
      if (key === undefined) continue
      const longer = edit.text.length - (edit.end - edit.start)
      const after = plainText(bodyOf(editor))
      setKey(editor, after, { start: Math.min(start, edit.start), end: Math.max(end, edit.end) + longer }, key)
    }
  })
}

/** Writes figures in place of the □ that waited for them, as one step of undo: they are bound, and wait no more. */
export function writeFields(
  editor: ReportEditor,
  plain: PlainText,
  fills: readonly { edit: TextEdit; key: string }[],
): void {
  const lastFirst = [...fills].sort((a, b) => b.edit.start - a.edit.start)
  inOneStep(editor, () => {
    for (const { edit, key } of lastFirst) {
      replaceStretch(editor, plain, edit)
      if (!endWaiting(editor, edit)) continue
      const after = plainText(bodyOf(editor))
      setKey(editor, after, { start: edit.start, end: edit.start + edit.text.length }, key)
    }
  })
}

/** What was written in place of a □ waits no more. */
function endWaiting(editor: ReportEditor, edit: TextEdit): boolean {
  const at = rangeAt(editor.children, plainText(bodyOf(editor)), edit.start, edit.start + edit.text.length)
  if (!at) return false
  Transforms.unsetNodes(editor, 'field', { at, match: isLive, split: true })
  return true
}

/** 关联台账: the words carry the keys; undefined takes them off. One step of undo. */
export function bindFigures(
  editor: ReportEditor,
  stretches: readonly { start: number; end: number; key: string | undefined }[],
): void {
  const plain = plainText(bodyOf(editor))
  inOneStep(editor, () => {
    for (const { key, ...stretch } of stretches) setKey(editor, plain, stretch, key)
  })
}

function setKey(
  editor: ReportEditor,
  plain: PlainText,
  { start, end }: { start: number; end: number },
  key: string | undefined,
): void {
  const at = rangeAt(editor.children, plain, start, end)
  if (!at || Range.isCollapsed(at)) return
  const options = { at, match: isLive, split: true }
  if (key === undefined) Transforms.unsetNodes(editor, 'indicator', options)
  else Transforms.setNodes<TextLeaf>(editor, { indicator: key }, options)
}

/** Deleted words keep what they were: a rejection brings them back with it. */
const isLive = (node: Node): node is TextLeaf => Text.isText(node) && !node.del

/** Puts words with bound figures in place of a stretch, or at the caret, as one step of undo; the caret stands behind them. */
export function insertPhrase(editor: ReportEditor, leaves: readonly TextLeaf[], over?: Range): void {
  const at = over ?? editor.selection
  if (!at) return
  inOneStep(editor, () => {
    Transforms.select(editor, at)
    if (Range.isExpanded(at)) editor.deleteFragment()
    const marks = ownMarks(Editor.marks(editor) ?? {})
    Transforms.insertNodes(
      editor,
      leaves.map((leaf) => ({ ...marks, ...leaf })),
      { select: true },
    )
    Transforms.collapse(editor, { edge: 'end' })
  })
}

/** What the words around look like; not what they are bound to, nor that they wait to be filled. */
function ownMarks(marks: Partial<TextLeaf>): Partial<TextLeaf> {
  const { text: _, indicator: __, field: ___, ...looks } = marks
  return looks
}

/** Plain text offset of the caret; undefined where there is none. */
export function caretOffset(editor: ReportEditor, plain: PlainText): number | undefined {
  return editor.selection ? offsetOf(editor.children, plain, Range.end(editor.selection)) : undefined
}

/** The caret stands in a bound figure, or at one of its ends. */
export function isBoundAtCaret(editor: ReportEditor): boolean {
  if (!editor.selection) return false
  const point = Range.end(editor.selection)
  const beside = [point, Editor.before(editor, point), Editor.after(editor, point)]
  return beside.some((at) => {
    if (!at || at.path.slice(0, -1).join() !== point.path.slice(0, -1).join()) return false
    const [leaf] = Editor.node(editor, at)
    return Text.isText(leaf) && leaf.indicator !== undefined
  })
}
