import { isGrowthLeft } from '../../shared/ledger/left-growth.ts'
import type { LedgerFigure, LedgerRow } from '../../shared/ledger/ledger.ts'
import { useWindow } from '../app/window-context.ts'

/** The growth beside a value that was changed is still that of the value before. */
export function useGrowthLeft(row: LedgerRow, figure: LedgerFigure | undefined): boolean {
  return useWindow(({ startUp }) => figure !== undefined && isGrowthLeft(row, figure, startUp.templates.indicators))
}
