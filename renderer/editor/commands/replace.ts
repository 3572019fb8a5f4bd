import { plainText } from '../../../shared/report/plain-text.ts'
import { bodyOf } from '../body-of.ts'
import type { Hit } from '../find/find-text.ts'
import type { ReportEditor } from '../slate-types.ts'
import { replaceStretch } from './apply-repair.ts'
import { inOneStep } from './one-step.ts'

/**
 * Replaces hits of the body shown, as one step of undo; new words look like the first of the old ones. Returns how many
 * were replaced: hits without a replacement are left alone.
 */
export function replaceHits(editor: ReportEditor, hits: readonly Hit[]): number {
  const plain = plainText(bodyOf(editor))
  const edits = hits.flatMap(({ start, end, replacement }) =>
    replacement === undefined ? [] : [{ start, end, text: replacement }],
  )
  const lastFirst = edits.sort((a, b) => b.start - a.start)
  if (lastFirst.length === 0) return 0
  inOneStep(editor, () => {
    for (const edit of lastFirst) replaceStretch(editor, plain, edit)
  })
  return lastFirst.length
}
