import { disjoint, intervalOf, minus, type Interval } from '../../numbers/interval.ts'
import { formatDecimal, negate, parseDecimal, subtract } from '../../numbers/decimal.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { printedDigits, printedRate } from '../amounts.ts'
import type { Outcome, ParagraphRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/** 出生率7.33‰，死亡率8.49‰，自然增长率−1.16‰: the natural growth is what births leave over deaths. */
export const naturalGrowth: ParagraphRule = {
  id: 'natural-growth',
  kind: 'growth-arithmetic',
  severity: 'error',
  check(text, { quantities }) {
    const rates = quantities.flatMap((rate) => namedRate(text, rate) ?? [])
    return rates.flatMap((birth, index): Outcome[] => {
      const row = rates.slice(index, index + 3)
      const [death, growth] = ['death', 'growth'].map((name) => row.find((rate) => rate.name === name))
      if (birth.name !== 'birth' || !death || !growth || !oneSentence(text, row)) return []
      return judge(text, birth, death, growth)
    })
  },
}

interface NamedRate {
  name: 'birth' | 'death' | 'growth'
  rate: Quantity
  sign: 1 | -1
}

/** 婴儿死亡率, 孕产妇死亡率 and the like are rates of something else. */
const rateName =
  /(?<=^|[，,、；;。：:（(和与\s]|人口|粗)(出生率|死亡率|自然增长率)(?:分别)?(?:达到?|为|是)?([-−－–]|负)?$/
const names = { 出生率: 'birth', 死亡率: 'death', 自然增长率: 'growth' } as const

/** A bound (控制在6‰以内) is an aim, no rate that was counted. */
function namedRate(text: string, rate: Quantity): NamedRate | undefined {
  if (rate.qualifier !== '' || rate.rangeWith !== undefined) return undefined
  if (rate.kind !== 'permille' && rate.kind !== 'pct') return undefined
  const match = rateName.exec(text.slice(Math.max(0, rate.start - 14), rate.start))
  const name = match && names[match[1] as keyof typeof names]
  return name ? { name, rate, sign: match[2] === undefined ? 1 : -1 } : undefined
}

/** The three in one sentence, each once, in one unit. */
function oneSentence(text: string, row: readonly NamedRate[]): boolean {
  const starts = row.map(({ rate }) => rate.start)
  const between = text.slice(Math.min(...starts), Math.max(...starts))
  return !/[。！？；;\n]/.test(between) && new Set(row.map(({ rate }) => rate.unit)).size === 1
}

function judge(text: string, birth: NamedRate, death: NamedRate, growth: NamedRate): Outcome[] {
  const figures = [birth.rate, death.rate, growth.rate]
  const implied = minus(intervalOf(birth.rate), intervalOf(death.rate))
  if (!disjoint(implied, signed(growth))) return [{ holds: 'yes', figures }]
  const digits = Math.max(birth.rate.decimals, death.rate.decimals)
  const point = difference(birth.rate, death.rate, digits)
  const right = `${point}${growth.rate.unit}`
  const start = growth.rate.start - (growth.sign === 1 ? 0 : 1)
  return [
    {
      messageId: 'naturalGrowth',
      values: { printed: text.slice(start, growth.rate.end), right },
      start,
      end: growth.rate.end,
      evidence: [evidenceOf(text, ...figures)],
      formula: {
        expression: `${printedDigits(birth.rate)} − ${printedDigits(death.rate)}`,
        implied: right.replace('-', '−'),
        printed: printedRate(growth.rate, growth.sign),
      },
      repairs: [
        { messageId: 'changeRate', values: { value: right }, edits: [{ start, end: growth.rate.end, text: right }] },
      ],
    },
  ]
}

function signed({ rate, sign }: NamedRate): Interval {
  const { low, high } = intervalOf(rate)
  return sign === 1 ? { low, high } : { low: high && negate(high), high: low && negate(low) }
}

function difference(birth: Quantity, death: Quantity, digits: number): string {
  const value = subtract(parseDecimal(birth.value), parseDecimal(death.value))
  return formatDecimal(value, digits)
}
