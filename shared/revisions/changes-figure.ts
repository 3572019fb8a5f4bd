import { findQuantities } from '../numbers/find-quantities.ts'
import { halfWidth } from '../numbers/half-width.ts'
import type { Card } from './cards.ts'

/** A number differs between the words that go and those that come, whether or not anybody knows what it counts. */
export function changesFigure({ kind, old, new: added, sides = [] }: Card): boolean {
  if (noWords.has(kind)) return false
  if (kind !== 'conflict') return figuresIn(old) !== figuresIn(added)
  return sides.some(({ before, text }) => figuresIn(before) !== figuresIn(text))
}

/** What moves, or looks otherwise, keeps its numbers. */
const noWords: ReadonlySet<Card['kind']> = new Set<Card['kind']>(['move', 'format', 'table', 'split', 'join'])

const digits = /\d+(?:[.,]\d+)*[%‰]?/g
/** A part of a number that was changed alone: 三 of 三公里, 万 of 万元. */
const hanAlone = /^[〇零一二两三四五六七八九十百千万亿]+元?$/

function figuresIn(words: string): string {
  const text = halfWidth(words)
  if (hanAlone.test(text)) return text
  const quantities = findQuantities(text)
  const others = [...text.matchAll(digits)].filter(
    ({ index }) => !quantities.some(({ start, end }) => start <= index && index < end),
  )
  return [
    ...quantities.map(({ start, value, unit, qualifier }) => ({ start, figure: `${qualifier}${value}${unit}` })),
    ...others.map(({ index, 0: figure }) => ({ start: index, figure })),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ figure }) => figure)
    .join(' ')
}
