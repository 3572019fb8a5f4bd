import { Editor, Node, Text, Transforms } from 'slate'
import { finalNumbers } from '../../../shared/report/numbering.ts'
import { plainText, type PlainLine, type PlainText } from '../../../shared/report/plain-text.ts'
import type { Block, TextLeaf } from '../../../shared/report/schema.ts'
import { bodyOf } from '../body-of.ts'
import { carryRange } from '../marks/carry-marks.ts'
import { lineAt, rangeAt } from '../offsets.ts'
import type { ReportEditor } from '../slate-types.ts'
import { insertWords } from '../tracking/track-insertion.ts'
import { inOneStep } from './one-step.ts'

export interface TextEdit {
  start: number
  end: number
  text: string
}

/**
 * Carries out edits in offsets of `checked`, all or none, as one step of undo. False when the words meant have changed
 * since, or when an edit would reach over the end of a line or of its printed number.
 */
export function applyRepair(editor: ReportEditor, checked: PlainText, edits: readonly TextEdit[]): boolean {
  const current = plainText(bodyOf(editor))
  const carried = edits.map((edit) => carryEdit(edit, checked.text, current))
  if (carried.length === 0 || !carried.every((edit) => edit !== undefined)) return false
  const lastFirst = [...carried].sort((a, b) => b.start - a.start)
  const isInLabel = (edit: TextEdit): boolean => labelled(current, edit) !== undefined
  inOneStep(editor, () => {
    for (const edit of lastFirst.filter((edit) => !isInLabel(edit))) replaceStretch(editor, current, edit)
    relabel(editor, current, lastFirst.filter(isInLabel))
  })
  return true
}

/** Replaces words of one line; the new words look like the first of the old ones. A □ that they take the place of waits no more. */
export function replaceStretch(editor: ReportEditor, plain: PlainText, { start, end, text }: TextEdit): void {
  const at = rangeAt(editor.children, plain, start, end)
  if (!at) return
  if (end === start) {
    if (text !== '') Transforms.insertText(editor, text, { at: at.focus })
    return
  }
  const first = Node.get(editor, at.anchor.path)
  const old = Editor.rangeRef(editor, at, { affinity: 'inward' })
  if (text !== '' && Text.isText(first)) insertWords(editor, text, at.focus, looksFor(first, text))
  const range = old.unref()
  if (range) Transforms.delete(editor, { at: range })
}

function looksFor(first: TextLeaf, text: string): Partial<TextLeaf> {
  if (!first.field || text.includes('□')) return first
  const { field: _, indicator: __, ...looks } = first
  return looks
}

function carryEdit(edit: TextEdit, checked: string, current: PlainText): TextEdit | undefined {
  const stretch =
    edit.end > edit.start ? carryRange(edit, checked, current.text) : carryPoint(edit, checked, current.text)
  if (!stretch || checked.slice(edit.start, edit.end) !== current.text.slice(stretch.start, stretch.end))
    return undefined
  const line = lineAt(current, stretch.start)
  if (!line || stretch.end > line.end) return undefined
  const isText = stretch.start >= line.start + line.labelLength
  return isText || labelled(current, stretch) ? { ...stretch, text: edit.text } : undefined
}

/** The line whose printed number holds the whole stretch. A place right behind the number belongs to the text. */
function labelled(plain: PlainText, { start, end }: { start: number; end: number }): PlainLine | undefined {
  const line = lineAt(plain, start)
  const labelEnd = line ? line.start + line.labelLength : 0
  return start < labelEnd && end <= labelEnd ? line : undefined
}

/** Gives lines the numbers that the edits, last first, make of theirs; a number that is the counted one is not stored. */
function relabel(editor: ReportEditor, plain: PlainText, lastFirst: readonly TextEdit[]): void {
  const numbers = new Map<PlainLine, string>()
  for (const edit of lastFirst) {
    const line = labelled(plain, edit)
    if (!line) continue
    const label = numbers.get(line) ?? plain.text.slice(line.start, line.start + line.labelLength)
    numbers.set(line, label.slice(0, edit.start - line.start) + edit.text + label.slice(edit.end - line.start))
  }
  const renumbered = new Set([...numbers.keys()].map(({ path }) => path[0]))
  const counted = finalNumbers(bodyOf(editor).map((block, index) => (renumbered.has(index) ? counting(block) : block)))
  for (const [{ path }, label] of numbers) {
    if (label === counted[path[0] ?? 0]) Transforms.unsetNodes(editor, 'label', { at: path })
    else Transforms.setNodes(editor, { label }, { at: path })
  }
}

function counting(block: Block): Block {
  if (block.type !== 'heading' && block.type !== 'list-item') return block
  const { label: _, ...counted } = block
  return counted
}

/** A place between two characters stays between them. */
function carryPoint({ start }: TextEdit, checked: string, current: string): { start: number; end: number } | undefined {
  const before = start > 0 ? carryRange({ start: start - 1, end: start }, checked, current) : undefined
  if (before) return { start: before.end, end: before.end }
  const after = carryRange({ start, end: start + 1 }, checked, current)
  return after && { start: after.start, end: after.start }
}
