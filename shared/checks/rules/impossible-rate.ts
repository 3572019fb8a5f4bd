import type { Quantity } from '../../numbers/quantity.ts'
import { printedAmount } from '../amounts.ts'
import type { Outcome, ParagraphRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/** Shares of a whole cannot pass a hundred; of a row of equal rates one that is off tenfold has lost or won a digit. */
export const impossibleRate: ParagraphRule = {
  id: 'impossible-rate',
  kind: 'implausible-value',
  severity: 'error',
  check(text, { quantities }) {
    return [...readAboveHundred(text, quantities), ...readOddOne(text, quantities)]
  },
}

const bounded =
  /(?:入学率|升学率|巩固率|参保率|参合率|覆盖率|合格率|办结率|普及率|入户率|通达率|硬化率|绿化率|处理率|清运率|结案率|满意率|城镇化率|出生率|接种率|检疫率|免疫率|到位率|入园率|受益率|公开率|签约率|达标率|优良率|规范率|整改率)(?:[^，。；、\d]{0,6})$/

/** 毛入学率 counts pupils of any age over the children of one: it passes a hundred lawfully. */
const gross = /毛(?:入学|入园|升学)率[^，。；、\d]{0,6}$/
/** So does what is counted over last year's register: people move in and are insured. */
const registered = /(?:参保|参合|保险|医保)[^，。；、\d]{0,4}率[^，。；、\d]{0,6}$|到位率[^，。；、\d]{0,6}$/
const mostOfRegister = 120

function readAboveHundred(text: string, quantities: readonly Quantity[]): Outcome[] {
  return quantities.flatMap((rate): Outcome[] => {
    if (rate.kind !== 'pct' || Number(rate.value) <= 100) return []
    const before = text.slice(Math.max(0, rate.start - 20), rate.start)
    if (!bounded.test(before) || gross.test(before)) return []
    const mayPass = registered.test(before) && Number(rate.value) <= mostOfRegister
    // 102.3%的进度目标: how far the plan was fulfilled.
    if (mayPass && /^的?[^，。；\d]{0,4}(?:目标|任务|进度|计划)/.test(text.slice(rate.end))) return []
    return [
      {
        messageId: 'rateAboveHundred',
        values: { printed: printedAmount(rate) },
        start: rate.start,
        end: rate.end,
        ...(mayPass && { severity: 'note' as const }),
        evidence: [evidenceOf(text, rate)],
      },
    ]
  })
}

/** 入园率100%，入学率100%，升学率100%，巩固率100%，升高中率10%. */
function readOddOne(text: string, quantities: readonly Quantity[]): Outcome[] {
  const rates = quantities.filter(
    (rate) => rate.kind === 'pct' && /率[^，。；、\d]{0,6}$/.test(text.slice(Math.max(0, rate.start - 10), rate.start)),
  )
  return rates.flatMap((rate, index): Outcome[] => {
    const row = rates
      .slice(Math.max(0, index - 4), index + 5)
      .filter((other) => other !== rate && sameSentence(text, other, rate))
    const [first] = row
    if (!first || row.length < 4 || row.some(({ value }) => value !== first.value)) return []
    if (Number(first.value) !== 10 * Number(rate.value) && Number(rate.value) !== 10 * Number(first.value)) return []
    return [
      {
        messageId: 'rateOffTenfold',
        values: { printed: printedAmount(rate), others: printedAmount(first) },
        start: rate.start,
        end: rate.end,
        severity: 'warning',
        evidence: [evidenceOf(text, rate), evidenceOf(text, first)],
        repairs: [
          {
            messageId: 'changeRate',
            values: { value: printedAmount(first) },
            edits: [{ start: rate.start, end: rate.end, text: printedAmount(first) }],
          },
        ],
      },
    ]
  })
}

const sameSentence = (text: string, a: Quantity, b: Quantity): boolean =>
  !/[。！？\n]/.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)))
