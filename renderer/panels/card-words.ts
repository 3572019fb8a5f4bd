import type { TFunction } from 'i18next'
import type { Card } from '../../shared/revisions/cards.ts'
import { shownDate } from '../editor/elements/RevisedWords.tsx'

/** Characters of a text that a card shows; of a longer one the middle is left out. */
const longest = 80

/** Words for people: ends of lines and objects have signs, a long text loses its middle. */
export function cardText(t: TFunction, text: string): string {
  const signs = text.replaceAll('\n', t('review:lineEnd')).replaceAll('\uFFFC', t('review:object'))
  const characters = Array.from(signs)
  if (characters.length <= longest) return signs
  const half = longest / 2 - 1
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`
}

/** A card as one sentence, for those who hear it: 周书记 删除“农业”，2026-01-05 16:20. */
export function cardSentence(t: TFunction, card: Card): string {
  if (card.sides) return conflictSentence(t, card.old, card.sides)
  const sentence = t(`review:sentence.${card.kind}`, {
    name: joinedNames(t, card.authors),
    old: cardText(t, card.old),
    new: cardText(t, card.new),
    changes: formatWords(t, card),
  })
  return card.date === '' ? sentence : t('review:withDate', { sentence, date: shownDate(card.date) })
}

/** 王书记、李镇长; whoever is not named is 未知审阅者. */
export function joinedNames(t: TFunction, authors: readonly string[]): string {
  return authors.map((author) => author || t('review:unknown')).join(t('merge:names.separator'))
}

function conflictSentence(t: TFunction, before: string, sides: NonNullable<Card['sides']>): string {
  const parts = sides.map(({ authors, text }) =>
    t(text === '' ? 'merge:conflict.sideDeleted' : 'merge:conflict.side', {
      name: joinedNames(t, authors),
      text: cardText(t, text),
    }),
  )
  return t('merge:conflict.sentence', { old: cardText(t, before), sides: parts.join(t('merge:names.sentences')) })
}

/** 取消加粗、一级标题 → 正文. */
export function formatWords(t: TFunction, { changed }: Pick<Card, 'changed'>): string {
  const words: string[] = []
  const type = changed.find(({ key }) => key === 'type' || key === 'level')
  if (type) words.push(styleChange(t, changed))
  for (const { key, before, after } of changed) {
    if (key === 'type' || key === 'level') continue
    words.push(propertyChange(t, key, before, after))
  }
  return [...new Set(words)].join(t('listSeparator'))
}

function propertyChange(t: TFunction, key: string, before: unknown, after: unknown): string {
  if (key === 'align') {
    const align = (value: unknown): string => t(`review:alignOf.${typeof value === 'string' ? value : 'none'}`)
    return t('review:became', { before: align(before), after: align(after) })
  }
  if (!named.has(key)) return t('review:otherFormat')
  const what = t(`review:formatOf.${key}`)
  return t(after === undefined ? 'review:formatOff' : 'review:formatOn', { what })
}

const named: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'underline',
  'superscript',
  'lead',
  'runIn',
  'flush',
  'label',
  'marker',
])

/** The level alone changes from one heading to another, the kind with it from and to everything else. */
function styleChange(t: TFunction, changed: Card['changed']): string {
  const part = (key: string): Card['changed'][number] | undefined => changed.find((one) => one.key === key)
  const [type, level] = [part('type'), part('level')]
  const style = (side: 'before' | 'after'): string => {
    const kind = type ? type[side] : 'heading'
    if (kind === 'heading') return t(`style.heading.${asWord(level?.[side], '1')}`)
    if (kind === 'list-item') return t(`style.list.${asWord(part('marker')?.[side], 'ordinal')}`)
    return t(`style.${asWord(kind, 'paragraph')}`)
  }
  return t('review:became', { before: style('before'), after: style('after') })
}

const asWord = (value: unknown, otherwise: string): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : otherwise
