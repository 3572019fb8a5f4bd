import type { OutlineNode } from '../report/outline.ts'
import { mostDecided, noReview, type Block, type DecidedChange, type Review } from '../report/schema.ts'
import type { Card } from '../revisions/cards.ts'
import type { Decision } from '../revisions/decide.ts'
import { opinionPlace } from './opinion-place.ts'
import { shortened } from './shortened.ts'

/** Characters of the words of a change that are remembered. */
const longestWords = 200

/** Cards that were decided together, as the report remembers them. */
export function decidedChanges(
  cards: readonly Card[],
  { body, outline }: { body: readonly Block[]; outline: readonly OutlineNode[] },
  { decision, by, at, format }: { decision: Decision; by: string; at: string; format: (card: Card) => string },
): DecidedChange[] {
  return cards.map((card) => {
    const what = card.changed.length > 0 ? format(card) : ''
    const [first] = card.places
    return {
      id: card.id,
      kind: card.kind,
      author: card.author,
      date: card.date,
      old: shortened(card.old, longestWords),
      new: shortened(card.new, longestWords),
      ...(what !== '' && { format: shortened(what, longestWords) }),
      place: first ? opinionPlace(body, outline, first) : { headings: [], paragraph: 0, sentence: '' },
      decision,
      by,
      at,
    }
  })
}

/** The newest are kept; what is dropped is counted. A change that is decided anew counts once. */
export function withDecided(review: Review | undefined, more: readonly DecidedChange[]): Review {
  const { decided: before = [], decidedDropped = 0, ...rest } = review ?? noReview
  const fresh = new Set(more.map(({ id }) => id))
  const all = [...before.filter(({ id }) => !fresh.has(id)), ...more]
  const dropped = decidedDropped + Math.max(0, all.length - mostDecided)
  return { ...rest, decided: all.slice(-mostDecided), ...(dropped > 0 && { decidedDropped: dropped }) }
}
