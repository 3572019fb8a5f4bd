import { memo, useEffect, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndicatorChange } from '../../shared/revisions/card-indicators.ts'
import type { Card } from '../../shared/revisions/cards.ts'
import { commandOf, keyOfCommand } from '../app/commands.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { shownDate } from '../editor/elements/RevisedWords.tsx'
import { colourOf } from '../editor/review-context.ts'
import { AuthorBadge } from './AuthorBadge.tsx'
import { cardSentence, cardText, formatWords, joinedNames } from './card-words.ts'
import { ConflictChoices, ConflictSides } from './ConflictChoices.tsx'

interface CardProps {
  card: Card
  open: boolean
  place: string
  indicator: IndicatorChange | undefined
}

/** One change of one person: who, when, where, what; the open one has the buttons. */
export const ReviewCard = memo(function ReviewCard({ card, open, place, indicator }: CardProps): ReactElement {
  const { t } = useTranslation()
  const { review } = useController()
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (open) element.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <article
      ref={element}
      className={`review-card ${open ? 'review-card-open' : ''} ${card.sides ? 'review-card-conflict' : ''}`}
    >
      <button
        type="button"
        className="review-card-main"
        aria-expanded={open}
        {...(open && { 'data-pane-focus': true })}
        onClick={() => review.visit(card)}
      >
        <span className="unseen">{cardSentence(t, card)}</span>
        <span className="review-card-head" aria-hidden="true">
          {card.authors.map((author) => (
            <AuthorBadge key={author} author={author} />
          ))}
          <b>{card.sides ? t('merge:conflict.kind') : joinedNames(t, card.authors)}</b>
          <span className="meta number">{shownDate(card.date)}</span>
          <span className="grow" />
          {indicator ? <span className="tag">{t('review:indicator')}</span> : <span className="meta">{place}</span>}
        </span>
        {card.sides ? <ConflictSides card={card} /> : <Words card={card} />}
        {indicator && <Indicator change={indicator} />}
      </button>
      {open && (card.sides ? <ConflictChoices card={card} /> : <Buttons card={card} />)}
    </article>
  )
}, sameCard)

function sameCard(a: CardProps, b: CardProps): boolean {
  return (
    a.open === b.open &&
    a.place === b.place &&
    JSON.stringify(a.indicator) === JSON.stringify(b.indicator) &&
    JSON.stringify(a.card) === JSON.stringify(b.card)
  )
}

function Words({ card }: { card: Card }): ReactElement {
  const { t } = useTranslation()
  const reviewers = useSession((session) => session.reviewers)
  const colour = `review-words author-ink-${colourOf(reviewers, card.author).colour}`
  const { kind } = card
  const added = card.new !== '' && kind !== 'move' && kind !== 'split'
  const gone = card.old !== '' && kind !== 'join'
  return (
    <span className={colour} lang="zh-CN" aria-hidden="true">
      <span className="review-kind">{t(`review:kind.${kind}`)}</span>{' '}
      {kind === 'format' && <span className="review-format">{formatWords(t, card)} </span>}
      {gone &&
        (kind === 'move' || kind === 'format' ? (
          <span>{cardText(t, card.old)}</span>
        ) : (
          <del>{cardText(t, card.old)}</del>
        ))}
      {gone && added && <span aria-hidden="true"> → </span>}
      {added && <ins>{cardText(t, card.new)}</ins>}
    </span>
  )
}

function Indicator({ change }: { change: IndicatorChange }): ReactElement {
  const { t } = useTranslation()
  const { indicator, part } = change
  return (
    <span className="review-indicator">
      {t(`review:part.${part}`, { indicator })}{' '}
      <span className="number">
        {change.old || t('review:added')} → {change.new || t('review:dropped')}
      </span>
    </span>
  )
}

function Buttons({ card }: { card: Card }): ReactElement {
  const { t } = useTranslation()
  const { review } = useController()
  const keys = useWindow((state) => state.settings.keys)
  const why = useWindow((state) => commandOf('acceptRevision').why?.(state))
  const button = (decision: 'accept' | 'reject', primary: boolean): ReactElement => {
    const key = keyOfCommand(commandOf(`${decision}Revision`), keys)
    return (
      <button
        type="button"
        className={primary ? 'button primary' : 'button'}
        aria-disabled={why !== undefined}
        aria-keyshortcuts={key}
        title={why === undefined ? key : t(`reason.${why}`)}
        onClick={() => why === undefined && review.decide(card, decision)}
      >
        {t(`review:${decision}`)}
      </button>
    )
  }
  return (
    <div className="review-card-buttons">
      {button('accept', true)}
      {button('reject', false)}
    </div>
  )
}
