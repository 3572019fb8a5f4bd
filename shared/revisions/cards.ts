import type { Block, ChangeKind, Revision } from '../report/schema.ts'
import { conflictsIn, sidesOf, type ConflictSide } from './conflicts.ts'
import { isMinorChange } from './minor-change.ts'
import { readPieces, type FormatChange, type Piece } from './pieces.ts'

/** 冲突 conflict: several changed the same place in different ways. */
export type CardKind = ChangeKind | 'conflict'

/** What a person did once. Computed whenever it is shown, never stored. */
export interface Card {
  /** The same as long as the first of its revisions is there. */
  id: string
  kind: CardKind
  author: string
  /** As written; '' = missing. */
  date: string
  /** Everybody who made the change, `author` first. */
  authors: readonly string[]
  /** Revisions that are decided with it. */
  ids: string[]
  /** Words that go and that come; a line feed is the end of a line, an object character an object. */
  old: string
  new: string
  /** In the order of the text. */
  places: CardPlace[]
  /** What a change of format has changed, by property: `bold`, `level`. */
  changed: { key: string; before: unknown; after: unknown }[]
  /** 仅标点/空格: only punctuation, blanks, or full and half width. */
  minor: boolean
  /** Of a conflict: what each side makes of `old`. */
  sides?: ConflictSide[]
}

/** A stretch of a line, in units of its children's text with deleted words counted. */
export interface CardPlace {
  path: number[]
  start: number
  end: number
  side: 'ins' | 'del' | 'format'
}

/** Minutes that Word rounds to are no reason to take two acts for one: what is further apart was done later. */
const oneAct = 10 * 60 * 1000

interface Group {
  side: CardPlace['side']
  revision: Revision
  pieces: Piece[]
  /** Index of the first and of the last piece. */
  first: number
  last: number
  change?: FormatChange
}

/** The cards of a body in the order of the text. */
export function readCards(body: readonly Block[]): Card[] {
  const pieces = readPieces(body)
  const groups = groupPieces(pieces)
  const moves = groups.filter(({ revision }) => revision.move !== undefined)
  const conflicts = conflictsIn(groups)
  const others = groups.filter(
    ({ revision: { move, conflict } }) => move === undefined && !conflicts.has(conflict?.name),
  )
  const cards = [
    ...pairGroups(others).map((pair) => cardOf(pair, pieces)),
    ...moveCards(moves, pieces),
    ...[...conflicts.values()].map((ends) => conflictCard(ends, pieces)),
  ]
  return withIds(cards.sort((a, b) => a.at - b.at).map(({ card }) => card))
}

