import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shiftDecimal } from '../../shared/numbers/decimal.ts'
import { findQuantities } from '../../shared/numbers/find-quantities.ts'

const digits = fc.oneof(
  fc.integer({ min: 1, max: 999_999 }).map(String),
  fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 99 })).map(([a, b]) => `${a}.${b}`),
)
const magnitude = fc.constantFrom('', '万', '亿', '千万')
const unit = fc.constantFrom('元', '亩', '吨', '人', '户', '平方米', '公里', '家', '头', '度')
const exponents: Record<string, number> = { '': 0, 万: 4, 亿: 8, 千万: 7 }
const before = fc.constantFrom(['', ''], ['近', '<~'], ['约', '~'], ['突破', '>'], ['不少于', '>='])
const after = fc.constantFrom(['', ''], ['以上', '>='], ['左右', '~'], ['以内', '<='])

describe('any digits with any unit and qualifier', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(digits, magnitude, unit, before, after, (number, power, word, [lead], [trail, behind]) => {
        const text = `青禾镇的总数为${lead}${number}${power}${word}${trail}。`
        const [found, ...others] = findQuantities(text)
        expect(others).toEqual([])
        expect(found?.value).toBe(shiftDecimal(number, exponents[power] ?? 0))
        expect(found?.unit).toBe(word)
        if (trail !== '') expect(found?.qualifier).toBe(behind)
      }),
    )
  })

  it('take the qualifier before them where none stands behind', () => {
    fc.assert(
      fc.property(digits, unit, before, (number, word, [lead, qualifier]) => {
        const [found] = findQuantities(`青禾镇的总数为${lead}${number}${word}。`)
        expect(found?.qualifier).toBe(qualifier)
        expect(found?.text).toBe(`${lead}${number}${word}`)
      }),
    )
  })

  it('never overlap, stay in order and inside the text, whatever the text', () => {
    const pieces = fc.constantFrom(
      '一',
      '十',
      '百',
      '万',
      '3',
      '5.5',
      '%',
      '个',
      '年',
      '至',
      '—',
      '第',
      '近',
      '余',
      '元',
      '，',
      '“',
      '”',
      '\n',
      'x',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (words) => {
        const text = words.join('')
        let end = 0
        for (const quantity of findQuantities(text)) {
          expect(quantity.digitsStart).toBeGreaterThanOrEqual(quantity.start)
          expect(quantity.digitsEnd).toBeLessThanOrEqual(quantity.end)
          expect(quantity.start).toBeGreaterThanOrEqual(end)
          expect(quantity.end).toBeLessThanOrEqual(text.length)
          expect(quantity.value).toMatch(/^\d+(\.\d+)?$/)
          end = quantity.end
        }
      }),
      { numRuns: 500 },
    )
  })
})
