import type { LedgerPeriod, LedgerRow } from '../../shared/ledger/ledger.ts'
import type { FigureColumn } from '../../shared/ledger/paste-block.ts'
import type { LedgerCell } from '../app/window-state.ts'
import type { GridColumn } from './grid-model.ts'
import { cellAt, within, type GridSelection } from './selection.ts'

/**
 * Where the chosen cell stands now. Sorting, filtering and new columns move it: it is known by its indicator and its year,
 * never by its place alone, or an edit would go to another figure than the one that is told of.
 */
export function selectionIn(
  chosen: LedgerCell | null,
  rows: readonly LedgerRow[],
  columns: readonly GridColumn[],
): GridSelection {
  const newest = columns.findLastIndex((column) => column.kind === 'figure' && column.column.kind === 'result')
  if (!chosen) return cellAt(0, Math.max(0, newest))
  const held = within(chosen.selection, { rows: rows.length, columns: columns.length })
  const isHeld = rows[held.row]?.indicator === chosen.indicator && isColumn(columns[held.column], chosen.column)
  if (isHeld) return held
  const row = rows.findIndex(({ indicator }) => indicator === chosen.indicator)
  const column = columns.findIndex((one) => isColumn(one, chosen.column))
  return cellAt(Math.max(0, row), column >= 0 ? column : Math.max(0, newest))
}

/** Does the right column tell of the cell that is selected? */
export function isCellOf(
  chosen: LedgerCell | null,
  selection: GridSelection,
  period: LedgerPeriod,
  rows: readonly LedgerRow[],
  columns: readonly GridColumn[],
): boolean {
  return (
    chosen?.period === period &&
    chosen.selection.row === selection.row &&
    chosen.selection.column === selection.column &&
    rows[selection.row]?.indicator === chosen.indicator &&
    isColumn(columns[selection.column], chosen.column)
  )
}

function isColumn(column: GridColumn | undefined, figure: FigureColumn | null): boolean {
  if (column?.kind !== 'figure') return column !== undefined && figure === null
  return figure !== null && column.column.year === figure.year && column.column.kind === figure.kind
}
