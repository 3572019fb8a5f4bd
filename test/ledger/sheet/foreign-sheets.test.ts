import { describe, expect, test } from 'vitest'
import { editLedger } from '../../../shared/ledger/edit-ledger.ts'
import { emptyLedger, type FigureContent, type Ledger } from '../../../shared/ledger/ledger.ts'
import {
  readSheetChanges,
  sheetEdits,
  type SheetChange,
  type SheetImport,
} from '../../../shared/ledger/sheet/sheet-changes.ts'
import { guessMapping, type SheetMapping } from '../../../shared/ledger/sheet/sheet-mapping.ts'
import { readPastedText } from '../../../shared/sheets/csv.ts'
import type { SheetTable } from '../../../shared/sheets/sheet-table.ts'
import { kept, sampleLedger } from '../../support/ledger.ts'

/** Cells parted by a bar, rows by a line. */
function tableOf(text: string): SheetTable {
  const lines = text.split('\n').map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .join('\t'),
  )
  const read = readPastedText(lines.join('\r\n'))
  const table = read.ok ? read.tables[0] : undefined
  if (!table) throw new Error('no table')
  return table
}

function read(
  text: string,
  given: Partial<{ ledger: Ledger; year: number; mapping: Partial<SheetMapping> }> = {},
): SheetImport {
  const table = tableOf(text)
  const mapping = guessMapping(table, given.year ?? null)
  if (!mapping) throw new Error('no head was found')
  const names: Record<string, string> = { GDP: '地区生产总值' }
  return readSheetChanges(
    [{ table, mapping: { ...mapping, ...given.mapping } }],
    given.ledger ?? emptyLedger('青禾镇'),
    {
      file: '报数.xlsx',
      nameOf: (name) => names[name],
    },
  )
}

const said = ({ value, unit, growth, growthUnit, bound }: FigureContent): string =>
  `${value === null ? '' : value + unit}${growth === null ? '' : ` ${growth}${growthUnit === 'value' ? unit : growthUnit}`}${bound}`

const shown = ({ place, after }: SheetChange): string =>
  `${place.indicator} ${place.year}${place.period === 'year' ? '' : place.period}${place.kind === 'target' ? ' target' : ''}: ${said(after).trim()}`

