import type { Statement } from '../../indicators/statement.ts'
import { baseIntervalOf, below, sameDimension } from '../../numbers/interval.ts'
import { movedQuantity, type Quantity } from '../../numbers/quantity.ts'
import { printedAmount } from '../amounts.ts'
import { entryOf } from '../entry-of.ts'
import type { Hit } from '../finding.ts'
import { indexPriorValues } from '../prior-values.ts'
import type { Outcome, ParagraphReading, ReportRule, ReportView } from '../rule.ts'
import { relativeYear } from '../statement-year.ts'
import { evidenceOf } from '../text-spans.ts'
import { partsWithinTotal } from './parts-within-total.ts'

/**
 * A part that is larger than its whole: after 其中 where the whole stands further back in the sentence, and wherever two
 * indicators are part and whole by the catalogue. Where parts-within-total has compared the part, nothing is added.
 */
export const partOverWhole: ReportRule<Excess[]> = {
  id: 'part-over-whole',
  kind: 'sum-of-parts',
  severity: 'error',
  read: readExcesses,
  checkReport(report, placed) {
    const cued = placed.flatMap(({ start, facts }) =>
      facts.map(({ whole, part }) => cuedHit(report.text, movedQuantity(whole, start), movedQuantity(part, start))),
    )
    return [...cued, ...compareIndicators(report)]
  },
}

interface Excess {
  whole: Quantity
  part: Quantity
}

function readExcesses(paragraph: ParagraphReading): Excess[] | undefined {
  const { text, quantities } = paragraph
  const found: Excess[] = []
  let next = 0
  for (const cue of text.matchAll(/其中|(?<=[，,])包括/g)) {
    const end = cue.index + cue[0].length
    while ((quantities[next]?.start ?? Infinity) < end) next++
    const excess = readExcess(text, quantities, next, { start: cue.index, end })
    if (excess) found.push(excess)
  }
  const own = found.length > 0 ? notCompared(found, partsWithinTotal.check(text, paragraph)) : []
  return own.length > 0 ? own : undefined
}

/** One defect is one finding: those whose part stands in no finding and no relation of the sums. */
function notCompared(found: readonly Excess[], compared: readonly Outcome[]): Excess[] {
  const figures = compared.flatMap((outcome) => ('holds' in outcome ? outcome.figures : [outcome]))
  return found.filter(({ part }) => !figures.some(({ start, end }) => start <= part.start && part.end <= end))
}

const summable = (quantity: Quantity): boolean =>
  !['pct', 'permille', 'pp', 'date', 'duration', 'listcount'].includes(quantity.kind) &&
  quantity.rangeWith === undefined

/** 增收270万元，其中…: the parts belong to the value that grew; 年均 is no whole at all. */
const notWhole = /(?:增加|减少|提高|增长|上升|下降|缩短|增收|减收|净增|增支)了?$|(?:年均|平均|人均|户均)[^，。；]{0,8}$/

/** Words between 其中 and an amount that make it another measure than the whole's. */
const otherMeasure =
  /总投|累计|合计|共计|协议|合同|计划|预计|年均|人均|户均|平均|每|增长|增加|减少|下降|提高|[由从比较]|涉及|覆盖|惠及|带动|辐射|占(?![道地补])|[去上前]年/

function readExcess(
  text: string,
  quantities: readonly Quantity[],
  next: number,
  cue: { start: number; end: number },
): Excess | undefined {
  const first = quantities[next]
  const part = first && isThreshold(text, first, quantities[next + 1]) ? quantities[next + 1] : first
  if (!part || !summable(part) || part.start - cue.end > 24) return undefined
  const words = text.slice(cue.end, part.start)
  if (/[。！？；;\n]/.test(words) || otherMeasure.test(words)) return undefined
  const before = readBefore(text, quantities, next, cue.start)
  const alike = before.filter((quantity) => sameDimension(quantity, part))
  const whole = alike.findLast(({ start }) => !notWhole.test(text.slice(Math.max(0, start - 16), start)))
  if (!whole || !leadsOn(text.slice(whole.end, cue.start), before, whole)) return undefined
  return alike.every((quantity) => below(baseIntervalOf(quantity), baseIntervalOf(part))) ? { whole, part } : undefined
}

/** 300万元以上的项目12个: the amount says which of them are counted. */
function isThreshold(text: string, { qualifier, end }: Quantity, counted: Quantity | undefined): boolean {
  if ((qualifier !== '>=' && qualifier !== '<=') || !counted) return false
  return /^\p{Script=Han}{1,10}$/u.test(text.slice(end, counted.start))
}

