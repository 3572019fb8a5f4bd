import { Editor } from 'slate'
import type { ReportEditor } from '../slate-types.ts'

export type Mark = 'bold' | 'italic' | 'underline' | 'superscript'

export function hasMark(editor: ReportEditor, mark: Mark): boolean {
  return editor.selection !== null && Editor.marks(editor)?.[mark] === true
}

export function toggleMark(editor: ReportEditor, mark: Mark): void {
  if (!editor.selection) return
  if (hasMark(editor, mark)) Editor.removeMark(editor, mark)
  else Editor.addMark(editor, mark, true)
}

export function toggleBold(editor: ReportEditor): void {
  toggleMark(editor, 'bold')
}
