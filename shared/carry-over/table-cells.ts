import type { PlainLine } from '../report/plain-text.ts'
import type { Table } from '../report/schema.ts'

/** One line of a cell, and where it stands; offsets are those of the plain text. */
export interface ReadCell {
  start: number
  text: string
  /** As drawn: cells that cover several columns or rows are counted. */
  column: number
  row: number
  /** In a row that says what the columns are. */
  head: boolean
  /** 序号: numbers of order, not figures. */
  serial: boolean
  /** What the heads above it say. */
  title: string
}

type PlacedLine = Pick<ReadCell, 'start' | 'text' | 'column' | 'row'>

export function readTableCells(table: Table, index: number, lines: readonly PlainLine[], text: string): ReadCell[] {
  const columns = columnsOf(table)
  const placed = lines.flatMap(({ path, start, end }): PlacedLine[] => {
    const [block, row = 0, cell = 0] = path
    const column = columns[row]?.[cell]
    return block === index && column !== undefined ? [{ start, text: text.slice(start, end), column, row }] : []
  })
  const heads = headRows(table, placed)
  const titles = new Map<number, string>()
  for (const { column, row, text: words } of placed)
    if (row < heads) titles.set(column, (titles.get(column) ?? '') + words)
  const serials = serialColumns(placed, heads, titles)
  return placed.map((cell) => ({
    ...cell,
    head: cell.row < heads,
    serial: cell.row >= heads && serials.has(cell.column) && number.test(cell.text),
    title: titleOver(cell.column, titles),
  }))
}

/** Of each cell of each row the column it begins in. */
function columnsOf({ children }: Table): number[][] {
  const taken: number[] = []
  return children.map(({ children: cells }) => {
    let at = 0
    const begins = cells.map(({ colSpan = 1, rowSpan = 1 }) => {
      while ((taken[at] ?? 0) > 0) at++
      const begin = at
      for (; at < begin + colSpan; at++) taken[at] = rowSpan
      return begin
    })
    for (let column = 0; column < taken.length; column++) taken[column] = Math.max(0, (taken[column] ?? 0) - 1)
    return begins
  })
}

const number = /^[\s（(]*[\d０-９][\d０-９.,，．\s]*[）)、.]?\s*$/
const year = /^\s*(?:19|20)\d\d\s*年?\s*$/

/** Rows at the top that are marked as heads, else the first one, and those that its cells reach down to, unless they hold figures. */
function headRows(table: Table, cells: readonly PlacedLine[]): number {
  const marked = table.children.findIndex(({ header }) => !header)
  const isHead = (row: number): boolean => {
    const own = cells.filter((cell) => cell.row === row && cell.text.trim() !== '')
    return own.length > 0 && own.every(({ text }) => year.test(text) || !number.test(text.replace(/[%％‰+\-－−]/g, '')))
  }
  if (marked > 0) return marked
  if (table.children.length < 2 || !isHead(0)) return 0
  const reach = Math.max(1, ...(table.children[0]?.children ?? []).map(({ rowSpan = 1 }) => rowSpan))
  let rows = 1
  while (rows < reach && rows < table.children.length - 1 && isHead(rows)) rows++
  return rows
}

/** A head that covers several columns speaks for each of them. */
function titleOver(column: number, titles: ReadonlyMap<number, string>): string {
  for (let at = column; at >= 0; at--) {
    const title = titles.get(at)
    if (title !== undefined) return title
  }
  return ''
}

/** By its head, or because it counts from one. */
function serialColumns(
  cells: readonly PlacedLine[],
  heads: number,
  titles: ReadonlyMap<number, string>,
): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [column, title] of titles) if (/^\s*(?:序号|编号|序|号|次序)\s*$/.test(title)) found.add(column)
  const first = cells.filter(({ column, row, text }) => column === 0 && row >= heads && text.trim() !== '')
  const counted = first.filter(({ text }) => number.test(text)).map(({ text }) => Number(text.replace(/[^\d]/g, '')))
  const wide = cells.some(({ column }) => column > 1)
  if (wide && counted.length > 0 && counted.every((value, index) => value === index + 1)) found.add(0)
  return found
}
