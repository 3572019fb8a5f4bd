import { Editor, Range, type Operation, type PointRef } from 'slate'
import { caretInLine } from '../editor/caret.ts'
import { isLine } from '../editor/nodes.ts'
import type { ReportEditor } from '../editor/slate-types.ts'

/** Where an indicator may be meant: at the start of a paragraph, behind one of these marks, or behind a blank. */
const mayFollow = /(?:^|[，；：、。\s\u3000])$/

/**
 * `/` was just typed where an indicator may follow: an anchor before it, that stays there while more is typed. A date (3/4) or
 * words between strokes open nothing, and neither does a `/` that undo brings back.
 */
export function typedSlash(editor: ReportEditor): PointRef | undefined {
  const { selection } = editor
  if (!selection || Range.isExpanded(selection) || !editor.operations.some(isSlash)) return undefined
  const last = editor.history.undos.at(-1)?.operations.at(-1)
  const caret = caretInLine(editor)
  if (!caret || !last || !editor.operations.includes(last)) return undefined
  const before = Editor.string(editor, { anchor: Editor.start(editor, caret.path), focus: selection.anchor })
  if (!before.endsWith('/') || !mayFollow.test(before.slice(0, -1))) return undefined
  const start = Editor.before(editor, selection.anchor)
  return start && Editor.pointRef(editor, start, { affinity: 'backward' })
}

function isSlash(operation: Operation): boolean {
  if (operation.type === 'insert_text') return operation.text === '/'
  return operation.type === 'insert_node' && 'text' in operation.node && operation.node.text === '/'
}

/** Longest query: no indicator has a longer name, so whoever goes on writes something else. */
const longest = 24

/** What was typed behind the anchor; undefined: it is no query, and the picker closes. */
export function typedQuery(editor: ReportEditor, anchor: PointRef, slash: boolean): string | undefined {
  const start = anchor.current
  const { selection } = editor
  if (!start || !selection) return undefined
  const end = Range.end(selection)
  const [first, last] = [start, end].map((at) => Editor.above(editor, { at, match: isLine })?.[1].join())
  if (first !== last || !Editor.hasPath(editor, start.path)) return undefined
  if (Range.isBackward({ anchor: start, focus: end })) return undefined
  const typed = Editor.string(editor, { anchor: start, focus: end })
  if (slash && !typed.startsWith('/')) return undefined
  const query = slash ? typed.slice(1) : typed
  return query.length > longest || /[/，；：。！？\n]/.test(query) ? undefined : query
}
