import type { Statement } from '../indicators/statement.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { objectCharacter } from '../report/plain-text.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type LineBlock } from '../report/schema.ts'
import type { Card, CardPlace } from './cards.ts'

/** A number of a known indicator that a card changes; '' = there was none, or there is none any more. */
export interface IndicatorChange {
  indicator: string
  part: 'value' | 'growth'
  old: string
  new: string
}

export type FindStatements = (text: string) => readonly Statement[]

/**
 * What leaders look for: which cards change a number of a known indicator, and from what to what. Only lines with a digit in
 * a change are read, as they were and as they will be.
 */
export function readIndicatorChanges(
  body: readonly Block[],
  cards: readonly Card[],
  find: FindStatements,
): Map<string, IndicatorChange> {
  const lines = new Map<string, LineViews>()
  for (const card of cards)
    for (const place of card.places) {
      const key = place.path.join()
      const line = lines.has(key) || place.side === 'format' ? undefined : lineAt(body, place.path)
      if (line && hasFigure(line)) lines.set(key, viewsOf(line))
    }
  const views = [...lines.values()]
  readStatements(views, 'final', find)
  readStatements(views, 'original', find)
  const found = new Map<string, IndicatorChange>()
  for (const card of cards) {
    const change = changeOf(card, lines)
    if (change) found.set(card.id, change)
  }
  return found
}

type View = 'final' | 'original'

/** One line with its words before and after, and for every unit of its children where it stands in both. */
interface LineViews {
  text: Record<View, string>
  /** By unit of the line's children, and one behind the last. */
  offset: Record<View, number[]>
  statements: Record<View, Statement[]>
}

function viewsOf(line: LineBlock): LineViews {
  const views: LineViews = {
    text: { final: '', original: '' },
    offset: { final: [0], original: [0] },
    statements: { final: [], original: [] },
  }
  for (const child of line.children) {
    const words = isTextLeaf(child) ? child.text : objectCharacter
    for (const view of ['final', 'original'] as const) {
      const shown = view === 'final' ? !child.del : !child.ins
      const at = views.text[view].length
      for (let unit = 1; unit <= words.length; unit++) views.offset[view].push(at + (shown ? unit : 0))
      if (shown) views.text[view] += words
    }
  }
  return views
}

function hasFigure({ children }: LineBlock): boolean {
  return children.some(
    (child) => isPending(child) && isTextLeaf(child) && /[\d０-９〇一二两三四五六七八九十百千万亿]/.test(child.text),
  )
}

const isPending = ({ ins, del }: Inline): boolean => ins !== undefined || del !== undefined

function readStatements(lines: readonly LineViews[], view: View, find: FindStatements): void {
  const starts: number[] = []
  let text = ''
  for (const line of lines) {
    starts.push(text.length)
    text += `${line.text[view]}\n`
  }
  let at = 0
  for (const statement of find(text)) {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= statement.start) at++
    const line = lines[at]
    if (statement.known && line) line.statements[view].push(movedBack(statement, starts[at] ?? 0))
  }
}

/** Only the offsets that are asked for below. */
function movedBack(statement: Statement, by: number): Statement {
  const moved = (quantity: Quantity | null): Quantity | null =>
    quantity && { ...quantity, start: quantity.start - by, end: quantity.end - by }
  return { ...statement, value: moved(statement.value), growth: moved(statement.growth) }
}

function changeOf(card: Card, lines: ReadonlyMap<string, LineViews>): IndicatorChange | undefined {
  if (card.kind === 'move') return undefined
  for (const view of ['final', 'original'] as const) {
    for (const place of card.places) {
      const line = lines.get(place.path.join())
      const hit = line && place.side !== 'format' ? hitBy(line, place, view) : undefined
      if (line && hit) {
        const other = counterpart(line, card, hit.quantity, view)
        const pair = view === 'final' ? { old: other, new: hit.quantity.text } : { old: hit.quantity.text, new: other }
        if (pair.old !== pair.new) return { indicator: hit.indicator, part: hit.part, ...pair }
      }
    }
  }
  return undefined
}

interface Hit {
  indicator: string
  part: 'value' | 'growth'
  quantity: Quantity
}

/** The number that a change touches: words that go touch it where they stood. */
function hitBy(line: LineViews, place: CardPlace, view: View): Hit | undefined {
  const start = line.offset[view][place.start] ?? 0
  const end = line.offset[view][place.end] ?? 0
  const touches = (quantity: Quantity | null): quantity is Quantity =>
    quantity !== null &&
    (start === end ? quantity.start < start && start < quantity.end : quantity.start < end && start < quantity.end)
  for (const { indicator, value, growth } of line.statements[view]) {
    if (touches(value)) return { indicator, part: 'value', quantity: value }
    if (touches(growth)) return { indicator, part: 'growth', quantity: growth }
  }
  return undefined
}

/** The same stretch as it reads in the other view: from the first to the last unit of the number, and what the card has there. */
function counterpart(line: LineViews, card: Card, { start, end }: Quantity, view: View): string {
  const own = line.offset[view]
  let from = own.findIndex((offset, unit) => offset === start && (own[unit + 1] ?? 0) > offset)
  let to = own.findIndex((offset) => offset === end)
  if (from < 0 || to < 0) return ''
  for (const place of card.places) {
    if (place.end >= from && place.start < from && place.end === from) from = place.start
    if (place.start === to) to = place.end
  }
  const other = view === 'final' ? 'original' : 'final'
  return line.text[other].slice(line.offset[other][from], line.offset[other][to])
}

function lineAt(body: readonly Block[], [index = 0, r, c, p]: readonly number[]): LineBlock | undefined {
  const block = body[index]
  if (!block) return undefined
  if (isLineBlock(block)) return block
  if (block.type !== 'table' || r === undefined || c === undefined || p === undefined) return undefined
  return block.children[r]?.children[c]?.children[p]
}
