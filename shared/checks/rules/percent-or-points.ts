import { negate } from '../../numbers/decimal.ts'
import { disjoint, impliedGrowth, intervalOf, minus, printedGrowth, type Interval } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { percentRange, printedAmount, printedDigits } from '../amounts.ts'
import type { Outcome, ParagraphRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * A share that rises from 71.8% to 79.5% rises by 7.7 points, which is 10.7 per cent of it. A change printed in per cent
 * that fits the difference and not the ratio has lost the word 百分点.
 */
export const percentOrPoints: ParagraphRule = {
  id: 'percent-or-points',
  kind: 'unit-anomaly',
  severity: 'warning',
  check(text, { quantities }) {
    const rates = quantities.filter(({ kind }) => kind === 'pct')
    return rates.flatMap((rate, index): Outcome[] => {
      const [before, after] = [rates[index - 2], rates[index - 1]]
      if (!before || !after || ![before, after, rate].every(isPlainShare)) return []
      const sign = directionOf(text, before, after, rate)
      return sign === undefined ? [] : judge(text, before, after, rate, sign)
    })
  },
}

const isPlainShare = ({ qualifier, rangeWith }: Quantity): boolean => qualifier === '' && rangeWith === undefined

const share = /(?:率|占比|比重|比例|份额|水平)[^，。；、\d]{0,6}[由从][^，。；、%％]{0,14}$/
const changeTo =
  /^(?:[^，。；、\d]{0,6})(提高|提升|上升|增加|增长|扩大|下降|降低|减少|降|升)(?:到|至|为)(?:[^，。；、\d]{0,4}|\d{4}年(?:底|末)?的?)$/
const changeBy =
  /^[，,（(\s]*(?:(?:同比|累计|共|[三五两]年|比上年|较上年)[^，。；、\d]{0,2})?(提高|提升|上升|增加|增长|扩大|下降|降低|减少)了?$/
const fall = /降|减/

/** −1 where the share falls; undefined where the words say something else. */
function directionOf(text: string, before: Quantity, after: Quantity, rate: Quantity): 1 | -1 | undefined {
  if (!share.test(text.slice(Math.max(0, before.start - 30), before.start))) return undefined
  const to = changeTo.exec(text.slice(before.end, after.start))
  const by = changeBy.exec(text.slice(after.end, rate.start))
  if (!to || !by || fall.test(to[1] ?? '') !== fall.test(by[1] ?? '')) return undefined
  return fall.test(by[1] ?? '') ? -1 : 1
}

function judge(text: string, before: Quantity, after: Quantity, rate: Quantity, sign: 1 | -1): Outcome[] {
  const points =
    sign === 1 ? minus(intervalOf(after), intervalOf(before)) : minus(intervalOf(before), intervalOf(after))
  const ratio = impliedGrowth(before, after)
  if (!ratio || disjoint(points, intervalOf(rate)) || !disjoint(ratio, printedGrowth(rate, sign))) return []
  const value = `${printedDigits(rate)}个百分点`
  return [
    {
      messageId: 'percentOrPoints',
      values: { printed: printedAmount(rate), value },
      start: rate.start,
      end: rate.end,
      evidence: [evidenceOf(text, before, after, rate)],
      formula: {
        expression: `${printedDigits(after)} ÷ ${printedDigits(before)} − 1`,
        implied: percentRange(sizeOf(ratio, sign), rate.decimals),
        printed: printedAmount(rate),
      },
      repairs: [
        { messageId: 'changeTo', values: { value }, edits: [{ start: rate.start, end: rate.end, text: value }] },
      ],
    },
  ]
}

/** The size of a fall, as it is printed. */
function sizeOf({ low, high }: Interval, sign: 1 | -1): Interval {
  return sign === 1 ? { low, high } : { low: high && negate(high), high: low && negate(low) }
}
