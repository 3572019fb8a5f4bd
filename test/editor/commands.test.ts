import { describe, expect, test } from 'vitest'
import { applyRepair } from '../../renderer/editor/commands/apply-repair.ts'
import { lineBeyondCell } from '../../renderer/editor/commands/cell-arrows.ts'
import { insertNote, insertPageBreak, insertTable } from '../../renderer/editor/commands/insert-blocks.ts'
import { moveSection, moveSectionAtCaret } from '../../renderer/editor/commands/move-section.ts'
import { setBlockType, setHeadingLevel } from '../../renderer/editor/commands/set-block-type.ts'
import { setSectionState } from '../../renderer/editor/commands/set-section.ts'
import { pressTab } from '../../renderer/editor/commands/tab.ts'
import { deleteColumn, deleteRow, insertColumn, insertRow } from '../../renderer/editor/commands/table-commands.ts'
import { toggleBold } from '../../renderer/editor/commands/toggle-mark.ts'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import { numberBlocks } from '../../shared/report/numbering.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import {
  documentOf,
  editorWith,
  expectAct,
  expectSound,
  h,
  item,
  leaf,
  line,
  note,
  p,
  pageBreak,
  table,
} from '../support/slate.ts'

const cases: { name: string; before: Block[]; act: (editor: ReportEditor) => void; after: Block[] }[] = [
  {
    name: 'a heading of all lines of the selection',
    before: [p('修‹路'), item('dash', '种›树')],
    act: (editor) => setHeadingLevel(editor, 2),
    after: [h(2, '修‹路'), h(2, '种›树')],
  },
  {
    name: 'the same level again gives body text back',
    before: [{ ...h(2, '修|路'), label: '（九）' }],
    act: (editor) => setHeadingLevel(editor, 2),
    after: [p('修|路')],
  },
  {
    name: 'a changed level forgets the printed number and keeps the section',
    before: [{ ...h(2, '修|路'), label: '（九）', section: 'review' }],
    act: (editor) => setHeadingLevel(editor, 1),
    after: [{ ...h(1, '修|路'), section: 'review' }],
  },
  {
    name: 'a title from a paragraph',
    before: [p('政府|工作报告')],
    act: (editor) => setBlockType(editor, { type: 'title' }),
    after: [line('title', '政府|工作报告')],
  },
  {
    name: 'a cell stays a cell',
    before: [table(['甲|']), p('')],
    act: (editor) => setHeadingLevel(editor, 1),
    after: [table(['甲|']), p('')],
  },
  {
    name: 'bold on the selection alone',
    before: [p('修‹路›种树')],
    act: toggleBold,
    after: [p('修', leaf('‹路›', { bold: true }), '种树')],
  },
  {
    name: 'bold off again',
    before: [p('修', leaf('‹路›', { bold: true }))],
    act: toggleBold,
    after: [p('修‹路›')],
  },
  {
    name: "Tab at a heading's start goes one level down",
    before: [{ ...h(1, '|修路'), label: '七、' }],
    act: (editor) => pressTab(editor, false),
    after: [h(2, '|修路')],
  },
  {
    name: 'Shift+Tab goes up',
    before: [h(3, '|修路')],
    act: (editor) => pressTab(editor, true),
    after: [h(2, '|修路')],
  },
  {
    name: 'level 4 is the deepest',
    before: [h(4, '|修')],
    act: (editor) => pressTab(editor, false),
    after: [h(4, '|修')],
  },
  {
    name: 'Tab in a heading does nothing',
    before: [h(1, '修|路')],
    act: (editor) => pressTab(editor, false),
    after: [h(1, '修|路')],
  },
  {
    name: 'Tab in a table goes to the next cell',
    before: [table(['甲|', '乙'])],
    act: (editor) => pressTab(editor, false),
    after: [table(['甲', '‹乙›'])],
  },
  {
    name: 'Tab in the last cell adds a row',
    before: [table(['甲', '乙|'])],
    act: (editor) => pressTab(editor, false),
    after: [table(['甲', '乙'], ['|', ''])],
  },
  {
    name: 'a page break divides the paragraph',
    before: [p('前|后')],
    act: insertPageBreak,
    after: [p('前'), pageBreak(), p('|后')],
  },
  {
    name: 'a page break at the start of a heading moves the heading',
    before: [p('前'), h(1, '|后')],
    act: insertPageBreak,
    after: [p('前'), pageBreak(), h(1, '|后')],
  },
  {
    name: 'a page break at the end of the report leaves a line to write in',
    before: [p('前|')],
    act: insertPageBreak,
    after: [p('前'), pageBreak(), p('|')],
  },
  {
    name: 'a note at the caret, typing goes on behind it',
    before: [p('前|后')],
    act: (editor) => {
      insertNote(editor, 'n1')
      editor.insertText('，')
    },
    after: [p('前', note('n1'), '，|后')],
  },
  {
    name: 'a row below',
    before: [table(['甲|', '乙'])],
    act: (editor) => insertRow(editor, 'below'),
    after: [table(['甲', '乙'], ['|', ''])],
  },
  {
    name: 'a column to the left',
    before: [table(['甲|', '乙'])],
    act: (editor) => insertColumn(editor, 'left'),
    after: [table(['', '甲|', '乙'])],
  },
  { name: 'a row less', before: [table(['甲|'], ['乙'])], act: deleteRow, after: [table(['|乙'])] },
  {
    name: 'a column less',
    before: [table(['甲', '乙|'], ['丙', '丁'])],
    act: deleteColumn,
    after: [table(['甲|'], ['丙'])],
  },
  {
    name: 'the last column takes the table with it',
    before: [p('前'), table(['甲|'])],
    act: deleteColumn,
    after: [p('前|')],
  },
  {
    name: 'the state of a section',
    before: [h(1, '回顾|')],
    act: (editor) => setSectionState(editor, 0, 'final'),
    after: [{ ...h(1, '回顾|'), state: 'final' }],
  },
]

