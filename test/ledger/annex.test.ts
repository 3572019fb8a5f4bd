import { describe, expect, test } from 'vitest'
import {
  annexIndicators,
  annexTable,
  refreshAnnexes,
  shareOfTarget,
  trendChart,
} from '../../shared/ledger/annex/annex-tables.ts'
import { chartShapes } from '../../shared/ledger/annex/chart-shapes.ts'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { ledgerReader } from '../../shared/ledger/ledger-reader.ts'
import type { FigureContent, Ledger } from '../../shared/ledger/ledger.ts'
import { readLinks } from '../../shared/ledger/links.ts'
import { parseReport } from '../../shared/report/parse.ts'
import { isTextLeaf, type Block, type Report, type Table } from '../../shared/report/schema.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { writeReport } from '../../shared/word/write/write-report.ts'
import { checkLists, translator } from '../support/check-data.ts'
import { docxParts } from '../support/read-docx.ts'
import { figure, row, sampleLedger } from '../support/ledger.ts'
import { readPreset } from '../support/printing-preset.ts'

const t = translator('zh-CN')
const readerOf = (ledger: Ledger) => ledgerReader(ledger, checkLists.indicators)

const rowsOf = (table: Table): string[] =>
  table.children.map((line) =>
    line.children
      .map((cell) =>
        cell.children.flatMap(({ children }) => children.map((leaf) => (isTextLeaf(leaf) ? leaf.text : ''))).join(''),
      )
      .join(' | '),
  )

const results = (ledger: Ledger): Table =>
  annexTable(
    { kind: 'results', year: 2025, indicators: annexIndicators('results', 2025, ledger.rows) },
    readerOf(ledger),
    t,
  )

describe('tables made from the ledger', () => {
  test('results: last year, target, result, growth as published or as the values carry it, share of the target', () => {
    expect(rowsOf(results(sampleLedger()))).toEqual([
      '指标 | 单位 | 2024年实绩 | 2025年目标 | 2025年完成 | 比上年增长 | 完成率',
      '财政总收入 | 万元 | 4200 | 4500万元以上 | 4600 | 9.5% | 约102%',
      '地区生产总值 | 亿元 | 8.30 | — | 8.72 | 4.9% | —',
      '城镇化率 | % | 61.3 | — | 62.5 | 1.2个百分点 | —',
      '粮食总产量 | 吨 | 12000吨左右 | — | □ | □ | —',
    ])
  })

  test('targets: a rate where no amount was set', () => {
    const ledger = sampleLedger()
    const annex = { kind: 'targets' as const, year: 2026, indicators: annexIndicators('targets', 2026, ledger.rows) }
    expect(rowsOf(annexTable(annex, readerOf(ledger), t))).toEqual([
      '指标 | 单位 | 2025年实绩 | 2026年目标',
      '财政总收入 | 万元 | 4600 | 增长8%以上',
    ])
  })

  test('values in the unit of the row, a growth alone where there is nothing else, and no row without a number', () => {
    const ledger: Ledger = {
      place: '青禾镇',
      rows: [
        row('固定资产投资', '亿元', [
          figure(2024, '亿元', { value: '4.82' }),
          figure(2025, '万元', { value: '52600', growth: '9.1' }),
          figure(2025, '万元', { value: '51000', kind: 'target', bound: '>=' }),
        ]),
        row('工业投资', '亿元', [
          figure(2024, '万元', { value: '12003.50' }),
          figure(2025, '万元', { value: '20000' }),
        ]),
        row('服务业增加值', '亿元', [
          figure(2024, '亿元', { growth: '6.1' }),
          figure(2025, '亿元', { growth: '-2.4' }),
        ]),
        row('新建公厕', '座', [figure(2025, '座'), figure(2025, '座', { kind: 'target' })]),
        row('客运量', '万人次', [figure(2025, '户', { value: '7' })]),
      ],
    }
    const table = results(ledger)
    expect(rowsOf(table).slice(1)).toEqual([
      '固定资产投资 | 亿元 | 4.82 | 5.1亿元以上 | 5.26 | 9.1% | 103.1%',
      '工业投资 | 亿元 | 1.200350 | — | 2 | 66.6% | —',
      '服务业增加值 | 亿元 | 增长6.1% | — | — | -2.4% | —',
      '客运量 | 万人次 | — | — | 7户 | — | —',
    ])
    const links = readLinks([table], readerOf(ledger))
    expect(links.map(({ state }) => state)).toEqual(links.map(() => 'same'))
    expect(links).toHaveLength(10)
  })

  test('every figure of it is bound, and says what the ledger says', () => {
    const ledger = sampleLedger()
    const table = results(ledger)
    const links = readLinks([table], readerOf(ledger))
    expect(links.map(({ state }) => state)).toEqual(links.map(() => 'same'))
    expect(links).toHaveLength(11)
    const text = plainText([table]).text
    expect(text.slice(links[0]?.start, links[0]?.end)).toBe('4200')
  })
})

