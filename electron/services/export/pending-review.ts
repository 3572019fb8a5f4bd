import type { Notice, Refusal } from '../../../shared/desktop/results.ts'
import type { Report } from '../../../shared/report/schema.ts'
import { readCards } from '../../../shared/revisions/cards.ts'
import { openConflicts } from '../../../shared/revisions/open-conflicts.ts'

/** How a clean copy is made: not `refuse`d while anything is open, or as the `final` state of all. */
export type Clean = 'refuse' | 'final'

/** Why a clean copy may not be made yet; undefined when all is decided. */
export function pendingReview({ body, review }: Report): Refusal | undefined {
  // As the window counts them: what a person did once.
  const revisions = readCards(body).length
  const parents = new Map(review?.comments.map(({ id, parent }) => [id, parent]))
  const open = (review?.comments ?? []).filter(({ id, done }) => !done && parents.get(id) === undefined)
  return pendingRefusal(revisions, open.length)
}

/** Why no clean copy may be made of the report, however it was asked for: its final text would hold what excludes each other. */
export function openRefusal(report: Report, clean: Clean | undefined): Refusal | undefined {
  if (clean === undefined) return undefined
  const pending = clean === 'refuse' ? pendingReview(report) : undefined
  const count = pending ? 0 : openConflicts(report.body).length
  return count > 0 ? { reason: 'conflictsOpen', values: { count } } : pending
}

export function pendingRefusal(revisions: number, comments: number): Refusal | undefined {
  return revisions + comments === 0 ? undefined : { reason: 'reviewPending', values: { revisions, comments } }
}

/** Whoever hands the file on must know that what was struck and said stands in it. */
export function reviewIncluded(report: Report): Notice[] {
  const pending = pendingReview(report)
  const count = openConflicts(report.body).length
  const notices: Notice[] = []
  if (pending?.values) notices.push({ messageId: 'export:notice.reviewIncluded', values: pending.values })
  if (count > 0) notices.push({ messageId: 'export:notice.conflictsIncluded', values: { count } })
  return notices
}