test.each(cases)('$name', ({ before, act, after }) => expectAct(before, act, after))

test('a new table has its heading row, full width and a line behind it', () => {
  const editor = editorWith(p('前|'))
  insertTable(editor, 3, 4)
  const [, made, behind] = bodyOf(editor)
  expect(made).toMatchObject({ type: 'table', children: [{ header: true }, {}, {}] })
  expect(made?.type === 'table' && made.columns?.reduce((sum, width) => sum + width, 0)).toBe(8844)
  expect(behind).toEqual(p(''))
  expectSound(editor)
})

describe('sections', () => {
  const report = (): Block[] => [h(1, '回顾'), h(2, '甲'), p('甲文'), h(2, '乙'), p('乙文'), h(1, '安排'), p('安排文')]
  const texts = (editor: ReportEditor): string => plainText(bodyOf(editor)).text.trim().replaceAll('\n', ' ')

  test('a section moves with everything in it, and the numbers follow', () => {
    const editor = editorWith(...report())
    moveSection(editor, 3, 5, 1)
    expect(texts(editor)).toBe('一、回顾 （一）乙 乙文 （二）甲 甲文 二、安排 安排文')
    moveSection(editor, 0, 5, 7)
    expect(texts(editor)).toBe('一、安排 安排文 二、回顾 （一）乙 乙文 （二）甲 甲文')
    editor.undo()
    editor.undo()
    expect(editor.children).toEqual(report())
  })

  test('into itself it does not move', () => {
    const editor = editorWith(...report())
    moveSection(editor, 0, 5, 3)
    expect(editor.children).toEqual(report())
  })

  test('by key it changes places with its neighbour and stops at the edge', () => {
    const editor = editorWith(...report())
    editor.select({ path: [4, 0], offset: 1 })
    expect(moveSectionAtCaret(editor, 'up')).toBe(true)
    expect(texts(editor)).toBe('一、回顾 （一）乙 乙文 （二）甲 甲文 二、安排 安排文')
    expect(editor.selection?.anchor).toEqual({ path: [2, 0], offset: 1 })
    expect(moveSectionAtCaret(editor, 'up')).toBe(false)
  })

  test('printed numbers that were imported give way to the new order', () => {
    const editor = editorWith({ ...h(1, '甲'), label: '一、' }, { ...h(1, '乙'), label: '三、' })
    moveSection(editor, 1, 2, 0)
    expect(numberBlocks(bodyOf(editor))).toEqual(['一、', '二、'])
  })
})

test.each([
  { name: 'down a column', from: [1, 0, 1, 0], direction: 'down', to: [1, 1, 1, 0] },
  { name: 'up a column', from: [1, 1, 0, 0], direction: 'up', to: [1, 0, 0, 0] },
  { name: 'out of the last row', from: [1, 1, 1, 0], direction: 'down', to: [2] },
  { name: 'out of the first row', from: [1, 0, 1, 0], direction: 'up', to: [0] },
] as const)('an arrow goes $name', ({ from, direction, to }) => {
  const editor = editorWith(p('前'), table(['甲', '乙'], ['丙', '丁']), p('后'))
  expect(lineBeyondCell(editor, [...from], direction)).toEqual(to)
})

