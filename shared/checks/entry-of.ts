import type { IndicatorEntry } from '../templates/templates.ts'

const byName = new WeakMap<readonly IndicatorEntry[], ReadonlyMap<string, IndicatorEntry>>()

/** The catalogue's entry of that name; of two entries with one name the first. */
export function entryOf(indicators: readonly IndicatorEntry[], name: string): IndicatorEntry | undefined {
  let index = byName.get(indicators)
  if (!index) {
    index = new Map([...indicators].reverse().map((entry) => [entry.name, entry]))
    byName.set(indicators, index)
  }
  return index.get(name)
}
