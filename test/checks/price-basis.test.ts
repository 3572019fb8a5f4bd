import { expect, test } from 'vitest'
import { countsOtherwise, readBasis } from '../../shared/checks/price-basis.ts'
import { findQuantities } from '../../shared/numbers/find-quantities.ts'
import { checkLists } from '../support/check-data.ts'
import { quantityOf } from '../support/quantity-of.ts'

test.each([
  ['地区生产总值', '8.6亿元', 'real'],
  ['财政总收入', '3618万元', 'nominal'],
  ['黄桃销售收入', '3618万元', 'unknown'], // perhaps in comparable prices
  ['黄桃产量', '3618吨', 'none'],
  ['游客接待量', '36万人次', 'none'],
])('%s of %s: %s', (indicator, value, basis) => {
  expect(readBasis(checkLists.indicators, indicator, quantityOf(value))).toBe(basis)
})

test.each([
  // words beside the figures
  ['完成收入4761万元，实际增长8.4%', true],
  ['完成收入4761万元，实际增速8.4%', true],
  ['完成收入4761万元，实际提高8.4%', true],
  ['完成收入4761万元，按可比价计算增长8.4%', true],
  ['完成收入4761万元，可比增长8.4%', true],
  ['完成收入4761万元，扣除价格上涨增长8.4%', true],
  ['完成收入4761万元，扣除物价上涨增长8.4%', true],
  ['完成收入4761万元，考虑价格因素后增长8.4%', true],
  ['完成收入4761万元，同口径增长8.4%', true],
  ['完成收入4761万元，可比口径增长8.4%', true],
  ['按决算调整完成收入4761万元，增长8.4%', true],
  ['按决算数调整完成收入4761万元，增长8.4%', true],
  ['经核定完成收入4761万元，增长8.4%', true],
  ['经核实完成收入4761万元，增长8.4%', true],
  ['据经济普查完成收入4761万元，增长8.4%', true],
  ['修订后完成收入4761万元，增长8.4%', true],
  ['基数调整后完成收入4761万元，增长8.4%', true],
  ['剔除一次性因素完成收入4761万元，增长8.4%', true],
  ['完成收入4761万元，增长8.4%（不含园区）', true],
  // none
  ['完成收入4761万元，增长8.4%', false],
  ['实际完成收入4761万元，增长8.4%', false],
  // another sentence says it
  ['完成收入4761万元，增长8.4%。人均收入实际增长6.1个百分点', false],
  ['逐户核实到位。完成收入4761万元，增长8.4%', false],
  ['逐户核实到位；完成收入4761万元，增长8.4%', false],
  ['完成收入4761万元，增长8.4%；不含园区', false],
  // too far away
  [`逐户核实到位，${'村村通路，'.repeat(16)}完成收入4761万元，增长8.4%`, false],
  [`完成收入4761万元，增长8.4%，${'村村通路，'.repeat(16)}不含园区`, false],
])('%s: %s', (text, otherwise) => {
  const [value, rate] = findQuantities(text).filter(({ kind }) => kind === 'money' || kind === 'pct')
  expect(value && rate && countsOtherwise(text, value, rate)).toBe(otherwise)
})
