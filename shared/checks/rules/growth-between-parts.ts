import type { Statement } from '../../indicators/statement.ts'
import { add, divide, fraction, larger, smaller } from '../../numbers/decimal.ts'
import {
  baseIntervalOf,
  disjoint,
  printedGrowth,
  sumOf,
  tooCoarse,
  weightedGrowth,
  type Interval,
  type Reading,
} from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { digitsLike, percentRange, printedRate } from '../amounts.ts'
import type { Evidence, Repair } from '../finding.ts'
import { readBasis } from '../price-basis.ts'
import { indexPriorValues } from '../prior-values.ts'
import type { Outcome, ReportRule, ReportView } from '../rule.ts'
import { relativeYear } from '../statement-year.ts'
import { evidenceOf, paragraphAround, sentenceAround } from '../text-spans.ts'

/**
 * 进出口总额增长22.5%，其中出口增长20.3%，进口增长24.9%: a whole grows no faster than the fastest and no slower than the slowest
 * of its parts, and where amounts are printed and fill the whole, at the weighted mean. All parts must be there.
 */
export const growthBetweenParts: ReportRule = {
  id: 'growth-between-parts',
  kind: 'growth-arithmetic',
  severity: 'warning',
  checkReport(report) {
    const listed = listedParts(report)
    const ofFamily = familyParts(report)
    return report.statements.flatMap((statement, index) => {
      const whole = readGrown(statement)
      const parts = whole && (listed(index) ?? ofFamily(statement))
      return parts ? judge(report, whole, parts) : []
    })
  },
}

/** A rate of growth, and the amount that has grown where it is printed. */
interface Grown {
  statement: Statement
  rate: Quantity
  value: Quantity | null
}

function readGrown(statement: Statement): Grown | undefined {
  const { growth, value } = statement
  if (growth?.kind !== 'pct' || growth.rangeWith !== undefined) return undefined
  return { statement, rate: growth, value }
}

/** The parts after 其中, once their amounts fill the whole. */
function listedParts(report: ReportView): (whole: number) => Grown[] | undefined {
  const byWhole = new Map<number, Statement[]>()
  for (const statement of report.statements) {
    if (statement.partOf === undefined) continue
    const list = byWhole.get(statement.partOf)
    if (list) list.push(statement)
    else byWhole.set(statement.partOf, [statement])
  }
  return (index) => {
    const whole = report.statements[index]
    const parts = byWhole.get(index)?.flatMap((part) => readGrown(part) ?? [])
    if (!whole?.value || !parts || parts.length < 2) return undefined
    return parts.every(({ statement }) => statement.growthBase === whole.growthBase) && fill(whole.value, parts)
      ? parts
      : undefined
  }
}

function fill(whole: Quantity, parts: readonly Grown[]): boolean {
  const values = parts.flatMap(({ value }) => value ?? [])
  const sum = values.length === parts.length ? sumOf(values) : undefined
  return sum !== undefined && values.every(({ unit }) => unit === whole.unit) && !disjoint(sum, baseIntervalOf(whole))
}

/**
 * Wholes that are known to have these parts and no others; each part under the names it goes by, 一产、二产、三产增加值分别增长…
 * and 第一、二、三产业… among them.
 */
const families: { whole: string; parts: string[][] }[] = [
  {
    whole: '地区生产总值',
    parts: [
      ['第一产业增加值', '第一产业', '一产', '第一'],
      ['第二产业增加值', '第二产业', '二产', '第二', '二'],
      ['第三产业增加值', '第三产业', '三产', '三产业增加值'],
    ],
  },
  {
    whole: '工农业总产值',
    parts: [
      ['工业总产值', '工业'],
      ['农业总产值', '农业'],
    ],
  },
  {
    whole: '进出口总额',
    parts: [
      ['出口总额', '出口'],
      ['进口总额', '进口额', '进口'],
    ],
  },
  {
    whole: '规模以上工业增加值',
    parts: [
      ['轻工业增加值', '轻工业'],
      ['重工业增加值', '重工业'],
    ],
  },
  { whole: '社会消费品零售总额', parts: [['城镇'], ['乡村']] },
]

/** A paragraph that names one part more often than this is no list of the parts. */
const mostSaid = 4

