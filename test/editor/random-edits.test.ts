import fc from 'fast-check'
import { Editor, Node } from 'slate'
import { expect, test } from 'vitest'
import { insertNote, insertPageBreak, insertTable } from '../../renderer/editor/commands/insert-blocks.ts'
import { moveSection, moveSectionAtCaret } from '../../renderer/editor/commands/move-section.ts'
import { setBlockType, setHeadingLevel } from '../../renderer/editor/commands/set-block-type.ts'
import { pressTab } from '../../renderer/editor/commands/tab.ts'
import { deleteColumn, deleteRow, insertColumn, insertRow } from '../../renderer/editor/commands/table-commands.ts'
import { toggleMark } from '../../renderer/editor/commands/toggle-mark.ts'
import { createReportEditor } from '../../renderer/editor/create-report-editor.ts'
import { offsetOf, pointAt } from '../../renderer/editor/offsets.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { sampleBody } from '../editor-page/sample-body.ts'
import { expectSound } from '../support/slate.ts'

type Act = (editor: ReportEditor) => void

const insert =
  (text: string): Act =>
  (editor) =>
    editor.insertText(text)

const acts: Record<string, Act> = {
  word: insert('修路'),
  number: insert('一、'),
  subnumber: insert('（二）'),
  enter: (editor) => editor.insertBreak(),
  backspace: (editor) => editor.deleteBackward('character'),
  delete: (editor) => editor.deleteForward('character'),
  deleteSelected: (editor) => editor.deleteFragment(),
  heading: (editor) => setHeadingLevel(editor, 1),
  body: (editor) => setBlockType(editor, { type: 'paragraph' }),
  list: (editor) => setBlockType(editor, { type: 'list-item', marker: 'ordinal' }),
  bold: (editor) => toggleMark(editor, 'bold'),
  tab: (editor) => pressTab(editor, false),
  backTab: (editor) => pressTab(editor, true),
  table: (editor) => insertTable(editor, 2, 2),
  pageBreak: insertPageBreak,
  note: (editor) => insertNote(editor, 'n9'),
  rowBelow: (editor) => insertRow(editor, 'below'),
  columnRight: (editor) => insertColumn(editor, 'right'),
  lessRow: deleteRow,
  lessColumn: deleteColumn,
  sectionUp: (editor) => void moveSectionAtCaret(editor, 'up'),
  moveSome: (editor) => moveSection(editor, 0, 1, editor.children.length),
  pasteCopied: (editor) => {
    if (editor.selection) editor.insertFragment(editor.getFragment())
  },
}

const step = fc.record({
  act: fc.constantFrom(...Object.keys(acts)),
  anchor: fc.double({ min: 0, max: 1, noNaN: true }),
  focus: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined, freq: 3 }),
})

/** A place chosen as a share of all characters of the value, voids included. */
function pointAtShare(editor: ReportEditor, share: number) {
  const texts = [...Node.texts(editor)]
  const total = texts.reduce((sum, [text]) => sum + text.text.length + 1, 0)
  let rest = Math.floor(share * (total - 1))
  for (const [text, path] of texts) {
    if (rest <= text.text.length) return { path, offset: rest }
    rest -= text.text.length + 1
  }
  return Editor.end(editor, [])
}

const small: Block[] = sampleBody.map((block) => structuredClone(block))

// 150 runs take two seconds alone and ten on a loaded computer.
test('whatever is done, the value is a report, and undo and redo are exact', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const editor = createReportEditor(small)
      const start = structuredClone(editor.children)
      for (const { act, anchor, focus } of steps) {
        const at = pointAtShare(editor, anchor)
        editor.select({ anchor: at, focus: focus === undefined ? at : pointAtShare(editor, focus) })
        acts[act]?.(editor)
        expect(editor.selection === null || Editor.hasRange(editor, editor.selection)).toBe(true)
      }
      expectSound(editor)
      const end = structuredClone(editor.children)
      while (editor.history.undos.length > 0) editor.undo()
      expect(editor.children).toEqual(start)
      while (editor.history.redos.length > 0) editor.redo()
      expect(editor.children).toEqual(end)
    }),
    { numRuns: 150 },
  )
})

test('every place of the plain text is a place of the value and back', () => {
  const editor = createReportEditor(small)
  const plain = plainText(editor.children as Block[])
  for (const line of plain.lines) {
    for (let offset = line.start; offset <= line.end; offset++) {
      const point = pointAt(editor.children, plain, offset)
      if (line.type === 'opaque') continue
      expect(point && Editor.hasPath(editor, point.path), `${offset}`).toBe(true)
      const back = point && offsetOf(editor.children, plain, point)
      expect(back).toBe(Math.max(offset, line.start + line.labelLength))
    }
  }
})
