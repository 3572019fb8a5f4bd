import { useRef, useState } from 'react'
import { Editor, Node, type PathRef } from 'slate'
import { EDITOR_TO_FORCE_RENDER } from 'slate-dom'
import { ReactEditor } from 'slate-react'
import type { LineBlock } from '../../shared/report/schema.ts'
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
  const touched = useRef<readonly PathRef[]>([])

  return {
    composing,
    onCompositionStart() {
      run.current++
      touched.current = [...touched.current, ...linesInSelection(editor)]
      for (const line of linesAt(editor, touched.current)) elementOf(editor, line).dataset['composing'] = ''
      setComposing(true)
    },
    onCompositionEnd() {
      const own = run.current
      // The word reaches the value with this event and the screen with the render after it.
      afterRender(editor, touched.current, () => {
        if (own !== run.current) return
        touched.current = [...touched.current, ...linesInSelection(editor)]
        const lines = linesAt(editor, touched.current)
        repairLines(editor, lines)
        for (const line of lines) delete elementOf(editor, line).dataset['composing']
        for (const ref of touched.current) ref.unref()
        touched.current = []
        setComposing(false)
      })
    },
  }
}

function afterRender(editor: ReportEditor, touched: readonly PathRef[], act: () => void): void {
  const view = ReactEditor.getWindow(editor)
  setTimeout(() => {
    if (linesAt(editor, touched).every((line) => showsItsText(editor, line))) act()
    else view.requestAnimationFrame(() => setTimeout(act))
  })
}

/** Lines the caret or selection stands in; they are followed while the value changes. */
function linesInSelection(editor: ReportEditor): PathRef[] {
  if (!editor.selection) return []
  const lines = Editor.nodes(editor, { at: editor.selection, match: isLine })
  return [...lines].map(([, path]) => Editor.pathRef(editor, path))
}

function linesAt(editor: ReportEditor, refs: readonly PathRef[]): LineBlock[] {
  const lines = refs.flatMap(({ current }) => (current && Node.has(editor, current) ? [Node.get(editor, current)] : []))
  return [...new Set(lines.filter(isLine))]
}

function repairLines(editor: ReportEditor, lines: readonly LineBlock[]): void {
  const wrong = lines.filter((line) => !showsItsText(editor, line))
  for (const line of wrong) remountLine(editor, ReactEditor.findKey(editor, line))
  if (wrong.length > 0) EDITOR_TO_FORCE_RENDER.get(editor)?.()
}

function elementOf(editor: ReportEditor, line: LineBlock): HTMLElement {
  return ReactEditor.toDOMNode(editor, line)
}

/** Compares the words on the screen, without what voids show and without the marks that hold empty places open. */
function showsItsText(editor: ReportEditor, line: LineBlock): boolean {
  const element = elementOf(editor, line)
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let text = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('[data-slate-void]')) text += node.textContent ?? ''
  }
  return text.replaceAll('\uFEFF', '') === Node.string(line)
}
