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
