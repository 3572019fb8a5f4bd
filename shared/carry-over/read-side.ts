import { createCheckCache, type CheckCache } from '../checks/check-cache.ts'
import { readOne } from '../checks/read-report.ts'
import type { PriorView } from '../checks/rule.ts'
import type { IndicatorEntry } from '../templates/templates.ts'

/** A report to be read for itself; null where its own text is to say. */
export interface GivenReport {
  name: string
  text: string
  year: number | null
  place: string | null
}

/** One of the two reports that are laid side by side, understood as the checks understand it. */
export type ReadSide = PriorView

export function readSide(
  { name, text, year, place }: GivenReport,
  indicators: IndicatorEntry[],
  cache: CheckCache = createCheckCache(),
): ReadSide {
  return { name, ...readOne(text, year, place, indicators, cache) }
}
