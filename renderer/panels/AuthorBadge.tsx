import type { ReactElement } from 'react'
import { useSession } from '../app/window-context.ts'
import { badgeOf, colourOf } from '../editor/review-context.ts'

/** The surname on the reviewer's colour; the name stands beside it. */
export function AuthorBadge({ author }: { author: string }): ReactElement {
  const reviewers = useSession((session) => session.reviewers)
  const { colour, ringed } = colourOf(reviewers, author)
  return (
    <span className={`author-badge author-${colour}${ringed ? ' author-ringed' : ''}`} aria-hidden="true">
      {badgeOf(author)}
    </span>
  )
}
