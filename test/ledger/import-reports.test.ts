import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import {
  headlineProposals,
  importEdits,
  planImport,
  readChain,
  type ReportChain,
} from '../../shared/ledger/import-reports.ts'
import { emptyLedger, findFigure, findRow, type Ledger } from '../../shared/ledger/ledger.ts'
import { readLedger } from '../../shared/ledger/parse-ledger.ts'
import type { GivenReport, Proposal } from '../../shared/ledger/proposal.ts'
import { indicators, pastReport, shownFigure } from './past-report.ts'

const stamp = { at: '2026-01-08T09:00:00', by: '林秘书' }
const later = { at: '2026-01-09T10:30:00', by: '陈主任' }

const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]
const eight = years.map((year) => {
  const at = year - 2019
  const review = `地区生产总值完成${60 + 4 * at}.${at}亿元，增长${5 + (at % 3)}%；一般公共预算收入完成${4 + at}.50亿元。脐橙种植面积达${2000 + 100 * at}亩。`
  return pastReport(year, review, `地区生产总值增长${6 + (at % 2)}%以上。`)
})

const chainOf = (reports: readonly GivenReport[], place: string | null = null): ReportChain =>
  readChain(reports, place, indicators)

function imported(ledger: Ledger, accepted: readonly Proposal[], at = stamp): Ledger {
  return editLedger(ledger, importEdits(ledger, planImport(ledger, accepted), indicators), at)
}

const everything = ({ readings }: ReportChain): Proposal[] => readings.flatMap(({ proposals }) => proposals)

