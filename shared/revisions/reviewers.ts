import type { Block, Comment } from '../report/schema.ts'
import { revisionsIn } from './revisions-in.ts'

/** Authors of revisions and comments; whoever is known already keeps the place. The same list while nobody new is there. */
export function reviewersIn(
  body: readonly Block[],
  comments: readonly Comment[],
  known: readonly string[],
): readonly string[] {
  const all = new Set(known)
  for (const { revision } of revisionsIn(body)) {
    all.add(revision.author)
    for (const { author } of revision.also ?? []) all.add(author)
  }
  for (const { author } of comments) all.add(author)
  return all.size === known.length ? known : [...all]
}