/** By the first revision; an act that others have parted gives several cards with the same one. */
function withIds(cards: readonly Card[]): Card[] {
  const seen = new Map<string, number>()
  return cards.map((card) => {
    const key = `${card.kind}:${card.ids[0] ?? ''}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return { ...card, id: count === 1 ? key : `${key}:${count}` }
  })
}

type OpenGroups = Partial<Record<CardPlace['side'], Group | undefined>>

/** Neighbouring pieces of one side, author and time. A ¶ is a neighbour like any other. */
function groupPieces(pieces: readonly Piece[]): Group[] {
  const groups: Group[] = []
  const open: OpenGroups = {}
  pieces.forEach((piece, index) => {
    const row = piece.kind === 'row' && !piece.format
    take(open, groups, 'ins', piece.ins, piece, index, row)
    take(open, groups, 'del', piece.del, piece, index, row)
    const { format } = piece
    take(open, groups, 'format', format?.revision, piece, index, row || piece.kind === 'end', format)
  })
  return groups
}

/** `passes`: between two pieces of one group it parts nothing. */
function take(
  open: OpenGroups,
  groups: Group[],
  side: CardPlace['side'],
  revision: Revision | undefined,
  piece: Piece,
  index: number,
  passes: boolean,
  change?: FormatChange,
): void {
  const group = open[side]
  if (!revision) {
    if (!passes && piece.text !== '') open[side] = undefined
    return
  }
  if (group && belongs(group, revision, change)) {
    group.pieces.push(piece)
    group.last = index
    return
  }
  const started: Group = { side, revision, pieces: [piece], first: index, last: index, ...(change && { change }) }
  open[side] = started
  groups.push(started)
}

function belongs(group: Group, revision: Revision, change: FormatChange | undefined): boolean {
  if (group.revision.author !== revision.author || group.revision.move !== revision.move) return false
  if (JSON.stringify(beside(group.revision)) !== JSON.stringify(beside(revision))) return false
  if (!isOneAct(group.revision, revision)) return false
  return JSON.stringify(changes(group.change)) === JSON.stringify(changes(change))
}

function beside({ also, conflict }: Revision): unknown[] {
  return [also?.map(({ author }) => author), conflict]
}

export function isOneAct(a: Revision, b: Revision): boolean {
  if (a.id === b.id) return true
  const apart = Math.abs(Date.parse(a.date) - Date.parse(b.date))
  // Without dates nothing says that they were done apart.
  return Number.isNaN(apart) ? a.date === b.date : apart < oneAct
}

/** A deletion and the insertion beside it, or one of them alone. */
interface Pair {
  groups: Group[]
  first: number
}

function pairGroups(groups: readonly Group[]): Pair[] {
  const pairs: Pair[] = []
  const taken = new Set<Group>()
  const byFirst = new Map<string, Group>()
  for (const group of groups) byFirst.set(`${group.side}${group.first}`, group)
  for (const group of groups) {
    if (taken.has(group)) continue
    taken.add(group)
    const partner = partnerOf(group, byFirst)
    if (partner && !taken.has(partner)) {
      taken.add(partner)
      pairs.push({ groups: [group, partner], first: group.first })
    } else pairs.push({ groups: [group], first: group.first })
  }
  return pairs
}

/** 替换: the other side begins right behind. A line that was parted and then set otherwise is one act as well. */
function partnerOf(group: Group, byFirst: ReadonlyMap<string, Group>): Group | undefined {
  const side = group.side === 'ins' ? 'del' : 'ins'
  const isEnd = group.pieces.every(({ kind }) => kind === 'end')
  const behind =
    group.side !== 'format' && !isEnd
      ? byFirst.get(`${side}${group.last + 1}`)
      : isEnd && group.side === 'ins'
        ? byFirst.get(`format${group.last + 1}`)
        : undefined
  if (!behind || behind.revision.author !== group.revision.author) return undefined
  if (JSON.stringify(beside(behind.revision)) !== JSON.stringify(beside(group.revision))) return undefined
  if (behind.pieces.some(({ ins, del }) => ins && del) || group.pieces.some(({ ins, del }) => ins && del))
    return undefined
  return isOneAct(group.revision, behind.revision) ? behind : undefined
}

function moveCards(groups: readonly Group[], pieces: readonly Piece[]): { card: Card; at: number }[] {
  const byName = new Map<string, Group[]>()
  for (const group of groups) {
    const name = group.revision.move ?? ''
    byName.set(name, [...(byName.get(name) ?? []), group])
  }
  return [...byName.values()].map((ends) => {
    const made = cardOf({ groups: ends, first: Math.min(...ends.map(({ first }) => first)) }, pieces)
    return { ...made, card: { ...made.card, kind: 'move', minor: false } }
  })
}

function conflictCard(groups: readonly Group[], pieces: readonly Piece[]): { card: Card; at: number } {
  const first = Math.min(...groups.map((group) => group.first))
  const made = cardOf({ groups: [...groups], first }, pieces)
  const sides = sidesOf(groups, pieces)
  const authors = [...new Set(sides.flatMap((side) => side.authors))]
  const old = sides[0]?.before ?? ''
  return { ...made, card: { ...made.card, kind: 'conflict', old, new: '', authors, minor: false, sides } }
}

function cardOf({ groups, first }: Pair, pieces: readonly Piece[]): { card: Card; at: number } {
  const words = (side: CardPlace['side']): string =>
    groups
      .filter((group) => group.side === side)
      .flatMap((group) => group.pieces.map(({ text }) => text))
      .join('')
  const revisions = groups.flatMap((group) => group.pieces.flatMap((piece) => revisionOf(piece, group.side)))
  const ids = [...new Set(revisions.map(({ id }) => id))]
  const [old, added] = [words('del'), words('ins')]
  const kind = kindOf(groups, old, added)
  const format = groups.find(({ side }) => side === 'format')
  const [lead] = groups
  const {
    author,
    date,
    also = [],
  }: Pick<Revision, 'author' | 'date' | 'also'> = lead?.revision ?? { author: '', date: '' }
  const card: Card = {
    id: '',
    kind,
    author,
    date,
    authors: [author, ...also.map((other) => other.author)],
    ids,
    old: format && groups.length === 1 ? words('format') : old,
    new: added,
    places: groups.flatMap(placesOf),
    changed: changes(format?.change),
    minor: isMinor(kind, old, added, pieces, groups),
  }
  return { card, at: first }
}

function revisionOf(piece: Piece, side: CardPlace['side']): Revision[] {
  const revision = side === 'ins' ? piece.ins : side === 'del' ? piece.del : piece.format?.revision
  return revision ? [revision] : []
}

function kindOf(groups: readonly Group[], old: string, added: string): CardKind {
  const [lead] = groups
  if (groups.length > 1 && groups.every(({ side }) => side !== 'format')) return 'replace'
  if (lead?.side === 'format') return lead.change?.of === 'table' ? 'table' : 'format'
  const hasRow = lead?.pieces.some(({ kind }) => kind === 'row')
  if (lead?.side === 'ins') return hasRow ? 'rowInsert' : /^\n+$/.test(added) ? 'split' : 'insert'
  return hasRow ? 'rowDelete' : /^\n+$/.test(old) ? 'join' : 'delete'
}

function placesOf(group: Group): CardPlace[] {
  const places: CardPlace[] = []
  for (const { path, start, end } of group.pieces) {
    const last = places.at(-1)
    if (last && last.path.join() === path.join() && last.end >= start) last.end = Math.max(last.end, end)
    else places.push({ path, start, end, side: group.side })
  }
  return places
}

const besideFormat: ReadonlySet<string> = new Set(['children', 'mark', 'pFmt', 'state', 'guidance', 'section'])

function changes(change: FormatChange | undefined): Card['changed'] {
  if (!change) return []
  const { before, after } = change
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !besideFormat.has(key))
  return keys
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .sort()
    .map((key) => ({ key, before: before[key], after: after[key] }))
}

function isMinor(
  kind: CardKind,
  old: string,
  added: string,
  pieces: readonly Piece[],
  groups: readonly Group[],
): boolean {
  if (kind !== 'insert' && kind !== 'delete' && kind !== 'replace') return false
  const first = Math.min(...groups.map((group) => group.first))
  const last = Math.max(...groups.map((group) => group.last))
  return isMinorChange(old, added, pieces[first - 1]?.text.at(-1) ?? '', pieces[last + 1]?.text.at(0) ?? '')
}
