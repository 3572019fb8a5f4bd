import type { Block } from '../../shared/report/schema.ts'
import { readCards, type Card, type CardKind } from '../../shared/revisions/cards.ts'
import { changesFigure } from '../../shared/revisions/changes-figure.ts'

/** Kinds of cards as people choose among them. */
export const cardGroups = ['words', 'formats', 'minor'] as const
export type CardGroup = (typeof cardGroups)[number]

export interface CardFilter {
  /** Authors whose cards are left out. */
  without: readonly string[]
  withoutGroups: readonly CardGroup[]
  /** Days, `YYYY-MM-DD`, both included; '' = open. */
  from: string
  to: string
  /** Only cards that change a number. */
  onlyFigures: boolean
}

export const showsAll: CardFilter = { without: [], withoutGroups: [], from: '', to: '', onlyFigures: false }

const cache = new WeakMap<readonly Block[], readonly Card[]>()

/** Read once for each body. */
export function cardsOf(body: readonly Block[]): readonly Card[] {
  let cards = cache.get(body)
  if (!cards) {
    cards = readCards(body)
    cache.set(body, cards)
  }
  return cards
}

/** `ofIndicator`: the card changes a number of an indicator, be it by a word alone. */
export function filterCards(
  cards: readonly Card[],
  filter: CardFilter,
  ofIndicator: (card: Card) => boolean,
): readonly Card[] {
  if (filter === showsAll) return cards
  return cards.filter(
    (card) =>
      !card.authors.every((author) => filter.without.includes(author)) &&
      !filter.withoutGroups.includes(groupOf(card)) &&
      isWithin(card.date, filter) &&
      (!filter.onlyFigures || ofIndicator(card) || changesFigure(card)),
  )
}

export function groupOf({ kind, minor }: Pick<Card, 'kind' | 'minor'>): CardGroup {
  if (minor) return 'minor'
  return ofFormat.has(kind) ? 'formats' : 'words'
}

const ofFormat: ReadonlySet<CardKind> = new Set<CardKind>(['format', 'table'])

/** What has no date lies in no stretch of days. */
function isWithin(date: string, { from, to }: CardFilter): boolean {
  const day = date.slice(0, 10)
  if (from === '' && to === '') return true
  return day !== '' && (from === '' || day >= from) && (to === '' || day <= to)
}
