import { isLineBlock, type Block, type LineBlock, type TableRow } from '../../report/schema.ts'

/** A line of a body and the row that it stands in. */
export interface PlacedLine {
  line: LineBlock
  row?: TableRow
  /** Lines of one container follow each other: the body is one, every cell another. */
  container: object
}

export function placedLines(body: readonly Block[]): PlacedLine[] {
  return body.flatMap((block): PlacedLine[] => {
    if (isLineBlock(block)) return [{ line: block, container: body }]
    if (block.type !== 'table') return []
    return block.children.flatMap((row) =>
      row.children.flatMap((cell) => cell.children.map((line) => ({ line, row, container: cell }))),
    )
  })
}

/** The body with other lines and rows; what stays the same is the same. */
export function mapLines(
  body: readonly Block[],
  ofLine: <Line extends LineBlock>(line: Line) => Line,
  ofRow: (row: TableRow) => TableRow = (row) => row,
): Block[] {
  return body.map((block): Block => {
    if (isLineBlock(block)) return ofLine(block)
    if (block.type !== 'table') return block
    const rows = block.children.map((row) => {
      const cells = row.children.map((cell) => {
        const lines = cell.children.map(ofLine)
        return lines.every((line, index) => line === cell.children[index]) ? cell : { ...cell, children: lines }
      })
      const changed = ofRow(row)
      return cells.every((cell, index) => cell === row.children[index]) ? changed : { ...changed, children: cells }
    })
    return rows.every((row, index) => row === block.children[index]) ? block : { ...block, children: rows }
  })
}
