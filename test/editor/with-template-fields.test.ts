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

const blank = growth('□')

const ways: { name: string; before: Block[]; keys: string; after: Block[] }[] = [
  {
    name: 'a field that was filled leads to the next one, in this line and beyond it',
    before: [p('产值', growth('‹□›'), '亿元，增长', blank, '。'), h(1, '修路'), p('全年修路', blank, '公里。')],
    keys: '4872⇥8.6%⇥12',
    after: [p('产值4872亿元，增长8.6%。'), h(1, '修路'), p('全年修路12|公里。')],
  },
  {
    name: 'words typed behind the figure do not end the way',
    before: [p('产值', growth('‹□›')), p('增长', blank)],
    keys: '4872亿元，⇥8.6%',
    after: [p('产值4872亿元，'), p('增长8.6%|')],
  },
  {
    name: 'back to the one that was skipped',
    before: [p('产值', blank, '，增长', growth('‹□›'), '，达到', blank)],
    keys: '8.6%⇤48',
    after: [p('产值48|，增长8.6%，达到', blank)],
  },
  {
    name: 'the last one filled stays where it is',
    before: [p('产值', growth('‹□›'))],
    keys: '4872⇥亿元',
    after: [p('产值4872亿元|')],
  },
  {
    name: 'a caret before a field in its line takes that field',
    before: [p('全|年产值', blank, '，增长', blank)],
    keys: '⇥4872',
    after: [p('全年产值4872|，增长', blank)],
  },
  {
    name: 'in a line without fields Tab jumps nowhere',
    before: [p('全|年'), p('产值', blank)],
    keys: '⇥4872',
    after: [p('全4872|年'), p('产值', blank)],
  },
  {
    name: 'at the start of a heading Tab changes the level',
    before: [h(1, '|产值', blank)],
    keys: '⇥',
    after: [h(2, '|产值', blank)],
  },
]

test.each(ways)('$name', ({ before, keys, after }) =>
  expectAct(
    before,
    (editor) => {
      for (const key of keys) {
        if (key === '⇥' || key === '⇤') pressTab(editor, key === '⇤')
        else editor.insertText(key)
      }
    },
    after,
  ),
)
