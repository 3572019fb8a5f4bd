import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal, fraction } from '../../shared/numbers/decimal.ts'
import { findQuantities } from '../../shared/numbers/find-quantities.ts'
import {
  baseIntervalOf,
  contains,
  differenceOf,
  disjoint,
  formatInterval,
  impliedCurrent,
  impliedGrowth,
  intervalOf,
  point,
  printedGrowth,
  productOf,
  ratioOf,
  sameDimension,
  shareOf,
  sumOf,
  tooCoarse,
  weightedGrowth,
  type Interval,
  type Reading,
} from '../../shared/numbers/interval.ts'
import type { Quantity } from '../../shared/numbers/quantity.ts'

/** The only figure of a few words. */
function figure(words: string): Quantity {
  const [found] = findQuantities(`为${words}。`)
  if (!found) throw new Error(`no figure in ${words}`)
  return found
}

const shown = (interval: Interval | undefined, digits = 2): string =>
  interval ? formatInterval(interval, digits) : 'undefined'

describe('what printed digits stand for', () => {
  it.each<[string, string, string]>([
    ['9.6亿元', '955000000～965000000', '955000000～965000000'],
    ['4700万元', '46995000～47005000', '46500000～47500000'],
    ['3585元', '3584.50～3585.50', '3584.50～3585.50'],
    ['13.5%', '13.45～13.55', '13.45～13.55'],
    ['30%', '29.50～30.50', '29.50～30.50'],
    ['378宗', '378.00', '378.00'],
    ['13000头', '13000.00', '12500.00～13500.00'],
    ['6.4万头', '63500.00～64500.00', '63500.00～64500.00'],
    ['约40万元', '380000.00～420000.00', '380000.00～420000.00'],
    ['近4000万元', '36000000～40000000', '36000000～40000000'],
    ['300余亩', '299.50～400.00', '≥250.00'],
    ['3100余亩', '3099.50～3200.00', '≥3050.00'],
    ['2000多亩', '1999.50～3000.00', '≥1500.00'],
    ['突破2000万元', '19995000～30000000', '≥15000000'],
    ['5‰以内', '0.00～5.50', '≤5.50'],
    ['增长三成', '25.00～35.00', '25.00～35.00'],
  ])('%s', (words, narrow, wide) => {
    const quantity = figure(words)
    const digits = narrow.includes('.') ? 2 : 0
    expect(shown(intervalOf(quantity, 'narrow'), digits)).toBe(narrow)
    expect(shown(intervalOf(quantity, 'wide'), digits)).toBe(wide)
  })

  it('compares units of one dimension and never currencies', () => {
    expect(shown(baseIntervalOf(figure('2公顷')), 0)).toBe('15000～25000')
    expect(shown(baseIntervalOf(figure('30亩')), 0)).toBe('19667～20333')
    expect(sameDimension(figure('3吨'), figure('6000斤'))).toBe(true)
    expect(sameDimension(figure('3万元'), figure('3万美元'))).toBe(false)
    expect(sameDimension(figure('3吨'), figure('3亩'))).toBe(false)
  })
})

describe('growth', () => {
  it.each<[string, string, string, boolean]>([
    // prior, current, printed, contradiction
    ['1.62亿元', '2亿元', '23%', false], // one digit of 2亿 leaves much room
    ['6.1亿元', '7.9亿元', '24.6%', true],
    ['3418元', '3760元', '10%', false],
    ['3418元', '3760元', '7%', true],
    ['82微克/立方米', '69微克/立方米', '15.85%', true], // a fall
    ['2713万元', '3527万元', '30%', false],
  ])('%s → %s printed %s', (prior, current, printed, contradiction) => {
    const implied = impliedGrowth(figure(prior), figure(current))
    if (!implied) throw new Error('no growth')
    expect(disjoint(implied, printedGrowth(figure(printed)))).toBe(contradiction)
  })

  it('of a fall is negative', () => {
    const implied = impliedGrowth(figure('82微克/立方米'), figure('69微克/立方米'))
    expect(implied && disjoint(implied, printedGrowth(figure('15.85%'), -1))).toBe(false)
  })

  it('too coarse to decide: 3 → 4 implies 0 to 80 percent', () => {
    const implied = impliedGrowth(figure('3亿元'), figure('4亿元'))
    expect(shown(implied)).toBe('0.00～80.00')
    expect(implied && tooCoarse(implied, printedGrowth(figure('33%')))).toBe(true)
    const fine = impliedGrowth(figure('2713万元'), figure('3527万元'))
    expect(fine && tooCoarse(fine, printedGrowth(figure('30%')))).toBe(false)
  })

  it('is not had from zero, other units, or without a bound', () => {
    expect(impliedGrowth(figure('0.0亿元'), figure('5亿元'))).toBeUndefined()
    expect(impliedGrowth(figure('3亩'), figure('5吨'))).toBeUndefined()
    expect(shown(impliedGrowth(figure('200亩'), figure('300余亩'), 'wide'))).toBe('≥0.00')
  })

  it('of doubling and multiples is read in percent', () => {
    expect(shown(printedGrowth(figure('翻一番')), 0)).toBe('100')
    expect(shown(printedGrowth(figure('1.5倍')), 0)).toBe('145～155')
  })

  it('gives the value that would fit', () => {
    expect(shown(impliedCurrent(figure('3418元'), point(fraction(10n))), 1)).toBe('3759.3～3760.4')
  })
})

