import { expect, test } from 'vitest'
import { pressTab } from '../../renderer/editor/commands/tab.ts'
import type { Block, TemplateField } from '../../shared/report/schema.ts'
import { documentOf, editorWith, expectAct, h, leaf, p } from '../support/slate.ts'

const field: TemplateField = { indicator: '总产值', part: 'growth' }
const growth = (text: string) => leaf(text, { field })

const cases: { name: string; before: Block[]; typed: string; after: Block[] }[] = [
  {
    name: 'a selected field is replaced by ordinary text',
    before: [p('增长', growth('‹〔增速〕›'), '以上')],
    typed: '6.5%',
    after: [p('增长6.5%|以上')],
  },
  { name: 'alone in its line too', before: [p(growth('‹〔增速〕›'))], typed: '6', after: [p('6|')] },
  {
    name: 'with the caret inside too',
    before: [p('增长', growth('〔增|速〕'), '以上')],
    typed: '6.5%',
    after: [p('增长6.5%|以上')],
  },
  {
    name: 'with a part of it selected too',
    before: [p('增长', growth('〔‹增›速〕'), '以上')],
    typed: '6.5%',
    after: [p('增长6.5%|以上')],
  },
  {
    name: 'typing behind a field does not belong to it',
    before: [p('增长', growth('〔增速〕|'))],
    typed: '以上',
    after: [p('增长', growth('〔增速〕'), '以上|')],
  },
  {
    name: 'typing before a field at the start of a line does not belong to it',
    before: [p(growth('|〔增速〕'), '以上')],
    typed: '增长',
    after: [p('增长|', growth('〔增速〕'), '以上')],
  },
  {
    name: 'typing behind a bound figure is not bound',
    before: [p(leaf('2.15亿元|', { indicator: '总产值' }))],
    typed: '，增长',
    after: [p(leaf('2.15亿元', { indicator: '总产值' }), '，增长|')],
  },
  {
    name: 'a bound figure that is corrected stays bound',
    before: [p(leaf('2.|15亿元', { indicator: '总产值' }))],
    typed: '3',
    after: [p(leaf('2.3|15亿元', { indicator: '总产值' }))],
  },
  {
    name: 'typing behind a title sentence is body text',
    before: [{ ...h(2, leaf('修好路。|', { lead: true })), runIn: true }],
    typed: '全年修路',
    after: [{ ...h(2, leaf('修好路。', { lead: true }), '全年修路|'), runIn: true }],
  },
  {
    name: 'typing in a title sentence belongs to it, bold stays bold',
    before: [{ ...h(2, leaf('修|路。', { lead: true })), runIn: true }],
    typed: '好',
    after: [{ ...h(2, leaf('修好|路。', { lead: true })), runIn: true }],
  },
]

test.each(cases)('$name', ({ before, typed, after }) => expectAct(before, (editor) => editor.insertText(typed), after))

test('Tab goes from field to field', () => {
  const editor = editorWith(p('增长', growth('‹〔增速〕›'), '以上'), p('达到', growth('〔数值〕')))
  pressTab(editor, false)
  expect(documentOf(editor)).toEqual([p('增长', growth('〔增速〕'), '以上'), p('达到', growth('‹〔数值〕›'))])
  pressTab(editor, true)
  expect(documentOf(editor)[0]).toEqual(p('增长', growth('‹〔增速〕›'), '以上'))
})
