import type { Refusal } from '../desktop/results.ts'
import { halfWidth } from '../numbers/half-width.ts'

/** A table from outside (.xlsx, .csv, clipboard): rows of cells as they are shown, all rows equally long. */
export interface SheetTable {
  /** Name of the sheet; '' for a table that has none. */
  name: string
  rows: SheetCell[][]
}

export interface SheetCell {
  /** As shown, without blanks at its ends: `8.30`, `6.1%`, `2025-12-31`. */
  text: string
  /** The shown number as a decimal with its zeros, a per cent sign aside: `8.30`, `6.1`; null where the cell is no number. */
  number: string | null
}

/** What goes beyond is no sheet of figures that people keep. */
export const sheetLimits = { tables: 50, rows: 5000, columns: 300, cells: 300_000, text: 32_767, pasted: 5_000_000 }

export type ReadTables =
  /** `cut`: some rows, columns or sheets lay beyond the limits and were left out. */
  { ok: true; tables: SheetTable[]; cut: boolean } | ({ ok: false } & Refusal)

export const emptyCell: SheetCell = { text: '', number: null }

export function textCell(shown: string): SheetCell {
  const text = shown
    .replace(/\r\n?/g, '\n')
    .replace(/\u00A0/g, ' ')
    .trim()
    .slice(0, sheetLimits.text)
  return text === '' ? emptyCell : { text, number: numberIn(text) }
}

/** `1,234.50` → `1234.50`, `＋6.1％` → `6.1`, `－3` → `-3`; null for anything that is more than a number. */
export function numberIn(text: string): string | null {
  const plain = halfWidth(text)
    .replace(/^[－−–]/, '-')
    .replace(/^[+＋]/, '')
    .replace(/\s*%$/, '')
  if (!/^-?(?:\d{1,3}(?:[,，]\d{3})+|\d{1,20})(?:\.\d{1,15})?$/.test(plain)) return null
  return plain.replace(/[,，]/g, '')
}

/** Cut to the limits, and every row as long as the longest. */
export function tableOf(name: string, rows: readonly (readonly SheetCell[])[]): { table: SheetTable; cut: boolean } {
  const filled = rows.map(({ length }, index) => lastFilled(rows[index] ?? [], length) + 1)
  const height = filled.findLastIndex((length) => length > 0) + 1
  // A call takes no argument for each of a hundred thousand rows.
  const width = filled.reduce((most, length) => Math.max(most, length), 0)
  const columns = Math.min(width, sheetLimits.columns)
  const most = Math.min(height, sheetLimits.rows, Math.floor(sheetLimits.cells / Math.max(1, columns)))
  const kept = rows
    .slice(0, most)
    .map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? emptyCell))
  return { table: { name, rows: kept }, cut: most < height || columns < width }
}

function lastFilled(row: readonly SheetCell[], length: number): number {
  let last = length - 1
  while (last >= 0 && row[last]?.text === '') last--
  return last
}
