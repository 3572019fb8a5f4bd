import type { Block, Revision } from '../report/schema.ts'
import { decide } from './decide.ts'
import type { Piece } from './pieces.ts'

/** What one side of a conflict makes of a place. */
export interface ConflictSide {
  /** Which of the merged copies. */
  side: number
  authors: string[]
  date: string
  /** The words as they were, and as this side has them. */
  before: string
  text: string
  /** Revisions that it consists of; those that another side shares are among them. */
  ids: string[]
}

interface Part {
  revision: Revision
  pieces: readonly Piece[]
  first: number
  last: number
}

/** Parts of each conflict that is still one: a place about which all but one side have been decided is an ordinary change. */
export function conflictsIn<Group extends Part>(groups: readonly Group[]): Map<string | undefined, Group[]> {
  const byName = new Map<string | undefined, Group[]>()
  for (const group of groups) {
    const name = group.revision.conflict?.name
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), group])
  }
  for (const [name, parts] of byName) if (sideNumbers(parts).length < 2) byName.delete(name)
  return byName
}

/** Copies that say the same are one side. */
export function sidesOf(parts: readonly Part[], pieces: readonly Piece[]): ConflictSide[] {
  const hull = hullOf(parts, pieces)
  const before = hull.map((piece) => (piece.ins ? '' : piece.text)).join('')
  const bySame = new Map<string, ConflictSide>()
  for (const side of sideNumbers(parts)) {
    const own = parts.filter(({ revision }) => isOf(revision, side))
    const ids = [...new Set(own.flatMap(idsOf))]
    const people = own.map(({ revision }) => personOf(revision, side))
    const authors = [...new Set(people.map(({ author }) => author))]
    const same = bySame.get(ids.join())
    if (same) same.authors = [...new Set([...same.authors, ...authors])]
    else {
      const text = hull.map((piece) => (stays(piece, side) ? piece.text : '')).join('')
      bySame.set(ids.join(), { side, authors, date: people[0]?.date ?? '', before, text, ids })
    }
  }
  return [...bySame.values()]
}

/** 采用甲 gives the place as that side has it; 都保留 accepts what everybody wrote and deleted. */
export function settleConflict(
  body: readonly Block[],
  sides: readonly ConflictSide[],
  chosen: number | 'all',
): Block[] {
  const all = sides.flatMap(({ ids }) => ids)
  const taken = new Set(chosen === 'all' ? all : sides.filter(({ side }) => side === chosen).flatMap(({ ids }) => ids))
  const others = new Set(all.filter((id) => !taken.has(id)))
  return decide(decide(body, 'reject', others), 'accept', taken)
}

function sideNumbers(parts: readonly Part[]): number[] {
  return [...new Set(parts.flatMap(({ revision }) => revision.conflict?.sides ?? []))].sort((a, b) => a - b)
}

function isOf({ conflict }: Revision, side: number): boolean {
  return conflict?.sides.includes(side) ?? false
}

/** Of what several did alike the names stand in the order of the copies. */
function personOf({ author, date, also = [], conflict }: Revision, side: number): { author: string; date: string } {
  const people = [{ author, date }, ...also]
  const at = people.length === conflict?.sides.length ? conflict.sides.indexOf(side) : 0
  return people[at] ?? { author, date }
}

function idsOf({ pieces, revision }: Part): string[] {
  const name = revision.conflict?.name
  return pieces.flatMap(({ ins, del }) =>
    [ins, del].flatMap((rev) =>
      rev && rev.conflict?.name === name && rev.conflict?.sides.join() === revision.conflict?.sides.join()
        ? [rev.id]
        : [],
    ),
  )
}

/** The pieces of all sides and those between them; what lies far apart (the two ends of a move) is joined by …. */
function hullOf(parts: readonly Part[], pieces: readonly Piece[]): Piece[] {
  const inOrder = [...parts].sort((a, b) => a.first - b.first || a.last - b.last)
  const hull: Piece[] = []
  let at = inOrder[0]?.first ?? 0
  for (const { first, last } of inOrder) {
    if (first > at + farApart) {
      hull.push({ kind: 'words', path: [], start: 0, end: 0, text: '…' })
      at = first
    }
    for (; at <= last; at++) {
      const piece = pieces[at]
      if (piece) hull.push(piece)
    }
  }
  return hull
}

/** Pieces that stand between two parts of one place at most. */
const farApart = 4

function stays({ ins, del }: Piece, side: number): boolean {
  if (ins?.conflict && !isOf(ins, side)) return false
  return !del || (del.conflict !== undefined && !isOf(del, side))
}
