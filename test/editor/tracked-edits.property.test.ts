import fc from 'fast-check'
import { Editor, Node } from 'slate'
import { expect, test } from 'vitest'
import { insertNote, insertPageBreak, insertTable } from '../../renderer/editor/commands/insert-blocks.ts'
import { moveSection } from '../../renderer/editor/commands/move-section.ts'
import { replaceHits } from '../../renderer/editor/commands/replace.ts'
import { setBlockType, setHeadingLevel } from '../../renderer/editor/commands/set-block-type.ts'
import { pressTab } from '../../renderer/editor/commands/tab.ts'
import { deleteRow, deleteTable, insertRow } from '../../renderer/editor/commands/table-commands.ts'
import { toggleMark } from '../../renderer/editor/commands/toggle-mark.ts'
import { createReportEditor } from '../../renderer/editor/create-report-editor.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import type { Tracking } from '../../renderer/editor/tracking/tracking.ts'
import { isBody } from '../../shared/report/parse.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { sampleBody } from '../editor-page/sample-body.ts'
import { finalLines, lengthOf, pointsAt, wordsOf } from '../support/final-view.ts'
import { leaf, note, p, pageBreak, table } from '../support/slate.ts'

type Act = (editor: ReportEditor) => void

/** Acts whose outcome does not depend on what kind of line the caret stands in. */
const ofText: Record<string, Act> = {
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

const ofAll: Record<string, Act> = {
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

const authors = ['周书记', '林镇长']

interface Step {
  act: string
  author: number
  minutes: number
  anchor: number
  focus: number | undefined
  side: number
}

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

const stepsOf = (acts: Record<string, Act>) =>
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

function run(editor: ReportEditor, acts: Record<string, Act>, steps: readonly Step[], tracked: boolean): void {
  let minutes = 0
  let ids = 0
  for (const step of steps) {
    minutes += step.minutes
    const now = `2026-01-05T${String(8 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`
    const tracking: Tracking = { author: authors[step.author] ?? '', now: () => now, newId: () => `r${++ids}` }
    editor.tracking = tracked ? tracking : null
    select(editor, tracked ? step : { ...step, side: 0 })
    acts[step.act]?.(editor)
    if (editor.selection) expect(Editor.hasRange(editor, editor.selection)).toBe(true)
  }
}

const start: Block[] = [
  p('全镇经济', leaf('平稳', { bold: true }), '运行。'),
  p('新建水库三座', note('n1'), '，修路四公里。'),
  pageBreak(),
  p('下一页'),
  table(['项目', '数值'], ['产值', '八亿元']),
  p(''),
  p('结束。'),
]

/** Nothing pending is empty, none has lost its author, and the value is a body that no repair changes. */
function expectSound(editor: ReportEditor): void {
  const body = editor.children as Block[]
  expect(isBody(JSON.parse(JSON.stringify(body)))).toBe(true)
  for (const { kind, revision, text, path } of revisionsIn(body)) {
    expect(authors).toContain(revision.author)
    const node = Node.get(editor, path)
    if ((kind === 'ins' || kind === 'del' || kind === 'format') && 'text' in node) expect(text).not.toBe('')
  }
  const before = structuredClone(body)
  Editor.normalize(editor, { force: true })
  expect(editor.children).toEqual(before)
  const last = body.at(-1)
  expect(last && 'mark' in last ? last.mark : undefined, 'the last line has no pending end').toBeUndefined()
}

test(
  'what is written with 修订 and rejected was never written; accepted it is what is written without',
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(stepsOf(ofText), (steps) => {
        const tracked = createReportEditor(start)
        const plain = createReportEditor(start)
        run(tracked, ofText, steps, true)
        run(plain, ofText, steps, false)
        const body = tracked.children as Block[]
        expectSound(tracked)
        expect(wordsOf(decide(body, 'reject', 'all'))).toEqual(wordsOf(start))
        expect(wordsOf(decide(body, 'accept', 'all'))).toEqual(wordsOf(plain.children as Block[]))
      }),
      { numRuns: Number(process.env['RUNS'] ?? 400) },
    )
  },
)

test(
  'whatever is done with 修订: rejected it is the start, undone it is exactly the start, and redone the end',
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(stepsOf(ofAll), (steps) => {
        const editor = createReportEditor(sampleBody)
        const before = structuredClone(editor.children) as Block[]
        run(editor, ofAll, steps, true)
        expectSound(editor)
        const after = structuredClone(editor.children)
        expect(wordsOf(decide(after as Block[], 'reject', 'all'))).toEqual(wordsOf(before))
        expect(revisionsIn(decide(after as Block[], 'accept', 'all'))).toEqual([])
        while (editor.history.undos.length > 0) editor.undo()
        expect(editor.children).toEqual(before)
        while (editor.history.redos.length > 0) editor.redo()
        expect(editor.children).toEqual(after)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 200) },
    )
  },
)
