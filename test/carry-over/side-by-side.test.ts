import { describe, expect, test } from 'vitest'
import { alignSections } from '../../shared/carry-over/align-sections.ts'
import { findUnchanged } from '../../shared/carry-over/find-unchanged.ts'
import { readOutline } from '../../shared/report/outline.ts'
import { blockText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { heading, paragraph } from '../support/blocks.ts'
import { sideOf } from '../support/two-years.ts'

describe('sentences of both reports', () => {
  test.each<[name: string, last: string, own: string, unchanged: [string, flagged: boolean][]]>([
    [
      'a result with the same figures',
      '新修村道12.6公里、改造管网38处。',
      '新修村道12.6公里、改造管网38处。',
      [['新修村道12.6公里、改造管网38处。', true]],
    ],
    [
      'words without figures',
      '全县上下团结一心、克难奋进。',
      '全县上下团结一心、克难奋进。',
      [['全县上下团结一心、克难奋进。', false]],
    ],
    [
      'the year apart',
      '2024年，新修村道12.6公里、改造管网38处。',
      '2025年，新修村道12.6公里、改造管网38处。',
      [['2025年，新修村道12.6公里、改造管网38处。', true]],
    ],
    ['marks of lists apart', '一是坚持项目为王、狠抓落地。', '（二）坚持项目为王、狠抓落地。', []],
    ['one figure is new', '新修村道12.6公里、改造管网38处。', '新修村道13.1公里、改造管网38处。', []],
    ['too short to be one’s own', '成效显著。', '成效显著。', []],
  ])('%s', (_, last, own, unchanged) => {
    const [a, b] = [sideOf(2025, { review: last }), sideOf(2026, { review: own })]
    const formulas = new Set([
      '现在，我代表县人民政府，向大会报告工作，请予审议。',
      '2025年，我们稳中求进，经济平稳运行。',
      '今年重点抓好以下工作：',
    ])
    const found = findUnchanged(a, b).map((one) => ({ ...one, words: b.text.slice(one.own.start, one.own.end) }))
    expect(found.filter(({ words }) => !formulas.has(words)).map(({ words, flagged }) => [words, flagged])).toEqual(
      unchanged,
    )
    for (const one of found) expect(a.text.slice(one.last.start, one.last.end).length).toBeGreaterThan(7)
  })

  test('of sentences that repeat themselves each has the counterpart in its place', () => {
    const text = '认真组织实施、确保见效。大力发展产业、壮大集体。认真组织实施、确保见效。'
    const [a, b] = [sideOf(2025, { plan: text }), sideOf(2026, { plan: text })]
    const starts = findUnchanged(a, b).map(({ last }) => last.start)
    expect(starts).toEqual([...starts].sort((x, y) => x - y))
    expect(new Set(starts).size).toBe(starts.length)
  })
})

describe('sections side by side', () => {
  const chapter = (title: string, section: 'review' | 'tasks' | 'self-building', ...rest: Block[]): Block[] => [
    heading(1, title, { section }),
    ...rest,
  ]
  const sub = (title: string): Block[] => [heading(2, title), paragraph('内容。')]
  const last = [
    ...chapter(
      '2024年工作回顾',
      'review',
      ...sub('抓产业，经济更稳'),
      ...sub('抓生态，环境更美'),
      ...sub('抓民生，百姓更富'),
    ),
    ...chapter('2025年工作安排', 'tasks', ...sub('聚焦工业强县'), ...sub('聚焦乡村振兴')),
  ]

  function pairs(own: Block[]): [string, string][] {
    const title = (body: Block[], range: { start: number } | null): string =>
      range ? blockText(body[range.start]) : ''
    return alignSections(readOutline(last), readOutline(own)).map((pair) => [
      title(last, pair.last),
      title(own, pair.own),
    ])
  }

  test('by kind, then by words, in order; what is new or gone stands alone', () => {
    const own = [
      ...chapter('过去一年的工作', 'review', ...sub('生态环境持续改善'), ...sub('民生百姓福祉增进')),
      ...chapter('2026年主要任务', 'tasks', ...sub('突出工业强县'), ...sub('突出科技创新'), ...sub('突出乡村振兴')),
      ...chapter('政府自身建设', 'self-building', paragraph('内容。')),
    ]
    expect(pairs(own)).toEqual([
      ['2024年工作回顾', '过去一年的工作'],
      ['抓产业，经济更稳', ''],
      ['抓生态，环境更美', '生态环境持续改善'],
      ['抓民生，百姓更富', '民生百姓福祉增进'],
      ['2025年工作安排', '2026年主要任务'],
      ['聚焦工业强县', '突出工业强县'],
      ['', '突出科技创新'],
      ['聚焦乡村振兴', '突出乡村振兴'],
      ['', '政府自身建设'],
    ])
  })

  test('a report beside itself', () => {
    expect(pairs(last).every(([a, b]) => a === b)).toBe(true)
  })

  test('chapters of different kinds are never beside each other', () => {
    expect(
      pairs(chapter('政府自身建设', 'self-building', paragraph('内容。'))).every(([a, b]) => a === '' || b === ''),
    ).toBe(true)
  })
})
