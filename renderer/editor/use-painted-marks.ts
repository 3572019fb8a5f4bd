import { useState } from 'react'
import { Editor, Node } from 'slate'
import { EDITOR_TO_FORCE_RENDER, type Key } from 'slate-dom'
import { ReactEditor } from 'slate-react'
import { isLine } from './nodes.ts'
import { remountLine } from './remounts.ts'
import type { ReportEditor } from './slate-types.ts'
import { sameMarks, type MarksByLine } from './marks/decorations.ts'

/**
 * The marks that may be painted: those wanted, except while an input method composes. Marks that change under a
 * composition send the committed word to the start of the paragraph, so they wait until just after it.
 */
export function usePaintedMarks(wanted: MarksByLine, composing: boolean): MarksByLine {
  const [painted, setPainted] = useState({ wanted, marks: wanted })
  if (composing || painted.wanted === wanted) return painted.marks
  const marks = sameMarks(painted.marks, wanted) ? painted.marks : wanted
  setPainted({ wanted, marks })
  return marks
}

/** Lines the caret or selection stands in, by key: those a composition can touch. */
export function linesInSelection(editor: ReportEditor): Key[] {
  if (!editor.selection) return []
  return [...Editor.nodes(editor, { at: editor.selection, match: isLine })].map(([line]) =>
    ReactEditor.findKey(editor, line),
  )
}

/** Compares what the screen shows with the value; a line that differs is built anew. Returns how many were. */
export function repairLines(editor: ReportEditor, keys: readonly Key[]): number {
  let repaired = 0
  for (const [line] of Node.elements(editor)) {
    if (!isLine(line)) continue
    const key = ReactEditor.findKey(editor, line)
    if (!keys.includes(key) || shownText(editor, line) === Node.string(line)) continue
    remountLine(editor, key)
    repaired++
  }
  if (repaired > 0) EDITOR_TO_FORCE_RENDER.get(editor)?.()
  return repaired
}

function shownText(editor: ReportEditor, line: Node): string {
  const root = ReactEditor.toDOMNode(editor, line)
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let text = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('[data-slate-void]')) text += node.textContent ?? ''
  }
  return text.replace(/\uFEFF/g, '')
}
