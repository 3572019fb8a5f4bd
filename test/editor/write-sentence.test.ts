import { expect, test } from 'vitest'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import { writeSentence } from '../../renderer/editor/commands/write-sentence.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { editorWith, h, leaf, p, table } from '../support/slate.ts'

const textOf = (editor: ReturnType<typeof editorWith>): string => plainText(bodyOf(editor)).text
const written = '建成□座，目前□。'

test.each([
  ['in a paragraph: at its end', [p('前|文。'), p('后文。')], `前文。${written}\n后文。\n`],
  ['in a heading: in the paragraph below', [h(1, '回|顾'), p('前文。')], `一、回顾\n前文。${written}\n`],
  [
    'in a heading that is followed by another: below it',
    [h(1, '回|顾'), h(2, '综合'), p('前文。')],
    `一、回顾\n（一）综合\n前文。${written}\n`,
  ],
  [
    'in a heading with its text in one line: at its end',
    [{ ...h(2, leaf('综合。', { lead: true }), '前|文。'), runIn: true as const }, p('后文。')],
    `前文。${written}\n`,
  ],
  ['before a table: in the paragraph behind it', [h(1, '附|表'), table(['甲', '乙']), p('注。')], `注。${written}`],
  ['in a heading before a table: at the end of the report', [h(1, '附|表'), table(['甲', '乙'])], written],
])('%s', (_where, blocks, expected) => {
  const editor = editorWith(...blocks)
  const before = textOf(editor)
  writeSentence(editor, written, editor.selection?.anchor.path[0])
  expect(textOf(editor)).toContain(expected)
  expect(editor.selection && editor.string(editor.selection)).toBe('□')
  editor.undo()
  expect(textOf(editor)).toBe(before)
})

test('without a caret: at the end of the block that is named', () => {
  const editor = editorWith(p('前文。'), p('后文。'))
  editor.deselect()
  writeSentence(editor, '目前良好。', 0)
  expect(textOf(editor)).toBe('前文。目前良好。\n后文。\n')
})

test('of two □ before it none is taken for its own', () => {
  const editor = editorWith(p(leaf('□', { field: { indicator: '', part: 'text' } }), '公里|。'))
  writeSentence(editor, '目前□。', 0)
  expect(editor.selection?.anchor.path).not.toEqual([0, 0])
  expect(textOf(editor)).toBe('□公里。目前□。\n')
})
