import { findFigure, isEmpty, type FigureContent, type FigurePlace, type Ledger } from '../../shared/ledger/ledger.ts'
import type { MergedFigure } from '../../shared/ledger/merge-ledgers.ts'

/** A figure that the report's file and the workspace give differently. */
export interface LedgerDifference extends FigurePlace {
  file: FigureContent
  workspace: FigureContent
}

/** Undefined for a figure that was only confirmed meanwhile, or got a source: that is no contradiction. */
export function differenceOf({ kept, given, ...merged }: MergedFigure, own: Ledger): LedgerDifference | undefined {
  const { indicator, year, period, kind } = merged
  const place = { indicator, year, period, kind }
  if (saysTheSame(kept, given)) return undefined
  const isOwn = findFigure(own, place)?.changedAt === kept.changedAt
  return { ...place, ...(isOwn ? { file: kept, workspace: given } : { file: given, workspace: kept }) }
}

/** What only a number has counts only where there is one. */
export function saysTheSame(a: FigureContent, b: FigureContent): boolean {
  if (a.value !== b.value || a.growth !== b.growth) return false
  if (isEmpty(a)) return true
  const hasUnit = a.value !== null || a.growthUnit === 'value'
  return (
    (!hasUnit || a.unit === b.unit) &&
    (a.growth === null || a.growthUnit === b.growthUnit) &&
    a.bound === b.bound &&
    a.settlement === b.settlement
  )
}