/** The parts of a family in the paragraph of the whole, about the same year, place and period. */
function familyParts(report: ReportView): (whole: Statement) => Grown[] | undefined {
  const rates = indexPriorValues(report, (statement) => readGrown(statement) !== undefined)
  return (whole) => {
    const family = families.find(({ whole: name }) => name === whole.indicator)
    const year = relativeYear(whole, report.year)
    if (!family || year === null) return undefined
    const paragraph = paragraphAround(report.paragraphs, whole)
    const parts = family.parts.map((names) =>
      names
        .flatMap((indicator) => rates({ ...whole, indicator }, year))
        .filter((part) => part.growthBase === whole.growthBase)
        .filter((part) => paragraphAround(report.paragraphs, part) === paragraph),
    )
    if (parts.some((named) => named.length === 0 || named.length > mostSaid)) return undefined
    return parts.flat().flatMap((part) => readGrown(part) ?? [])
  }
}

function judge(report: ReportView, whole: Grown, parts: readonly Grown[]): Outcome[] {
  const { rate, statement } = whole
  const weighted = isWeighted(report, whole, parts)
  const implied = impliedBy(parts, weighted, 'narrow')
  const wide = impliedBy(parts, weighted, 'wide')
  const printed = printedGrowth(rate, statement.growthSign, 'wide')
  const figures = [rate, ...parts.map((part) => part.rate)]
  if (!implied || !disjoint(implied, printed)) {
    return [{ holds: weighted && implied && !tooCoarse(implied, printed) ? 'yes' : 'undecidable', figures }]
  }
  const range = percentRange(implied, rate.decimals)
  const shown = printedRate(rate, statement.growthSign)
  const rates = parts.map((part) => printedRate(part.rate, part.statement.growthSign)).join('、')
  return [
    {
      messageId: weighted ? 'growthOffWeights' : 'growthOutsideParts',
      values: { name: statement.indicator },
      start: Math.min(whole.value?.start ?? rate.start, rate.start),
      end: Math.max(whole.value?.end ?? rate.end, rate.end),
      severity: wide && disjoint(wide, printed) ? 'warning' : 'note',
      evidence: evidenceFor(report, [whole, ...parts]),
      formula: { expression: rates, implied: range, printed: shown },
      repairs: weighted ? repairsOf(whole, implied) : [],
    },
  ]
}

/** Amounts in current prices weigh the rates only where these are in current prices too. */
function isWeighted(report: ReportView, { statement, value }: Grown, parts: readonly Grown[]): boolean {
  if (!value || statement.growthBase !== 'last-year' || !fill(value, parts)) return false
  const basis = readBasis(report.indicators, statement.indicator, value)
  return basis === 'nominal' || basis === 'none'
}

/** 以上 in a rate is without end in both readings; the zeros of an amount are rounding in the wide one. */
function impliedBy(parts: readonly Grown[], weighted: boolean, reading: Reading): Interval | undefined {
  const rates = parts.map(({ rate, statement }) => printedGrowth(rate, statement.growthSign, 'wide'))
  if (!weighted) return rates.reduce(hull)
  const grown = parts.flatMap(({ value }, index) => {
    const growth = rates[index]
    return value && growth ? [{ current: value, growth }] : []
  })
  return weightedGrowth(grown, reading)
}

function hull(a: Interval, b: Interval): Interval {
  return { low: a.low && b.low && smaller(a.low, b.low), high: a.high && b.high && larger(a.high, b.high) }
}

/** One sentence, or one for each figure where they stand apart. */
function evidenceFor(report: ReportView, grown: readonly Grown[]): Evidence[] {
  const bySentence = new Map<number, { start: number; end: number }[]>()
  for (const { rate, value } of grown) {
    for (const mark of value ? [value, rate] : [rate]) {
      const { start } = sentenceAround(report.text, mark.start, mark.end)
      bySentence.set(start, [...(bySentence.get(start) ?? []), mark])
    }
  }
  return [...bySentence.values()].map((marks) => evidenceOf(report.text, ...marks))
}

/** The mean in the digits of the printed rate, where these are enough to say it. */
function repairsOf({ rate, statement }: Grown, implied: Interval): Repair[] {
  const { low, high } = implied
  if (!low || !high || statement.growthSign === -1) return []
  const mean = divide(add(low, high), fraction(2n))
  if (mean.num <= 0n) return []
  const digits = digitsLike(mean, rate.decimals)
  const edits = [{ start: rate.digitsStart, end: rate.digitsEnd, text: digits }]
  return [{ messageId: 'changeGrowth', values: { value: `${digits}%` }, edits }]
}
