import { expect, test } from 'vitest'
import type { Block } from '../../shared/report/schema.ts'
import { documentOf, editorWith, expectAct, h, item, line, p, table } from '../support/slate.ts'

const cases: { name: string; before: Block[]; typed: string[]; after: Block[] }[] = [
  { name: '一、 makes a chapter', before: [p('|')], typed: ['一', '、'], after: [h(1, '|')] },
  { name: '一、 in one commit of an input method', before: [p('|')], typed: ['一、'], after: [h(1, '|')] },
  { name: 'with the title in the same commit', before: [p('|')], typed: ['三、工作安排'], after: [h(1, '工作安排|')] },
  {
    name: 'before words that stand there',
    before: [p('|工作安排')],
    typed: ['十二', '、'],
    after: [h(1, '|工作安排')],
  },
  { name: '（一） makes a section', before: [p('|')], typed: ['（', '一', '）'], after: [h(2, '|')] },
  { name: '(二) with half-width brackets too', before: [p('|')], typed: ['(二', ')'], after: [h(2, '|')] },
  { name: '1. waits for what follows', before: [p('|')], typed: ['1', '.'], after: [p('1.|')] },
  { name: '1. and a word makes a point', before: [p('|')], typed: ['1', '.', '修'], after: [h(3, '修|')] },
  { name: '1、 is taken as 1.', before: [p('|')], typed: ['1', '、', '修路'], after: [h(3, '修路|')] },
  { name: '1.5 is a decimal', before: [p('|')], typed: ['1', '.', '5', '亿元'], after: [p('1.5亿元|')] },
  { name: '（1） makes an item', before: [p('|')], typed: ['（1', '）'], after: [h(4, '|')] },
  { name: '① makes a list item', before: [p('|')], typed: ['①'], after: [item('circled', '|')] },
  { name: 'a heading changes its level', before: [h(1, '|修路')], typed: ['（二', '）'], after: [h(2, '|修路')] },
  { name: 'not in the middle of a line', before: [p('修路|')], typed: ['一、'], after: [p('修路一、|')] },
  { name: 'not where the number stood already', before: [p('一、|')], typed: ['修'], after: [p('一、修|')] },
  { name: 'not in the title', before: [line('title', '|')], typed: ['一、'], after: [line('title', '一、|')] },
  { name: 'not in a cell', before: [table(['|']), p('')], typed: ['一、'], after: [table(['一、|']), p('')] },
  { name: 'not for 一是', before: [p('|')], typed: ['一是'], after: [p('一是|')] },
]

test.each(cases)('$name', ({ before, typed, after }) =>
  expectAct(
    before,
    (editor) => {
      for (const text of typed) editor.insertText(text)
    },
    after,
  ),
)

test('undo gives the typed characters back, and typing on leaves them', async () => {
  const editor = editorWith(p('|'))
  editor.insertText('一')
  await Promise.resolve()
  editor.insertText('、')
  await Promise.resolve()
  expect(documentOf(editor)).toEqual([h(1, '|')])
  editor.undo()
  expect(documentOf(editor)).toEqual([p('一、|')])
  editor.insertText('修路')
  expect(documentOf(editor)).toEqual([p('一、修路|')])
})
