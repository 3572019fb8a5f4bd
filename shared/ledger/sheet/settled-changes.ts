import type { IndicatorEntry } from '../../templates/templates.ts'
import { editLedger } from '../edit-ledger.ts'
import { findFigure, findRow, type Ledger } from '../ledger.ts'
import { isGrowthLeft } from '../left-growth.ts'
import { settleGrowth } from '../settle-growth.ts'
import { sheetEdits, type SheetChange, type SheetImport } from './sheet-changes.ts'

export interface SettledChange extends SheetChange {
  /**
   * What becomes of a growth that the table does not speak of: it contradicts the new value and goes, what the values imply
   * being shown instead; or nothing tells whether it still holds, and it is marked. Absent: it fits, or there is none.
   */
  growth?: 'recomputed' | 'unverified'
}

/** The changes of an import as the ledger will take them all together. */
export function settledChanges(
  found: SheetImport,
  ledger: Ledger,
  indicators: readonly IndicatorEntry[],
): SettledChange[] {
  const nobody = { at: '', by: '' }
  const after = editLedger(ledger, settleGrowth(ledger, sheetEdits(found, found.changes), indicators), nobody)
  return found.changes.map((change): SettledChange => {
    if (!change.growthUnsaid) return change
    const row = findRow(after, change.place.indicator)
    const figure = findFigure(after, change.place)
    if (!row || !figure) return change
    if (figure.growth === null) return { ...change, after: { ...change.after, growth: null }, growth: 'recomputed' }
    return isGrowthLeft(row, figure, indicators) ? { ...change, growth: 'unverified' } : change
  })
}
