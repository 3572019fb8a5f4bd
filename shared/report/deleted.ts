import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Inline,
  type ParagraphMark,
  type Pending,
  type Revision,
} from './schema.ts'

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

/** A page break that came or went: without it the lines around it are neighbours. */
export function isRevisedBreak(block: { type: string } | undefined): boolean {
  const { ins, del } = (block ?? {}) as Pending
  return block?.type === 'page-break' && (ins ?? del) !== undefined
}

/** The blocks on both sides of one, whatever page breaks came or went between them. */
export function blockBefore<Item extends { type: string }>(blocks: readonly Item[], index: number): Item | undefined {
  for (let at = index - 1; at >= 0; at--) if (!isRevisedBreak(blocks[at])) return blocks[at]
  return undefined
}

export function blockBehind<Item extends { type: string }>(blocks: readonly Item[], index: number): Item | undefined {
  for (let at = index + 1; at < blocks.length; at++) if (!isRevisedBreak(blocks[at])) return blocks[at]
  return undefined
}

/** Two page breaks in one place that one person made, or took away, at one time: they are one. */
export function isSameBreak(one: { type: string } | undefined, other: { type: string } | undefined): boolean {
  if (one?.type !== 'page-break' || other?.type !== 'page-break') return false
  const [a, b] = [one as Pending, other as Pending]
  const same = (x: Revision | undefined, y: Revision | undefined): boolean =>
    x?.author === y?.author && x?.date === y?.date && !x === !y
  return same(a.ins, b.ins) && same(a.del, b.del)
}

/**
 * For a Word file: an end of a line that waits for a page break behind it comes and goes with that break. Before anything
 * else that is undecided it stays, as Word joins no paragraph with a table.
 */
export function withWaitingEnds(body: readonly Block[]): Block[] {
  return body.map((block, index) => {
    const next = body[index + 1]
    if (!isLineBlock(block) || !block.mark?.leaving || next?.type !== 'page-break') return block
    const { ins, del } = next
    return { ...block, mark: { ...(ins && { ins: unmoved(ins) }), ...(del && { del: unmoved(del) }) } }
  })
}

/** Borders of moves stand around words: what else moved with them came and went. */
export function unmoved({ move: _, ...revision }: Revision): Revision {
  return revision
}
