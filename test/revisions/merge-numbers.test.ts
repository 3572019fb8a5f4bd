import { describe, expect, test } from 'vitest'
import { plainText } from '../../shared/report/plain-text.ts'
import { tidyInlines } from '../../shared/report/inlines.ts'
import type { Block, Inline, Revision } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import type { ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'
import { paragraph } from '../support/blocks.ts'
import { lines, plain, merge, redline, wang, li } from '../support/merged-copies.ts'

describe('numbers that several people change', () => {
  test('a change of one digit excludes that of another digit of the same number', () => {
    const base = lines('全镇栽植黄桃3480亩。')
    const withMark = (at: number, digit: string, by: Revision): Block[] => [
      paragraph([
        { text: '全镇栽植黄桃3480亩。'.slice(0, at) },
        { text: '3480'.charAt(at - 6), del: by },
        { text: digit, ins: by },
        { text: '全镇栽植黄桃3480亩。'.slice(at + 1) },
      ]),
    ]
    const by = (author: string): Revision => ({ id: 'r', author, date: '2026-01-07T10:00:00' })
    const copies = [
      { ...plain(wang, withMark(7, '5', by(wang))), knownAs: wang },
      { ...plain(li, withMark(9, '5', by(li))), knownAs: li },
    ]
    expect(redline(merge(base, copies).report.body)).toBe(
      '全镇栽植黄桃[-!王李：3480亩-][+!王：3580亩+][+!李：3485亩+]。',
    )
  })

  const conflicting: [name: string, base: string, copies: string[], expected: string, all: string][] = [
    [
      'two change the last digit',
      '工业产值完成4.3亿元，增长。',
      ['工业产值完成4.8亿元，增长。', '工业产值完成4.9亿元，增长。'],
      '工业产值完成[-!王李：4.3亿元-][+!王：4.8亿元+][+!李：4.9亿元+]，增长。',
      '工业产值完成4.8亿元4.9亿元，增长。',
    ],
    [
      'one changes the number, the other the unit',
      '工业产值完成4.3亿元，增长。',
      ['工业产值完成5.3亿元，增长。', '工业产值完成4.3万元，增长。'],
      '工业产值完成[-!王李：4.3亿元-][+!王：5.3亿元+][+!李：4.3万元+]，增长。',
      '工业产值完成5.3亿元4.3万元，增长。',
    ],
    [
      'one takes the unit away: the mark behind goes along',
      '工业产值完成4.3亿元，增长。',
      ['工业产值完成4，增长。', '工业产值完成4.5亿元，增长。'],
      '工业产值完成[-!王李：4.3亿元，-][+!王：4，+][+!李：4.5亿元，+]增长。',
      '工业产值完成4，4.5亿元，增长。',
    ],
    [
      'a number without a unit at the end of a line',
      '编号128',
      ['编号138', '编号129'],
      '编[-!王李：号128-][+!王：号138+][+!李：号129+]',
      '编号138号129',
    ],
    ['a number alone in its line', '128', ['138', '129'], '[-!王李：128-][+!王：138+][+!李：　129+]', '138　129'],
    [
      'a digit in front of the number and one in it',
      '新建8.5公里。',
      ['新建18.5公里。', '新建8.6公里。'],
      '新建[-!王李：8.5公里-][+!王：18.5公里+][+!李：8.6公里+]。',
      '新建18.5公里8.6公里。',
    ],
    [
      'a number in words',
      '新修渠道三十二条。',
      ['新修渠道四十二条。', '新修渠道三十五条。'],
      '新修渠道[-!王李：三十二条-][+!王：四十二条+][+!李：三十五条+]。',
      '新修渠道四十二条三十五条。',
    ],
  ]
  test.each(conflicting)('no number is cut in two: %s', (_, base, texts, expected, all) => {
    const copies = texts.map((text, at) => digitwise(at === 0 ? wang : li, base, text))
    const { body } = merge(lines(base), copies).report
    expect(redline(body)).toBe(expected)
    expect(plainText(decide(body, 'accept', 'all')).text.trim()).toBe(all)
    expect(decide(body, 'reject', 'all')).toEqual(lines(base))
  })

  test('digits that two write at one place do not run into each other', () => {
    const copies = [plain(wang, lines('完成投资约5，在建。')), plain(li, lines('完成投资8万元，在建。'))]
    const result = merge(lines('完成投资，在建。'), copies)
    expect(redline(result.report.body)).toBe('完成投资[+!王：约5+][+!李：　8万元+]，在建。')
  })

  /** Marks on what differs between the common beginning and the common end, digit by digit. */
  const digitwise = (author: string, base: string, text: string): ReviewedCopy => {
    const rev: Revision = { id: 'r', author, date: '2026-01-07T10:00:00' }
    let head = 0
    while (head < base.length && base.charAt(head) === text.charAt(head)) head++
    let tail = 0
    const most = Math.min(base.length, text.length) - head
    while (tail < most && base.at(-1 - tail) === text.at(-1 - tail)) tail++
    const children = [
      { text: base.slice(0, head) },
      { text: base.slice(head, base.length - tail), del: rev },
      { text: text.slice(head, text.length - tail), ins: rev },
      { text: base.slice(base.length - tail) },
    ]
    return { ...plain(author, [paragraph(tidyInlines(children))]), knownAs: author }
  }

  /** A mark on single characters: [at, what stands there instead]. */
  const digits = (author: string, text: string, changes: [number, string][]): ReviewedCopy => {
    const rev: Revision = { id: 'r', author, date: '2026-01-07T10:00:00' }
    const children = Array.from(text).flatMap((character, at): Inline[] => {
      const change = changes.find(([place]) => place === at)
      if (!change) return [{ text: character }]
      return [{ text: character, del: rev }, ...(change[1] === '' ? [] : [{ text: change[1], ins: rev }])]
    })
    return { ...plain(author, [paragraph(tidyInlines(children))]), knownAs: author }
  }

  test('one person who changes two digits contradicts nobody; two who take away different ones do', () => {
    const text = '全镇栽植黄桃3480亩。'
    const alone = merge(lines(text), [
      digits(wang, text, [
        [6, '5'],
        [8, '0'],
      ]),
    ])
    expect(redline(alone.report.body)).toBe('全镇栽植黄桃[-王：3-][+王：5+]4[-王：8-][+王：0+]0亩。')
    const two = merge(lines(text), [digits(wang, text, [[6, '']]), digits(li, text, [[9, '']])])
    expect(redline(two.report.body)).toBe('全镇栽植黄桃[-!王李：3480亩-][+!王：480亩+][+!李：348亩+]。')
  })
})
