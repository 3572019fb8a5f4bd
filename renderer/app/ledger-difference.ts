import { findFigure, type FigureContent, type FigurePlace, type Ledger } from '../../shared/ledger/ledger.ts'
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

export function saysTheSame(a: FigureContent, b: FigureContent): boolean {
  return (['value', 'unit', 'growth', 'growthUnit', 'bound', 'settlement'] as const).every(
    (part) => a[part] === b[part],
  )
}
