import { compare, fraction, multiply, one, parseDecimal, type Fraction } from '../../numbers/decimal.ts'
import {
  baseIntervalOf,
  disjoint,
  formatInterval,
  intervalOf,
  quotient,
  sameDimension,
  scale,
  shift,
} from '../../numbers/interval.ts'
import type { Interval, Reading } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { percentRange, printedAmount, showBeside } from '../amounts.ts'
import type { Severity } from '../finding.ts'
import type { Outcome, ParagraphRule } from '../rule.ts'
import { origin, toValue } from '../sentence-growth.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * How one value became another, said in other words than a rate against the year before: 由9000元增加到18000元，翻了一番;
 * 由12家增加到36家，增长2倍; 由2019年的3.2亿元增加到2024年的5.1亿元，年均增长9.8%.
 */
export const growthOverYears: ParagraphRule = {
  id: 'growth-over-years',
  kind: 'growth-arithmetic',
  severity: 'error',
  check(text, { quantities }) {
    const figures = quantities.filter(({ kind }) => kind !== 'date' && kind !== 'duration')
    return figures.flatMap((current, index): Outcome[] => {
      const pair = readPair(text, figures[index - 1], current)
      if (!pair) return []
      return judgeDoubling(text, pair) ?? judgeRate(text, pair, figures[index + 1]) ?? []
    })
  },
}

interface Pair {
  prior: Quantity
  current: Quantity
  /** Later minus earlier year, where both are printed. */
  years: number | null
}

/** 由9000元增加到13200元. */
function readPair(text: string, prior: Quantity | undefined, current: Quantity): Pair | undefined {
  if (!prior || prior.rangeWith !== undefined || current.rangeWith !== undefined) return undefined
  if (current.kind === 'pct' || current.kind === 'permille' || !sameDimension(prior, current)) return undefined
  const before = text.slice(Math.max(0, prior.start - 48), prior.start)
  const from = origin.exec(before)
  const between = text.slice(prior.end, current.start)
  const to = toValue.exec(between)
  if (!from || !to || /降|减|缩|回落|下滑|收窄/.test(to[1] ?? '') || isRealGrowth.test(before)) return undefined
  const [first, last] = [from[1], /(\d{4})年(?:[底末])?的?$/.exec(between)?.[1]]
  return { prior, current, years: first === undefined || last === undefined ? null : Number(last) - Number(first) }
}

/** These grow in comparable prices, whatever their values do. */
const isRealGrowth = /(?:生产总值|增加值|总产值|GDP)[^，。；]{0,24}$/i

