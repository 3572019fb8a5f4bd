import { describe, expect, test } from 'vitest'
import type { Block, OpaqueBlock } from '../../shared/report/schema.ts'
import { documentOf, editorWith, expectAct, h, item, leaf, line, p, pageBreak, table } from '../support/slate.ts'

const opaque: OpaqueBlock = { type: 'opaque', xml: '<w:sdt/>', label: '控件', children: [{ text: '' }] }

const backspace: { name: string; before: Block[]; after: Block[] }[] = [
  { name: 'deletes a character', before: [p('修路|')], after: [p('修|')] },
  {
    name: "at a heading's start makes it body text and keeps its section",
    before: [p('前'), { ...h(1, '|工作回顾'), section: 'review', label: '二、' }],
    after: [p('前'), { ...p('|工作回顾'), section: 'review' }],
  },
  {
    name: 'at the start of a run-in heading takes its font away too',
    before: [{ ...h(2, leaf('|修好路。', { lead: true }), '全年修路。'), runIn: true }],
    after: [p('|修好路。全年修路。')],
  },
  { name: "at a list item's start makes it body text", before: [item('dash', '|抓落实')], after: [p('|抓落实')] },
  { name: 'joins two paragraphs', before: [p('修路'), p('|种树')], after: [p('修路|种树')] },
  {
    name: 'behind an empty paragraph keeps the heading below',
    before: [p(''), h(1, '|目标')],
    after: [p(''), p('|目标')],
  },
  { name: 'removes a page break above', before: [p('前'), pageBreak(), p('|后')], after: [p('前'), p('|后')] },
  {
    name: 'goes into the table above instead of joining it',
    before: [table(['甲', '乙']), p('|后')],
    after: [table(['甲', '乙|']), p('后')],
  },
  {
    name: 'takes an empty paragraph between a table and more text away',
    before: [table(['甲', '乙']), p('|'), p('后')],
    after: [table(['甲', '乙|']), p('后')],
  },
  { name: "stops at a cell's start", before: [table(['甲', '|乙']), p('后')], after: [table(['甲', '|乙']), p('后')] },
  {
    name: 'stops at the start of the report',
    before: [line('title', '|政府工作报告')],
    after: [line('title', '|政府工作报告')],
  },
  {
    name: 'behind a template field removes it as a whole',
    before: [p('增长', leaf('〔增速〕|', { field: { indicator: '总产值', part: 'growth' } }), '以上')],
    after: [p('增长|以上')],
  },
]

test.each(backspace)('Backspace $name', ({ before, after }) =>
  expectAct(before, (editor) => editor.deleteBackward('character'), after),
)

const forward: { name: string; before: Block[]; after: Block[] }[] = [
  { name: 'deletes a character', before: [p('|修路')], after: [p('|路')] },
  { name: 'joins the next paragraph', before: [p('修路|'), p('种树')], after: [p('修路|种树')] },
  {
    name: 'draws a run-in heading in without its font',
    before: [p('前文|'), { ...h(2, leaf('修好路。', { lead: true }), '全年修路。'), runIn: true }],
    after: [p('前文|修好路。全年修路。')],
  },
  { name: 'removes a page break below', before: [p('前|'), pageBreak(), p('后')], after: [p('前|'), p('后')] },
  {
    name: 'stops before a table',
    before: [p('前|'), table(['甲']), p('后')],
    after: [p('前'), table(['|甲']), p('后')],
  },
  { name: "stops at a cell's end", before: [table(['甲|', '乙'])], after: [table(['甲|', '乙'])] },
]

test.each(forward)('Delete $name', ({ before, after }) =>
  expectAct(before, (editor) => editor.deleteForward('character'), after),
)

describe('an opaque block', () => {
  test('is selected by Backspace behind it, and goes with the next one', () => {
    const editor = editorWith(p('前'), opaque, p('|后'))
    editor.deleteBackward('character')
    expect(editor.selection?.anchor).toEqual({ path: [1, 0], offset: 0 })
    editor.deleteBackward('character')
    expect(documentOf(editor).map((block) => block.type)).toEqual(['paragraph', 'paragraph'])
  })
})

describe('deleting over cells', () => {
  test('empties them and keeps the table', () => {
    expectAct([table(['甲‹一', '乙'], ['丙', '丁›戊'])], (editor) => editor.deleteFragment(), [
      table(['甲|', ''], ['', '戊']),
    ])
  })

  test('from a paragraph into a table takes the words on both sides alone', () => {
    expectAct([p('前‹文'), p('中'), table(['甲', '乙›一']), p('后')], (editor) => editor.deleteFragment(), [
      p('前|'),
      table(['', '一']),
      p('后'),
    ])
  })

  test('a whole table between two paragraphs goes', () => {
    expectAct([p('前‹文'), table(['甲']), p('后›文')], (editor) => editor.deleteFragment(), [p('前|文')])
  })

  test('typing over cells writes into the first', () => {
    expectAct([table(['甲‹一', '乙›'])], (editor) => editor.insertText('新'), [table(['甲新|', ''])])
  })
})
