import { ChevronDown, ChevronUp, ListFilter } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndicatorChange } from '../../shared/revisions/card-indicators.ts'
import type { Card } from '../../shared/revisions/cards.ts'
import { changesFigure } from '../../shared/revisions/changes-figure.ts'
import { commandOf, keyOfCommand } from '../app/commands.ts'
import { focusPage } from '../app/give-back-focus.ts'
import { cardGroups, cardsOf, filterCards, showsAll } from '../app/review-cards.ts'
import { trackingState } from '../app/review.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { AuthorBadge } from './AuthorBadge.tsx'
import { NearEnd } from './NearEnd.tsx'
import { placeWords } from './place-words.ts'
import { ReviewCard } from './ReviewCard.tsx'

/** Cards built at first, and whenever the end of the list comes near. */
const cardsAtOnce = 40

/** 审阅窗格: every change as a card, by person, kind and day. */
export function Review(): ReactElement {
  const body = useSession((session) => session.reading.body)
  const filter = useWindow((state) => state.cardFilter)
  const { indicators } = useController()
  const cards = cardsOf(body)
  const changes = useMemo(() => indicators.in(body), [indicators, body])
  const shown = useMemo(() => filterCards(cards, filter, ({ id }) => changes.has(id)), [cards, filter, changes])
  const figures = useMemo(
    () => cards.filter((card) => changes.has(card.id) || changesFigure(card)).length,
    [cards, changes],
  )
  useFocusAfterDecision(cards)
  return (
    <>
      <div className="panel-body">
        {cards.length > 0 && <Filters cards={cards} figures={figures} />}
        <div className="review-list">
          {cards.length === 0 ? <Empty /> : <CardList cards={shown} changes={changes} />}
        </div>
      </div>
      {cards.length > 0 && <Foot shown={shown} />}
    </>
  )
}

/** The buttons of a card that was decided are gone, and the focus with them: to the card that is open now, else to the text. */
function useFocusAfterDecision(cards: readonly Card[]): void {
  const { store } = useController()
  const open = useSession((session) => session.openCard)
  const was = useRef({ cards, open })
  useEffect(() => {
    const before = was.current
    was.current = { cards, open }
    if ((before.cards === cards && before.open === open) || document.activeElement !== document.body) return
    const card = document.querySelector<HTMLElement>('[data-pane="panel"] [data-pane-focus]')
    if (card) card.focus({ preventScroll: true })
    else focusPage(store.get().session?.editor)
  }, [cards, open, store])
}

function Empty(): ReactElement {
  const { t } = useTranslation()
  const { review } = useController()
  const off = useSession((session) => trackingState(session) === 'off')
  const why = useWindow((state) => commandOf('tracking').why?.(state))
  return (
    <div className="review-empty">
      <p>{t('review:empty')}</p>
      {off && (
        <button
          type="button"
          className="button"
          aria-disabled={why !== undefined}
          onClick={() => why === undefined && review.toggle()}
        >
          {t('review:turnOn')}
        </button>
      )}
    </div>
  )
}

function CardList({
  cards,
  changes,
}: {
  cards: readonly Card[]
  changes: ReadonlyMap<string, IndicatorChange>
}): ReactElement {
  const { t } = useTranslation()
  const open = useSession((session) => session.openCard)
  const outline = useSession((session) => session.reading.outline)
  const [built, setBuilt] = useState(cardsAtOnce)
  const more = useCallback(() => setBuilt((count) => count + cardsAtOnce), [])
  const shown = cards.slice(0, Math.max(built, cards.findIndex(({ id }) => id === open) + 2))
  if (cards.length === 0) return <p className="review-empty">{t('review:noneShown')}</p>
  return (
    <ul aria-label={t('review:list')}>
      {shown.map((card, index) => (
        <li key={card.id} aria-posinset={index + 1} aria-setsize={cards.length}>
          <ReviewCard
            card={card}
            open={card.id === open}
            place={placeWords(card.places[0]?.path, outline, t('review:place.table'), (kind) => t(`section.${kind}`))}
            indicator={changes.get(card.id)}
          />
        </li>
      ))}
      {shown.length < cards.length && <NearEnd key={shown.length} onSeen={more} />}
    </ul>
  )
}