describe('share of the target', () => {
  const words = { none: '—', about: '约' }
  const of = (result: string, unit: string, target: string, rest: Partial<FigureContent> = {}, aim = unit): string =>
    shareOfTarget(
      figure(2025, unit, { value: result }),
      figure(2025, aim, { value: target, kind: 'target', ...rest }),
      words,
    )

  test.each([
    [of('4512', '万元', '4500'), '100.3%'],
    [of('4511.25', '万元', '4500'), '100.3%'], // 100.25 % goes up
    [of('0.4512', '亿元', '4500', {}, '万元'), '100.3%'],
    [of('46', '亿元', '45'), '约102%'],
    [of('4.51', '亿元', '4.5'), '100%'],
    [of('0', '万元', '4500'), '0.0%'],
    [of('98', '人', '100', { bound: '<=' }), '—'],
    [of('98', '人', '0'), '—'],
    [of('98', '人', '100', {}, '亿元'), '—'],
    [of('-5', '万元', '100'), '—'],
  ])('%s is %s', (share, expected) => {
    expect(share).toBe(expected)
  })

  test('nothing without a target or a result', () => {
    expect(shareOfTarget(undefined, figure(2025, '人', { value: '1', kind: 'target' }), words)).toBe('—')
    expect(
      shareOfTarget(figure(2025, '人', { growth: '1' }), figure(2025, '人', { value: '1', kind: 'target' }), words),
    ).toBe('—')
  })
})

const income = row('财政总收入', '万元', [
  figure(2021, '万元', { value: '3200' }),
  figure(2022, '亿元', { value: '0.355' }),
  figure(2023, '万元', { value: '4000' }),
  figure(2024, '万元', { value: '4200' }),
  figure(2025, '户', { value: '7' }),
  figure(2025, '万元', { value: '4500', kind: 'target' }),
])

describe('a trend', () => {
  test('results of the years in one unit; what is of another measure is left out', () => {
    expect(trendChart(income, { from: 2022, to: 2026 }, t)?.chart).toEqual({
      indicator: '财政总收入',
      title: '财政总收入（万元）',
      unit: '万元',
      points: [
        { year: 2022, value: '3550' },
        { year: 2023, value: '4000' },
        { year: 2024, value: '4200' },
      ],
    })
  })

  test('one year is no trend', () => {
    expect(trendChart(income, { from: 2024, to: 2026 }, t)).toBeUndefined()
  })
})

describe('drawn in the window', () => {
  const drawn = (...values: string[]) => {
    const points = values.map((value, index) => ({ year: 2021 + index, value }))
    return chartShapes({ indicator: '财政总收入', title: '财政总收入（万元）', unit: '万元', points })
  }

  test('columns stand on zero, twice the number is twice as high, and nothing leaves the plane', () => {
    const { bars, zero, width, height } = drawn('2000', '4000')
    expect(bars.map((bar) => bar.y + bar.height)).toEqual([zero, zero])
    expect(bars[1]?.height).toBeCloseTo((bars[0]?.height ?? 0) * 2, 0)
    for (const bar of bars) {
      expect(Math.min(bar.x, bar.y, bar.value.y - 12)).toBeGreaterThan(20)
      expect(Math.max(bar.x + bar.width - width, bar.year.y - height)).toBeLessThan(0)
    }
  })

  test('what lies below zero hangs from it, its number under it and over the year', () => {
    const [up, down] = drawn('3.2', '-1.5').bars
    const { zero } = drawn('3.2', '-1.5')
    expect([up && up.y + up.height, down?.y]).toEqual([zero, zero])
    expect(down?.value.y).toBeGreaterThan((down?.y ?? 0) + (down?.height ?? 0))
    expect(down?.value.y).toBeLessThan((down?.year.y ?? 0) - 10)
  })

  test('zeros alone are columns without height', () => {
    expect(drawn('0', '0').bars.map(({ height }) => height)).toEqual([0, 0])
  })
})

