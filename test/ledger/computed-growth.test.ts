import { expect, test } from 'vitest'
import { computeGrowth } from '../../shared/ledger/computed-growth.ts'
import { ledgerOf, type Cell } from '../support/ledgers.ts'
import { checkLists } from '../support/check-data.ts'

function growthOf(now: Cell, before: Cell, indicator: string): string | undefined {
  const ledger = ledgerOf({ year: 2024, ...before }, now)
  const row = ledger.rows.find((one) => one.indicator === indicator)
  const figure = row?.figures.find(({ year, kind }) => year === (now.year ?? 2025) && kind === (now.kind ?? 'result'))
  const growth = row && figure && computeGrowth(row, figure, checkLists.indicators)
  return growth && growth.value + growth.unit
}

const budget = '一般公共预算收入'
const cell = (value: string, unit: string, indicator = budget, more: Partial<Cell> = {}): Cell => ({
  indicator,
  value,
  unit,
  ...more,
})

test.each<[string, Cell, Cell, string | undefined]>([
  ['the digits carry one decimal', cell('4126', '万元'), cell('3681', '万元'), '12.1%'],
  ['exact', cell('4400', '万元'), cell('4000', '万元'), '10%'],
  ['a fall', cell('3681', '万元'), cell('4126', '万元'), '-10.8%'],
  ['whole per cents only', cell('4.13', '亿元'), cell('3.68', '亿元'), '12%'],
  ['nothing', cell('4.1', '亿元'), cell('3.7', '亿元'), undefined],
  ['across units', cell('0.4126', '亿元'), cell('3681', '万元'), '12.1%'],
  ['another measure', cell('4126', '万元'), cell('3681', '吨'), undefined],
  ['from zero', cell('4126', '万元'), cell('0', '万元'), undefined],
  ['an estimate before', cell('4126', '万元'), cell('3681', '万元', budget, { settlement: 'estimate' }), undefined],
  ['an estimate now', cell('4126', '万元', budget, { settlement: 'estimate' }), cell('3681', '万元'), '12.1%'],
  ['two years before', cell('4126', '万元'), cell('3681', '万元', budget, { year: 2023 }), undefined],
  ['a target before', cell('4126', '万元'), cell('3681', '万元', budget, { kind: 'target' }), undefined],
  ['a target now', cell('4126', '万元', budget, { kind: 'target' }), cell('3681', '万元'), undefined],
  [
    'another period',
    cell('4126', '万元', budget, { period: 'half-year' }),
    cell('3681', '万元', budget, { period: 'year' }),
    undefined,
  ],
  [
    'five years',
    cell('4126', '万元', budget, { period: 'term' }),
    cell('3681', '万元', budget, { period: 'term' }),
    undefined,
  ],
  ['counted things are exact', cell('48', '家', '规模以上工业企业数'), cell('40', '家', '规模以上工业企业数'), '20%'],
  ['counted in 万 they are rounded', cell('4.8', '万人', '城镇人口'), cell('4.0', '万人', '城镇人口'), undefined],
  ['shares differ by points', cell('62.5', '%', '城镇化率'), cell('61.3', '%', '城镇化率'), '1.2百分点'],
  ['real prices', cell('61260', '万元', '地区生产总值'), cell('57500', '万元', '地区生产总值'), undefined],
  [
    'real prices by the row',
    cell('61260', '万元', '镇办产值', { prices: 'real' }),
    cell('57500', '万元', '镇办产值'),
    undefined,
  ],
  [
    'real prices against the catalogue',
    cell('4126', '万元', budget, { prices: 'real' }),
    cell('3681', '万元'),
    undefined,
  ],
  [
    'prices of one kind or the other',
    cell('4126', '万元', '工农业总产值'),
    cell('3681', '万元', '工农业总产值'),
    undefined,
  ],
  ['prices not known', cell('61260', '万元', '镇办产值'), cell('57500', '万元', '镇办产值'), undefined],
  [
    'prices said by the row',
    cell('61260', '万元', '镇办产值', { prices: 'nominal' }),
    cell('57500', '万元', '镇办产值'),
    '6.5%',
  ],
  ['tons have no prices', cell('61260', '吨', '黄桃产量'), cell('57500', '吨', '黄桃产量'), '6.5%'],
])('%s', (_, now, before, expected) => {
  expect(growthOf(now, before, now.indicator)).toBe(expected)
})

test('not across a new series', () => {
  const entry = checkLists.indicators.find(({ basis, breaks }) => basis === 'nominal' && (breaks?.length ?? 0) > 0)
  const year = entry?.breaks?.[0] ?? 0
  const name = entry?.name ?? ''
  const before = (at: number): Cell => cell('57500', '万元', name, { year: at })
  expect(growthOf(cell('61260', '万元', name, { year }), before(year - 1), name)).toBeUndefined()
  expect(growthOf(cell('61260', '万元', name, { year: year + 1 }), before(year), name)).toBe('6.5%')
})