describe('sums, shares and products', () => {
  it('add with all their rounding', () => {
    const taxes = sumOf([figure('5.2亿元'), figure('4.1亿元'), figure('2600万元')])
    expect(shown(taxes, 0)).toBe('945995000～966005000')
    expect(taxes && disjoint(taxes, intervalOf(figure('9.6亿元')))).toBe(false)
    const cases = sumOf([figure('158宗'), figure('219宗')])
    expect(cases && disjoint(cases, intervalOf(figure('378宗')))).toBe(true)
    expect(sumOf([])).toBeUndefined()
    expect(sumOf([figure('3亩'), figure('5吨')])).toBeUndefined()
  })

  it('divide and multiply', () => {
    expect(shown(shareOf(figure('6.31亿元'), figure('13.9亿元')))).toBe('45.20～45.60')
    expect(shown(ratioOf(figure('3150吨'), figure('2100亩')))).toBe('1.50')
    expect(shown(productOf(figure('40000元'), figure('10人')), 0)).toBe('399995～400005')
    expect(shown(differenceOf(figure('7.21‰'), figure('8.05‰')), 3)).toBe('-0.085～-0.083')
  })

  it('weigh the growth of parts', () => {
    const parts = [
      { current: figure('5.2亿元'), growth: printedGrowth(figure('19%')) },
      { current: figure('4.1亿元'), growth: printedGrowth(figure('18%')) },
      { current: figure('2600万元'), growth: printedGrowth(figure('10%')) },
    ]
    const mean = weightedGrowth(parts)
    expect(mean && disjoint(mean, printedGrowth(figure('18.3%')))).toBe(false)
    expect(mean && disjoint(mean, printedGrowth(figure('19.6%')))).toBe(true)
    expect(weightedGrowth([])).toBeUndefined()
  })
})

/** A true value and how a clerk prints it with so many digits. */
const printed = fc
  .record({ units: fc.integer({ min: 100_000, max: 9_999_999 }), digits: fc.integer({ min: 0, max: 3 }) })
  .map(({ units, digits }) => {
    const value = fraction(BigInt(units), 1000n)
    return { value, quantity: figure(`${formatDecimal(value, digits)}万元`) }
  })
const reading = fc.constantFrom<Reading>('narrow', 'wide')

describe('no false alarm, whatever the figures', () => {
  it('a true value lies in the interval of its print', () => {
    fc.assert(
      fc.property(printed, reading, ({ value, quantity }, how) => {
        const tenThousand = fraction(value.num * 10_000n, value.den)
        expect(contains(intervalOf(quantity, how), tenThousand)).toBe(true)
      }),
    )
  })

  it('a growth rounded from true values never contradicts their prints', () => {
    fc.assert(
      fc.property(printed, printed, fc.integer({ min: 0, max: 2 }), reading, (prior, current, digits, how) => {
        const growth = fraction(
          (current.value.num * prior.value.den - prior.value.num * current.value.den) * 100n,
          prior.value.num * current.value.den,
        )
        const text = formatDecimal(growth, digits)
        const sign = text.startsWith('-') ? -1 : 1
        const implied = impliedGrowth(prior.quantity, current.quantity, how)
        expect(implied).toBeDefined()
        expect(implied && disjoint(implied, printedGrowth(figure(`${text.replace('-', '')}%`), sign, how))).toBe(false)
      }),
    )
  })

  it('a total rounded from its parts never contradicts them', () => {
    fc.assert(
      fc.property(
        fc.array(printed, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 0, max: 2 }),
        (parts, digits) => {
          const total = parts.reduce(
            (sum, part) => fraction(sum.num * part.value.den + part.value.num * sum.den, sum.den * part.value.den),
            fraction(0n),
          )
          const sum = sumOf(parts.map((part) => part.quantity))
          expect(sum && disjoint(sum, intervalOf(figure(`${formatDecimal(total, digits)}万元`)))).toBe(false)
        },
      ),
    )
  })

  it('a share rounded from true values never contradicts them', () => {
    fc.assert(
      fc.property(printed, printed, (part, whole) => {
        const share = fraction(part.value.num * whole.value.den * 100n, part.value.den * whole.value.num)
        const implied = shareOf(part.quantity, whole.quantity)
        expect(implied && disjoint(implied, intervalOf(figure(`${formatDecimal(share, 1)}%`)))).toBe(false)
      }),
    )
  })

  it('a mean rounded from true rates and weights never contradicts them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(printed, fc.integer({ min: 0, max: 400 })), { minLength: 2, maxLength: 5 }),
        (rows) => {
          const parts = rows.map(([{ quantity }, tenths]) => ({
            current: quantity,
            growth: printedGrowth(figure(`${formatDecimal(fraction(BigInt(tenths), 10n), 1)}%`)),
          }))
          let now = 0
          let before = 0
          for (const [{ value }, tenths] of rows) {
            const amount = Number(value.num) / Number(value.den)
            now += amount
            before += amount / (1 + tenths / 1000)
          }
          const mean = weightedGrowth(parts)
          const text = ((now / before - 1) * 100).toFixed(1)
          expect(mean && disjoint(mean, printedGrowth(figure(`${text.replace('-', '')}%`)))).toBe(false)
        },
      ),
    )
  })

  it('the wide reading holds the narrow one', () => {
    fc.assert(
      fc.property(printed, ({ quantity }) => {
        const narrow = intervalOf(quantity, 'narrow')
        const wide = intervalOf(quantity, 'wide')
        expect(narrow.low && contains(wide, narrow.low)).toBe(true)
        expect(narrow.high && contains(wide, narrow.high)).toBe(true)
      }),
    )
  })
})
