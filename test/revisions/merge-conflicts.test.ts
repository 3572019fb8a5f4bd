import { describe, expect, test } from 'vitest'
import { readCards } from '../../shared/revisions/cards.ts'
import { settleConflict } from '../../shared/revisions/conflicts.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { lines, plain, merge, wang, li, zhao } from '../support/merged-copies.ts'

describe('a conflict is one card with the sides beside each other', () => {
  const rows: [name: string, base: string, copies: [string, string][], sides: [string, string][]][] = [
    [
      'two figures',
      '全镇栽植黄桃3480亩。',
      [
        [wang, '全镇栽植黄桃3840亩。'],
        [li, '全镇栽植黄桃3600亩。'],
        [zhao, '全镇栽植黄桃3840亩。'],
      ],
      [
        ['王书记、赵主任', '3840亩'],
        ['李镇长', '3600亩'],
      ],
    ],
    [
      'a sentence that one deletes and another changes',
      '新修渠道三条。整治塘坝5座。办好实事。',
      [
        [wang, '新修渠道三条。办好实事。'],
        [li, '新修渠道三条。整治塘坝6座。办好实事。'],
      ],
      [
        ['王书记', ''],
        ['李镇长', '整治塘坝6座。'],
      ],
    ],
    [
      'words that one replaces and another takes away',
      '大力整治各类塘坝，办好实事。',
      [
        [wang, '大力整治各类山塘，办好实事。'],
        [li, '大力整治，办好实事。'],
      ],
      [
        ['王书记', '各类山塘'],
        ['李镇长', ''],
      ],
    ],
  ]
  test.each(rows)('%s', (_, base, copies, expected) => {
    const before = lines(base)
    const { report } = merge(
      before,
      copies.map(([name, text]) => plain(name, lines(text))),
    )
    const cards = readCards(report.body).filter(({ kind }) => kind === 'conflict')
    expect(cards).toHaveLength(1)
    const sides = cards[0]?.sides ?? []
    expect(sides.map(({ authors, text }) => [authors.join('、'), text])).toEqual(expected)
    for (const { authors, side } of sides) {
      const settled = settleConflict(report.body, sides, side)
      const theirs = copies.find(([name]) => name === authors[0])?.[1] ?? ''
      expect(settled, `采用${authors.join('、')}`).toEqual(lines(theirs))
    }
    expect(revisionsIn(settleConflict(report.body, sides, 'all'))).toEqual([])
  })

  test('what is left of it once one side was decided is an ordinary change', () => {
    const copies = [plain(wang, lines('栽植黄桃3840亩。')), plain(li, lines('栽植黄桃3600亩。'))]
    const { report } = merge(lines('栽植黄桃3480亩。'), copies)
    const [card] = readCards(report.body)
    const left = readCards(decide(report.body, 'reject', new Set(card?.sides?.[0]?.ids)))
    expect(left.map(({ kind, authors, new: added }) => [kind, authors, added])).toEqual([['insert', [li], '3600亩']])
  })

  test('the same change of two is one card with both names', () => {
    const copies = [wang, li].map((name) => plain(name, lines('栽植黄桃3840亩。')))
    const cards = readCards(merge(lines('栽植黄桃3480亩。'), copies).report.body)
    expect(cards.map(({ kind, authors, old, new: added }) => [kind, authors, old, added])).toEqual([
      ['replace', [wang, li], '3480亩', '3840亩'],
    ])
  })
})
