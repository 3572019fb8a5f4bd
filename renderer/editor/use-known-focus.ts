import { useEffect } from 'react'
import { IS_FOCUSED } from 'slate-dom'
import { ReactEditor } from 'slate-react'
import type { ReportEditor } from './slate-types.ts'

/**
 * slate-react passes over focus that comes or goes while it puts a selection on the screen. A page believed to have the
 * focus still would take it away from a card or box that has it, and would not be given it back by Esc.
 */
export function useKnownFocus(editor: ReportEditor): void {
  useEffect(() => {
    const page = ReactEditor.toDOMNode(editor, editor)
    const come = ({ target }: FocusEvent): void => {
      if (target === page) IS_FOCUSED.set(editor, true)
    }
    const go = (): void => {
      // Of a window that another one covers the page is still the active element.
      if (!page.contains(page.ownerDocument.activeElement)) IS_FOCUSED.delete(editor)
    }
    page.addEventListener('focusin', come)
    page.addEventListener('focusout', go)
    return () => {
      page.removeEventListener('focusin', come)
      page.removeEventListener('focusout', go)
    }
  }, [editor])
}
