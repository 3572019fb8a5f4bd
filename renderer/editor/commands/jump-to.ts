import { Editor, Transforms, type Range } from 'slate'
import { ReactEditor } from 'slate-react'
import type { PlainText } from '../../../shared/report/plain-text.ts'
import { rangeAt } from '../offsets.ts'
import type { ReportEditor } from '../slate-types.ts'

export interface JumpOptions {
  /** Leaves the focus where it is: in the panel that was clicked. */
  keepFocus?: boolean
}

/** Selects a stretch of the plain text and brings it into view. */
export function jumpTo(
  editor: ReportEditor,
  plain: PlainText,
  stretch: { start: number; end: number },
  options: JumpOptions = {},
): void {
  const range = rangeAt(editor.children, plain, stretch.start, stretch.end)
  if (range && Editor.hasRange(editor, range)) jumpToRange(editor, range, options)
}

/** Puts the caret at the start of a block of the body and brings it into view. */
export function jumpToBlock(editor: ReportEditor, index: number, options: JumpOptions = {}): void {
  if (!Editor.hasPath(editor, [index])) return
  const start = Editor.start(editor, [index])
  jumpToRange(editor, { anchor: start, focus: start }, options)
}

export function jumpToRange(editor: ReportEditor, range: Range, { keepFocus = false }: JumpOptions = {}): void {
  Transforms.select(editor, range)
  if (!ReactEditor.isMounted(editor)) return
  if (!keepFocus) ReactEditor.focus(editor)
  // The selection reaches the page with the next frame; lines far away are laid out only when they come near.
  requestAnimationFrame(() => {
    const line = lineElement(editor, range)
    if (line) scrollToLine(line)
  })
}

function lineElement(editor: ReportEditor, range: Range): HTMLElement | undefined {
  if (!Editor.hasPath(editor, range.focus.path)) return undefined
  const [leaf] = Editor.node(editor, range.focus.path)
  return ReactEditor.toDOMNode(editor, leaf)
}

/** Farther than a screen the page jumps at once, nearer it slides; whoever asked for less motion always jumps. */
function scrollToLine(line: HTMLElement): void {
  const { top, bottom } = line.getBoundingClientRect()
  const screen = line.ownerDocument.documentElement.clientHeight
  if (top >= screen * 0.1 && bottom <= screen * 0.9) return
  const far = top < -screen || bottom > 2 * screen
  const still = line.ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? true
  line.scrollIntoView({ block: 'center', behavior: far || still ? 'auto' : 'smooth' })
}
