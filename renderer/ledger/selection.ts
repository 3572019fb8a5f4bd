/** The cell that keys act on, and the corner to which a block is selected from it. */
export interface GridSelection {
  /** Index among the rows that are shown. */
  row: number
  /** Index among the columns. */
  column: number
  toRow: number
  toColumn: number
}

export interface GridSize {
  rows: number
  columns: number
  /** Rows that a page of the grid shows. */
  page: number
}

export interface GridKey {
  key: string
  ctrl: boolean
  shift: boolean
}

/** Where a key leads; undefined: it is none of the grid. With Shift the block grows, without it the cell moves. */
export function moveBy(from: GridSelection, { key, ctrl, shift }: GridKey, size: GridSize): GridSelection | undefined {
  const at = shift ? { row: from.toRow, column: from.toColumn } : { row: from.row, column: from.column }
  const to = target(at, key, ctrl, size)
  if (!to) return undefined
  const row = clamp(to.row, size.rows)
  const column = clamp(to.column, size.columns)
  return shift ? { ...from, toRow: row, toColumn: column } : cellAt(row, column)
}

export function cellAt(row: number, column: number): GridSelection {
  return { row, column, toRow: row, toColumn: column }
}

/** A selection in a grid that has become smaller. */
export function within(selection: GridSelection, { rows, columns }: Pick<GridSize, 'rows' | 'columns'>): GridSelection {
  return {
    row: clamp(selection.row, rows),
    toRow: clamp(selection.toRow, rows),
    column: clamp(selection.column, columns),
    toColumn: clamp(selection.toColumn, columns),
  }
}

/** Corners of the block, in order. */
export function blockOf({ row, toRow, column, toColumn }: GridSelection): {
  top: number
  bottom: number
  left: number
  right: number
} {
  return {
    top: Math.min(row, toRow),
    bottom: Math.max(row, toRow),
    left: Math.min(column, toColumn),
    right: Math.max(column, toColumn),
  }
}

function target(
  { row, column }: { row: number; column: number },
  key: string,
  ctrl: boolean,
  { rows, columns, page }: GridSize,
): { row: number; column: number } | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: ctrl ? rows - 1 : row + 1, column }
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 }
    case 'ArrowRight':
      return { row, column: ctrl ? columns - 1 : column + 1 }
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrl ? rows - 1 : row, column: columns - 1 }
    case 'PageUp':
      return { row: row - page, column }
    case 'PageDown':
      return { row: row + page, column }
    default:
      return undefined
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1))
}