function Filters({ cards, figures }: { cards: readonly Card[]; figures: number }): ReactElement {
  const { t } = useTranslation()
  const { review } = useController()
  const filter = useWindow((state) => state.cardFilter)
  const [more, setMore] = useState(false)
  const counts = new Map<string, number>()
  for (const { authors } of cards) for (const author of authors) counts.set(author, (counts.get(author) ?? 0) + 1)
  const toggle = <Value,>(list: readonly Value[], value: Value): Value[] =>
    list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
  return (
    <div className="panel-summary review-filters">
      <div className="filters" role="group" aria-label={t('review:people')}>
        {[...counts].map(([author, count]) => (
          <button
            key={author}
            type="button"
            className="chip chip-filter"
            aria-pressed={!filter.without.includes(author)}
            onClick={() => review.setFilter({ without: toggle(filter.without, author) })}
          >
            <AuthorBadge author={author} />
            {author || t('review:unknown')}
            <span className="number">{count}</span>
          </button>
        ))}
        {figures > 0 && (
          <button
            type="button"
            className="chip chip-filter"
            aria-pressed={filter.onlyFigures}
            onClick={() => review.setFilter({ onlyFigures: !filter.onlyFigures })}
          >
            {t('review:onlyFigures')}
            <span className="number">{figures}</span>
          </button>
        )}
        <span className="grow" />
        <button
          type="button"
          className="icon-button"
          aria-label={t('review:filters')}
          title={t('review:filters')}
          aria-expanded={more}
          onClick={() => setMore(!more)}
        >
          <ListFilter className="icon" aria-hidden="true" />
        </button>
      </div>
      {more && (
        <div className="review-more">
          <div className="filters" role="group" aria-label={t('review:filters')}>
            {cardGroups.map((group) => (
              <button
                key={group}
                type="button"
                className="chip chip-filter"
                aria-pressed={!filter.withoutGroups.includes(group)}
                onClick={() => review.setFilter({ withoutGroups: toggle(filter.withoutGroups, group) })}
              >
                {t(`review:group.${group}`)}
              </button>
            ))}
          </div>
          <Days />
        </div>
      )}
    </div>
  )
}

function Days(): ReactElement {
  const { t } = useTranslation()
  const { review } = useController()
  const { from, to } = useWindow((state) => state.cardFilter)
  return (
    <div className="review-days">
      <label>
        {t('review:from')}
        <input
          className="input"
          type="date"
          value={from}
          onChange={({ target }) => review.setFilter({ from: target.value })}
        />
      </label>
      <label>
        {t('review:to')}
        <input
          className="input"
          type="date"
          value={to}
          onChange={({ target }) => review.setFilter({ to: target.value })}
        />
      </label>
      {(from !== '' || to !== '') && (
        <button
          type="button"
          className="link"
          onClick={() => review.setFilter({ from: showsAll.from, to: showsAll.to })}
        >
          {t('review:allDays')}
        </button>
      )}
    </div>
  )
}

function Foot({ shown }: { shown: readonly Card[] }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const open = useSession((session) => session.openCard)
  const keys = useWindow((state) => state.settings.keys)
  const why = useWindow((state) => commandOf('acceptShown').why?.(state))
  const position = shown.findIndex(({ id }) => id === open) + 1
  const step = (id: 'previousRevision' | 'nextRevision', words: string, icon: ReactElement): ReactElement => (
    <button
      type="button"
      className="button quiet review-step"
      aria-label={words}
      title={[words, keyOfCommand(commandOf(id), keys)].join(' ')}
      aria-keyshortcuts={keyOfCommand(commandOf(id), keys)}
      onClick={() => commandOf(id).run(controller)}
    >
      {icon}
    </button>
  )
  return (
    <div className="panel-foot">
      {step('previousRevision', t('review:previous'), <ChevronUp className="icon" aria-hidden="true" />)}
      {step('nextRevision', t('review:next'), <ChevronDown className="icon" aria-hidden="true" />)}
      <span className="number">{t('review:count', { count: position, all: shown.length })}</span>
      <span className="grow" />
      <button
        type="button"
        className="button"
        aria-disabled={why !== undefined || shown.length === 0}
        {...(why !== undefined && { title: t(`reason.${why}`) })}
        onClick={() => why === undefined && commandOf('acceptShown').run(controller)}
      >
        {t('review:acceptShown')}
      </button>
    </div>
  )
}
