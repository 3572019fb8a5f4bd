import { compareReports } from '../../shared/revisions/compare/compare-reports.ts'
import { mergeCopies } from '../../shared/revisions/merge/merge-copies.ts'
import type { CompareRequest, FromReview, MergedAway, MergeRequest, ToReview } from './review-messages.ts'

export function answerReview(message: ToReview): FromReview {
  try {
    return 'compare' in message ? { compared: compare(message.compare) } : { merged: merge(message.merge) }
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function compare({ before, after, signature, id }: CompareRequest): ReturnType<typeof compareReports> {
  return compareReports(before, after, signature, id)
}

function merge({ base, copies, prefix }: MergeRequest): MergedAway {
  const merged = mergeCopies(base, copies, prefix)
  const places = new Map(base.body.map((block, index) => [block, index]))
  return { ...merged, kept: merged.report.body.map((block) => places.get(block) ?? -1) }
}