test('tables and charts follow the ledger, and stay the same where nothing changed', () => {
  const ledger = { ...sampleLedger(), rows: [...sampleLedger().rows.slice(1), income] }
  const chart = trendChart(income, { from: 2021, to: 2024 }, t)
  const body: Block[] = [
    { type: 'paragraph', children: [{ text: '附表' }] },
    results(ledger),
    ...(chart ? [chart] : []),
  ]
  expect(refreshAnnexes(body, readerOf(ledger), t)).toBe(body)
  const edited = editLedger(
    ledger,
    [{ edit: 'set', indicator: '财政总收入', year: 2024, period: 'year', kind: 'result', content: { value: '4300' } }],
    { at: '', by: '' },
  )
  const fresh = refreshAnnexes(body, readerOf(edited), t)
  expect(fresh[0]).toBe(body[0])
  expect(rowsOf(fresh[1] as Table).some((line) => line.startsWith('财政总收入 | 万元 | 4300 | 4500'))).toBe(true)
  expect(fresh[2]).toMatchObject({
    chart: { points: [{ value: '3200' }, { value: '3550' }, { value: '4000' }, { value: '4300' }] },
  })
  expect(refreshAnnexes(fresh, readerOf(edited), t)).toBe(fresh)
  const gone = editLedger(edited, [{ edit: 'removeRow', indicator: '财政总收入' }], { at: '', by: '' })
  expect(refreshAnnexes(fresh, readerOf(gone), t)[2]).toBe(fresh[2])
})

function reportWith(body: Block[]): Report {
  return {
    format: { name: 'zhenggao', major: 1, minor: 1 },
    id: 'a',
    meta: {
      place: '青禾镇',
      level: 'town',
      kind: 'annual',
      year: 2026,
      meeting: { congress: null, session: null },
      speaker: { office: '', name: '' },
      date: null,
      stage: '',
      classification: '',
    },
    body,
    notes: {},
    checks: { ignored: [] },
  }
}

describe('in files', () => {
  const chart = trendChart(income, { from: 2021, to: 2024 }, t)
  const body: Block[] = [
    { type: 'title', children: [{ text: '附件' }] },
    results(sampleLedger()),
    ...(chart ? [chart, chart] : []),
  ]

  test('annex and chart are part of the format, and what does not fit is refused', () => {
    const report = reportWith(body)
    expect(parseReport(structuredClone(report))).toEqual({ ok: true, report, newer: false })
    const bad = structuredClone(report) as unknown as { body: { chart: { points: { value: string }[] } }[] }
    for (const point of bad.body[2]?.chart.points ?? []) point.value = '1e9'
    expect(parseReport(bad)).toMatchObject({ ok: false })
  })

  test('each chart of a Word file is a part of its own, with every number', async () => {
    const { bytes, faults, notices } = await writeReport(reportWith(body), readPreset('standard'), {
      clock: '2026-01-08T01:30:00Z',
    })
    expect(faults).toEqual([])
    expect(notices.map(({ messageId }) => messageId)).not.toContain('export:notice.opaqueLeftOut')
    const parts = docxParts(bytes)
    const xml = parts.get('word/charts/chart2.xml') ?? ''
    expect([...xml.matchAll(/<c:pt idx="\d"><c:v>([^<]*)/g)].map(([, value]) => value)).toEqual([
      '2021',
      '2022',
      '2023',
      '2024',
      '3200',
      '3550',
      '4000',
      '4200',
    ])
    expect(xml).toContain('财政总收入（万元）')
    expect(parts.get('word/document.xml')?.match(/r:id="rIdChart\d"/g)).toEqual([
      'r:id="rIdChart1"',
      'r:id="rIdChart2"',
    ])
  })
})