describe('a chain of reports', () => {
  test('of eight years gives eight columns', () => {
    const chain = chainOf(eight)
    const ledger = imported(emptyLedger('青禾县'), headlineProposals(chain))
    expect(chain).toMatchObject({ place: '青禾县', refused: [], conflicts: [] })
    for (const indicator of ['地区生产总值', '一般公共预算收入']) {
      const results = findRow(ledger, indicator)?.figures.filter(({ kind }) => kind === 'result')
      expect(results?.map(({ year }) => year)).toEqual(years.map((year) => year - 1))
    }
    expect(findRow(ledger, '脐橙种植面积')).toBeUndefined()
    expect(readLedger(ledger)).toEqual(ledger)
  })

  test('puts rows in the order of the catalogue, the place’s own after them, with unit and group', () => {
    const ledger = imported(emptyLedger('青禾县'), everything(chainOf(eight)))
    expect(ledger.rows.map(({ indicator, unit, group }) => [indicator, unit, group])).toEqual([
      ['地区生产总值', '亿元', '经济运行'],
      ['一般公共预算收入', '亿元', '财政金融'],
      ['脐橙种植面积', '亩', ''],
    ])
    expect(findFigure(ledger, { indicator: '地区生产总值', year: 2026, period: 'year', kind: 'target' })?.unit).toBe(
      '亿元',
    )
  })

  test('refuses another place, a report without a year, and a text that is there already', () => {
    const [first, second] = eight
    if (!first || !second) throw new Error('no reports')
    const spaced = { ...first, file: '副本.txt', text: first.text.replaceAll('\n', '\r\n\r\n') }
    const other = pastReport(2021, '地区生产总值完成50亿元。', '', '白石县')
    const undated = { file: '无题.txt', text: '各位代表：\n地区生产总值完成60亿元。', year: null, place: null }
    const { place, readings, refused } = chainOf([other, undated, second, spaced, first])
    expect(place).toBe('青禾县')
    expect(readings.map(({ year }) => year)).toEqual([2019, 2020])
    expect(refused).toEqual([
      { file: '无题.txt', reason: 'noYear', named: '' },
      { file: '青禾县2019.txt', reason: 'duplicate', named: '副本.txt' },
      { file: '白石县2021.txt', reason: 'otherPlace', named: '白石县' },
    ])
    expect(chainOf([first], '白石县').refused.map(({ reason }) => reason)).toEqual(['otherPlace'])
  })

  test('of a county that became a district is one chain, a town of the same name is not', () => {
    const county = pastReport(2020, '地区生产总值完成50亿元。')
    const district = pastReport(2021, '地区生产总值完成54亿元。', '', '青禾区')
    const town = pastReport(2022, '财政总收入完成3000万元。', '', '青禾镇')
    expect(chainOf([county, district, town]).refused.map(({ file }) => file)).toEqual(['青禾镇2022.txt'])
  })

  test('gives the same whatever the order', () => {
    const expected = imported(emptyLedger('青禾县'), everything(chainOf(eight)))
    fc.assert(
      fc.property(fc.shuffledSubarray(eight, { minLength: 8 }), fc.boolean(), (order, twice) => {
        const chain = chainOf(order)
        const accepted = everything(chain)
        const ledger = imported(emptyLedger('青禾县'), twice ? [...accepted, ...accepted].reverse() : accepted)
        expect(ledger).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })

  test('changes nothing when it is imported again, whole or in part', () => {
    const accepted = everything(chainOf(eight))
    const ledger = imported(emptyLedger('青禾县'), accepted)
    fc.assert(
      fc.property(fc.subarray(accepted), (some) => {
        expect(planImport(ledger, some)).toEqual([])
        expect(imported(ledger, some, later)).toBe(ledger)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a figure of the ledger', () => {
  const cell = { indicator: '一般公共预算收入', year: 2025, period: 'year', kind: 'result' } as const
  const standing = (content: object): Ledger =>
    editLedger(emptyLedger('青禾县'), [{ edit: 'set', ...cell, content: { unit: '亿元', ...content } }], stamp)

  test.each<[string, object, string, string[]]>([
    ['awaited, is filled', {}, '一般公共预算收入完成8.30亿元，增长6%。', ['— → 一般公共预算收入 2025 8.30亿元 +6%']],
    ['that says the same, stays', { value: '8.30', state: 'confirmed' }, '一般公共预算收入完成8.3亿元。', []],
    ['in another unit, stays', { value: '8.30' }, '一般公共预算收入完成83000万元。', []],
    ['with more digits, stays', { value: '8.312' }, '一般公共预算收入完成8.3亿元。', []],
    [
      'with fewer digits, is asked about',
      { value: '8.3' },
      '一般公共预算收入完成8.312亿元。',
      ['8.3亿元 → 一般公共预算收入 2025 8.312亿元'],
    ],
    [
      'without growth, gets it',
      { value: '8.30', state: 'confirmed' },
      '一般公共预算收入完成8.3亿元，增长6%。',
      ['8.30亿元 → 一般公共预算收入 2025 8.30亿元 +6%'],
    ],
    [
      'that differs, is asked about',
      { value: '8.40', growth: '7' },
      '一般公共预算收入完成8.3亿元。',
      ['8.40亿元 → 一般公共预算收入 2025 8.3亿元 +7%'],
    ],
    [
      'of which only the growth is known, gets its value',
      { growth: '6' },
      '一般公共预算收入完成8.3亿元。',
      ['亿元 → 一般公共预算收入 2025 8.3亿元 +6%'],
    ],
    [
      'keeps its value where only the growth is said',
      { value: '8.30', growth: '5' },
      '一般公共预算收入增长6%。',
      ['8.30亿元 → 一般公共预算收入 2025 8.30亿元 +6%'],
    ],
  ])('%s', (_, content, sentence, expected) => {
    const ledger = standing(content)
    const steps = planImport(ledger, everything(chainOf([pastReport(2026, sentence)])))
    expect(
      steps.map(
        ({ before, after }) => `${before ? (before.value ?? '') + before.unit : '—'} → ${shownFigure(cell, after)}`,
      ),
    ).toEqual(expected)
    expect(
      planImport(
        editLedger(ledger, importEdits(ledger, steps, indicators), later),
        steps.map(({ proposal }) => proposal),
      ),
    ).toEqual([])
  })

  test('that is confirmed and gets another number is only reported again; who confirmed it stays', () => {
    const source = { file: '', sentence: '', department: '财政局', person: '周科长' }
    const ledger = standing({ value: '8.40', state: 'confirmed', source })
    const [step] = planImport(ledger, everything(chainOf([pastReport(2026, '一般公共预算收入完成8.3亿元。')])))
    expect(step?.before?.state).toBe('confirmed')
    expect(step?.after).toMatchObject({
      state: 'reported',
      source: { department: '财政局', person: '周科长', file: '青禾县2026.txt' },
    })
  })

  test('stands in the row that had the name before', () => {
    const renamed = editLedger(
      standing({ value: '8.3' }),
      [{ edit: 'changeRow', indicator: cell.indicator, change: { indicator: '县级预算收入' } }],
      stamp,
    )
    const ledger = imported(renamed, everything(chainOf([pastReport(2025, '一般公共预算收入完成7.9亿元。')])))
    expect(ledger.rows.map(({ indicator, figures }) => [indicator, figures.map(({ value }) => value)])).toEqual([
      ['县级预算收入', ['7.9', '8.3']],
    ])
  })

  test('is that of the year’s own report, whatever later ones say', () => {
    const chain = chainOf([
      pastReport(2026, '一般公共预算收入由2024年的7.7亿元增加到8.3亿元。'),
      pastReport(2025, '一般公共预算收入完成7.9亿元。'),
    ])
    const ledger = imported(emptyLedger('青禾县'), everything(chain))
    expect(findFigure(ledger, { ...cell, year: 2024 })).toMatchObject({
      value: '7.9',
      source: { file: '青禾县2025.txt' },
    })
    expect(chain.conflicts).toHaveLength(1)
  })
})

test('a report with more names than a ledger holds leaves a ledger that can be opened', () => {
  const names = Array.from({ length: 2600 }, (_, n) =>
    String.fromCodePoint(0x4e00 + (n % 50), 0x5000 + Math.floor(n / 50)),
  )
  const text = names.map((name) => `${name}产量达到12万吨。`).join('\n')
  const ledger = imported(emptyLedger('青禾县'), everything(chainOf([pastReport(2026, text)])))
  expect(ledger.rows.length).toBeGreaterThan(1000)
  expect(readLedger(ledger)).toBeDefined()
})
