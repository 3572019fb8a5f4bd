import { expect, test } from 'vitest'
import type { ReportEditor } from '../../renderer/editor/slate-types.ts'
import type { Block } from '../../shared/report/schema.ts'
import { documentOf, editorWith, expectAct, h, item, leaf, line, p, pageBreak, table } from '../support/slate.ts'

const enter = (editor: ReportEditor): void => editor.insertBreak()

const cases: { name: string; before: Block[]; act?: (editor: ReportEditor) => void; after: Block[] }[] = [
  { name: 'in body text it splits the paragraph', before: [p('修路|种树')], after: [p('修路'), p('|种树')] },
  {
    name: 'behind a heading comes body text',
    before: [{ ...h(1, '工作回顾|'), section: 'review' }, p('一年来')],
    after: [{ ...h(1, '工作回顾'), section: 'review' }, p('|'), p('一年来')],
  },
  {
    name: 'inside a heading it makes two headings, the printed number stays with the first',
    before: [{ ...h(2, '修路|架桥'), label: '（三）' }],
    after: [{ ...h(2, '修路'), label: '（三）' }, h(2, '|架桥')],
  },
  {
    name: 'at the start of a heading it makes room above it',
    before: [{ ...h(1, '|工作回顾'), section: 'review' }],
    after: [p(''), { ...h(1, '|工作回顾'), section: 'review' }],
  },
  { name: 'an empty heading becomes body text', before: [h(2, '|')], after: [p('|')] },
  {
    name: 'behind the title sentence of a run-in heading the text becomes body text',
    before: [{ ...h(2, leaf('修好路。|', { lead: true }), '全年修路18公里。'), runIn: true }],
    after: [{ ...h(2, leaf('修好路。', { lead: true })), runIn: true }, p('|全年修路18公里。')],
  },
  {
    name: 'in the text behind the title sentence the rest becomes body text',
    before: [{ ...h(2, leaf('修好路。', { lead: true }), '全年修路。|今年架桥。'), runIn: true }],
    after: [{ ...h(2, leaf('修好路。', { lead: true }), '全年修路。'), runIn: true }, p('|今年架桥。')],
  },
  {
    name: 'a list goes on',
    before: [item('ordinal', '抓落实|')],
    after: [item('ordinal', '抓落实'), item('ordinal', '|')],
  },
  {
    name: 'an empty list item ends the list',
    before: [item('ordinal', '抓落实'), item('ordinal', '|')],
    after: [item('ordinal', '抓落实'), p('|')],
  },
  {
    name: 'the title goes on with the meeting',
    before: [line('title', '政府工作报告|'), p('正文')],
    after: [line('title', '政府工作报告'), line('meeting', '|'), p('正文')],
  },
  {
    name: 'where the meeting stands below already, the title gets a second line',
    before: [line('title', '云溪镇|'), line('meeting', '——会上')],
    after: [line('title', '云溪镇'), line('title', '|'), line('meeting', '——会上')],
  },
  {
    name: 'an empty line of the title block becomes the next kind',
    before: [line('meeting', '|')],
    after: [line('speaker', '|')],
  },
  {
    name: 'behind the salutation comes body text',
    before: [line('salutation', '各位代表：|')],
    after: [line('salutation', '各位代表：'), p('|')],
  },
  {
    name: 'what opens a section stays with the first half',
    before: [{ ...p('目标是：|增长5%'), section: 'targets', state: 'draft', guidance: { hint: '写目标' } }],
    after: [{ ...p('目标是：'), section: 'targets', state: 'draft', guidance: { hint: '写目标' } }, p('|增长5%')],
  },
  {
    name: 'behind a template field the new paragraph holds no field',
    before: [p('增长', leaf('〔增速〕|', { field: { indicator: '总产值', part: 'growth' } }))],
    after: [p('增长', leaf('〔增速〕', { field: { indicator: '总产值', part: 'growth' } })), p('|')],
  },
  {
    name: 'over a selection it deletes first',
    before: [p('修‹路'), p('种›树')],
    after: [p('修'), p('|树')],
  },
]

test.each(cases)('Enter: $name', ({ before, act = enter, after }) => expectAct(before, act, after))

test('Enter in a cell starts a paragraph in the same cell', () => {
  const editor = editorWith(table(['甲|', '乙']), p('后'))
  editor.insertBreak()
  const [first] = documentOf(editor)
  expect(first).toMatchObject({
    type: 'table',
    children: [{ children: [{ children: [p('甲'), p('|')] }, { children: [p('乙')] }] }],
  })
})

test('Enter on a page break starts a paragraph below it', () => {
  const editor = editorWith(pageBreak(), p('后'))
  editor.select({ path: [0, 0], offset: 0 })
  editor.insertBreak()
  expect(documentOf(editor)).toEqual([pageBreak(), p('|'), p('后')])
})

test('Shift+Enter is Enter', () =>
  expectAct([h(1, '目标|')], (editor) => editor.insertSoftBreak(), [h(1, '目标'), p('|')]))
