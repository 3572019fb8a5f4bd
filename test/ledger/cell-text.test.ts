import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellText, readCell } from '../../shared/ledger/cell-text.ts'
import { emptyContent, type FigureContent } from '../../shared/ledger/ledger.ts'

describe('what is typed into a cell', () => {
  test.each([
    ['4126', '万元', { value: '4126' }],
    [' 4,126.50 ', '万元', { value: '4126.50' }],
    ['４１２６', '万元', { value: '4126' }],
    ['4126 +12.1%', '万元', { value: '4126', growth: '12.1' }],
    ['4126 -3%', '万元', { value: '4126', growth: '-3' }],
    ['1.2亿元，增长6%', '万元', { value: '1.2', unit: '亿元', growth: '6' }],
    ['1.2亿元，同比下降6.5%', '亿元', { value: '1.2', growth: '-6.5' }],
    ['完成4126万元', '万元', { value: '4126' }],
    ['12.1%', '万元', { growth: '12.1' }],
    ['-3.5%', '万元', { growth: '-3.5' }],
    ['98.7%', '%', { value: '98.7' }],
    ['98.7', '%', { value: '98.7' }],
    ['98.7%，提高0.5个百分点', '%', { value: '98.7', growth: '0.5', growthUnit: '百分点' }],
    ['-2.1', '‰', { value: '-2.1' }],
    ['增长8%以上', '万元', { growth: '8', bound: '>=' }],
    ['9000万元以上', '万元', { value: '9000', bound: '>=' }],
    ['控制在4%以内', '%', { value: '4', bound: '<=' }],
    ['增长9%左右', '亿元', { growth: '9', bound: '~' }],
    ['320公里', '', { value: '320', unit: '公里' }],
    ['', '万元', {}],
    ['—', '万元', {}],
  ])('%s (%s)', (text, unit, expected) => {
    const { value, growth, growthUnit, bound } = emptyContent(unit)
    expect(readCell(text, unit)).toEqual({ ok: true, content: { value, unit, growth, growthUnit, bound, ...expected } })
  })

  test.each([
    ['四千多', '万元', 'noNumber'],
    ['=SUM(A1:A3)', '万元', 'noNumber'],
    ['4126万元和3682万元', '万元', 'noNumber'],
    ['300亩', '万元', 'otherMeasure'],
    ['4126元', '%', 'otherMeasure'],
  ])('%s (%s) is refused: %s', (text, unit, problem) => {
    expect(readCell(text, unit)).toEqual({ ok: false, problem })
  })
})

test.each([
  [{ value: '12', unit: '亿元', growth: '6.2', bound: '>=' }, '12亿元以上 +6.2%'],
  [{ value: '7', unit: '亿元', growth: '10', bound: '~' }, '7亿元左右 +10%'],
  [{ value: '7', unit: '万元', growth: '-3', bound: '<=' }, '7以内 -3%'],
  [{ growth: '9', bound: '>=' }, '+9%以上'],
  [{ value: '3', unit: '亿元', bound: '>=' }, '3亿元以上'],
] as [Partial<FigureContent>, string][])('the bound stands behind the number it is said of: %j', (numbers, words) => {
  expect(cellText({ ...emptyContent('万元'), ...numbers }, '万元')).toBe(words)
})

test('a cell is edited as what it is read from', () => {
  const decimal = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(2)).map(([n, digits]) => n.toFixed(digits))
  const content = fc.record({
    value: fc.option(decimal.filter((text) => !text.startsWith('-'))),
    unit: fc.constantFrom('万元', '亿元'),
    growth: fc.option(decimal.filter((text) => Number(text) !== 0)),
    growthUnit: fc.constantFrom('%' as const, '百分点' as const),
    bound: fc.constantFrom('' as const, '>=' as const, '<=' as const, '~' as const),
  })
  fc.assert(
    fc.property(content, (numbers) => {
      const figure: FigureContent = { ...emptyContent('万元'), ...numbers }
      const read = readCell(cellText(figure, '万元'), '万元')
      if (figure.value === null && figure.growth === null) return
      expect(read.ok && read.content).toEqual({
        ...numbers,
        unit: figure.value === null ? '万元' : numbers.unit,
        growthUnit: figure.growth === null ? '%' : numbers.growthUnit,
      })
    }),
  )
})
