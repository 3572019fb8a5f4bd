import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAnnouncer } from '../../renderer/app/announcer.ts'
import { clockOf, daysAgo, localTime } from '../../renderer/app/local-time.ts'
import { pageOf } from '../../renderer/app/pages.ts'
import { readCount } from '../../renderer/dialogs/read-count.ts'
import { looksLikeDate, readDate } from '../../renderer/dialogs/read-date.ts'
import { markedStretches, placeOf, quoteOf, verdictOf } from '../../renderer/panels/finding-words.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { createTranslations } from '../../renderer/app/translations.ts'
import type { Finding } from '../../shared/checks/finding.ts'

test.each([
  ['2026年1月12日', '2026-01-12'],
  ['2026-1-12', '2026-01-12'],
  [' 2026.01.12 ', '2026-01-12'],
  ['2026/1/12', '2026-01-12'],
  ['2026年2月30日', null],
  ['2026年1月', null],
  ['', null],
])('the day %s is %s', (text, date) => {
  expect(readDate(text)).toBe(date)
})

test('times are local wall time', () => {
  expect(localTime(new Date(2026, 0, 5, 7, 8, 9))).toBe('2026-01-05T07:08:09')
  expect(clockOf('2026-01-05T07:08:09')).toBe('07:08')
  expect(daysAgo('2025-12-31T23:59:00', '2026-01-01T00:01:00')).toBe(1)
  expect(daysAgo('2026-01-01T00:01:00', '2026-01-01T23:00:00')).toBe(0)
})

describe('pages', () => {
  const countPages = (body: Block[], block: number) => pageOf(plainText(body), body, block)

  const lines = (count: number, length: number): Block[] =>
    Array.from({ length: count }, () => ({ type: 'paragraph', children: [{ text: '字'.repeat(length) }] }))

  test('22 lines of 28 characters, the first indented by two', () => {
    expect(countPages(lines(22, 26), 0)).toEqual({ page: 1, pages: 1 })
    expect(countPages(lines(22, 27), 0).pages).toBe(2)
  })

  test('the page of the caret', () => {
    expect(countPages(lines(60, 10), 21).page).toBe(1)
    expect(countPages(lines(60, 10), 22).page).toBe(2)
    expect(countPages(lines(60, 10), 59).page).toBe(3)
  })

  test('digits are half a character wide, lines without text take no room', () => {
    const digits: Block[] = Array.from({ length: 22 }, () => ({
      type: 'paragraph',
      children: [{ text: '9'.repeat(52) }],
    }))
    const empty: Block = { type: 'paragraph', children: [{ text: '' }] }
    expect(countPages([...digits, empty, empty], 0).pages).toBe(1)
  })

  test('what follows a page break, and an annex, begins on a page of its own', () => {
    const pageBreak: Block = { type: 'page-break', children: [{ text: '' }] }
    const annex: Block = { type: 'heading', level: 1, label: '', section: 'annex', children: [{ text: '附件' }] }
    expect(countPages([...lines(2, 10), pageBreak, ...lines(2, 10)], 3)).toEqual({ page: 2, pages: 2 })
    expect(countPages([...lines(22, 10), pageBreak, ...lines(1, 10)], 23)).toEqual({ page: 2, pages: 2 })
    expect(countPages([...lines(3, 10), annex, ...lines(1, 10)], 0)).toEqual({ page: 1, pages: 2 })
  })

  test('an empty report has one page', () => {
    expect(countPages([], -1)).toEqual({ page: 1, pages: 1 })
  })
})

describe('words of a finding', () => {
  const text = '前一行。\n全镇修路十八公里，种树三千株。\n后一行。'

  test('the flagged words with their line around them', () => {
    expect(quoteOf(text, { start: 7, end: 9 })).toBe('全镇修路十八公里，种树三千株。')
  })

  test('long lines are cut on both sides', () => {
    const long = `${'甲'.repeat(80)}错${'乙'.repeat(80)}`
    const quote = quoteOf(long, { start: 80, end: 81 })
    expect(quote).toMatch(/^…甲+错乙+…$/)
    expect(quote.length).toBeLessThanOrEqual(64)
  })

  test('a cut never goes through a number', () => {
    const long = `${'甲'.repeat(20)}123456.78${'乙'.repeat(28)}错${'丙'.repeat(27)}987654.32%${'丁'.repeat(20)}`
    const at = long.indexOf('错')
    for (let extra = 0; extra < 12; extra++) {
      const quote = quoteOf(long, { start: at - extra, end: at + 1 })
      for (const [number] of quote.matchAll(/[\d.%]+/g)) expect(['123456.78', '987654.32%']).toContain(number)
    }
  })

  test('marks cut the sentence into stretches and lose nothing', () => {
    const stretches = markedStretches(text, { start: 5, end: 20 }, [
      { start: 14, end: 16 },
      { start: 7, end: 9 },
      { start: 0, end: 2 },
    ])
    expect(stretches.map((stretch) => stretch.text).join('')).toBe(text.slice(5, 20))
    expect(stretches.filter(({ mark }) => mark).map((stretch) => stretch.text)).toEqual(['修路', '种树'])
  })
})

