import { Editor, Node, Path, Text, type Point, type Range } from 'slate'
import { isTextLeaf } from '../../shared/report/schema.ts'
import type { Card, CardPlace } from '../../shared/revisions/cards.ts'
import { isLine } from '../editor/nodes.ts'
import type { ReportEditor } from '../editor/slate-types.ts'

/** The stretch of the text that a card speaks of, from its first to its last place. Undefined: the text is another one. */
export function rangeOfCard(editor: ReportEditor, { places }: Card): Range | undefined {
  return rangeOfPlaces(editor, places)
}

type Place = Pick<CardPlace, 'path' | 'start' | 'end'>

export function rangeOfPlaces(editor: ReportEditor, places: readonly Place[]): Range | undefined {
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last) return undefined
  const anchor = pointOf(editor, first, 'start')
  const focus = pointOf(editor, last, 'end')
  return anchor && focus && { anchor, focus }
}

function pointOf(editor: ReportEditor, place: Place, edge: 'start' | 'end'): Point | undefined {
  if (!Node.has(editor, place.path)) return undefined
  const line = Node.get(editor, place.path)
  if (!isLine(line)) return edge === 'start' ? Editor.start(editor, place.path) : Editor.end(editor, place.path)
  let rest = place[edge]
  for (const [index, child] of line.children.entries()) {
    const length = isTextLeaf(child) ? child.text.length : 1
    // The start of a stretch lies in the leaf that begins there, its end in the one that ends there.
    if (Text.isText(child) && (edge === 'start' ? rest < length : rest <= length))
      return { path: [...place.path, index], offset: rest }
    if (rest < length) return Editor.start(editor, [...place.path, index])
    rest -= length
  }
  return Editor.end(editor, place.path)
}

/** Cards that a selection touches; at a caret those that it stands in or beside. */
export function cardsIn(editor: ReportEditor, cards: readonly Card[], selection: Range): Card[] {
  const [start, end] = Editor.edges(editor, selection)
  return cards.filter((card) =>
    card.places.some((place) => {
      const from = pointOf(editor, place, 'start')
      const to = pointOf(editor, place, 'end')
      return from && to && !isBefore(to, start) && !isBefore(end, from)
    }),
  )
}

function isBefore(a: Point, b: Point): boolean {
  const order = Path.compare(a.path, b.path)
  return order === 0 ? a.offset < b.offset : order < 0
}
