import { describe, expect, test } from 'vitest'
import { findConflicts, growthAgreement } from '../../shared/ledger/conflicts.ts'
import { readLedgerReport } from '../../shared/ledger/read-report.ts'
import { indicators, pastReport } from './past-report.ts'

/** What the report of 2025 says of 2024, and that of 2026 says of 2024 and 2025. */
function conflictsOf(first: string, later: string): string[] {
  const readings = [pastReport(2026, later), pastReport(2025, first)].map((one) => readLedgerReport(one, indicators))
  return findConflicts(readings, indicators).map(({ cell, by, implied, guess, first, later }) => {
    const other = implied ? implied.range + implied.unit : `${later.content.value ?? ''}${later.content.unit}`
    return `${cell.indicator} ${cell.year} ${by} ${first.content.value ?? ''}${first.content.unit}/${other} ${guess}`
  })
}

describe('two reports on one year', () => {
  test.each<[string, string, string[]]>([
    // The later one names the value of the year before.
    ['财政总收入完成12.6亿元。', '财政总收入由2024年的12.6亿元增加到13.8亿元。', []],
    ['财政总收入完成12.6亿元。', '财政总收入由2024年的12.58亿元增加到13.8亿元。', []],
    ['财政总收入完成12.6亿元。', '财政总收入由2024年的126000万元增加到13.8亿元。', []],
    [
      '财政总收入完成12.6亿元。',
      '财政总收入由2024年的12.3亿元增加到13.8亿元。',
      ['财政总收入 2024 value 12.6亿元/12.3亿元 revised'],
    ],
    [
      '财政总收入完成12.6亿元。',
      '财政总收入由2024年的10.1亿元增加到13.8亿元。',
      ['财政总收入 2024 value 12.6亿元/10.1亿元 check'],
    ],
    [
      '财政总收入完成12.6亿元。',
      '全口径财政收入由2024年的17.3亿元增加到18.8亿元。',
      ['财政总收入 2024 value 12.6亿元/17.3亿元 scope'],
    ],
    [
      '预计财政总收入完成12.6亿元。',
      '财政总收入由2024年的10.1亿元增加到13.8亿元。',
      ['财政总收入 2024 value 12.6亿元/10.1亿元 revised'],
    ],
    ['财政总收入完成约12.6亿元。', '财政总收入由2024年的12.9亿元增加到13.8亿元。', []],
    // It gives only the growth.
    ['一般公共预算收入完成8亿元。', '一般公共预算收入完成8.8亿元，增长10%。', []],
    [
      '一般公共预算收入完成8.00亿元。',
      '一般公共预算收入完成8.96亿元，增长10%。',
      ['一般公共预算收入 2024 growth 8.00亿元/8.104～8.187亿元 revised'],
    ],
    [
      '一般公共预算收入完成8.00亿元。',
      '一般公共预算收入完成9.90亿元，增长10%。',
      ['一般公共预算收入 2024 growth 8.00亿元/8.955～9.046亿元 check'],
    ],
    [
      '一般公共预算收入完成8.00亿元。',
      '一般公共预算收入完成9.90亿元，同口径增长10%。',
      ['一般公共预算收入 2024 growth 8.00亿元/8.955～9.046亿元 scope'],
    ],
    ['城镇化率达到56%。', '城镇化率达到58.3%，提高1.2个百分点。', ['城镇化率 2024 growth 56%/57.0～57.2% revised']],
    [
      '规模以上工业企业达到50家。',
      '规模以上工业企业达到64家，比上年增加6家。',
      ['规模以上工业企业数 2024 growth 50家/57.0～59.0家 check'],
    ],
    // Growth in comparable prices says nothing of values at current prices.
    ['地区生产总值完成80亿元。', '地区生产总值完成92亿元，增长6%。', []],
    // A new name is a new series.
    ['农民人均纯收入9800元。', '农村居民人均可支配收入13200元，增长9%。', []],
    // Other periods and targets are other cells.
    ['五年来，累计完成固定资产投资510亿元。', '固定资产投资由2024年的120亿元增加到131亿元。', []],
  ])('%s / %s', (first, later, expected) => {
    expect(conflictsOf(first, later)).toEqual(expected)
  })

  test('of one report no conflict is made, nor of the same report twice', () => {
    const text = '固定资产投资完成131亿元，增长10%。固定资产投资由2024年的118亿元增加到131亿元。'
    const reading = readLedgerReport(pastReport(2026, text), indicators)
    expect(findConflicts([reading], indicators)).toEqual([])
    expect(findConflicts([reading, reading], indicators)).toEqual([])
  })
})

describe('growth against two published values', () => {
  test.each<[string, string, string]>([
    ['一般公共预算收入完成8.00亿元。', '一般公共预算收入完成8.80亿元，增长10%。', 'agrees'],
    ['一般公共预算收入完成3亿元。', '一般公共预算收入完成4亿元，增长30%。', 'coarse'],
    ['一般公共预算收入完成8.00亿元。', '一般公共预算收入完成8.80亿元。', 'incomparable'],
    ['一般公共预算收入增长7%。', '一般公共预算收入完成8.80亿元，增长10%。', 'incomparable'],
    ['地区生产总值完成80亿元。', '地区生产总值完成92亿元，增长6%。', 'comparablePrices'],
    ['农民人均纯收入5000元。', '农民人均纯收入6000元，扣除价格因素实际增长15%。', 'comparablePrices'],
    ['预计一般公共预算收入完成8.00亿元。', '一般公共预算收入完成9.90亿元，增长10%。', 'estimate'],
    ['本科上线460人。', '高考一本上线820人，增长5%。', 'scope'],
    ['固定资产投资完成80.0亿元。', '固定资产投资完成99.0亿元，增长10%。', 'check'],
    ['固定资产投资完成80.0亿元。', '固定资产投资完成90.0亿元，增长10%。', 'revised'],
  ])('%s / %s: %s', (first, later, expected) => {
    const [a, b] = [pastReport(2025, first), pastReport(2026, later)].map((one) =>
      readLedgerReport(one, indicators).proposals.find(({ known }) => known),
    )
    expect(a && b && growthAgreement(a, b, indicators)).toBe(expected)
  })

  test('a year in which the catalogue begins a new series', () => {
    const [a, b] = [
      pastReport(2018, '固定资产投资完成80.0亿元。'),
      pastReport(2019, '固定资产投资完成99.0亿元，增长10%。'),
    ].map((one) => readLedgerReport(one, indicators).proposals[0])
    expect(a && b && growthAgreement(a, b, indicators)).toBe('newSeries')
  })
})