describe('announcements', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('at most one a second, the latest of each kind, alarms first', () => {
    const { store, say, alarm } = createAnnouncer()
    const heard: string[] = []
    store.subscribe(() => heard.push(JSON.stringify(store.get())))
    say('一')
    say('二')
    say('三')
    alarm('未能保存')
    expect(heard).toHaveLength(1)
    vi.advanceTimersByTime(1000)
    expect(store.get()).toMatchObject({ polite: '一', alert: '未能保存' })
    vi.advanceTimersByTime(1000)
    expect(store.get()).toMatchObject({ polite: '三', alert: '未能保存' })
    vi.advanceTimersByTime(5000)
    expect(heard).toHaveLength(3)
  })

  test('the same sentence is read again', () => {
    const { store, say } = createAnnouncer()
    say('已保存 14:03')
    const first = store.get().polite
    vi.advanceTimersByTime(1500)
    say('已保存 14:03')
    expect(store.get().polite).not.toBe(first)
    expect(store.get().polite.trim()).toBe('已保存 14:03')
  })
})

test.each([
  ['18', 18],
  [' 18 ', 18],
  ['１８', 18],
  ['十八', 18],
  ['二十', 20],
  ['0', null],
  ['100', null],
  ['一百', null],
  ['十八届', null],
  ['1.5', null],
  ['-3', null],
  ['', null],
])('%s is the number %s of a congress', (text, count) => {
  expect(readCount(text, 1, 99)).toBe(count)
})

test('a day that the calendar does not have is told from words that are no day', () => {
  expect(['2027年2月30日', '2027-2-30', '2027年2月', '明年初'].map(looksLikeDate)).toEqual([true, true, false, false])
})

describe('blanks in the list of findings', () => {
  const field = (indicator: string, part: 'value' | 'growth' | 'text') => ({ text: '□', field: { indicator, part } })
  const body: Block[] = [
    {
      type: 'paragraph',
      children: [{ text: '收入' }, field('财政总收入', 'value'), { text: '亿元，增长' }, field('财政总收入', 'growth')],
    },
    {
      type: 'paragraph',
      children: [{ text: '第' }, field('congress', 'text'), { text: '届，修路' }, field('', 'text')],
    },
    { type: 'paragraph', children: [{ text: '手写的□' }] },
  ]
  const plain = plainText(body)
  const t = createTranslations('zh-CN').getFixedT(null, 'window')
  const finding = (start: number, words = '□'): Finding => ({
    id: `${start}`,
    rule: 'leftover',
    kind: 'leftover',
    severity: 'error',
    messageId: 'leftoverBlank',
    values: { words },
    start,
    end: start + 1,
    evidence: [],
    repairs: [],
    fingerprint: '',
  })

  test('say what each of them waits for', () => {
    const places = [...plain.text.matchAll(/□/g)].map(({ index }) => index)
    expect(places.map((at) => verdictOf(t, finding(at), body, plain))).toEqual([
      '待填：财政总收入',
      '待填：财政总收入的增速',
      '待填：届',
      '待填',
      '空缺没有填：□',
    ])
    expect(verdictOf(t, finding(0, '××'), body, plain)).toBe('空缺没有填：××')
  })

  test('that stand before the first section are said to', () => {
    expect(placeOf(t, [], plain, 3)).toBe('篇首')
  })

  test('are quoted with little before them: a row is short', () => {
    const long = `${'前'.repeat(40)}□${'后'.repeat(60)}`
    expect(quoteOf(long, { start: 40, end: 41 })).toMatch(/^…前{10}□后+…$/)
  })
})
