import { Range } from 'slate'
import { readOutline, type OutlineNode } from '../../shared/report/outline.ts'
import { noReview, type Block, type Review } from '../../shared/report/schema.ts'
import { changesByPerson } from '../../shared/opinions/by-person.ts'
import { decidedChanges, withDecided, type DecidedProposal } from '../../shared/opinions/decided-changes.ts'
import type { IndicatorChange } from '../../shared/revisions/card-indicators.ts'
import type { Card } from '../../shared/revisions/cards.ts'
import { decide, type Decision } from '../../shared/revisions/decide.ts'
import { bodyOf } from '../editor/create-report-editor.ts'
import { decideRevisions, settleSides } from '../editor/commands/decide-revisions.ts'
import { jumpToRange } from '../editor/commands/jump-to.ts'
import { inOneStepBeside } from '../editor/plugins/with-beside-changes.ts'
import { formatWords } from '../panels/card-words.ts'
import type { MarksView } from '../editor/marks-view.ts'
import type { ReportEditor } from '../editor/slate-types.ts'
import { cardsIn, rangeOfCard } from './card-place.ts'
import { changeSession, showDialog, type Parts } from './controller-parts.ts'
import { localTime } from './local-time.ts'
import { cardsOf, filterCards, type CardFilter } from './review-cards.ts'
import type { SavingActions } from './saving.ts'
import type { Session, WindowState } from './window-state.ts'

/** Which revisions are decided at once. */
export type DecisionScope = 'shown' | 'selection' | 'section' | 'all'

export interface ReviewActions {
  /** 修订 on or off; asks for a name first where there is none. */
  toggle: () => void
  setLocked: (locked: boolean) => void
  setMarksView: (view: MarksView) => void
  setFilter: (change: Partial<CardFilter>) => void
  /** The cards that the filter lets through, of the text as it is now. */
  shownCards: () => readonly Card[]
  openCard: (id: string | null) => void
  /** Opens a card and shows its place on the page. */
  visit: (card: Card) => void
  step: (direction: 1 | -1) => void
  /** Decides a card and goes on to the next one. */
  decide: (card: Card, decision: Decision) => void
  /** Gives a place that several changed as one side has it, or keeps what all wrote; goes on to the next card. */
  settle: (card: Card, chosen: number | 'all') => void
  /** The card that is open, else the one at the caret, else the next. */
  decideCurrent: (decision: Decision) => void
  decideMany: (scope: DecisionScope, decision: Decision) => void
  decidePerson: (author: string, decision: Decision) => void
  /** Somebody tried to write where nothing can be written. */
  refuseWriting: () => void
  dispose: () => void
}

export interface ReviewPorts {
  /** `without`: the text before, with what was accepted left out. */
  decided: (without: readonly Block[]) => void
  showPanel: () => void
  /** The number of an indicator that a card changes. */
  indicatorOf: (card: Card) => IndicatorChange | undefined
}

