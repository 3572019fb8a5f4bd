import { isLineBlock, isTextLeaf, type Block, type Inline, type ParagraphMark } from './schema.ts'

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

/** The end of a line came or went: the line behind it may take in its words, and has to be there even when it is empty. */
export function joinsNext(block: object | undefined): boolean {
  const { mark } = (block ?? {}) as { mark?: ParagraphMark }
  return (mark?.ins ?? mark?.del) !== undefined
}
