import { Transforms } from 'slate'
import { plainText, type PlainText } from '../../../shared/report/plain-text.ts'
import { bodyOf } from '../body-of.ts'
import { carryRange } from '../marks/carry-marks.ts'
import { lineAt, rangeAt } from '../offsets.ts'
import type { ReportEditor } from '../slate-types.ts'
import { inOneStep } from './one-step.ts'

export interface TextEdit {
  start: number
  end: number
  text: string
}

/**
 * Carries out edits in offsets of `checked`, all or none, as one step of undo. False when the words meant have changed
 * since, or when an edit would touch a printed number or reach over the end of a line.
 */
export function applyRepair(editor: ReportEditor, checked: PlainText, edits: readonly TextEdit[]): boolean {
  const current = plainText(bodyOf(editor))
  const carried = edits.map((edit) => carryEdit(edit, checked.text, current))
  if (carried.length === 0 || !carried.every((edit) => edit !== undefined)) return false
  const lastFirst = [...carried].sort((a, b) => b.start - a.start)
  inOneStep(editor, () => {
    for (const edit of lastFirst) replaceStretch(editor, current, edit)
  })
  return true
}

/** Replaces words of one line; the new words look like the first of the old ones. */
export function replaceStretch(editor: ReportEditor, plain: PlainText, { start, end, text }: TextEdit): void {
  const at = rangeAt(editor.children, plain, start, end)
  if (!at) return
  if (text !== '') Transforms.insertText(editor, text, { at: end > start ? at.anchor : at.focus })
  if (end === start) return
  const offset = at.anchor.offset + text.length
  const sameLeaf = at.anchor.path.join() === at.focus.path.join()
  Transforms.delete(editor, {
    at: {
      anchor: { path: at.anchor.path, offset },
      focus: sameLeaf ? { path: at.focus.path, offset: at.focus.offset + text.length } : at.focus,
    },
  })
}

function carryEdit(edit: TextEdit, checked: string, current: PlainText): TextEdit | undefined {
  const stretch =
    edit.end > edit.start ? carryRange(edit, checked, current.text) : carryPoint(edit, checked, current.text)
  if (!stretch || checked.slice(edit.start, edit.end) !== current.text.slice(stretch.start, stretch.end))
    return undefined
  const line = lineAt(current, stretch.start)
  if (!line || stretch.start < line.start + line.labelLength || stretch.end > line.end) return undefined
  return { ...stretch, text: edit.text }
}

/** A place between two characters stays between them. */
function carryPoint({ start }: TextEdit, checked: string, current: string): { start: number; end: number } | undefined {
  const before = start > 0 ? carryRange({ start: start - 1, end: start }, checked, current) : undefined
  if (before) return { start: before.end, end: before.end }
  const after = carryRange({ start, end: start + 1 }, checked, current)
  return after && { start: after.start, end: after.start }
}
