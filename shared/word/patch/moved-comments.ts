import { leftBehind } from '../../comments/comment-places.ts'
import { linesOf } from '../../comments/lines-of.ts'
import { isLineBlock, isTextLeaf, type Block } from '../../report/schema.ts'
import type { BlockPair } from './align-blocks.ts'

/**
 * Comments of the file whose words have gone to other paragraphs: their marks go with them. Those that stood in a table or
 * still stand in a paragraph of theirs keep the marks that they have.
 */
export function movedComments(
  before: readonly Block[],
  now: readonly Block[],
  pairs: readonly BlockPair<Block>[],
): Set<string> {
  const [were, are] = [commentsByBlock(before), commentsByBlock(now)]
  const moved = new Set([...are.values()].flatMap((ids) => [...ids]))
  const known = new Set([...were].flatMap(([block, ids]) => (isLineBlock(block) ? [...ids] : [])))
  for (const id of moved) if (!known.has(id)) moved.delete(id)
  for (const [block, ids] of were) if (!isLineBlock(block)) ids.forEach((id) => moved.delete(id))
  for (const pair of pairs) {
    const here = pair.now && are.get(pair.now)
    if (here && pair.before) were.get(pair.before)?.forEach((id) => here.has(id) && moved.delete(id))
  }
  return moved
}

function commentsByBlock(body: readonly Block[]): Map<Block, Set<string>> {
  const found = new Map<Block, Set<string>>()
  const isLeft = leftBehind(body)
  for (const [{ children }, [index = 0]] of linesOf(body)) {
    const block = body[index]
    const ids = children.flatMap((child) =>
      isTextLeaf(child) && child.text !== '' ? (child.comments ?? []).filter((id) => !isLeft(child, id)) : [],
    )
    if (block && ids.length > 0) found.set(block, new Set([...(found.get(block) ?? []), ...ids]))
  }
  return found
}
