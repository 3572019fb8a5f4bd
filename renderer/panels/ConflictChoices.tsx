import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../shared/revisions/cards.ts'
import { commandOf } from '../app/commands.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { colourOf } from '../editor/review-context.ts'
import { AuthorBadge } from './AuthorBadge.tsx'
import { cardText, joinedNames } from './card-words.ts'

/** What each of several people made of one place, beside each other. */
export function ConflictSides({ card }: { card: Card }): ReactElement {
  const { t } = useTranslation()
  const reviewers = useSession((session) => session.reviewers)
  return (
    <span className="review-words" lang="zh-CN" aria-hidden="true">
      <span className="review-kind">{t('merge:conflict.before')}</span>{' '}
      <span className="review-before">{cardText(t, card.old)}</span>
      {card.sides?.map(({ side, authors, text }) => (
        <span key={side} className={`review-side-words author-ink-${colourOf(reviewers, authors[0] ?? '').colour}`}>
          {authors.map((author) => (
            <AuthorBadge key={author} author={author} />
          ))}
          {text === '' ? <del>{t('merge:conflict.deleted')}</del> : <ins>{cardText(t, text)}</ins>}
        </span>
      ))}
    </span>
  )
}

/** 采用甲 / 采用乙 / 都保留 / 维持原文. */
export function ConflictChoices({ card }: { card: Card }): ReactElement {
  const { t } = useTranslation()
  const { review } = useController()
  const why = useWindow((state) => commandOf('acceptRevision').why?.(state))
  const button = (key: string, words: string, act: () => void): ReactElement => (
    <button
      key={key}
      type="button"
      className="button"
      aria-disabled={why !== undefined}
      {...(why !== undefined && { title: t(`reason.${why}`) })}
      onClick={() => why === undefined && act()}
    >
      {words}
    </button>
  )
  return (
    <div className="review-card-buttons" role="group" aria-label={t('merge:conflict.sides')}>
      {card.sides?.map(({ side, authors }) =>
        button(`${side}`, t('merge:conflict.take', { name: joinedNames(t, authors) }), () => review.settle(card, side)),
      )}
      {button('all', t('merge:conflict.takeAll'), () => review.settle(card, 'all'))}
      {button('none', t('merge:conflict.takeNone'), () => review.decide(card, 'reject'))}
    </div>
  )
}
