import { describe, expect, test } from 'vitest'
import { createCheckCache } from '../../shared/checks/check-cache.ts'
import { checkReport } from '../../shared/checks/check-report.ts'
import { earlierReports, indexEarlier, isResult, mostValues } from '../../shared/checks/earlier-reports.ts'
import { readReport } from '../../shared/checks/read-report.ts'
import type { ReportView } from '../../shared/checks/rule.ts'
import { checkInput } from '../support/check-data.ts'
import { reportOf } from '../support/two-reports.ts'

const undated = '各位代表：\n一、工作回顾\n全镇经济平稳运行。\n二、工作安排\n抓产业。'

function read(text: string, year: number | null, prior: string[] = []): ReportView {
  const named = prior.map((text, index) => ({ name: `第${index + 1}份`, text }))
  return readReport(checkInput(text, { year, prior: named }), createCheckCache())
}

interface Row {
  name: string
  place?: string
  prior: string[]
  /** Which of them count, newest first, and as whose year. */
  found: string[]
}

const of = (year: number, place = ''): string => reportOf(year, '抓农业。', '抓产业。', place)

const rows: Row[] = [
  {
    name: 'newest first, in whatever order they come',
    prior: [of(2024), of(2025), of(2023)],
    found: ['第2份 2025', '第1份 2024', '第3份 2023'],
  },
  { name: 'no draft of this year and nothing later', prior: [of(2026), of(2027), of(2025)], found: ['第3份 2025'] },
  { name: 'one without a year is that of last year', prior: [undated], found: ['第1份 2025'] },
  { name: 'also beside older ones', prior: [of(2023), undated], found: ['第2份 2025', '第1份 2023'] },
  { name: 'but not where last year has its report', prior: [undated, of(2025)], found: ['第2份 2025'] },
  { name: 'and only one of two', prior: [undated, undated.replace('抓产业', '抓项目')], found: ['第1份 2025'] },
  {
    name: 'of the same place',
    place: '青禾镇',
    prior: [of(2025, '白石镇'), of(2024, '青禾镇')],
    found: ['第2份 2024'],
  },
  { name: 'a town is not the county of its name', place: '青禾镇', prior: [of(2025, '青禾县')], found: [] },
  {
    name: 'a county that became a district is the same',
    place: '青禾区',
    prior: [of(2025, '青禾县')],
    found: ['第1份 2025'],
  },
  { name: 'the city may be left out', place: '临河市青禾县', prior: [of(2025, '青禾县')], found: ['第1份 2025'] },
  { name: 'or be named only here', place: '青禾县', prior: [of(2025, '临河市青禾县')], found: ['第1份 2025'] },
  ...[
    ['青禾乡', '青禾镇'],
    ['青禾民族乡', '青禾乡'],
    ['青禾镇', '青禾街道'],
    ['青禾街道', '青禾街道办事处'],
    ['青禾自治县', '青禾县'],
    ['青禾自治旗', '青禾旗'],
    ['青禾自治州', '青禾州'],
    ['青禾县', '青禾市'],
    ['青禾州', '青禾市'],
    ['青禾旗', '青禾区'],
  ].flatMap(([a = '', b = '']): Row[] => [
    { name: `${a} was ${b}`, place: a, prior: [of(2025, b)], found: ['第1份 2025'] },
    { name: `${b} was ${a}`, place: b, prior: [of(2025, a)], found: ['第1份 2025'] },
  ]),
  { name: 'a report that does not name its place counts', place: '青禾镇', prior: [of(2025)], found: ['第1份 2025'] },
]

describe('earlier reports', () => {
  test.each(rows)('$name', ({ place, prior, found }) => {
    const reports = earlierReports(read(of(2026, place), 2026, prior))
    expect(reports.map(({ prior, year }) => `${prior.name} ${year}`)).toEqual(found)
  })

  test('none where the year of the report is not known', () => {
    expect(earlierReports(read(undated, null, [of(2025)]))).toEqual([])
  })
})

describe('results', () => {
  test.each([
    ['财政总收入完成3410万元。', ['3410万元']],
    ['财政总收入由2023年的2980万元增加到3410万元。', ['3410万元']],
    ['财政总收入完成3400—3500万元。', []],
    ['财政总收入增长8%。', []],
  ])('%s', (review, found) => {
    const { statements } = read(reportOf(2026, review), 2026)
    expect(statements.filter(isResult).map(({ value }) => value?.text)).toEqual(found)
  })

  test('a target is none', () => {
    const { statements } = read(reportOf(2026, '抓农业。', '力争财政总收入完成3410万元。'), 2026)
    expect(statements.map(({ role }) => role)).toEqual(['target'])
    expect(statements.filter(isResult)).toEqual([])
  })
})

describe('what earlier reports say', () => {
  const values = (prior: string[], from = 2025): string[] => {
    const report = read(reportOf(2026, '财政总收入完成3618万元。'), 2026, prior)
    const [statement] = report.statements
    const found = statement && indexEarlier(earlierReports(report), isResult)(statement, from)
    return (found ?? []).map(({ statement: { value }, year, prior }) => `${prior.name} ${year} ${value?.text ?? ''}`)
  }

  test('of a year, the newest report first, each in its order', () => {
    const prior = [
      reportOf(2024, '财政总收入完成2980万元。'),
      reportOf(2025, '财政总收入突破3000万元。全年财政总收入完成3106万元。城镇化率达到46.5%。'),
      reportOf(2026, '财政总收入完成3617万元。'),
    ]
    expect(values(prior, 2024)).toEqual(['第2份 2024 突破3000万元', '第2份 2024 3106万元'])
    expect(values(prior, 2023)).toEqual(['第1份 2023 2980万元'])
    expect(values(prior)).toEqual([])
    expect(values([])).toEqual([])
  })

  test('no more values than can be compared', () => {
    const prior = [reportOf(2025, '财政总收入完成3106万元。'.repeat(mostValues + 3))]
    expect(values(prior, 2024)).toHaveLength(mostValues)
  })
})

test('the result names those that were compared, for the list beside the report', () => {
  const prior = [of(2026), of(2024), of(2025)].map((text, index) => ({ name: `第${index + 1}份`, text }))
  expect(checkReport(checkInput(of(2026), { year: 2026, prior })).compared).toEqual(['第3份', '第2份'])
  expect(checkReport(checkInput(of(2026), { year: 2026 })).compared).toEqual([])
})
