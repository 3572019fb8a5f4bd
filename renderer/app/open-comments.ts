import type { Range } from 'slate'
import { readCommentPlaces } from '../../shared/comments/comment-places.ts'
import type { Comment, Review } from '../../shared/report/schema.ts'
import { bodyOf } from '../editor/body-of.ts'
import type { ReportEditor } from '../editor/slate-types.ts'
import { rangeOfPlaces } from './card-place.ts'

/** Threads that nobody has closed. */
export function readOpenComments(review: Review | undefined): Comment[] {
  return (review?.comments ?? []).filter(({ done, parent }) => !done && parent === undefined)
}

/** The words that a comment stands on; undefined where they have gone. */
export function rangeOfComment(editor: ReportEditor, id: string): Range | undefined {
  const place = readCommentPlaces(bodyOf(editor)).get(id)
  return place && rangeOfPlaces(editor, place.stretches)
}
