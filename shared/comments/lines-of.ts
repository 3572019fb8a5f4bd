import { isLineBlock, type Block, type LineBlock } from '../report/schema.ts'

/** A line with its path in the body: [block], or [table, row, cell, paragraph]. */
export type PlacedLine = [line: LineBlock, path: number[]]

/** Every line of the blocks [from, to) in the order of the text, those of table cells included. */
export function linesOf(body: readonly Block[], from = 0, to = body.length): PlacedLine[] {
  const lines: PlacedLine[] = []
  for (let index = from; index < to; index++) {
    const block = body[index]
    if (!block) continue
    if (isLineBlock(block)) lines.push([block, [index]])
    else if (block.type === 'table')
      block.children.forEach((row, r) =>
        row.children.forEach((cell, c) =>
          cell.children.forEach((paragraph, p) => lines.push([paragraph, [index, r, c, p]])),
        ),
      )
  }
  return lines
}
