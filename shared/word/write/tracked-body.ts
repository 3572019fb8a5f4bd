import { blockBefore, blockBehind, joinsNext, withWaitingEnds } from '../../report/deleted.ts'
import { isLineBlock, type Block, type LineBlock, type Paragraph, type TableRow } from '../../report/schema.ts'
import { isPrinted } from './printed-body.ts'

/**
 * The body as it goes to paper with its revisions: without the empty paragraphs that only wait for text. A paragraph mark
 * is only revised where another paragraph follows: nothing could join it otherwise, and Word may refuse the file.
 */
export function trackedBody(report: readonly Block[]): Block[] {
  const body = withWaitingEnds(report)
  const printed = body.filter(
    (block, index) =>
      !isLineBlock(block) || isPrinted(block) || isRevised(block) || joinsNext(blockBefore(body, index)),
  )
  return printed.map((block, index): Block => {
    if (isLineBlock(block)) return followed(block, blockBehind(printed, index))
    if (block.type !== 'table') return block
    return { ...block, children: block.children.map(trackedRow) }
  })
}

function trackedRow(row: TableRow): TableRow {
  return {
    ...row,
    children: row.children.map((cell) => {
      if (row.ins ?? row.del ?? cell.cellRev) return cell
      return {
        ...cell,
        children: cell.children.map((line, index): Paragraph => followed(line, cell.children[index + 1])),
      }
    }),
  }
}

function followed<Line extends LineBlock>(line: Line, next: Block | undefined): Line {
  if (!line.mark || (next && isLineBlock(next))) return line
  const { mark: _, ...rest } = line
  return rest as Line
}

function isRevised(block: LineBlock): boolean {
  return block.mark !== undefined || block.pFmt !== undefined || block.children.some((child) => child.del)
}
