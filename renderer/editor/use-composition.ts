import { useRef, useState } from 'react'
import { Editor, Node } from 'slate'
import { EDITOR_TO_FORCE_RENDER, type Key } from 'slate-dom'
import { ReactEditor } from 'slate-react'
import { isLine } from './nodes.ts'
import { remountLine } from './remounts.ts'
import type { ReportEditor } from './slate-types.ts'

export interface Composition {
  /** From compositionstart until the committed text was compared with the value. */
  composing: boolean
  onCompositionStart: () => void
  onCompositionEnd: () => void
}

/**
 * Watches the input method: after a word was committed, the lines it can have touched are compared with the value, and a
 * line that shows something else is built anew.
 */
export function useComposition(editor: ReportEditor): Composition {
  const [composing, setComposing] = useState(false)
  const run = useRef(0)
  const touched = useRef<readonly Key[]>([])

  return {
    composing,
    onCompositionStart() {
      run.current++
      touched.current = linesInSelection(editor)
      for (const element of lineElements(editor, touched.current)) element.dataset['composing'] = ''
      setComposing(true)
    },
    onCompositionEnd() {
      const own = run.current
      const keys = touched.current
      // The word reaches the value with this event and the screen with the render after it.
      afterRender(editor, () => {
        if (own !== run.current) return
        repairLines(editor, [...keys, ...linesInSelection(editor)])
        for (const element of lineElements(editor, keys)) delete element.dataset['composing']
        setComposing(false)
      })
    },
  }
}

function afterRender(editor: ReportEditor, act: () => void): void {
  const view = ReactEditor.getWindow(editor)
  setTimeout(() => {
    if (differing(editor, linesInSelection(editor)).length === 0) act()
    else view.requestAnimationFrame(() => setTimeout(act))
  })
}

/** Lines the caret or selection stands in, by the key that they keep while they are edited. */
function linesInSelection(editor: ReportEditor): Key[] {
  if (!editor.selection) return []
  const lines = Editor.nodes(editor, { at: editor.selection, match: isLine })
  return [...lines].map(([line]) => ReactEditor.findKey(editor, line))
}

function repairLines(editor: ReportEditor, keys: readonly Key[]): void {
  const wrong = differing(editor, keys)
  for (const key of wrong) remountLine(editor, key)
  if (wrong.length > 0) EDITOR_TO_FORCE_RENDER.get(editor)?.()
}

function differing(editor: ReportEditor, keys: readonly Key[]): Key[] {
  return linesOf(editor, keys)
    .filter((line) => shownText(ReactEditor.toDOMNode(editor, line)) !== Node.string(line))
    .map((line) => ReactEditor.findKey(editor, line))
}

function lineElements(editor: ReportEditor, keys: readonly Key[]): HTMLElement[] {
  return linesOf(editor, keys).map((line) => ReactEditor.toDOMNode(editor, line))
}

function linesOf(editor: ReportEditor, keys: readonly Key[]): Node[] {
  if (keys.length === 0) return []
  return [...Editor.nodes(editor, { at: [], match: isLine })].flatMap(([line]) =>
    keys.includes(ReactEditor.findKey(editor, line)) ? [line] : [],
  )
}

/** The words of a line on the screen, without what voids show and without the marks that hold empty places open. */
function shownText(line: HTMLElement): string {
  const walker = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  let text = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('[data-slate-void]')) text += node.textContent ?? ''
  }
  return text.replaceAll('\uFEFF', '')
}
