import { Editor, Range, Text, Transforms, type Point } from 'slate'
import type { TextLeaf } from '../../../shared/report/schema.ts'
import { rememberField } from '../commands/fields.ts'
import type { ReportEditor } from '../slate-types.ts'

/**
 * A field of a template waits for its figure: whatever is typed into it takes its place and is ordinary text. Typing beside
 * a field or a bound figure, or behind a title sentence, does not belong to it.
 */
export function withTemplateFields(editor: ReportEditor): ReportEditor {
  const { insertText, deleteBackward, deleteForward } = editor

  editor.insertText = (text, options) => {
    if (!options?.at && editor.selection) leaveLeaf(editor)
    insertText(text, options)
  }

  editor.deleteBackward = (unit) => {
    const place = placeInLeaf(editor)
    if (place?.leaf.field && place.point.offset > 0) removeField(editor, place, 'before')
    else deleteBackward(unit)
  }

  editor.deleteForward = (unit) => {
    const place = placeInLeaf(editor)
    if (place?.leaf.field && place.point.offset < place.leaf.text.length) removeField(editor, place)
    else deleteForward(unit)
  }

  return editor
}

interface Place {
  leaf: TextLeaf
  point: Point
}

function placeInLeaf(editor: ReportEditor): Place | undefined {
  if (!editor.selection || Range.isExpanded(editor.selection)) return undefined
  const point = editor.selection.anchor
  const [leaf] = Editor.node(editor, point)
  return Text.isText(leaf) && !leaf.del ? { leaf, point } : undefined
}

/** Clears the way for text that is typed at the caret or over the selection. */
function leaveLeaf(editor: ReportEditor): void {
  const selected = editor.selection && Range.isExpanded(editor.selection)
  if (editor.selection) rememberIfField(editor, Range.start(editor.selection))
  if (selected) editor.deleteFragment()
  const place = placeInLeaf(editor)
  if (!place) return
  const { leaf, point } = place
  const inside = point.offset > 0 && point.offset < leaf.text.length
  if (leaf.field && (inside || selected)) removeField(editor, place)
  const foreign = leaf.field ?? (inside ? undefined : leaf.indicator)
  const behindSentence = leaf.lead && point.offset === leaf.text.length && leaf.text.endsWith('。')
  if (foreign === undefined && !behindSentence) return
  const left: ReadonlySet<string> = new Set(['text', 'field', 'indicator', ...(behindSentence ? ['lead'] : [])])
  editor.marks = Object.fromEntries(Object.entries({ ...leaf, ...editor.marks }).filter(([key]) => !left.has(key)))
}

/** Where a deleted field stays to be seen, the caret stands `before` or behind it. */
function removeField(editor: ReportEditor, { point }: Place, caret: 'before' | 'behind' = 'behind'): void {
  const field = Editor.range(editor, point.path)
  const [start, end] = Range.edges(field)
  const stand = Editor.pointRef(editor, caret === 'before' ? start : end, {
    affinity: caret === 'before' ? 'backward' : 'forward',
  })
  Transforms.delete(editor, { at: field })
  const at = stand.unref()
  if (at) Transforms.select(editor, at)
}

/** Tab goes on from here, although the field is none any more. */
function rememberIfField(editor: ReportEditor, { path }: Point): void {
  const [leaf] = Editor.node(editor, path)
  if (Text.isText(leaf) && leaf.field && !leaf.del) rememberField(editor, path)
}
