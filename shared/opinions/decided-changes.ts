import type { OutlineNode } from '../report/outline.ts'
import { mostDecided, noReview, type Block, type DecidedChange, type Review } from '../report/schema.ts'
import type { Card } from '../revisions/cards.ts'
import type { Decision } from '../revisions/decide.ts'
import type { ProposedChange } from './by-person.ts'
import { opinionPlace } from './opinion-place.ts'
import { shortened } from './shortened.ts'

/** Characters of the words of a change that are remembered. */
const longestWords = 200

/** What became of what one person proposed. */
export interface DecidedProposal {
  change: ProposedChange
  decision: Decision
}

/** Changes that were decided together, as the report remembers them. */
export function decidedChanges(
  decisions: readonly DecidedProposal[],
  { body, outline }: { body: readonly Block[]; outline: readonly OutlineNode[] },
  { by, at, format }: { by: string; at: string; format: (card: Card) => string },
): DecidedChange[] {
  return decisions.map(({ change, decision }) => {
    const what = change.changed.length > 0 ? format(change) : ''
    const [first] = change.places
    return {
      id: change.id,
      kind: change.kind,
      author: change.author,
      date: change.date,
      old: shortened(change.old, longestWords),
      new: shortened(change.new, longestWords),
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
