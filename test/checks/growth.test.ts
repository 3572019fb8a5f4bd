import { describe, expect, test } from 'vitest'
import { judgeDifference } from '../../shared/checks/difference.ts'
import { formulaSentence } from '../../shared/checks/finding-sentence.ts'
import { growthOfIncrease, judgeGrowth, type GrowthPlace } from '../../shared/checks/growth.ts'
import type { Outcome } from '../../shared/checks/rule.ts'
import { formatDecimal } from '../../shared/numbers/decimal.ts'
import { baseIntervalOf } from '../../shared/numbers/interval.ts'
import { translator } from '../support/check-data.ts'
import { quantityOf } from '../support/quantity-of.ts'

/** Two values, the change that is printed with the later one, and what is said of the three. */
type Row = [prior: string, current: string, change: string, says: string[]]

const growth: Row[] = [
  ['3106万元', '3618万元', '增长16.5%', ['yes']],
  ['76户', '64户', '下降15.8%', ['yes']],
  ['4亿元', '5亿元', '增长25%', ['undecidable']],
  ['40公斤', '300亩', '增长20%', []], // of different things
  ['0户', '36户', '增长20%', []],
  ['5.9亿元', '7.8亿元', '增长25.8%', ['error 7.8 ÷ 5.9 − 1 → 30.3%～34.2%', '32.2%', '7.4亿元']],
  ['1.2亿元', '9600万元', '下降50%', ['error 9600万元 ÷ 1.2亿元 − 1 → −23.2%～−16.5%', '20%', '6003万元']],
  ['76户', '64户', '下降12%', ['error 64 ÷ 76 − 1 → −15.8%', '15.8%', '67户']],
  // round figures may be rounded
  ['3000万元', '4000万元', '增长25%', ['note 4000 ÷ 3000 − 1 → 33.3%～33.4%', '33%', '3750万元']],
  ['200户', '300户', '增长20%', ['note 300 ÷ 200 − 1 → 50.0%', '50%', '240户']],
  // a rate of whole things is known to any digit
  ['30户', '40户', '增长20%', ['error 40 ÷ 30 − 1 → 33.3%', '33.3%', '36户']],
  // another rate would turn the words round
  ['64户', '76户', '下降12%', ['error 76 ÷ 64 − 1 → 18.8%', '56户']],
  ['76户', '64户', '增长12%', ['error 64 ÷ 76 − 1 → −15.8%', '85户']],
  ['50户', '50户', '增长12%', ['error 50 ÷ 50 − 1 → 0.0%', '56户']],
  // digits alone do not make per cent of it
  ['30户', '40户', '增长0.2倍', ['error 40 ÷ 30 − 1 → 33.3%', '36户']],
  // no whole number of households fits
  ['30户', '40户', '增长2%', ['error 40 ÷ 30 − 1 → 33.3%', '33.3%']],
  ['3.2万户', '4.2万户', '增长2.4%', ['error 4.2 ÷ 3.2 − 1 → 27.7%～34.9%', '31.3%', '3.3万户']],
  ['3.25万户', '4.25万户', '增长2.41%', ['error 4.25 ÷ 3.25 − 1 → 30.41%～31.12%', '30.77%', '3.33万户']],
  ['3.125亿元', '4.25亿元', '增长2.41%', ['error 4.25 ÷ 3.125 − 1 → 35.82%～36.18%', '36.00%', '3.20亿元']],
  // of two units
  ['9公顷', '120亩', '增长50%', ['error 120亩 ÷ 9公顷 − 1 → −16.1%～−5.5%']],
  // nothing is left after −100%
  ['36户', '12户', '下降100%', ['error 12 ÷ 36 − 1 → −66.7%', '66.7%']],
  ['36户', '12户', '下降120%', ['error 12 ÷ 36 − 1 → −66.7%', '66.7%']],
]