describe('tables as offices keep them', () => {
  test.each<[string, string, number | null, string[]]>([
    [
      'a column for each year',
      '指标|单位|2024年|2025年\n地区生产总值|亿元|8.30|8.72\n粮食总产量|吨|12000|-',
      null,
      ['地区生产总值 2024: 8.30亿元', '地区生产总值 2025: 8.72亿元', '粮食总产量 2024: 12000吨'],
    ],
    [
      'growth beside its year',
      '项目|2024年（万元）|同比（%）|2025年（万元）|增幅\n财政总收入|4200|5.0|4500|7.1%',
      null,
      ['财政总收入 2024: 4200万元 5.0%', '财政总收入 2025: 4500万元 7.1%'],
    ],
    [
      'a head in two lines under a title',
      '青禾镇2025年主要经济指标完成情况||||\n单位：万元||||\n指标名称|2024年||2025年|\n|数值|增速|数值|增速\n财政总收入|4200|5|4500|7.1\n税收收入|3100|下降2.4%|3200|3.2',
      null,
      [
        '财政总收入 2024: 4200万元 5%',
        '财政总收入 2025: 4500万元 7.1%',
        '税收收入 2024: 3100万元 -2.4%',
        '税收收入 2025: 3200万元 3.2%',
      ],
    ],
    [
      'results and targets with words',
      '指标|计量单位|2025年实绩|2025年完成率|2026年目标\n规模以上工业增加值|亿元|2.1|103%|增长8%以上\n新增就业|人|1200||1000人以上',
      null,
      [
        '规模以上工业增加值 2025: 2.1亿元',
        '规模以上工业增加值 2026 target: 8%>=',
        '新增就业 2025: 1200人',
        '新增就业 2026 target: 1000人>=',
      ],
    ],
    [
      'years named from the year of the report',
      '指标|单位|去年|今年目标|今年目标增长\n招商引资到位资金|亿元|3.2|3.5|9.4',
      2026,
      ['招商引资到位资金 2025: 3.2亿元', '招商引资到位资金 2026 target: 3.5亿元 9.4%'],
    ],
    [
      'years as rows',
      '年份|地区生产总值（亿元）|增速（%）|财政总收入（万元）|同比\n2023年|8.57|3.1|4000|3.1\n2024|8.30|-3.2|4200|5',
      null,
      [
        '地区生产总值 2023: 8.57亿元 3.1%',
        '财政总收入 2023: 4000万元 3.1%',
        '地区生产总值 2024: 8.30亿元 -3.2%',
        '财政总收入 2024: 4200万元 5%',
      ],
    ],
    [
      'a row for each figure',
      '指标|年度|数值|单位|增长\n粮食总产量|2024|1.20|万吨|1.2\n粮食总产量|2025|1.26|万吨|5.0',
      null,
      ['粮食总产量 2024: 1.20万吨 1.2%', '粮食总产量 2025: 1.26万吨 5.0%'],
    ],
    [
      'parts of a year',
      '指标|单位|2025年上半年|2025年一季度|2025年1—9月\n财政总收入|万元|2100|900|3300',
      null,
      [
        '财政总收入 2025half-year: 2100万元',
        '财政总收入 2025first-quarter: 900万元',
        '财政总收入 2025three-quarters: 3300万元',
      ],
    ],
    [
      'numbered names, headings between the rows and a note below',
      '指标|2025年\n一、经济运行|\n1.GDP（亿元）|8.72\n2.财政总收入（万元）|4500\n二、民生|\n3.新增就业（人）|1200\n注：以上为快报数。|',
      null,
      ['地区生产总值 2025: 8.72亿元', '财政总收入 2025: 4500万元', '新增就业 2025: 1200人'],
    ],
    [
      'years as rows, and no word over them',
      '|地区生产总值（亿元）|增速\n2023年|8.57|3.1\n2024年|8.30|-3.2',
      null,
      ['地区生产总值 2023: 8.57亿元 3.1%', '地区生产总值 2024: 8.30亿元 -3.2%'],
    ],
    [
      'no word over the names',
      '|2024年|2025年\n森林覆盖率（%）|41.20|41.35',
      null,
      ['森林覆盖率 2024: 41.20%', '森林覆盖率 2025: 41.35%'],
    ],
    [
      'growth in points and in the unit of the value',
      '指标|单位|2025年|2025年比上年增减\n城镇化率|%|62.5|1.2个百分点\n粮食总产量|吨|12000|减少350吨',
      null,
      ['城镇化率 2025: 62.5% 1.2百分点', '粮食总产量 2025: 12000吨 -350吨'],
    ],
    [
      'signs of about and at least, full-width digits, thousands',
      '指标|单位|2026年目标\n财政总收入|万元|≥９，０００\n公路硬化|公里|约12.5\n用水总量|万立方米|1,200以内',
      null,
      ['财政总收入 2026 target: 9000万元>=', '公路硬化 2026 target: 12.5公里~', '用水总量 2026 target: 1200万立方米<='],
    ],
  ])('%s', (_, text, year, expected) => {
    const { changes, problems } = read(text, year === null ? {} : { year })
    expect(changes.map(shown).sort()).toEqual(expected.toSorted())
    expect(problems).toEqual([])
  })

  test.each(['', '关于报送情况的说明', '甲|乙\n丙|丁'])('%j has no head', (text) => {
    expect(guessMapping(tableOf(text), 2026)).toBeUndefined()
  })

  test('headings become groups of the rows below', () => {
    const { rowEdits } = read('指标|2025年\n一、经济运行|\n财政总收入（万元）|4500\n二、民生|\n新增就业（人）|1200')
    expect(rowEdits).toMatchObject([
      { edit: 'addRow', row: { indicator: '财政总收入', unit: '万元', group: '经济运行' } },
      { edit: 'addRow', row: { indicator: '新增就业', unit: '人', group: '民生' } },
    ])
  })

  test('a mapping that people changed is followed', () => {
    const text = '指标|单位|本期\n财政总收入|万元|4500'
    expect(read(text).problems).toMatchObject([{ reason: 'noYear', row: 1, column: 2, words: '4500' }])
    const changed = read(text, { mapping: { year: 2025 } })
    expect(changed.changes.map(shown)).toEqual(['财政总收入 2025: 4500万元'])
    const columns: SheetMapping['columns'] = [
      { means: 'indicator' },
      { means: 'nothing' },
      { means: 'growth', year: 2025 },
    ]
    expect(read(text, { mapping: { columns } }).changes.map(shown)).toEqual(['财政总收入 2025: 4500%'])
  })
})

