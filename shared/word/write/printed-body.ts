import { isLineBlock, isTextLeaf, type Block, type LineBlock } from '../../report/schema.ts'
import { decide } from '../../revisions/decide.ts'

/**
 * The body as it goes to paper: the final text (deletions left out), without the empty paragraphs that only wait for
 * text or hold advice. An empty paragraph with an alignment of its own was set on purpose and stays as a blank line.
 */
export function printedBody(body: readonly Block[]): Block[] {
  return decide(body, 'accept', 'all').filter((block) => !isLineBlock(block) || isPrinted(block))
}

export function isPrinted(block: LineBlock): boolean {
  if (block.children.some((child) => (isTextLeaf(child) ? child.text.trim() !== '' : true))) return true
  return block.type === 'paragraph' && (block.align !== undefined || block.flush === true)
}
