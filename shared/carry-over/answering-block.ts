import type { OutlineNode } from '../report/outline.ts'
import { blockText } from '../report/plain-text.ts'
import type { Block } from '../report/schema.ts'
import type { Pledge } from './accounts.ts'

/**
 * The block of this year's text after which a sentence on the promise belongs: the last one of the section of 回顾 whose words
 * are likest to it, without such a section that of 回顾 itself.
 */
export function answeringBlock(
  { words }: Pick<Pledge, 'words'>,
  body: readonly Block[],
  outline: readonly OutlineNode[],
): number | undefined {
  const review = outline.findLast(({ kind }) => kind === 'review')
  if (!review) return undefined
  const wanted = pairsIn(words)
  const scored = review.children
    .filter(({ heading }) => heading)
    .map(({ start, end }) => {
      const own = pairsIn(body.slice(start, end).map(blockText).join(''))
      return { end, score: [...wanted].filter((pair) => own.has(pair)).length }
    })
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  return (best && best.score > 0 ? best.end : review.end) - 1
}

function pairsIn(text: string): Set<string> {
  const words = text.replace(/[^\p{Script=Han}]/gu, '')
  const pairs = new Set<string>()
  for (let index = 0; index + 1 < words.length; index++) pairs.add(words.slice(index, index + 2))
  return pairs
}
