import { fraction } from '../../numbers/decimal.ts'
import { contains, formatInterval, interval, plus, point, type Interval } from '../../numbers/interval.ts'
import { add, parseDecimal, subtract, zero } from '../../numbers/decimal.ts'
import type { Outcome, ParagraphRule } from '../rule.ts'
import { evidenceOf } from '../text-spans.ts'

const share = '\\d+(?:\\.\\d+)?'
const colon = '\\s?[:：∶︰]\\s?'
/** 12.1:47.6:40.3, of three parts or more; 8:30:00 on a clock and 1:2:3 of a recipe are none. */
const ratio = new RegExp(`(?<![\\d.:：∶︰])${share}(?:${colon}${share}){2,5}(?![\\d.:：∶︰])`, 'g')

/** 三次产业占比分别为12.1%、47.6%和40.3%. */
const listed =
  /(?<=(?:三次产业|[一二三]产业?|三大产业)(?:增加值)?(?:结构|占比|比重|比例|占(?:生产总值|GDP)的?比重)(?:分别)?[为是达]到?)\d+(?:\.\d+)?[%％][、，,和]\d+(?:\.\d+)?[%％][、，,和]\d+(?:\.\d+)?[%％]/g

/** Shares of one structure add up to a hundred, each rounded on its own. */
export const structureOfHundred: ParagraphRule = {
  id: 'structure-of-hundred',
  kind: 'sum-of-parts',
  severity: 'error',
  check(text) {
    return [...text.matchAll(ratio), ...text.matchAll(listed)].flatMap((match): Outcome[] => {
      const parts = match[0].split(/[^\d.]+/).filter((part) => part !== '')
      const span = { start: match.index, end: match.index + match[0].length }
      const sum = parts.map(shareOf).reduce(plus, point(zero))
      const figures = [span]
      if (contains(sum, fraction(100n))) return [{ holds: 'yes', figures }]
      if (!isStructure(text.slice(Math.max(0, match.index - 40), match.index), sum)) return []
      const digits = Math.max(...parts.map((part) => part.split('.')[1]?.length ?? 0))
      const total = formatInterval(point(parts.map(parseDecimal).reduce(add, zero)), digits)
      return [
        {
          messageId: 'sharesNotHundred',
          values: { sum: `${total}%` },
          ...span,
          evidence: [evidenceOf(text, span)],
          formula: { expression: parts.join(' + '), implied: '100%', printed: `${total}%` },
        },
      ]
    })
  },
}

/** Words that announce a structure, or a sum that a slip of one digit has moved off the hundred. */
function isStructure(before: string, sum: Interval): boolean {
  if (/结构|产业|比重|占比|比例|构成|之比|[一二三]产/.test(before)) return true
  return contains(interval(fraction(90n), fraction(110n)), sum.low ?? zero)
}

function shareOf(text: string): Interval {
  const half = fraction(5n, 10n ** BigInt((text.split('.')[1]?.length ?? 0) + 1))
  const value = parseDecimal(text)
  return interval(subtract(value, half), add(value, half))
}