const doubling = /^[，,、（(\s]*(?:实现了?|整整|已)?翻了?([一两二三四])?番/
const turns: Record<string, bigint> = { 两: 4n, 二: 4n, 三: 8n, 四: 16n }
/** What falls short by less is called so too. */
const nearly = fraction(9n, 10n)

function judgeDoubling(text: string, { prior, current }: Pair): Outcome[] | undefined {
  const found = doubling.exec(text.slice(current.end, current.end + 16))
  const ratio = ratioOf(prior, current, 'wide')
  if (!found || !ratio?.high) return undefined
  const wanted = fraction(turns[found[1] ?? ''] ?? 2n)
  if (compare(ratio.high, multiply(wanted, nearly)) >= 0) return [{ holds: 'yes', figures: [prior, current] }]
  const words = found[0].replace(/^[，,、（(\s]*(?:实现了?|整整|已)?/, '')
  const times = formatInterval(ratioOf(prior, current, 'narrow') ?? ratio, 2)
  return [
    hitOf(text, [prior, current], 'error', 'doublingMismatch', {
      end: current.end + found[0].length,
      printed: words,
      expression: expressionOf(prior, current),
      implied: times,
    }),
  ]
}

function ratioOf(prior: Quantity, current: Quantity, reading: Reading): Interval | undefined {
  return quotient(baseIntervalOf(current, reading), baseIntervalOf(prior, reading))
}

function expressionOf(prior: Quantity, current: Quantity): string {
  const show = showBeside(prior, current)
  return `${show(current)} ÷ ${show(prior)}`
}

const timesPhrase = /^[，,、（(\s]*(?:增[长加]|提高|扩大)了?$/
const averagePhrase =
  /^[，,、（(\s]*(?:[两三四五六七八九十]年(?:间|来)?)?年均(?:递增|增长|增加|增幅|增速)(?:率)?(?:达到?|为|了)?$/

function judgeRate(text: string, pair: Pair, rate: Quantity | undefined): Outcome[] | undefined {
  if (!rate || rate.rangeWith !== undefined) return undefined
  const phrase = text.slice(pair.current.end, rate.start)
  if (rate.unit === '倍' && timesPhrase.test(phrase)) return judgeTimes(text, pair, rate)
  return rate.unit === '%' && averagePhrase.test(phrase) ? judgeAverage(text, pair, rate) : undefined
}

/** 增长3倍 for three times as much is said by many: a note at most. */
function judgeTimes(text: string, { prior, current }: Pair, rate: Quantity): Outcome[] {
  const ratio = ratioOf(prior, current, 'wide')
  const narrow = ratioOf(prior, current, 'narrow')
  if (!ratio || !narrow) return []
  const figures = [prior, current, rate]
  if (!disjoint(shift(ratio, fraction(-1n)), intervalOf(rate, 'wide'))) return [{ holds: 'yes', figures }]
  return [
    hitOf(text, figures, 'note', 'timesMismatch', {
      end: rate.end,
      printed: printedAmount(rate),
      expression: `${expressionOf(prior, current)} − 1`,
      implied: formatInterval(shift(narrow, fraction(-1n)), Math.max(1, rate.decimals)),
    }),
  ]
}

const longestSpan = 20

/** The rates are compared as what they grow to, (1 + r)ⁿ, which is exact; only the shown rate is a root. */
function judgeAverage(text: string, { prior, current, years }: Pair, rate: Quantity): Outcome[] {
  const [ratio, wide] = [ratioOf(prior, current, 'narrow'), ratioOf(prior, current, 'wide')]
  if (!ratio?.low || !ratio.high || !wide || years === null || years < 2 || years > longestSpan) return []
  const figures = [prior, current, rate]
  if (!disjoint(wide, grown(rate, years))) return [{ holds: 'yes', figures }]
  // Who counts both ends has a year more, who counts neither one less.
  const miscounted = [years - 1, years + 1].some((count) => !disjoint(wide, grown(rate, count)))
  const implied = percentRange({ low: root(ratio.low, years), high: root(ratio.high, years) }, rate.decimals)
  return [
    hitOf(text, figures, miscounted ? 'note' : 'error', 'averageMismatch', {
      end: rate.end,
      printed: printedAmount(rate),
      expression: `(${expressionOf(prior, current)})^(1/${years}) − 1`,
      implied,
    }),
  ]
}

/** What a rate makes of one in so many years. */
function grown(rate: Quantity, years: number): Interval {
  const { low, high } = shift(scale(intervalOf(rate), fraction(1n, 100n)), one)
  return { low: low && power(low, years), high: high && power(high, years) }
}

const power = (base: Fraction, exponent: number): Fraction =>
  Array.from({ length: exponent }).reduce<Fraction>((result) => multiply(result, base), one)

function root({ num, den }: Fraction, years: number): Fraction {
  const rate = ((Number(num) / Number(den)) ** (1 / years) - 1) * 100
  return parseDecimal(Math.abs(rate).toFixed(6))
}

interface Said {
  end: number
  printed: string
  expression: string
  implied: string
}

function hitOf(
  text: string,
  figures: readonly Quantity[],
  severity: Severity,
  messageId: string,
  { end, printed, expression, implied }: Said,
): Outcome {
  const [prior, current] = figures
  return {
    messageId,
    values: {
      printed,
      implied,
      prior: prior ? printedAmount(prior) : '',
      current: current ? printedAmount(current) : '',
    },
    start: current?.start ?? 0,
    end,
    severity,
    evidence: [evidenceOf(text, ...figures)],
    formula: { expression, implied, printed },
  }
}
