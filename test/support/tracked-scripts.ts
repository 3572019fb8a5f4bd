import fc from 'fast-check'
import { Editor } from 'slate'
import { insertNote, insertPageBreak, insertTable } from '../../renderer/editor/commands/insert-blocks.ts'
import { moveSection } from '../../renderer/editor/commands/move-section.ts'
import { replaceHits } from '../../renderer/editor/commands/replace.ts'
import { setBlockType, setHeadingLevel } from '../../renderer/editor/commands/set-block-type.ts'
import { pressTab } from '../../renderer/editor/commands/tab.ts'
import { deleteRow, deleteTable, insertRow } from '../../renderer/editor/commands/table-commands.ts'
import { toggleMark } from '../../renderer/editor/commands/toggle-mark.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import type { Tracking } from '../../renderer/editor/tracking/tracking.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { finalLines, lengthOf, pointsAt } from './final-view.ts'
import { p } from './slate.ts'

type Act = (editor: ReportEditor) => void

/** Acts whose outcome does not depend on what kind of line the caret stands in. */
export const ofText: Record<string, Act> = {
  word: (editor) => editor.insertText('修路'),
  letter: (editor) => editor.insertText('甲'),
  enter: (editor) => editor.insertBreak(),
  backspace: (editor) => editor.deleteBackward('character'),
  delete: (editor) => editor.deleteForward('character'),
  deleteSelected: (editor) => editor.deleteFragment(),
  bold: (editor) => toggleMark(editor, 'bold'),
  note: (editor) => insertNote(editor, 'n9'),
  pageBreak: insertPageBreak,
  pasteLine: (editor) => editor.insertFragment([p('贴一段')]),
  pasteLines: (editor) => editor.insertFragment([p('贴一'), p('贴二'), p('贴三')]),
  table: (editor) => insertTable(editor, 2, 2),
  rowBelow: (editor) => insertRow(editor, 'below'),
  lessRow: deleteRow,
  replace(editor) {
    const at = plainText(editor.children as Block[]).text.indexOf('全镇')
    if (at >= 0) replaceHits(editor, [{ start: at, end: at + 2, replacement: '本镇' }] as never)
  },
}

export const ofAll: Record<string, Act> = {
  ...ofText,
  number: (editor) => editor.insertText('一、'),
  heading: (editor) => setHeadingLevel(editor, 1),
  body: (editor) => setBlockType(editor, { type: 'paragraph' }),
  list: (editor) => setBlockType(editor, { type: 'list-item', marker: 'ordinal' }),
  tab: (editor) => pressTab(editor, false),
  lessTable: deleteTable,
  moveFirst: (editor) => moveSection(editor, 0, 1, editor.children.length),
  moveLast: (editor) => moveSection(editor, editor.children.length - 1, editor.children.length, 0),
  pasteCopied: (editor) => {
    if (editor.selection) editor.insertFragment(editor.getFragment())
  },
}

export const authors = ['周书记', '林镇长']

export interface Step {
  act: string
  author: number
  minutes: number
  anchor: number
  focus: number | undefined
  side: number
}

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

export const stepsOf = (acts: Record<string, Act>) =>
  fc.array(
    fc.record({
      act: fc.constantFrom(...Object.keys(acts)),
      author: fc.nat({ max: authors.length - 1 }),
      minutes: fc.constantFrom(0, 0, 1, 30),
      anchor: share,
      focus: fc.option(share, { nil: undefined, freq: 2 }),
      side: share,
    }),
    { minLength: 1, maxLength: 14 },
  )

/** Selects places of the final text: the same in a report with revisions and in one without. */
function select(editor: ReportEditor, { anchor, focus, side }: Step): void {
  const lines = finalLines(editor.children as Block[])
  const places = lines.flatMap((line) => Array.from({ length: lengthOf(line) + 1 }, (_, offset) => ({ line, offset })))
  const at = (part: number) => {
    const { line, offset } = places[Math.floor(part * places.length)] as (typeof places)[number]
    const points = pointsAt(line, offset)
    return points[Math.floor(side * points.length)] ?? Editor.start(editor, [])
  }
  editor.select({ anchor: at(anchor), focus: at(focus ?? anchor) })
}

/** Does the steps, a minute or more apart, each by its author. */
export function runEdits(
  editor: ReportEditor,
  acts: Record<string, Act>,
  steps: readonly Step[],
  tracked: boolean,
): void {
  let minutes = 0
  let ids = 0
  for (const step of steps) {
    minutes += step.minutes
    const now = `2026-01-05T${String(8 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`
    const tracking: Tracking = { author: authors[step.author] ?? '', now: () => now, newId: () => `r${++ids}` }
    editor.tracking = tracked ? tracking : null
    select(editor, tracked ? step : { ...step, side: 0 })
    acts[step.act]?.(editor)
    if (editor.selection && !Editor.hasRange(editor, editor.selection))
      throw new Error(`no selection after ${step.act}`)
  }
}
