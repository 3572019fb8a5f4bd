import { isLineBlock, isTextLeaf, type Block, type Inline } from './schema.ts'

/** Nothing of a block is in the final text: its end and all its words are deleted, or all rows of a table, or a block whole. */
export function isDeletedBlock(block: Block): boolean {
  if (isLineBlock(block)) return block.mark?.del !== undefined && block.children.every(isDeletedInline)
  if (block.type === 'table') return block.children.every((row) => row.del)
  return block.del !== undefined
}

/** An empty leaf has no words that could stay. */
export function isDeletedInline(child: Inline): boolean {
  return child.del !== undefined || (isTextLeaf(child) && child.text === '')
}
