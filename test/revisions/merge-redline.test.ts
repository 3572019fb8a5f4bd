import { describe, expect, test } from 'vitest'
import { decide } from '../../shared/revisions/decide.ts'
import { lines, plain, marked, merge, redline, wang, li, zhao } from '../support/merged-copies.ts'

describe('one redline of several copies', () => {
  const rows: [name: string, base: string, copies: [string, string][], expected: string][] = [
    [
      'changes at different places stand beside each other',
      '全镇栽植黄桃3480亩，户均增收2600元。',
      [
        [wang, '全镇栽植黄桃3840亩，户均增收2600元。'],
        [li, '全镇栽植黄桃3480亩，户均增收2800元。'],
      ],
      '全镇栽植黄桃[-王：3480亩-][+王：3840亩+]，户均增收[-李：2600元-][+李：2800元+]。',
    ],
    [
      'the same change of two is one with both names',
      '全镇栽植黄桃3480亩。',
      [
        [wang, '全镇栽植黄桃3840亩。'],
        [li, '全镇栽植黄桃3840亩。'],
      ],
      '全镇栽植黄桃[-王李：3480亩-][+王李：3840亩+]。',
    ],
    [
      'two figures for one are a conflict, and none is lost',
      '全镇栽植黄桃3480亩。',
      [
        [wang, '全镇栽植黄桃3840亩。'],
        [li, '全镇栽植黄桃3600亩。'],
      ],
      '全镇栽植黄桃[-!王李：3480亩-][+!王：3840亩+][+!李：3600亩+]。',
    ],
    [
      'two that agree stand against the third',
      '全镇栽植黄桃3480亩。',
      [
        [wang, '全镇栽植黄桃3840亩。'],
        [li, '全镇栽植黄桃3600亩。'],
        [zhao, '全镇栽植黄桃3840亩。'],
      ],
      '全镇栽植黄桃[-!王李赵：3480亩-][+!王赵：3840亩+][+!李：3600亩+]。',
    ],
    [
      'deletions of different length are no conflict: the shared words name both',
      '一要抓好春耕生产，二要抓好森林防火，三要抓好汛前检查。',
      [
        [wang, '一要抓好春耕生产，三要抓好汛前检查。'],
        [li, '一要抓好春耕生产。'],
      ],
      '一要抓好春耕生产[-李：，-][-王李：二要抓好森林防火，-][-李：三要抓好汛前检查-]。',
    ],
    [
      'a figure that one changes in a sentence that another deletes',
      '新修渠道三条。整治塘坝5座。办好实事。',
      [
        [wang, '新修渠道三条。办好实事。'],
        [li, '新修渠道三条。整治塘坝6座。办好实事。'],
      ],
      '新修渠道三条。[-!王：整治塘坝-][-!王李：5座-][+!李：6座+][-!王：。-]办好实事。',
    ],
    [
      'insertions at one place follow each other in the order of the files',
      '新修渠道三条，办好实事。',
      [
        [wang, '新修渠道三条，新打机井两眼，办好实事。'],
        [li, '新修渠道三条，整治塘坝五座，办好实事。'],
      ],
      '新修渠道三条，[+王：新打机井两眼，+][+李：整治塘坝五座，+]办好实事。',
    ],
    [
      'a paragraph of one and a split of another',
      '前一句话。后一句话。\n结尾一段。',
      [
        [wang, '前一句话。\n后一句话。\n结尾一段。'],
        [li, '前一句话。后一句话。\n新增的一段。\n结尾一段。'],
      ],
      '前一句话。[+王：¶+]\n后一句话。\n[+李：新增的一段。+][+李：¶+]\n结尾一段。',
    ],
    [
      'words that one deletes and in which another writes',
      '新修水泥渠道三条。',
      [
        [wang, '新修三条。'],
        [li, '新修水泥大渠道三条。'],
      ],
      '新修[-!王：水泥-][+!李：大+][-!王：渠道-]三条。',
    ],
    [
      'what replaces stands before what is added behind, whoever comes first',
      '全面维修渠道。',
      [
        [li, '全面维修渠道和山塘。'],
        [wang, '全面维修水闸。'],
      ],
      '全面维修[-王：渠道-][+王：水闸+][+李：和山塘+]。',
    ],
    [
      'a copy without a change leaves no trace',
      '全镇栽植黄桃3480亩。',
      [
        [wang, '全镇栽植黄桃3480亩。'],
        [li, '全镇栽植黄桃3600亩。'],
      ],
      '全镇栽植黄桃[-李：3480亩-][+李：3600亩+]。',
    ],
  ]
  test.each(rows)('%s', (_, base, copies, expected) => {
    const before = lines(base)
    const unmarked = merge(
      before,
      copies.map(([name, text]) => plain(name, lines(text))),
    )
    expect(redline(unmarked.report.body)).toBe(expected)
    const tracked = merge(
      before,
      copies.map(([name, text]) => marked(name, before, lines(text))),
    )
    expect(redline(tracked.report.body), 'with marks').toBe(expected)
    expect(decide(tracked.report.body, 'reject', 'all')).toEqual(before)
  })
})
