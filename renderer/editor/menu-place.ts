import type { KeyboardEvent, MouseEvent } from 'react'
import { ReactEditor } from 'slate-react'
import type { ReportEditor } from './slate-types.ts'

/** Where a menu was asked for: pixels of the window, and the finding whose words lie there. */
export interface MenuPlace {
  x: number
  y: number
  finding: string | undefined
}

export function placeOfClick({ clientX, clientY, target }: MouseEvent): MenuPlace {
  return { x: clientX, y: clientY, finding: target instanceof Element ? findingAt(target) : undefined }
}

/** Shift+F10 and the menu key ask for the menu at the caret. */
export function asksForMenu({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey)
}

export function placeOfCaret(editor: ReportEditor): MenuPlace {
  const shown = ReactEditor.getWindow(editor).getSelection()
  const node = shown?.focusNode
  const element = node instanceof Element ? node : node?.parentElement
  const page = ReactEditor.toDOMNode(editor, editor)
  if (!shown || !element || !page.contains(element)) {
    const { left, top } = page.getBoundingClientRect()
    return { x: left, y: top, finding: undefined }
  }
  // A caret in an empty line has no rectangle of its own.
  const { left, bottom } = shown.getRangeAt(0).getClientRects()[0] ?? element.getBoundingClientRect()
  return { x: left, y: bottom, finding: findingAt(element) }
}

/** The first of the findings that a word belongs to. */
export function findingAt(element: Element): string | undefined {
  return element.closest('[data-finding]')?.getAttribute('data-finding')?.split(' ')[0]
}
