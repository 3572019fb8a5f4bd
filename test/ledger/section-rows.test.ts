import { describe, expect, test } from 'vitest'
import { findRows } from '../../shared/ledger/find-rows.ts'
import { fittingRows, phrasingContext, sectionRows } from '../../shared/ledger/section-rows.ts'
import { inUsualOrder, usualOrders } from '../../shared/ledger/usual-order.ts'
import { checkLists } from '../support/check-data.ts'
import { keyOf, ledgerOf } from '../support/ledgers.ts'

test.each(Object.entries(usualOrders))('every name of the order of a %s is one of the catalogue, once', (_, order) => {
  const known = new Set(checkLists.indicators.map(({ name }) => name))
  expect(order.filter((name) => !known.has(name))).toEqual([])
  expect(new Set(order).size).toBe(order.length)
})

const names = (rows: readonly { indicator: string }[]): string[] => rows.map(({ indicator }) => indicator)
const target = { year: 2026, kind: 'target', growth: '8' } as const

const { rows } = ledgerOf(
  { indicator: '黄桃种植面积', value: '3200', unit: '亩' },
  { indicator: '农村居民人均可支配收入', value: '24860', unit: '元' },
  { indicator: '农村居民人均可支配收入', ...target },
  { indicator: '财政总收入', value: '6904', unit: '万元' },
  { indicator: '一般公共预算收入', ...target },
  { indicator: '地区生产总值', value: '6.1', unit: '亿元' },
  { indicator: '招商引资到位资金', ...target },
)

test('the order of a report, its own indicators last', () => {
  expect(names(inUsualOrder(rows, 'town'))).toEqual([
    '地区生产总值',
    '财政总收入',
    '一般公共预算收入',
    '招商引资到位资金',
    '农村居民人均可支配收入',
    '黄桃种植面积',
  ])
  const [first] = inUsualOrder(
    ledgerOf({ indicator: '税收占财政收入比重' }, { indicator: '地区生产总值' }).rows.map((row) =>
      row.indicator === '地区生产总值' ? { ...row, indicator: '全镇总产出', formerly: ['地区生产总值'] } : row,
    ),
    'county',
  )
  expect(first?.indicator).toBe('全镇总产出')
})

describe('a few characters find', () => {
  test.each([
    [
      '',
      ['黄桃种植面积', '农村居民人均可支配收入', '财政总收入', '一般公共预算收入', '地区生产总值', '招商引资到位资金'],
    ],
    ['财政', ['财政总收入', '一般公共预算收入']], // by 公共财政预算收入 too
    ['gdp', ['地区生产总值']],
    ['农民人均', ['农村居民人均可支配收入']],
    ['招资金', ['招商引资到位资金']],
    ['收入', ['农村居民人均可支配收入', '财政总收入', '一般公共预算收入']],
    ['房产税', []],
  ])('%s', (query, expected) => {
    expect(names(findRows(rows, query, checkLists.indicators))).toEqual(expected)
  })
})

describe('the indicators of a section', () => {
  const read = (kind: 'targets' | 'review', text: string, keys: string[] = []): string[] =>
    sectionRows(rows, { kind, text, keys }, phrasingContext(2026, 'annual', kind), 'town', checkLists.indicators).map(
      ({ row, written }) => `${row.indicator}${written ? ' ✓' : ''}`,
    )

  test('targets, and which of them are written', () => {
    expect(read('targets', '农民人均可支配收入增长7%')).toEqual([
      '一般公共预算收入',
      '招商引资到位资金',
      '农村居民人均可支配收入 ✓',
    ])
    const key = keyOf('招商引资到位资金', 'growth', { year: 2026, kind: 'target' })
    expect(read('targets', '引资增长8%', [key])[1]).toBe('招商引资到位资金 ✓')
    expect(read('targets', '引资增长8%', [keyOf('招商引资到位资金', 'growth')])[1]).toBe('招商引资到位资金')
  })

  test('results', () => {
    expect(read('review', '财政总收入完成6904万元')).toEqual([
      '地区生产总值',
      '财政总收入 ✓',
      '农村居民人均可支配收入',
      '黄桃种植面积',
    ])
  })

  test('a half-year report tells its own first half', () => {
    expect(phrasingContext(2026, 'half-year', 'review')).toEqual({
      resultYear: 2026,
      targetYear: 2026,
      period: 'half-year',
      targetsFirst: false,
    })
  })
})

describe('what fits a section', () => {
  const fitting = (kind: 'review' | 'tasks' | 'self-building' | 'problems', heading: string, text = ''): string[] => {
    const all = sectionRows(
      rows,
      { kind, text, keys: [] },
      phrasingContext(2026, 'annual', kind),
      'town',
      checkLists.indicators,
    )
    return fittingRows(all, kind, heading, checkLists.indicators).map(({ row }) => row.indicator)
  }

  test('everything in the review, nothing where no figures are named', () => {
    expect(fitting('review', '一年回顾')).toHaveLength(4)
    expect(fitting('self-building', '加强财政纪律', '财政总收入')).toEqual([])
    expect(fitting('problems', '财政困难')).toEqual([])
  })

  test('in a section of the tasks what its heading speaks of, and what it says already', () => {
    expect(fitting('tasks', '抓好招商投资')).toEqual(['招商引资到位资金'])
    expect(fitting('tasks', '抓好教育')).toEqual([])
    expect(fitting('tasks', '抓好教育', '一般公共预算收入增长8%')).toEqual(['一般公共预算收入'])
  })
})

test('a □ that waits for its figure is not written yet', () => {
  const words = { kind: 'review' as const, text: '财政总收入完成□万元', keys: [], waiting: ['财政总收入'] }
  const read = sectionRows(rows, words, phrasingContext(2026, 'annual', 'review'), 'town', checkLists.indicators)
  expect(read.filter(({ written }) => written)).toEqual([])
  expect(read.filter(({ waiting }) => waiting).map(({ row }) => row.indicator)).toEqual(['财政总收入'])
})
