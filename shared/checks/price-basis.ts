import type { Quantity } from '../numbers/quantity.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { entryOf } from './entry-of.ts'

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

/** Words that say that two figures do not count alike. */
export const countedAnew = /同口径|可比口径|决算数?调整|核定|核实|普查|修订|调整后|剔除|不含/

/** The same, or that prices are taken out. */
export const otherScope = new RegExp(
  `${countedAnew.source}|可比[价增]|实际(?:增长|增速|提高)|扣除(?:价格|物价)|价格因素`,
)
const reach = 80

/** 4761元，实际增长8.4%: the clause of the rate says so. */
export function countsOtherwise(text: string, value: Quantity, rate: Quantity): boolean {
  const start = Math.min(value.start, rate.start)
  const end = Math.max(value.end, rate.end)
  const before = text.slice(Math.max(0, start - reach), start).replace(/^[^]*[。；;！？\n]/, '')
  const after = text.slice(end, end + reach).replace(/[。；;！？\n][^]*$/, '')
  return otherScope.test(before + text.slice(start, Math.min(end, start + 2 * reach)) + after)
}
