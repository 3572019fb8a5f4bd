import type { Block } from '../report/schema.ts'
import { readCards, type Card } from './cards.ts'
import { revisionsIn } from './revisions-in.ts'

/**
 * Places at which nobody has chosen yet between what several wrote in place of each other: until then the final text holds
 * the words of all of them, and whoever hands it on, checks it or copies figures from it must know.
 */
export function openConflicts(body: readonly Block[]): Card[] {
  if (!revisionsIn(body).some(({ revision }) => revision.conflict)) return []
  return readCards(body).filter(({ kind }) => kind === 'conflict')
}
