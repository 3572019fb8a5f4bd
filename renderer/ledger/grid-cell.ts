/** An input stands in the cell that keys act on. */
export interface Editing {
  /** The key that began it; null: it starts with the figure as it is. */
  typed: string | null
}

/** Of the cell in the document, for whoever points at it. */
export function cellId(row: number, column: number): string {
  return `ledger-cell-${row}-${column}`
}
