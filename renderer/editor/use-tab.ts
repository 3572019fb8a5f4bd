import { useRef, type KeyboardEvent } from 'react'
import { pressTab } from './commands/tab.ts'
import type { ReportEditor } from './slate-types.ts'

/** Tab belongs to the text; Esc gives the next Tab to the window, so that the keyboard can always leave. */
export function useTab(editor: ReportEditor): (event: KeyboardEvent) => void {
  const leaving = useRef(false)
  return (event) => {
    // `Process` is the name of a key that an input method has used.
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey && !leaving.current) {
      event.preventDefault()
      pressTab(editor, event.shiftKey)
    } else if (event.key !== 'Shift') leaving.current = event.key === 'Escape'
  }
}
