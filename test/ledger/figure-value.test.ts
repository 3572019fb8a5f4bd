import { describe, expect, test } from 'vitest'
import { formatDecimal } from '../../shared/numbers/decimal.ts'
import { inUnit, intervalOfValue, roundedIn, splitUnit } from '../../shared/ledger/figure-value.ts'

describe('a unit is a magnitude and a measure', () => {
  test.each([
    ['亿元', '亿', '元'],
    ['万元', '万', '元'],
    ['万亩', '万', '亩'],
    ['万千瓦', '万', '千瓦'],
    ['千瓦', '', '千瓦'],
    ['千米', '', '千米'],
    ['千克', '', '千克'],
    ['千户', '千', '户'],
    ['百分点', '', '百分点'],
    ['%', '', '%'],
    ['元', '', '元'],
    ['万', '万', ''],
    ['', '', ''],
  ])('%s', (unit, magnitude, measure) => {
    expect(splitUnit(unit)).toEqual({ magnitude, measure })
  })
})

describe('a value in another unit keeps its printed digits', () => {
  test.each([
    ['8.30', '亿元', '万元', '83000'],
    ['83000', '万元', '亿元', '8.3000'],
    ['1.2', '亿元', '元', '120000000'],
    ['23170', '元', '万元', '2.3170'],
    ['-3.5', '万元', '元', '-35000'],
    ['5.5', '%', '%', '5.5'],
    ['12', '千米', '公里', '12'],
  ])('%s%s = %s', (value, from, to, expected) => {
    expect(inUnit(value, from, to)).toBe(expected)
  })

  test.each([
    ['1.2', '亿元', '万亩'],
    ['5.5', '%', '‰'],
    ['3', '公顷', '亩'],
  ])('%s%s is not printed in %s', (value, from, to) => {
    expect(inUnit(value, from, to)).toBeUndefined()
  })
})

test.each([
  ['12345', '万元', '亿元', 2, '1.23'],
  ['12350', '万元', '亿元', 2, '1.24'],
  ['1.2', '亿元', '万元', 0, '12000'],
  ['6.14', '%', '%', 1, '6.1'],
])('%s%s rounded in %s', (value, from, to, decimals, expected) => {
  expect(roundedIn(value, from, to, decimals)).toBe(expected)
})

test.each([
  ['8.2', '亿元', '815000000', '825000000'],
  ['8.20', '亿元', '819500000', '820500000'],
  ['6.1', '‰', '0.605', '0.615'],
  ['3000', '亩', '1999666.667', '2000333.333'],
])('%s%s stands for every value that rounds to it', (value, unit, low, high) => {
  const { low: from, high: to } = intervalOfValue(value, unit)
  const digits = low.split('.')[1]?.length ?? 0
  expect(from && formatDecimal(from, digits)).toBe(low)
  expect(to && formatDecimal(to, digits)).toBe(high)
})