export function reviewActions(parts: Parts, saving: SavingActions, ports: ReviewPorts): ReviewActions {
  const { store, announcer } = parts
  const say = (key: string, values: Record<string, unknown> = {}): void =>
    announcer.tell(parts.t(`review:${key}`, values))
  const stop = store.subscribe(() => applyTracking(store.get(), parts.t('review:unnamed')))

  const setTracking = (tracking: Review['tracking']): void => {
    changeSession(parts, ({ report }) => ({
      report: { ...report, review: { ...(report.review ?? noReview), tracking } },
    }))
    saving.changed()
  }

  const withName = (then: () => void): void => {
    if (store.get().settings.userName !== '') then()
    else showDialog(parts, { kind: 'reviewer', then })
  }

  const shownCards = (): readonly Card[] => {
    const { session, cardFilter } = store.get()
    if (!session) return []
    return filterCards(cardsOf(bodyOf(session.editor)), cardFilter, (card) => ports.indicatorOf(card) !== undefined)
  }

  const openCard = (id: string | null): void =>
    changeSession(parts, ({ openCard: before }) => (before === id ? {} : { openCard: id }))

  const visit = (card: Card): void => {
    openCard(card.id)
    const { session } = store.get()
    const range = session && rangeOfCard(session.editor, card)
    if (range) jumpToRange(session.editor, range, { keepFocus: true })
  }

  const carryOut = (cards: readonly Card[], decision: Decision): void =>
    remembering(
      cards.flatMap(changesByPerson).map((change) => ({ change, decision })),
      (editor) => decideRevisions(editor, decision, new Set(cards.flatMap(({ ids }) => ids))),
    )

  /** What was decided is remembered with the report for 意见采纳情况, and forgotten again with the step of undo. */
  const remembering = (decisions: readonly DecidedProposal[], act: (editor: ReportEditor) => void): void => {
    const { session, settings } = store.get()
    if (!session) return
    const { editor } = session
    const body = bodyOf(editor)
    const decided = decidedChanges(
      decisions,
      { body, outline: readOutline(body) },
      { by: settings.userName, at: localTime(), format: (card) => formatWords(parts.t, card) },
    )
    const before = session.report.review
    const after = withDecided(before, decided)
    const put = (from: Review | undefined, to: Review | undefined): void =>
      changeSession(parts, ({ report }) => ({ report: { ...report, review: exchanged(report.review, from, to) } }))
    inOneStepBeside(editor, { redo: () => put(before, after), undo: () => put(after, before), onPage: true }, () =>
      act(editor),
    )
    const accepted = decisions.filter(({ decision }) => decision === 'accept').flatMap(({ change }) => change.ids)
    ports.decided(decide(body, 'reject', new Set(accepted)))
  }

  const decideCards = (cards: readonly Card[], decision: Decision): void => {
    // Of words that exclude each other not all can be accepted at once: somebody has to choose.
    const decided = decision === 'accept' ? cards.filter(({ kind }) => kind !== 'conflict') : cards
    const conflicts = cards.length - decided.length
    if (decided.length === 0) {
      if (conflicts > 0) announcer.tell(parts.t('merge:conflict.left', { count: conflicts }))
      else say('noneHere')
      return
    }
    carryOut(decided, decision)
    openCard(null)
    const told = parts.t(`review:told.${decision}`, { count: decided.length, left: shownCards().length })
    const more = conflicts > 0 ? [parts.t('merge:conflict.left', { count: conflicts })] : []
    announcer.tell([told, ...more].join(parts.t('merge:names.sentences')))
  }

  /** Opens the card behind the one about which `act` decides. */
  const goOn = (card: Card, act: () => void): number => {
    const cards = shownCards()
    const following = cards[cards.findIndex(({ id }) => id === card.id) + 1]
    act()
    const left = shownCards()
    const next = left.find(({ id }) => id === following?.id) ?? left.at(-1)
    if (next) visit(next)
    else openCard(null)
    return left.length
  }

  const actions: ReviewActions = {
    toggle() {
      const tracking = trackingState(store.get().session)
      if (tracking === 'locked') {
        say('isLocked')
      } else if (tracking === 'on') {
        setTracking('off')
        say('off')
      } else {
        withName(() => {
          setTracking('on')
          say('on')
        })
      }
    },
    setLocked(locked) {
      const lock = (): void => {
        setTracking(locked ? 'locked' : 'on')
        say(locked ? 'locked' : 'unlocked')
      }
      if (locked) withName(lock)
      else lock()
    },
    setMarksView(marksView) {
      store.set((state) => ({ ...state, marksView }))
      say('viewTold', { view: parts.t(`review:view.${marksView}`) })
    },
    setFilter(change) {
      store.set((state) => ({ ...state, cardFilter: { ...state.cardFilter, ...change } }))
    },
    shownCards,
    openCard,
    visit,
    step(direction) {
      const cards = shownCards()
      const { session } = store.get()
      const next = session && neighbour(session, cards, direction)
      if (!next) {
        say('none')
        return
      }
      ports.showPanel()
      visit(next)
      announcer.say(parts.t('review:position', { position: cards.indexOf(next) + 1, count: cards.length }))
    },
    decide(card, decision) {
      if (card.kind === 'conflict' && decision === 'accept') {
        visit(card)
        announcer.tell(parts.t('merge:conflict.left', { count: 1 }))
        return
      }
      const left = goOn(card, () => carryOut([card], decision))
      say(`toldOne.${decision}`, { left })
    },
    settle(card, chosen) {
      const { sides = [] } = card
      const left = goOn(card, () =>
        remembering(
          changesByPerson(card).map((change) => ({
            change,
            decision: chosen === 'all' || change.side === chosen ? 'accept' : 'reject',
          })),
          (editor) => settleSides(editor, sides, chosen),
        ),
      )
      const names = sides.find(({ side }) => side === chosen)?.authors ?? []
      const name = names.map((one) => one || parts.t('review:unknown')).join(parts.t('merge:names.separator'))
      announcer.tell(parts.t(chosen === 'all' ? 'merge:conflict.settledAll' : 'merge:conflict.settled', { name, left }))
    },
    decideCurrent(decision) {
      const { session } = store.get()
      const card = session && currentCard(session, shownCards())
      if (card) actions.decide(card, decision)
      else say('none')
    },
    decideMany(scope, decision) {
      const { session } = store.get()
      if (!session) return
      const every = cardsOf(bodyOf(session.editor))
      if (scope === 'all') decideCards(every, decision)
      else if (scope === 'shown') decideCards(shownCards(), decision)
      else if (scope === 'selection') decideCards(selectedCards(session, every), decision)
      else decideCards(sectionCards(session, every), decision)
    },
    decidePerson(author, decision) {
      const { session } = store.get()
      if (session)
        decideCards(
          cardsOf(bodyOf(session.editor)).filter((card) => card.author === author),
          decision,
        )
    },
    refuseWriting: () => say('originalOnly'),
    dispose: stop,
  }
  return actions
}

