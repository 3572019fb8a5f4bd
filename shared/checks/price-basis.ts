import type { Quantity } from '../numbers/quantity.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { entryOf } from './entry-of.ts'
import { sentenceAround } from './text-spans.ts'

/**
 * Whether growth may be recomputed from the printed values. Things that are counted, weighed or measured have no prices;
 * an amount of money that the catalogue does not know may be in comparable prices.
 */
export function readBasis(
  indicators: readonly IndicatorEntry[],
  indicator: string,
  value: Quantity,
): IndicatorEntry['basis'] | 'unknown' {
  const entry = entryOf(indicators, indicator)
  if (entry) return entry.basis
  return value.kind === 'money' ? 'unknown' : 'none'
}

const otherScope =
  /同口径|可比口径|核定|核实|普查|修订|调整后|剔除|不含|可比[价增]|实际(?:增长|增速|提高)|扣除(?:价格|物价)/

/** 4761元，实际增长8.4%: the rate is in other prices, or counts something else than the values do. */
export function countsOtherwise(text: string, value: Quantity, rate: Quantity): boolean {
  const { start, end } = sentenceAround(text, Math.min(value.start, rate.start), Math.max(value.end, rate.end))
  return otherScope.test(text.slice(start, end))
}
