import type { Block, Opinion } from '../report/schema.ts'
import { readCards } from '../revisions/cards.ts'
import { changesByPerson, type ProposedChange } from './by-person.ts'

/**
 * What was said about a change is said about it still where a merge has made it a side of a conflict, or something that
 * others did as well: its card has another id then.
 */
export function followOpinions(
  opinions: Readonly<Record<string, Opinion>>,
  before: readonly Block[],
  after: readonly Block[],
): Record<string, Opinion> {
  const asked = readCards(before).flatMap(changesByPerson)
  const moved = asked.filter(({ id }) => opinions[id] !== undefined)
  if (moved.length === 0) return { ...opinions }
  const now = readCards(after).flatMap(changesByPerson)
  const there = new Set(now.map(({ id }) => id))
  const known = new Set(asked.map(({ id }) => id))
  const followed = new Map(Object.entries(opinions))
  for (const change of moved) {
    const opinion = followed.get(change.id)
    const found = there.has(change.id) ? undefined : now.find((one) => !known.has(one.id) && isSame(change, one))
    // Two changes of one person that have become one side: the first opinion about it stays.
    if (!opinion || !found || followed.has(found.id)) continue
    followed.delete(change.id)
    followed.set(found.id, opinion)
  }
  return Object.fromEntries(followed)
}

function isSame(before: ProposedChange, after: ProposedChange): boolean {
  return before.author === after.author && after.ids.some((id) => before.ids.includes(id))
}
