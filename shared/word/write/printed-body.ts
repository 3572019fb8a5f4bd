import { isTextLeaf, type Block, type Inline, type LineBlock, type Table } from '../../report/schema.ts'
import { isLineBlock } from '../../report/schema.ts'

/**
 * The body as it goes to paper: the final text (deletions left out), without the empty paragraphs that only wait for
 * text or hold advice. An empty paragraph with an alignment of its own was set on purpose and stays as a blank line.
 */
export function printedBody(body: readonly Block[]): Block[] {
  return body.map(withoutDeletions).filter((block) => !isLineBlock(block) || isPrinted(block))
}

function withoutDeletions(block: Block): Block {
  if (isLineBlock(block)) return finalLine(block)
  if (block.type === 'table') return finalTable(block)
  return block
}

function finalLine<Line extends LineBlock>(block: Line): Line {
  return { ...block, children: finalInlines(block.children) }
}

function finalTable(table: Table): Table {
  const rows = table.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => ({ ...cell, children: cell.children.map(finalLine) })),
  }))
  return { ...table, children: rows }
}

function finalInlines(children: readonly Inline[]): Inline[] {
  const kept = children.filter((child) => !child.del)
  return kept.length > 0 ? kept : [{ text: '' }]
}

function isPrinted(block: LineBlock): boolean {
  if (block.children.some((child) => (isTextLeaf(child) ? child.text.trim() !== '' : true))) return true
  return block.type === 'paragraph' && (block.align !== undefined || block.flush === true)
}
