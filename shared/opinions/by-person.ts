import type { ChangeKind } from '../report/schema.ts'
import type { Card } from '../revisions/cards.ts'

/** A change as one person proposed it. */
export type ProposedChange = Card & { kind: ChangeKind; side?: number }

/** Everybody who proposed a change has an opinion: a conflict has one for each name of its sides, what several did alike one for each of them. */
export function changesByPerson(card: Card): ProposedChange[] {
  const { kind, sides = [] } = card
  if (kind === 'conflict')
    return sides.flatMap(({ side, authors, date, before, text, ids }) =>
      authors.map((author) => ({
        ...card,
        kind: kindOf(before, text),
        id: `${card.id}:${side}:${author}`,
        author,
        authors: [author],
        date,
        old: before,
        new: text,
        ids,
        side,
      })),
    )
  return card.authors.map((author, index) => ({
    ...card,
    kind,
    id: index === 0 ? card.id : `${card.id}:${author}`,
    author,
    authors: [author],
  }))
}

function kindOf(before: string, text: string): ChangeKind {
  if (before === '') return 'insert'
  return text === '' ? 'delete' : 'replace'
}
