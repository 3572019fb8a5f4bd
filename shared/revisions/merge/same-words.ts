import type { Atom } from './atoms.ts'
import { areAlike } from './alike.ts'
import { inOrder, isBareWords, type Changes, type Inserted } from './changes.ts'
import { hunksOf, keyOf, type MergedHunk } from './hunks.ts'
import { withSameLines } from './same-lines.ts'

/**
 * The changes of all copies, those that come to the same words made to the same change: “，增长5%” may be marked behind
 * 960万元 with the comma before it or with the one behind it, 12场→15场 as 12→15 or with all of its sentence. What one
 * copy has in common with another is taken apart that far; all else stays as its author marked it.
 */
export function withSameWords(base: readonly Atom[], given: readonly Changes[]): readonly Changes[] {
  if (given.length < 2) return given
  const copies = withSameLines(base, given)
  const read = copies.map((changes, side) => readHunks(base, changes, side))
  const shared = new Map<string, { side: number; whole: string }[]>()
  const inserted = new Map<number, { side: number; whole: string; list: readonly Inserted[] }[]>()
  read.forEach((hunks, side) => {
    for (const { whole, pieces } of hunks)
      for (const piece of pieces) {
        const key = keyOfPiece(piece)
        shared.set(key, [...(shared.get(key) ?? []), { side, whole }])
        if (piece.start === piece.end)
          inserted.set(piece.end, [...(inserted.get(piece.end) ?? []), { side, whole, list: piece.list }])
      }
  })
  return copies.map((changes, side) => {
    const split = (read[side] ?? []).filter(({ whole, pieces }) =>
      pieces.some((piece) => {
        const others = [
          ...(shared.get(keyOfPiece(piece)) ?? []),
          ...(piece.start === piece.end ? (inserted.get(piece.end) ?? []) : []).filter(({ list }) =>
            areAlike(list, piece.list),
          ),
        ]
        return others.some((other) => other.side !== side && other.whole !== whole)
      }),
    )
    return split.length === 0 ? changes : rewritten(changes, split)
  })
}

/** The same change of the same text, wherever in a row of equal characters it is marked. */
export function saysSame(text: readonly Atom[], one: MergedHunk, other: MergedHunk): boolean {
  if (keyOf(one) === keyOf(other)) return true
  const [a, b] = [one, other].map((hunk) =>
    placed(text, [pieceOf(hunk)], -1)
      .map(keyOfPiece)
      .join(),
  )
  return isPlain(text, one) && isPlain(text, other) && a === b
}

/** Atoms that go, and what comes behind them. */
interface Piece {
  start: number
  end: number
  list: readonly Inserted[]
}

interface ReadHunk {
  hunk: MergedHunk
  whole: string
  pieces: Piece[]
}

function readHunks(base: readonly Atom[], changes: Changes, side: number): ReadHunk[] {
  let last = -1
  // What a copy knows nothing of stands between its words: its places are not those of the base.
  if (changes.unseen.size > 0) return []
  return hunksOf(changes, side).flatMap((hunk) => {
    const from = last
    last = hunk.end
    if (!isPlain(base, hunk)) return []
    const { start, end, list } = pieceOf(hunk)
    return [{ hunk, whole: keyOf(hunk), pieces: placed(base, differences(base, { start, end, list }), from) }]
  })
}

function pieceOf({ start, end, inserts }: MergedHunk): Piece {
  return { start, end, list: inserts.flatMap(({ list }) => list) }
}

/** Words alone, with nothing pending on them and no comment that would lose its place. */
function isPlain(base: readonly Atom[], { start, end, inserts, moves }: MergedHunk): boolean {
  const list = inserts.flatMap((insert) => insert.list)
  return (
    moves.size === 0 &&
    end - start <= longest &&
    list.length <= longest &&
    list.every(isBareWords) &&
    base.slice(start, end).every((atom) => isStill(atom))
  )
}

/** Longer ones are whole sentences, which nobody marks in two ways by chance. */
const longest = 400

function isStill(atom: Atom | undefined): boolean {
  return atom?.kind === 'words' && !atom.child.ins && !atom.child.del
}

/** What is left of a change when the words that go and come again are taken out. */
function differences(base: readonly Atom[], { start, end, list }: Piece): Piece[] {
  let [from, to, rest] = [start, end, list]
  while (from < to && rest[0] && base[from]?.key === rest[0].atom.key) [from, rest] = [from + 1, rest.slice(1)]
  while (from < to && rest.length > 0 && base[to - 1]?.key === rest.at(-1)?.atom.key)
    [to, rest] = [to - 1, rest.slice(0, -1)]
  if (from === to || rest.length === 0)
    return from === to && rest.length === 0 ? [] : [{ start: from, end: to, list: rest }]
  const { at, item, length } = longestCommon(base, { start: from, end: to, list: rest })
  if (length < shortestCommon) return [{ start: from, end: to, list: rest }]
  return [
    ...differences(base, { start: from, end: at, list: rest.slice(0, item) }),
    ...differences(base, { start: at + length, end: to, list: rest.slice(item + length) }),
  ]
}

/** A single character that stands in both says nothing. */
const shortestCommon = 2

function longestCommon(
  base: readonly Atom[],
  { start, end, list }: Piece,
): { at: number; item: number; length: number } {
  const best = { at: start, item: 0, length: 0 }
  let before = new Int32Array(list.length + 1)
  for (let at = start; at < end; at++) {
    const now = new Int32Array(list.length + 1)
    for (let item = 0; item < list.length; item++) {
      if (base[at]?.key !== list[item]?.atom.key) continue
      const length = (before[item] ?? 0) + 1
      now[item + 1] = length
      if (length > best.length) Object.assign(best, { at: at - length + 1, item: item - length + 1, length })
    }
    before = now
  }
  return best
}

/** Insertions and deletions as far to the front as the same text allows, behind the atom `after`. */
function placed(base: readonly Atom[], pieces: readonly Piece[], after: number): Piece[] {
  let bound = after
  return pieces.map((piece) => {
    let { start, end, list } = piece
    const isFree = (): boolean => start - 1 > bound && isStill(base[start - 1])
    if (start === end)
      for (let last = list.at(-1); last && isFree() && base[start - 1]?.key === last.atom.key; last = list.at(-1)) {
        list = [last, ...list.slice(0, -1)]
        start = end = start - 1
      }
    else if (list.length === 0)
      while (isFree() && base[start - 1]?.key === base[end - 1]?.key) [start, end] = [start - 1, end - 1]
    bound = end
    return { start, end, list }
  })
}

function keyOfPiece({ start, end, list }: Piece): string {
  return `${start}|${end}|${list.map(({ atom }) => atom.key).join('')}`
}

function rewritten(changes: Changes, hunks: readonly ReadHunk[]): Changes {
  const dels = new Map(changes.dels)
  const inserts = new Map(changes.inserts)
  for (const { hunk } of hunks) {
    for (let at = hunk.start; at < hunk.end; at++) dels.delete(at)
    for (const { gap } of hunk.inserts) inserts.delete(gap)
  }
  for (const { hunk, pieces } of hunks) {
    const gone = changes.dels.get(hunk.start)
    for (const { start, end, list } of pieces) {
      for (let at = start; at < end; at++) {
        const by = changes.dels.get(at) ?? gone
        if (by) dels.set(at, by)
      }
      if (list.length > 0) inserts.set(end, [...list])
    }
  }
  return { ...changes, dels: inOrder(dels), inserts: inOrder(inserts) }
}