test.each([
  ['亿元', '增长8%以上', { value: null, growth: '8', growthUnit: '%', bound: '>=' }],
  ['亿元', '8%左右', { value: null, growth: '8', growthUnit: '%', bound: '~' }],
  ['亿元', '0.5个百分点', { value: null, growth: '0.5', growthUnit: '百分点' }],
  ['', '下降8%', { value: null, growth: '-8', growthUnit: '%' }],
  ['%', '提高1.2个百分点', { value: null, growth: '1.2', growthUnit: '百分点' }],
  ['%', '62.5%', { value: '62.5', unit: '%', growth: null }],
  ['', '62.5%', { value: '62.5', unit: '%', growth: null }],
])('a target column of %j that says %s', (unit, words, content) => {
  expect(read(`指标|单位|2026年目标\n农产品加工转化率|${unit}|${words}`).changes).toMatchObject([{ after: content }])
})

describe('against the ledger', () => {
  const ledger = sampleLedger()

  test('what says the same changes nothing: other zeros, another magnitude, another name', () => {
    const same = '指标|单位|2024年|2024年增速\n财政总收入|亿元|0.42|5\nGDP|万元|83000|-3.20'
    expect(read(same, { ledger }).changes).toEqual([])
  })

  test('a change shows what was there and what will be; state and source follow', () => {
    const { changes } = read('指标|单位|2024年\n财政总收入|万元|4210', { ledger })
    expect(changes).toMatchObject([
      {
        place: { indicator: '财政总收入', year: 2024, period: 'year', kind: 'result' },
        before: { value: '4200', growth: '5.0', state: 'confirmed' },
        after: {
          value: '4210',
          growth: '5.0',
          unit: '万元',
          state: 'reported',
          source: { file: '报数.xlsx', sentence: '' },
        },
        at: { table: 0, row: 1, column: 2 },
      },
    ])
  })

  test('only what is accepted is done, and everything else of the ledger stays', () => {
    const imported = read('指标|单位|2024年|2026年\n财政总收入|万元|4210|4900', { ledger })
    const edits = sheetEdits(imported, imported.changes.slice(1))
    const edited = editLedger(ledger, edits, { at: '2026-01-08T09:30:00', by: '程远山' })
    const [before, after] = [ledger, edited].map(({ rows }) => rows[0]?.figures.map(said))
    expect(after?.filter((one) => !before?.includes(one))).toEqual(['4900万元'])
    expect(after).toHaveLength((before?.length ?? 0) + 1)
    expect((kept(edited) as unknown[]).slice(1)).toEqual((kept(ledger) as unknown[]).slice(1))
  })

  test('a state may come with its figure, and departments of rows are taken over', () => {
    const { changes, rowEdits } = read('指标|归口部门|2025年|2025年状态\n城镇化率|规建办|62.5|已确认', { ledger })
    expect(changes.map(({ after }) => after.state)).toEqual(['confirmed'])
    expect(rowEdits).toEqual([{ edit: 'changeRow', indicator: '城镇化率', change: { department: '规建办' } }])
  })
})

describe('what cannot be read is listed with its reason', () => {
  test.each([
    ['指标|单位|2025年\n财政总收入|万元|待定', 'noNumber 1:2 待定'],
    ['指标|单位|2025年\n财政总收入|万元|4500；4600', 'noNumber 1:2 4500；4600'],
    ['指标|单位|2025年\n|万元|4500', 'noIndicator 1:2 4500'],
    ['指标|单位|2025年\n' + '长'.repeat(61) + '|万元|4500', `badName 1:– ${'长'.repeat(60)}`],
    ['指标|单位|2025年\n财政总收入|户|4500', 'otherMeasure 1:2 4500户'],
    ['指标|单位|2025年\n财政总收入|万元|4500\n财政总收入|万元|4600', 'twice 2:2 4600'],
    ['指标|单位|2025年|2025年状态\n财政总收入|万元|4500|大概', 'unknownState 1:3 大概'],
  ])('%s', (text, expected) => {
    const { problems } = read(text, { ledger: sampleLedger() })
    expect(problems.map(({ reason, row, column, words }) => `${reason} ${row}:${column ?? '–'} ${words}`)).toEqual([
      expected,
    ])
  })

  test('the same figure twice and alike is no problem', () => {
    expect(read('指标|2025年|2025年\n新增就业（人）|1200|1200').problems).toEqual([])
  })

  test('rows that the ledger has no room for', () => {
    const names = Array.from({ length: 2001 }, (_, index) => `村${index}用水（吨）|${index}`)
    const { rowEdits, changes, problems } = read(['指标|2025年', ...names].join('\n'))
    expect([rowEdits.length, changes.length]).toEqual([2000, 2000])
    expect(problems).toEqual([{ table: 0, row: 2001, column: null, reason: 'tooManyRows', words: '村2000用水' }])
  })
})