/** The decided changes of a step put in or taken out; whatever else belongs to the review stays as it is now. */
function exchanged(now: Review | undefined, from: Review | undefined, to: Review | undefined): Review {
  const { decided = [], decidedDropped: _, ...rest } = now ?? noReview
  const known = new Set([...(from?.decided ?? []), ...(to?.decided ?? [])])
  const list = [...(to?.decided ?? []), ...decided.filter((one) => !known.has(one))]
  return {
    ...rest,
    ...(list.length > 0 && { decided: list }),
    ...(to?.decidedDropped !== undefined && { decidedDropped: to.decidedDropped }),
  }
}

/** 修订 as the open report has it. */
export function trackingState(session: Session | null): Review['tracking'] {
  return session?.report.review?.tracking ?? 'off'
}

/** The editor records what is written in the name of whoever sits here. */
function applyTracking({ session, settings }: WindowState, unnamed: string): void {
  if (!session) return
  const { editor } = session
  const author = settings.userName || unnamed
  if (trackingState(session) === 'off') editor.tracking = null
  else if (editor.tracking?.author !== author)
    editor.tracking = { author, now: localTime, newId: () => crypto.randomUUID() }
}

/** From the open card, else from the caret. */
function neighbour(session: Session, cards: readonly Card[], direction: 1 | -1): Card | undefined {
  const open = cards.findIndex(({ id }) => id === session.openCard)
  if (open >= 0) return cards[(open + direction + cards.length) % cards.length]
  const caret = session.editor.selection && Range.start(session.editor.selection).path[0]
  if (caret === null || caret === undefined) return direction > 0 ? cards[0] : cards.at(-1)
  const isBehind = (card: Card): boolean => (card.places[0]?.path[0] ?? 0) >= caret
  return direction > 0
    ? (cards.find(isBehind) ?? cards[0])
    : (cards.findLast((card) => !isBehind(card)) ?? cards.at(-1))
}

function currentCard(session: Session, cards: readonly Card[]): Card | undefined {
  const open = cards.find(({ id }) => id === session.openCard)
  return open ?? selectedCards(session, cards)[0] ?? neighbour(session, cards, 1)
}

function selectedCards({ editor }: Session, cards: readonly Card[]): Card[] {
  return editor.selection ? cardsIn(editor, cards, editor.selection) : []
}

/** Cards of the innermost section around the caret. */
function sectionCards({ editor }: Session, cards: readonly Card[]): Card[] {
  const caret = editor.selection && Range.start(editor.selection).path[0]
  const section = caret === null || caret === undefined ? undefined : innermost(readOutline(bodyOf(editor)), caret)
  if (!section) return []
  return cards.filter(({ places }) =>
    places.some(({ path }) => section.start <= (path[0] ?? 0) && (path[0] ?? 0) < section.end),
  )
}

function innermost(nodes: readonly OutlineNode[], block: number): OutlineNode | undefined {
  const node = nodes.find(({ start, end }) => start <= block && block < end)
  return node && (innermost(node.children, block) ?? node)
}