const difference: Row[] = [
  ['41.2%', '46.5%', '提高5.3个百分点', ['yes']],
  ['76户', '64户', '下降12户', ['yes']],
  ['120亩', '300亩', '增加12公顷', ['yes']],
  ['41%', '46%', '提高5.6个百分点', ['yes']], // 45.5 − 41.5 … 46.5 − 40.5
  ['40户', '60亩', '增加20户', []], // of different things
  ['41.2%', '46.5%', '提高3.5个百分点', ['error 46.5% − 41.2% → 5.2～5.4百分点', '5.3百分点']],
  ['76户', '64户', '下降21户', ['error 76户 − 64户 → 12户', '12户']],
  ['120亩', '300亩', '增加21公顷', ['error 300亩 − 120亩 → 11.9～12.1公顷', '12公顷']],
  ['4000万元', '6000万元', '增加1800万元', ['note 6000万元 − 4000万元 → 1999～2001万元', '2000万元']],
  ['4000万元', '6000万元', '增加3800万元', ['error 6000万元 − 4000万元 → 1999～2001万元', '2000万元']],
  ['64户', '76户', '下降12户', ['error 64户 − 76户 → −12户']], // the words are wrong, not the digits
]

const place: GrowthPlace = { messageId: 'growthDiffers', start: 0, end: 1, evidence: [], severity: 'error' }
const signOf = (change: string): 1 | -1 => (change.startsWith('下降') ? -1 : 1)

describe.each([
  [
    'growth',
    growth,
    ([prior, current, change]: Row, where: GrowthPlace) =>
      judgeGrowth(
        { prior: quantityOf(prior), current: quantityOf(current), rate: quantityOf(change), sign: signOf(change) },
        where,
      ),
  ],
  [
    'difference',
    difference,
    ([prior, current, change]: Row, where: GrowthPlace) =>
      judgeDifference(
        { prior: quantityOf(prior), current: quantityOf(current), change: quantityOf(change), sign: signOf(change) },
        where,
      ),
  ],
] as const)('%s', (_, rows, judge) => {
  test.each(rows)('from %s to %s: %s', (...row) => {
    expect(said(judge(row, place))).toEqual(row[3])
  })

  const [agreeing] = rows
  const contradicting = rows.find(([, , , [says]]) => says?.startsWith('error'))
  const elsewhere = { ...place, indicator: '财政总收入', otherReport: true } as const

  test('the earlier value is a figure of this report, or of another', () => {
    const figures = (where: GrowthPlace) =>
      agreeing && judge(agreeing, where).flatMap((one) => ('holds' in one ? one.figures : []))
    expect(figures(place)).toHaveLength(3)
    expect(figures(elsewhere)).toHaveLength(2)
  })

  test('whose values they are is said where it is known', () => {
    const found = (where: GrowthPlace) => contradicting && judge(contradicting, where)[0]
    expect(found(place)).not.toHaveProperty('indicator')
    expect(found(elsewhere)).toHaveProperty('indicator', '财政总收入')
  })
})

const chinese = translator('zh-CN')

/** What holds, or the weight of the finding, its formula, and what its repairs put in. */
function said(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) => {
    if ('holds' in outcome) return [outcome.holds]
    const { severity = '', formula, repairs = [] } = outcome
    expect(formulaSentence(outcome, chinese)).toContain(formula?.expression)
    return [
      `${severity} ${formula?.expression ?? ''} → ${formula?.implied ?? ''}`,
      ...repairs.map(({ values }) => String(values['value'])),
    ]
  })
}

test.each([
  ['1348万元', '增加425万元', '45.94～46.15'], // 923 before
  ['64户', '下降12户', '-15.79～-15.79'], // 76 before
  ['36户', '增加36户', undefined], // none before
  ['36户', '增加48户', undefined],
  ['2亿元', '增加2亿元', undefined], // perhaps none
  ['突破10亿元', '增加2亿元', '8.11～35.71'],
])('%s, %s: a growth of %s', (current, increase, shown) => {
  const rates = growthOfIncrease(
    baseIntervalOf(quantityOf(current)),
    baseIntervalOf(quantityOf(increase)),
    signOf(increase),
  )
  expect(rates && `${formatDecimal(rates.low, 2)}～${formatDecimal(rates.high, 2)}`).toBe(shown)
})
