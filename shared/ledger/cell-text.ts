import { halfWidth } from '../numbers/half-width.ts'
import type { FigureContent, GrowthUnit, LedgerBound } from './ledger.ts'
import { inUnit } from './figure-value.ts'

/** What was typed or pasted into a cell: `4126`, `4126 +12.1%`, `1.2亿元，增长6%`, `增长8%以上`. */
export type ReadCell =
  | { ok: true; content: Pick<FigureContent, 'value' | 'unit' | 'growth' | 'growthUnit' | 'bound'> }
  | { ok: false; problem: 'noNumber' | 'otherMeasure' }

const growthWords =
  /(?:同比|比上年|较上年)?\s*(增长|上升|提高|增加|\+|下降|减少|降低|回落|-)\s*(\d+(?:\.\d+)?)\s*(%|‰|个百分点|百分点)/
const lonePercent = /^(-?\d+(?:\.\d+)?)\s*%$/
const amount = /^(-?\d+(?:\.\d+)?)\s*([^\d\s]*)$/

/** Empty text is an emptied cell: both numbers null. Units of another measure than the row's are refused, not guessed. */
export function readCell(text: string, unit: string): ReadCell {
  const clean = halfWidth(text)
    .replace(/[−–—]/g, '-')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim()
  const { rest, bound } = takeBound(clean)
  const { left, growth, growthUnit } = takeGrowth(rest, unit)
  const said = left.replace(/^[,，、;；\s]+|[,，、;；。\s]+$/g, '').replace(/^(?:完成|达到?|实现)/, '')
  if (said === '' || said === '—' || said === '-')
    return growth === null && /\d/.test(clean)
      ? { ok: false, problem: 'noNumber' }
      : { ok: true, content: { value: null, unit, growth, growthUnit, bound } }
  const match = amount.exec(said)
  if (!match) return { ok: false, problem: 'noNumber' }
  const [, value = '', printed = ''] = match
  const own = printed === '' ? unit : printed
  if (unit !== '' && inUnit(value, own, unit) === undefined) return { ok: false, problem: 'otherMeasure' }
  return { ok: true, content: { value, unit: own, growth, growthUnit, bound } }
}

const bounds: readonly [RegExp, LedgerBound][] = [
  [/以上|不低于|不少于|超过|突破|≥|>=/g, '>='],
  [/以内|以下|不超过|不高于|控制在|≤|<=/g, '<='],
  [/左右|约/g, '~'],
]

function takeBound(text: string): { rest: string; bound: LedgerBound } {
  const found = bounds.find(([words]) => text.search(words) >= 0)
  return found ? { rest: text.replace(found[0], ''), bound: found[1] } : { rest: text, bound: '' }
}

/** A lone rate is the growth, but in a row that is a rate itself. */
function takeGrowth(text: string, unit: string): { left: string; growth: string | null; growthUnit: GrowthUnit } {
  const isRate = /^[%‰]$/.test(unit)
  const lone = lonePercent.exec(text.replace(/^\+/, ''))
  if (lone && !isRate) return { left: '', growth: lone[1] ?? null, growthUnit: '%' }
  const match = growthWords.exec(text)
  if (!match || (isRate && match.index === 0 && /^[-+]/.test(match[0]) && match[0].length === text.length))
    return { left: text.replace(/^\+/, ''), growth: null, growthUnit: '%' }
  const [whole, direction = '', digits = '', printed] = match
  const falls = /^(?:下降|减少|降低|回落|-)$/.test(direction) && Number(digits) !== 0
  return {
    left: text.slice(0, match.index) + text.slice(match.index + whole.length),
    growth: falls ? `-${digits}` : digits,
    growthUnit: printed === '%' || printed === '‰' ? '%' : '百分点',
  }
}

/** What a cell is edited as; `readCell` of it gives the same. */
export function cellText({ value, unit, growth, growthUnit, bound }: FigureContent, unitOfRow: string): string {
  const amountWords = value === null ? '' : value + (unit === unitOfRow ? '' : unit)
  const signed = growth === null ? '' : growth.startsWith('-') ? growth : `+${growth}`
  const rate = growth === null ? '' : signed + (growthUnit === 'value' ? unit : growthUnit)
  const words = { '': '', '>=': '以上', '<=': '以内', '~': '左右' }[bound]
  // The bound is one of the amount; only of a rate that stands alone is it one of the rate.
  const parts = amountWords === '' ? [rate === '' ? '' : rate + words] : [amountWords + words, rate]
  return parts.filter((part) => part !== '').join(' ')
}
