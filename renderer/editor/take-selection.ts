import { Range, Transforms } from 'slate'
import { ReactEditor } from 'slate-react'
import type { ReportEditor } from './slate-types.ts'

/** Takes over where the caret stands on the screen now: slate-react hears of its moves up to 100 ms later. */
export function takeSelection(editor: ReportEditor): void {
  if (!ReactEditor.isMounted(editor) || !ReactEditor.isFocused(editor) || ReactEditor.isComposing(editor)) return
  const shown = ReactEditor.getWindow(editor).getSelection()
  const page = ReactEditor.toDOMNode(editor, editor)
  if (!shown || !page.contains(shown.anchorNode) || !page.contains(shown.focusNode)) return
  const range = ReactEditor.toSlateRange(editor, shown, { exactMatch: false, suppressThrow: true })
  if (range && !(editor.selection && Range.equals(range, editor.selection))) Transforms.select(editor, range)
}
