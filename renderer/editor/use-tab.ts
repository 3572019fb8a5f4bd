import { useRef, type KeyboardEvent } from 'react'
import { pressArrow } from './commands/cell-arrows.ts'
import { pressTab } from './commands/tab.ts'
import type { ReportEditor } from './slate-types.ts'

/** Tab and the arrows of a table belong to the text; Esc gives the next Tab to the window, so that the keyboard can always leave. */
export function useTab(editor: ReportEditor): (event: KeyboardEvent) => void {
  const leaving = useRef(false)
  return (event) => {
    // `Process` is the name of a key that an input method has used.
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey && !leaving.current) {
      event.preventDefault()
      pressTab(editor, event.shiftKey)
      return
    }
    if (isPlainArrow(event) && pressArrow(editor, event.key === 'ArrowUp' ? 'up' : 'down')) event.preventDefault()
    if (event.key !== 'Shift') leaving.current = event.key === 'Escape'
  }
}

function isPlainArrow({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return (key === 'ArrowUp' || key === 'ArrowDown') && !(shiftKey || ctrlKey || altKey || metaKey)
}
