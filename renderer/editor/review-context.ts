import { createContext } from 'react'

/** What pending words need to know of the report they stand in. */
export interface ReviewDisplay {
  /** In the order of their colours. */
  reviewers: readonly string[]
  /** Revisions of the card that is open. */
  current: ReadonlySet<string>
  /** By id; replies are those of the thread they stand in. */
  comments: ReadonlyMap<string, ShownComment>
  /** The thread that is open. */
  currentComment: string | null
}

export interface ShownComment {
  thread: string
  author: string
  done: boolean
}

export const noComments: ReadonlyMap<string, ShownComment> = new Map()

export const ReviewContext = createContext<ReviewDisplay>({
  reviewers: [],
  current: new Set(),
  comments: noComments,
  currentComment: null,
})

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
