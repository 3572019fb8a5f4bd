import { expect, test } from 'vitest'
import type { Block } from '../../shared/report/schema.ts'
import { readCards } from '../../shared/revisions/cards.ts'
import { changesFigure } from '../../shared/revisions/changes-figure.ts'
import { lin, zhou } from '../support/revised.ts'
import { leaf, p } from '../support/slate.ts'

const gone = (text: string) => leaf(text, { del: zhou })
const come = (text: string) => leaf(text, { ins: zhou })
const side = (author: string, number: number) => ({
  ...zhou,
  id: `s${number}`,
  author,
  conflict: { name: 'c', sides: [number] },
})

test.each<[string, Block, boolean]>([
  ['digits that no indicator is known for', p('分别突破', gone('70'), come('82'), '和55亿元'), true],
  ['one digit of a number', p('8.', gone('6'), come('1'), '%'), true],
  ['a number among other words', p(gone('新修渠道3条'), come('新修水渠4条'), '。'), true],
  ['a number that comes', p('新建水库', come('3座'), '。'), true],
  ['a number that goes', p('新建水库', gone('3座'), '。'), true],
  ['another unit', p('70', gone('万元'), come('亿元')), true],
  ['per cent and points', p('提高', gone('5%'), come('5个百分点')), true],
  ['another qualifier', p(gone('突破70亿元'), come('接近70亿元')), true],
  ['Han numerals alone', p('修路', come('三'), '公里'), true],
  ['Han numerals with what they count', p(gone('三公里'), come('四公里')), true],
  ['a year', p(gone('2025年'), come('2026年')), true],
  ['words alone', p('加', gone('快'), come('强'), '建设'), false],
  ['words around the same number', p(gone('新修渠道3条'), come('新开渠道3条')), false],
  ['full width for half width', p(gone('７０亿元'), come('70亿元')), false],
  ['Han numerals that count nothing', p(come('千方百计'), '增收'), false],
  ['another format', p(leaf('70', { bold: true, fmt: { rev: zhou, prev: {} } })), false],
  [
    'a conflict about a number',
    p('修路', leaf('3公里', { ins: side('甲', 0) }), leaf('4公里', { ins: side('乙', 1) })),
    true,
  ],
  ['a conflict about words', p('加', leaf('快', { ins: side('甲', 0) }), leaf('强', { ins: side('乙', 1) })), false],
])('%s: %o → %s', (_, line, expected) => {
  const [card, ...others] = readCards([line])
  expect([card && changesFigure(card), others.length]).toEqual([expected, 0])
})

test('a number that moves stays the same', () => {
  const from = leaf('70亿元', { del: { ...lin, move: 'm' } })
  const to = leaf('70亿元', { ins: { ...lin, id: 'l2', move: 'm' } })
  expect(readCards([p('甲', from, '乙', to)]).map((card) => [card.kind, changesFigure(card)])).toEqual([
    ['move', false],
  ])
})