describe('repairs', () => {
  const body = (): Block[] => [h(1, '回顾'), p('增长', leaf('8.6%', { bold: true }), '，实施36个。'), p('末')]
  const stretch = (editor: ReportEditor, words: string) => {
    const plain = plainText(bodyOf(editor))
    const start = plain.text.indexOf(words)
    return { plain, edit: { start, end: start + words.length } }
  }

  test('all edits are one step, and the new words look like the old ones', () => {
    const editor = editorWith(...body())
    const { plain, edit } = stretch(editor, '8.6%')
    const second = stretch(editor, '36').edit
    expect(
      applyRepair(editor, plain, [
        { ...edit, text: '12.1%' },
        { ...second, text: '35' },
      ]),
    ).toBe(true)
    expect(documentOf(editor)[1]).toEqual(p('增长', leaf('12.1%', { bold: true }), '，实施35个。'))
    editor.undo()
    expect(editor.children).toEqual(body())
  })

  test("across formats it takes the first one's and leaves the rest alone", () => {
    const editor = editorWith(...body())
    const { plain, edit } = stretch(editor, '长8.6%，')
    expect(applyRepair(editor, plain, [{ ...edit, text: '幅为九' }])).toBe(true)
    expect(documentOf(editor)[1]).toEqual(p('增幅为九实施36个。'))
    expectSound(editor)
  })

  test('deleting and inserting', () => {
    const editor = editorWith(...body())
    const { plain, edit } = stretch(editor, '，实施36个')
    expect(applyRepair(editor, plain, [{ ...edit, text: '' }])).toBe(true)
    const at = stretch(editor, '末')
    expect(applyRepair(editor, at.plain, [{ start: at.edit.end, end: at.edit.end, text: '尾' }])).toBe(true)
    expect(plainText(bodyOf(editor)).text).toBe('一、回顾\n增长8.6%。\n末尾\n')
  })

  test('after typing elsewhere the words are found again', () => {
    const editor = editorWith(...body())
    const { plain, edit } = stretch(editor, '8.6%')
    editor.select({ path: [0, 0], offset: 2 })
    editor.insertText('与成绩')
    expect(applyRepair(editor, plain, [{ ...edit, text: '12.1%' }])).toBe(true)
    expect(plainText(bodyOf(editor)).text).toContain('增长12.1%，')
  })

  test('words that have changed since are left alone', () => {
    const editor = editorWith(...body())
    const { plain, edit } = stretch(editor, '8.6%')
    editor.select({ path: [1, 1], offset: 1 })
    editor.insertText('0')
    expect(applyRepair(editor, plain, [{ ...edit, text: '12.1%' }])).toBe(false)
    expect(plainText(bodyOf(editor)).text).toContain('增长80.6%，')
  })

  test('a wrong number gives way to the counted one, and one undo brings it back', () => {
    const before = [h(2, '种树'), { ...h(2, '修路'), label: '（一）' }, { ...h(2, '办好学校'), label: '（三）' }]
    const editor = editorWith(...before)
    const { plain, edit } = stretch(editor, '（一）修')
    expect(applyRepair(editor, plain, [{ start: edit.start + 1, end: edit.start + 2, text: '二' }])).toBe(true)
    expect(editor.children).toEqual([before[0], h(2, '修路'), before[2]])
    editor.undo()
    expect(editor.children).toEqual(before)
  })

  test('a number that differs from the counted one is kept as it was asked for, beside words of other lines', () => {
    const editor = editorWith({ ...h(3, '修路'), label: '8.' }, p('通车。'), {
      ...item('decimal', '种树'),
      label: '3、',
    })
    const { plain } = stretch(editor, '修')
    const edits = [
      { start: 0, end: 1, text: '10' },
      { start: plain.text.indexOf('通车'), end: plain.text.indexOf('。'), text: '竣工' },
      { start: plain.text.indexOf('3、'), end: plain.text.indexOf('、'), text: '2' },
    ]
    expect(applyRepair(editor, plain, edits)).toBe(true)
    expect(plainText(bodyOf(editor)).text).toBe('10.修路\n竣工。\n2、种树\n')
    expectSound(editor)
    editor.undo()
    expect(plainText(bodyOf(editor)).text).toBe(plain.text)
  })

  test('half a printed number and half a word is refused', () => {
    const editor = editorWith(...body())
    expect(applyRepair(editor, plainText(bodyOf(editor)), [{ start: 1, end: 3, text: '、' }])).toBe(false)
    expect(editor.children).toEqual(body())
  })
})
