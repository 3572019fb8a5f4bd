import { createContext } from 'react'

/** What pending words need to know of the report they stand in. */
export interface ReviewDisplay {
  /** In the order of their colours. */
  reviewers: readonly string[]
  /** Revisions of the card that is open. */
  current: ReadonlySet<string>
}

export const ReviewContext = createContext<ReviewDisplay>({ reviewers: [], current: new Set() })

/** Six colours; a seventh author has the first again, with a ring around the badge. */
const colours = 6

export function colourOf(reviewers: readonly string[], author: string): { colour: number; ringed: boolean } {
  const index = Math.max(0, reviewers.indexOf(author))
  return { colour: (index % colours) + 1, ringed: index >= colours }
}

/** The surname: the first character. */
export function badgeOf(author: string): string {
  return Array.from(author.trim())[0] ?? '?'
}
