import { disjoint, intervalOf, shareOf, tooCoarse } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { percentRange, printedAmount, printedDigits } from '../amounts.ts'
import type { Outcome, ParagraphRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/** 受理318件，办结312件，办结率98.1%: the rate is the quotient of the two counts before it. */
export const shareOfTotal: ParagraphRule = {
  id: 'share-of-total',
  kind: 'growth-arithmetic',
  severity: 'error',
  check(text, { quantities }) {
    return quantities.flatMap((rate, index): Outcome[] => {
      const part = quantities[index - 1]
      const whole = quantities[index - 2]
      if (rate.kind !== 'pct' || rate.qualifier !== '' || !part || !whole) return []
      return readsAsShare(text, whole, part, rate) ? judge(text, whole, part, rate) : []
    })
  },
}

/** 办结, 办复, 整改 …: what was done of what had come in; 按时办结率 and 满意率 have another base. */
const done = /(?:办结|办复|办理|答复|化解|调解成功|调处|整改|完成|销号|结案|查处|兑现)(?:了|到位)?$/
const rateName =
  /^[，,、（(\s]*(?:办结率|办复率|答复率|化解率|调解成功率|调处率|整改率|完成率|整改完成率|结案率|销号率)(?:达到?|为|均为)?$/

function readsAsShare(text: string, whole: Quantity, part: Quantity, rate: Quantity): boolean {
  if (whole.kind !== 'count' || part.unit !== whole.unit || whole.qualifier !== '' || part.qualifier !== '')
    return false
  const between = text.slice(whole.end, part.start)
  return !/[。；;\n]/.test(between) && done.test(between) && rateName.test(text.slice(part.end, rate.start))
}

function judge(text: string, whole: Quantity, part: Quantity, rate: Quantity): Outcome[] {
  const implied = shareOf(part, whole)
  if (!implied) return []
  const printed = intervalOf(rate)
  const figures = [whole, part, rate]
  if (!disjoint(implied, printed)) return [{ holds: tooCoarse(implied, printed) ? 'undecidable' : 'yes', figures }]
  const range = percentRange(implied, rate.decimals)
  const digits = range.replace(/～.*|%/g, '')
  return [
    {
      messageId: 'shareMismatch',
      values: { printed: printedAmount(rate), implied: range },
      start: part.start,
      end: rate.end,
      evidence: [evidenceOf(text, whole, part, rate)],
      formula: {
        expression: `${printedDigits(part)} ÷ ${printedDigits(whole)}`,
        implied: range,
        printed: printedAmount(rate),
      },
      repairs: [
        {
          messageId: 'changeRate',
          values: { value: `${digits}%` },
          edits: [{ start: rate.digitsStart, end: rate.digitsEnd, text: digits }],
        },
      ],
    },
  ]
}
