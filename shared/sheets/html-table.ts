import { emptyCell, sheetLimits, tableOf, textCell, type SheetCell, type SheetTable } from './sheet-table.ts'

/** What `DOMParser` gives, as far as it is looked at: names and text, never styles, scripts or addresses. */
export interface HtmlNode {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<HtmlNode>
  getAttribute?: (name: string) => string | null
}

/** The first table of a pasted page; merged cells say the same in each of their places. Undefined: there is none. */
export function readHtmlTable(root: HtmlNode): SheetTable | undefined {
  const table = find(root, 'TABLE')
  if (!table) return undefined
  const grid: SheetCell[][] = []
  const rows = rowsOf(table)
  const room = { cells: sheetLimits.cells }
  rows.forEach((row, index) => placeRow(row, index, grid, room))
  const filled = rows.map((_, index) =>
    Array.from(grid[index] ?? [], (cell: SheetCell | undefined) => cell ?? emptyCell),
  )
  return tableOf('', filled).table
}

/** Puts the cells of a row at the next free places; `room` ends tables that claim more than the limits. */
function placeRow(row: HtmlNode, index: number, grid: SheetCell[][], room: { cells: number }): void {
  let column = 0
  for (const cell of children(row).filter(({ nodeName }) => nodeName === 'TD' || nodeName === 'TH')) {
    while (grid[index]?.[column] !== undefined) column++
    const across = spanOf(cell, 'colspan', sheetLimits.columns)
    const down = spanOf(cell, 'rowspan', sheetLimits.rows)
    room.cells -= across * down
    if (room.cells < 0 || column > sheetLimits.columns) return
    const said = textCell(linesOf(cell))
    for (let below = index; below < index + down; below++) {
      const filled = (grid[below] ??= [])
      for (let at = column; at < column + across; at++) filled[at] = said
    }
    column += across
  }
}

function rowsOf(table: HtmlNode): HtmlNode[] {
  return children(table).flatMap((child) =>
    child.nodeName === 'TR' ? [child] : /^T(?:BODY|HEAD|FOOT)$/.test(child.nodeName) ? rowsOf(child) : [],
  )
}

function spanOf(cell: HtmlNode, name: string, most: number): number {
  const span = Number(cell.getAttribute?.(name) ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, most) : 1
}

/** Line feeds of the source are blanks; those of the cell are `br` and paragraphs. */
function linesOf(node: HtmlNode): string {
  if (node.nodeType === 3) return (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ')
  if (node.nodeName === 'BR') return '\n'
  if (/^(?:SCRIPT|STYLE|TABLE)$/.test(node.nodeName)) return ''
  const inner = children(node).map(linesOf).join('')
  return /^(?:P|DIV)$/.test(node.nodeName) ? `${inner}\n` : inner
}

function find(root: HtmlNode, name: string): HtmlNode | undefined {
  if (root.nodeName === name) return root
  for (const child of children(root)) {
    const found = find(child, name)
    if (found) return found
  }
  return undefined
}

function children(node: HtmlNode): HtmlNode[] {
  return Array.from(node.childNodes)
}