/** The figures of the same sentence before 其中, in the order of the text; further back than this nothing is its whole. */
const reach = 120

function readBefore(text: string, quantities: readonly Quantity[], next: number, cueStart: number): Quantity[] {
  const words = text.slice(Math.max(0, cueStart - reach), cueStart)
  const from = cueStart - words.length + words.search(/[^。！？；;\n]*$/)
  let first = next
  while ((quantities[first - 1]?.start ?? -1) >= from) first--
  return quantities.slice(first, next)
}

/** Between whole and 其中 every clause says more of the whole (its growth, its cost); one without such a figure is about something else. */
function leadsOn(between: string, before: readonly Quantity[], whole: Quantity): boolean {
  const after = before.slice(before.indexOf(whole) + 1)
  const figures = after.every((quantity) => attributes.has(quantity.kind) || sameDimension(quantity, whole))
  const clauses = between.split(/[，,]/).filter((clause) => clause.trim() !== '')
  return figures && clauses.every((clause) => /\d/.test(clause))
}

const attributes: ReadonlySet<Quantity['kind']> = new Set<Quantity['kind']>(['pct', 'pp', 'money'])

function cuedHit(text: string, whole: Quantity, part: Quantity): Hit {
  return {
    messageId: 'partExceedsTotal',
    values: { parts: printedAmount(part), total: printedAmount(whole) },
    start: whole.start,
    end: part.end,
    severity: exceedsWidely(whole, part) ? 'error' : 'note',
    evidence: [evidenceOf(text, whole, part)],
    formula: { expression: printedAmount(part), implied: `≤ ${printedAmount(whole)}`, printed: printedAmount(part) },
  }
}

/** Also where zeros at the end are rounding and 余 may be any more. */
const exceedsWidely = (whole: Quantity, part: Quantity): boolean =>
  below(baseIntervalOf(whole, 'wide'), baseIntervalOf(part, 'wide'))

interface Amount extends Statement {
  value: Quantity
}

const isAmount = (statement: Statement): statement is Amount =>
  statement.value !== null && statement.value.rangeWith === undefined

/** 税收收入 of a year beside 财政总收入 of that year: the scopes may differ, so it is a note. */
function compareIndicators(report: ReportView): Outcome[] {
  const valuesOf = indexPriorValues(report, isAmount)
  return report.statements.flatMap((part): Outcome[] => {
    const year = relativeYear(part, report.year)
    if (!isAmount(part) || year === null) return []
    for (const indicator of wholesOf(report, part.indicator)) {
      const wholes = valuesOf({ ...part, indicator }, year)
        .slice(0, mostSaid)
        .filter(isAmount)
      const [whole] = wholes
      if (!whole || !wholes.every(({ value }) => exceeds(value, part.value))) continue
      return isCued(report.text, part) ? [] : [indicatorHit(report, whole, part)]
    }
    return []
  })
}

const exceeds = (whole: Quantity, part: Quantity): boolean => sameDimension(whole, part) && exceedsWidely(whole, part)

/** A report says its totals a few times. */
const mostSaid = 8

/** What stands after 其中 has its whole in the sentence. */
function isCued(text: string, { value, sentenceStart }: Amount): boolean {
  const words = text.slice(Math.max(sentenceStart, value.start - reach), value.start)
  return /其中|包括|包含/.test(words.slice(Math.max(words.lastIndexOf('；'), words.lastIndexOf(';')) + 1))
}

/** 国税收入 → 税收收入 → 财政总收入. */
function wholesOf({ indicators }: ReportView, name: string): string[] {
  const wholes: string[] = []
  for (let whole = entryOf(indicators, name)?.partOf; whole && !wholes.includes(whole);) {
    wholes.push(whole)
    whole = entryOf(indicators, whole)?.partOf
  }
  return wholes
}

function indicatorHit(report: ReportView, whole: Amount, part: Amount): Hit {
  const [total, amount] = [printedAmount(whole.value), printedAmount(part.value)]
  return {
    messageId: 'indicatorExceedsWhole',
    values: { part: part.indicator, amount, whole: whole.indicator, total },
    start: part.value.start,
    end: part.value.end,
    severity: 'note',
    evidence: [evidenceOf(report.text, part.value), evidenceOf(report.text, whole.value)],
    formula: { expression: amount, implied: `≤ ${total}`, printed: amount },
  }
}
