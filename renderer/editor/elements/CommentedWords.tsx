import { useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextLeaf } from '../../../shared/report/schema.ts'
import { colourOf, ReviewContext } from '../review-context.ts'

/** Words that a comment stands on: a dotted line in the colour of whoever began the newest thread, ended by a small flag. */
export function CommentedWords({ of, children }: { of: TextLeaf; children: ReactNode }) {
  const { t } = useTranslation('comments')
  const { reviewers, comments, currentComment } = useContext(ReviewContext)
  const ids = of.comments ?? []
  const shown = ids.flatMap((id) => comments.get(id) ?? [])
  const newest =
    shown.findLast(({ thread }) => thread === currentComment) ?? shown.findLast(({ done }) => !done) ?? shown.at(-1)
  if (!newest) return children
  const { colour } = colourOf(reviewers, newest.author)
  const names = ['zg-comment', `zg-rev-by-${colour}`]
  if (newest.done) names.push('zg-comment-done')
  if (newest.thread === currentComment) names.push('zg-comment-current')
  if (of.points?.some((id) => comments.get(id)?.thread === newest.thread)) names.push('zg-comment-point')
  const people = [...new Set(shown.map(({ author }) => author || t('unknown')))].join(t('window:listSeparator'))
  return (
    <span className={names.join(' ')} title={t('on', { people })} data-comments={ids.join(' ')}>
      {children}
    </span>
  )
}
