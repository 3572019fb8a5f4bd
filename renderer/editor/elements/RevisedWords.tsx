import { useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormatRevision, LeafFormat, Pending, Revision } from '../../../shared/report/schema.ts'
import { badgeOf, colourOf, ReviewContext } from '../review-context.ts'

type Revised = Pending & { fmt?: FormatRevision<LeafFormat> }

/** Words that something is pending on, as `ins` and `del`: underlined, struck, doubled where they moved, and who did it when. */
export function RevisedWords({ of: { ins, del, fmt }, children }: { of: Revised; children: ReactNode }) {
  let words = children
  if (fmt)
    words = (
      <Mark revision={fmt.rev} kind="formatted">
        {words}
      </Mark>
    )
  if (ins)
    words = (
      <Mark revision={ins} kind={ins.move === undefined ? 'inserted' : 'moved'} tag="ins">
        {words}
      </Mark>
    )
  if (del)
    words = (
      <Mark revision={del} kind={del.move === undefined ? 'deleted' : 'moved'} tag="del">
        {words}
      </Mark>
    )
  return words
}

interface MarkProps {
  revision: Revision
  kind: 'inserted' | 'deleted' | 'moved' | 'formatted'
  tag?: 'ins' | 'del' | 'span'
  children: ReactNode
}

function Mark({ revision, kind, tag: Tag = 'span', children }: MarkProps) {
  const { t } = useTranslation('review')
  const { reviewers, current } = useContext(ReviewContext)
  const { author, date, also = [] } = revision
  const { colour, ringed } = colourOf(reviewers, author)
  const name = [author, ...also.map((other) => other.author)]
    .map((one) => one || t('unknown'))
    .join(t('merge:names.separator'))
  const names = ['zg-rev', `zg-rev-${kind}`, `zg-rev-by-${colour}`]
  if (ringed) names.push('zg-rev-ringed')
  if (current.has(revision.id)) names.push('zg-rev-current')
  return (
    <Tag className={names.join(' ')} title={t(kind, { name, date: shownDate(date) })} data-badge={badgeOf(author)}>
      {children}
    </Tag>
  )
}

/** As written, without the letters of the file. */
export function shownDate(date: string): string {
  return date.slice(0, 16).replace('T', ' ')
}
