import { inlineText } from '../../report/plain-text.ts'
import type { Align, Paragraph, Table, TableCell, TableRow } from '../../report/schema.ts'

/** Width of every column in twips; together they fill the text. */
export function tableColumns(table: Table, textWidth: number): number[] {
  return columnWidths(table, placeCells(table.children), textWidth)
}

/** One place of the grid: a cell, or the continuation of one from the row above. */
export interface PlacedCell {
  column: number
  span: number
  merge?: 'restart' | 'continue'
  cell?: TableCell
}

/** Cells of the model leave out what a cell above them covers (as in HTML); a Word row has to name every place. */
export function placeCells(rows: readonly TableRow[]): PlacedCell[][] {
  const covered: { column: number; span: number; left: number }[] = []
  const placed = rows.map((row) => {
    const places: PlacedCell[] = []
    let column = 0
    const passCovered = (): void => {
      for (let above = covered.find((a) => a.column === column && a.left > 0); above;) {
        places.push({ column, span: above.span, merge: 'continue' })
        above.left -= 1
        column += above.span
        above = covered.find((a) => a.column === column && a.left > 0)
      }
    }
    const opened: typeof covered = []
    for (const cell of row.children) {
      passCovered()
      const span = cell.colSpan ?? 1
      const rowSpan = cell.rowSpan ?? 1
      places.push({ column, span, cell, ...(rowSpan > 1 ? { merge: 'restart' as const } : {}) })
      if (rowSpan > 1) opened.push({ column, span, left: rowSpan - 1 })
      column += span
    }
    passCovered()
    covered.push(...opened)
    return places
  })
  return fillRows(placed)
}

/** Every row gets as many columns as the widest: short rows end in empty cells. */
function fillRows(rows: PlacedCell[][]): PlacedCell[][] {
  const width = (row: PlacedCell[]): number => row.reduce((sum, place) => sum + place.span, 0)
  const columns = Math.max(...rows.map(width))
  return rows.map((row) => {
    const missing = columns - width(row)
    return missing > 0 ? [...row, { column: columns - missing, span: missing }] : row
  })
}

/** Widths of the model, scaled to the text; without any, what the words of each column ask for. */
function columnWidths(table: Table, grid: PlacedCell[][], textWidth: number): number[] {
  const count = grid[0]?.reduce((sum, place) => sum + place.span, 0) ?? 1
  const widths = table.columns?.length === count ? table.columns : wordWidths(grid, count, textWidth)
  const total = sum(widths)
  const ends = widths.map((_, index) => Math.round((sum(widths.slice(0, index + 1)) / total) * textWidth))
  return ends.map((end, index) => end - (ends[index - 1] ?? 0))
}

/** Short words stay whole; what is left goes to the columns with more words, twelve characters at most. */
function wordWidths(grid: PlacedCell[][], count: number, textWidth: number): number[] {
  const longest = new Array<number>(count).fill(2)
  for (const { column, span, cell } of grid.flat()) {
    if (span > 1 || !cell) continue
    const words = Math.max(...cell.children.map((paragraph) => inlineText(paragraph.children).length))
    longest[column] = Math.max(longest[column] ?? 2, words)
  }
  const wanted = longest.map((words) => cellWidth(Math.min(12, words)))
  const least = longest.map((words) => cellWidth(Math.min(4, words)))
  const spare = textWidth - sum(least)
  if (sum(wanted) <= textWidth || spare <= 0) return wanted
  const more = wanted.map((width, index) => width - (least[index] ?? 0))
  return least.map((width, index) => width + (spare * (more[index] ?? 0)) / sum(more))
}

/** Twips for a line of so many 12 pt characters between the cell margins. */
function cellWidth(characters: number): number {
  return characters * 240 + 160
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** Only rows at the top can repeat on each page (ECMA-376 part 1, 17.4.78). */
export function leadingHeaders(rows: readonly TableRow[]): number {
  const first = rows.findIndex((row) => !row.header)
  return first < 0 ? 1 : first
}

/** Figures stand right, so that equal decimals stand under each other; words left. */
export function usualAlign(paragraph: Paragraph): Align {
  return /^[-+±−]?[\d,，.]+[%％‰]?$/.test(inlineText(paragraph.children).trim()) ? 'right' : 'left'
}
