import { expect, test } from 'vitest'
import {
  digitsLike,
  intervalLike,
  percentRange,
  printedAmount,
  printedRate,
  showBeside,
} from '../../shared/checks/amounts.ts'
import { parseDecimal } from '../../shared/numbers/decimal.ts'
import { quantityOf } from '../support/quantity-of.ts'

test.each([
  ['近3000万元', '3000万元'],
  ['3000万元以上', '3000万元'],
  ['3000万元及以上', '3000万元'],
  ['300亩以下', '300亩'],
  ['300亩以内', '300亩'],
  ['300亩之内', '300亩'],
  ['约12.5亿元', '12.5亿元'],
  ['12.5亿元左右', '12.5亿元'],
  ['12.5亿元上下', '12.5亿元'],
])('the amount of %s is %s', (words, amount) => {
  expect(printedAmount(quantityOf(words))).toBe(amount)
})

test.each([
  ['32.2', 2, '32.2'], // not 32.20
  ['32.25', 2, '32.25'],
  ['32.254', 1, '32.3'],
  ['32', 0, '32'],
])('%s with %i digits is %s', (value, decimals, digits) => {
  expect(digitsLike(parseDecimal(value), decimals)).toBe(digits)
})

test.each([
  ['966000000', '987000000', '9.8亿元', '9.66～9.87亿元'],
  ['966000000', '966000000', '9.8亿元', '9.66亿元'],
  ['966000000', null, '9.8亿元', '≥ 9.66亿元'],
  [null, '966000000', '9.8亿元', '≤ 9.66亿元'],
  ['-36.25', '12.25', '36.5亩', '−36.25～12.25亩'],
  ['36.4', '36.4', '36户', '36户'], // there is no half a household
  ['245678345', '245678345', '2.4567亿元', '2.4568亿元'], // no digit more than four
  ['245678345', '245678345', '2.457亿元', '2.4568亿元'],
])('%s to %s in the unit of %s: %s', (low, high, model, shown) => {
  const border = (value: string | null) => (value === null ? null : parseDecimal(value))
  expect(intervalLike({ low: border(low), high: border(high) }, quantityOf(model))).toBe(shown)
})

test.each([
  ['30.25', '34.19', 0, '30.3%～34.2%'],
  ['-3.155', '3.142', 2, '−3.16%～3.14%'],
  ['25', '25', 0, '25.0%'],
  ['25', null, 0, ''],
  [null, '25', 0, ''],
])('%s to %s with %i digits: %s', (low, high, decimals, shown) => {
  const border = (value: string | null) => (value === null ? null : parseDecimal(value))
  expect(percentRange({ low: border(low), high: border(high) }, decimals)).toBe(shown)
})

test.each([
  ['7.8亿元', '5.9亿元', ['7.8', '5.9']],
  ['1.2亿元', '9600万元', ['1.2亿元', '9600万元']],
  ['120亩', '9公顷', ['120亩', '9公顷']],
  ['近120亩', '96亩', ['120', '96']],
])('%s beside %s', (a, b, shown) => {
  const both = [quantityOf(a), quantityOf(b)] as const
  expect(both.map(showBeside(...both))).toEqual(shown)
})

test('a rate is shown with the direction of its words', () => {
  expect(printedRate(quantityOf('3.1%'), 1)).toBe('3.1%')
  expect(printedRate(quantityOf('3.1%'), -1)).toBe('−3.1%')
})
