import { ReactEditor } from 'slate-react'
import type { ReportEditor } from '../editor/slate-types.ts'
import { focusIn } from './panes.ts'

/**
 * Gives the focus back to what had it before a dialog. A page that is only focused would show its caret at the first
 * letter of the report, and the editor would believe it: the caret goes back to where the editor last knew it.
 */
export function giveBackFocus(opener: Element | null, editor: ReportEditor | undefined): void {
  if (!(opener instanceof HTMLElement) || !opener.isConnected) return
  if (opener.closest('[data-pane="menu"][data-from="page"]') && editor && ReactEditor.isMounted(editor)) {
    focusPage(editor)
    return
  }
  opener.focus({ preventScroll: true })
  if (!editor?.selection || !ReactEditor.isMounted(editor) || opener !== ReactEditor.toDOMNode(editor, editor)) return
  const { anchor, focus } = editor.selection
  const [anchorNode, anchorOffset] = ReactEditor.toDOMPoint(editor, anchor)
  const [focusNode, focusOffset] = ReactEditor.toDOMPoint(editor, focus)
  opener.ownerDocument.getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
}

/** From a panel back to the page: to the place that was shown last, selected as it is; or to the full view that stands for it. */
export function focusPage(editor: ReportEditor | undefined): void {
  if (!editor || !ReactEditor.isMounted(editor)) return
  const text = ReactEditor.toDOMNode(editor, editor)
  if (text.closest('[hidden]')) focusIn('page')
  else giveBackFocus(text, editor)
}
