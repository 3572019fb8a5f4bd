import { add, divide, fraction, zero, type Fraction } from '../../numbers/decimal.ts'
import { baseIntervalOf, below, disjoint, sameDimension, sumOf, type Interval } from '../../numbers/interval.ts'
import type { Quantity } from '../../numbers/quantity.ts'
import { amountLike, intervalLike, printedAmount } from '../amounts.ts'
import type { Hit, Severity } from '../finding.ts'
import type { Outcome, ParagraphReading, ParagraphRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

/**
 * 「到位资金4850万元，其中市外资金3700万元，市内资金1150万元」: the amounts after 其中 are parts of the one before it. They close
 * as soon as they fill the total; what follows then opens a new statement. A list that names only the largest parts stays
 * below its total and says nothing.
 */
export const partsWithinTotal: ParagraphRule = {
  id: 'parts-within-total',
  kind: 'sum-of-parts',
  severity: 'error',
  check(text, { quantities }: ParagraphReading) {
    return [...text.matchAll(/其中|(?<=[，,])包括/g)].flatMap((cue) => {
      const breakdown = readBreakdown(text, quantities, cue.index, cue.index + cue[0].length)
      return breakdown ? judge(text, breakdown) : []
    })
  },
}

interface Breakdown {
  total: Quantity
  parts: Quantity[]
  /** So many of the parts stand before the first semicolon; after it a new statement may begin. */
  near: number
  /** Nothing but parts stands between the first and the last, so that none was passed over. */
  complete: boolean
}

const summable = (quantity: Quantity): boolean =>
  !['pct', 'permille', 'pp', 'date', 'duration', 'listcount'].includes(quantity.kind) &&
  quantity.rangeWith === undefined

/** Words after which an amount is no part of the list before it. */
const newStatement =
  /完成|实现|新增|增长|增加|减少|下降|同比|比上年|累计|共计|合计|总[投计额量]|涉及|覆盖|惠及|带动|辐射|协议|另|还|并|占(?![道地补])|年均|人均|平均|每/
/** Bands overlap: 500万元以上 counts what 300万元以上 counts too. */
const band = /以上|以下|以内|超过|不足/

/** Between the total and 其中 only its growth may stand. */
const leadsTo = /^[，,；;：:（(\s]*(?:[^。；;\d]{0,6}(?:增长|下降|提高)[^。；;]{0,10}[%％][，,；;（(\s]*)?$/
/** 比上年增加4000亿元 or 增收270万元，其中…: the parts belong to the value that grew; 年均 is no total at all. */
const notTotal = /(?:增加|减少|提高|增长|上升|下降|缩短|增收|减收|净增|增支)了?$|(?:年均|平均|人均)[^，。；]{0,8}$/

function readBreakdown(
  text: string,
  quantities: readonly Quantity[],
  cueStart: number,
  cueEnd: number,
): Breakdown | undefined {
  const total = quantities.findLast((quantity) => quantity.end <= cueStart && summable(quantity))
  if (!total || !leadsTo.test(text.slice(total.end, cueStart)) || notTotal.test(text.slice(0, total.start)))
    return undefined
  const parts: Quantity[] = []
  let at = cueEnd
  let complete = true
  let near: number | undefined
  for (const quantity of quantities) {
    if (quantity.start < cueEnd) continue
    const between = text.slice(at, quantity.start)
    if (/[。！？\n]|其中/.test(between)) break
    if (!summable(quantity) || !isAlike(total, quantity)) {
      // A rate or a figure of another kind inside the list ends what can be summed with certainty.
      complete = quantity.kind === 'pct' && /增长|下降|占/.test(between)
      if (!complete) break
      at = quantity.end
      continue
    }
    if (/[由从]/.test(between) && /^[^，。；]{0,6}(?:提高|增加|扩大|减少|下降|降)[到至]/.test(text.slice(quantity.end)))
      break
    if (parts.length > 0 && /[；;]/.test(between)) near ??= parts.length
    if (band.test(between) || band.test(quantity.text) || between.length > 24) return undefined
    if (parts.length > 0 && newStatement.test(between)) break
    parts.push(quantity)
    at = quantity.end
  }
  if (parts.length === 0) return undefined
  return { total, parts, near: near ?? parts.length, complete }
}

/** 户 and 人 are never parts of each other; money of any magnitude is. */
const isAlike = (total: Quantity, part: Quantity): boolean =>
  total.kind === 'count' ? total.unit === part.unit : sameDimension(total, part)

function judge(text: string, { total, parts, near, complete }: Breakdown): Outcome[] {
  const whole = baseIntervalOf(total)
  for (let count = 2; count <= parts.length; count++) {
    const named = parts.slice(0, count)
    const sum = sumOf(named)
    if (sum && !disjoint(sum, whole)) return [{ holds: 'yes', figures: [total, ...named] }]
  }
  const exceeding = parts.slice(0, near).findIndex((_, index) => {
    const sum = sumOf(parts.slice(0, index + 1))
    return sum !== undefined && below(whole, sum)
  })
  if (exceeding >= 0) {
    const named = parts.slice(0, exceeding + 1)
    const single = named.length === 1 || below(whole, baseIntervalOf(parts[exceeding] ?? total))
    const shown = single ? [parts[exceeding] ?? total] : named
    return [hitOf(text, single ? 'partExceedsTotal' : 'partsExceedTotal', total, shown, severityOf(total, shown))]
  }
  if (!complete || parts.length < 2 || [total, ...parts].some(({ qualifier }) => qualifier !== '')) return []
  const closed = sharesHead(text, parts) || fallsShortByOneDigit(total, parts) || slipsInMagnitude(total, parts)
  return closed ? [hitOf(text, 'partsMissTotal', total, parts, 'warning')] : []
}

/** 约束性指标11项，预期性指标12项: the same noun with different attributes divides the whole and leaves nothing over. */
function sharesHead(text: string, parts: readonly Quantity[]): boolean {
  const heads = parts.map(({ start }) => /\p{Script=Han}{2}$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0])
  return heads[0] !== undefined && new Set(heads).size === 1
}

/** 9000亿元，其中…7000万元，…2000亿元: with one magnitude for all, the parts would fill the total. */
function slipsInMagnitude(total: Quantity, parts: readonly Quantity[]): boolean {
  if (parts.every(({ magnitude }) => magnitude === total.magnitude)) return false
  const sum = parts.reduce((digits, part) => digits + Number(digitsOf(part)), 0)
  return [total, ...parts].every(({ decimals }) => decimals === total.decimals) && sum === Number(digitsOf(total))
}

/** Under the wider reading of round figures (3700万元) nothing may fit either, or the finding is a note. */
function severityOf(total: Quantity, parts: readonly Quantity[]): Severity {
  const sum = sumOf(parts, 'wide')
  return sum && disjoint(sum, baseIntervalOf(total, 'wide')) ? 'error' : 'note'
}

/**
 * An open list stays below its total by any amount; one wrong digit in a closed list leaves a difference of that digit
 * alone. Small totals are within one digit by chance.
 */
function fallsShortByOneDigit(total: Quantity, parts: readonly Quantity[]): boolean {
  const forms = new Set([total, ...parts].map(({ magnitude, unit, decimals }) => `${magnitude}${unit}${decimals}`))
  const whole = Number(digitsOf(total))
  const short = whole - parts.reduce((sum, part) => sum + Number(digitsOf(part)), 0)
  return forms.size === 1 && whole >= 100 && short > 0 && /^[1-9]0*$/.test(String(short))
}

const digitsOf = (quantity: Quantity): string =>
  quantity.text.slice(quantity.digitsStart - quantity.start, quantity.digitsEnd - quantity.start).replace(/\D/g, '')

function hitOf(text: string, messageId: string, total: Quantity, parts: readonly Quantity[], severity: Severity): Hit {
  const sum = sumOf(parts)
  const last = parts.at(-1) ?? total
  return {
    messageId,
    values: {
      total: printedAmount(total),
      parts: parts.map(printedAmount).join(' + '),
      sum: sum ? amountLike(middle(sum), total) : '',
    },
    start: total.start,
    end: Math.max(last.end, total.end),
    severity,
    evidence: [evidenceOf(text, total, ...parts)],
    ...(sum && { formula: formulaOf(total, parts, sum) }),
    repairs:
      sum && parts.length > 1
        ? [
            {
              messageId: 'changeTotal',
              values: { value: amountLike(middle(sum), total) },
              edits: [{ start: total.start, end: total.end, text: amountLike(middle(sum), total) }],
            },
          ]
        : [],
  }
}

function formulaOf(total: Quantity, parts: readonly Quantity[], sum: Interval): NonNullable<Hit['formula']> {
  return {
    expression: parts.map(printedAmount).join(' + '),
    implied: intervalLike(sum, total),
    printed: printedAmount(total),
  }
}

function middle({ low, high }: Interval): Fraction {
  const from = low ?? high ?? zero
  return divide(add(from, high ?? from), fraction(2n))
}
