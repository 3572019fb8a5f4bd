import { Editor, Node, type Range } from 'slate'
import { noteIds } from '../editor/labels.ts'
import type { Report, TemplateField } from '../../shared/report/schema.ts'
import type { ReportEditor } from '../editor/slate-types.ts'

/** A □ that waits in the text. */
export interface OpenBlank {
  range: Range
  field: TemplateField | undefined
  /** The words that it stands in. */
  around: string
}

/** Characters on either side of a □ that tell one from the other. */
const reach = 8

/** Every □ that is left, those of the template and those that somebody typed; deleted ones are gone in the final text. */
export function openBlanks(editor: ReportEditor): OpenBlank[] {
  return [...Node.texts(editor)].flatMap(([leaf, path]): OpenBlank[] => {
    if (leaf.del || !leaf.text.includes('□')) return []
    if (leaf.field) return [{ range: Editor.range(editor, path), field: leaf.field, around: aroundOf(editor, path, 0) }]
    return [...leaf.text.matchAll(/□+/g)].map(({ index, 0: blank }) => ({
      range: { anchor: { path, offset: index }, focus: { path, offset: index + blank.length } },
      field: undefined,
      around: aroundOf(editor, path, index),
    }))
  })
}

/** A □ that waits in a note which the text refers to. */
export interface OpenNoteBlank {
  note: string
  around: string
}

export function openNoteBlanks(editor: ReportEditor, notes: Report['notes']): OpenNoteBlank[] {
  return noteIds(editor.children).flatMap((note) => {
    const text = notes[note]?.text ?? ''
    return [...text.matchAll(/□+/g)].map(({ index, 0: blank }) => ({
      note,
      around: text.slice(Math.max(0, index - reach), index + blank.length + reach),
    }))
  })
}

function aroundOf(editor: ReportEditor, path: number[], offset: number): string {
  const line = Node.parent(editor, path)
  const before = line.children.slice(0, path.at(-1)).reduce((length, child) => length + Node.string(child).length, 0)
  const at = before + offset
  return Node.string(line).slice(Math.max(0, at - reach), at + reach)
}
