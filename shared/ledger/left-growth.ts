import type { IndicatorEntry } from '../templates/templates.ts'
import { computeGrowth } from './computed-growth.ts'
import { contentOf } from './edit-ledger.ts'
import { equalValues, inUnit } from './figure-value.ts'
import type { FigureContent, LedgerFigure, LedgerRow } from './ledger.ts'
import { contradictsGrowth } from './settle-growth.ts'

/**
 * The growth was published with another value, and nothing speaks for it beside this one: neither the value of the year before
 * nor somebody who has checked the figure since. It is shown with a mark.
 */
export function isGrowthLeft(row: LedgerRow, figure: LedgerFigure, indicators: readonly IndicatorEntry[]): boolean {
  if (figure.growth === null || figure.value === null || figure.history.length === 0) return false
  const contents: FigureContent[] = [contentOf(figure), ...figure.history.map(({ content }) => content)]
  const older = contents.findIndex((content) => !sameValue(content, figure) || content.growth !== figure.growth)
  const before = contents[older]
  if (!before || before.value === null || before.growth !== figure.growth) return false
  const changed = contents[older - 1]
  if (changed && changed.state !== figure.state && (figure.state === 'checked' || figure.state === 'confirmed'))
    return false
  const implied = computeGrowth(row, figure, indicators)
  return implied?.unit !== figure.growthUnit || contradictsGrowth(implied, figure.growth)
}

function sameValue(a: FigureContent, b: FigureContent): boolean {
  if (a.value === null || b.value === null) return a.value === b.value
  const moved = inUnit(a.value, a.unit, b.unit)
  return moved !== undefined && equalValues(moved, b.value)
}
