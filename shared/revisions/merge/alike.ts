import type { Inserted } from './changes.ts'

interface Insertion {
  start: number
  end: number
  inserts: readonly { list: readonly Inserted[] }[]
}

/** Two insertions at one place that are two wordings of one thing: only one of them can be meant. */
export function compete(one: Insertion, other: Insertion): boolean {
  if (one.start !== one.end || other.start !== other.end || one.start !== other.start) return false
  const [a, b] = [one, other].map(({ inserts }) => inserts.flatMap(({ list }) => list))
  return a !== undefined && b !== undefined && areAlike(a, b)
}

/** Most of the characters of the shorter one stand in the other, in the same order. */
export function areAlike(one: readonly Inserted[], other: readonly Inserted[]): boolean {
  const [a, b] = [one, other].map((list) => list.slice(0, longest))
  if (!a || !b || [...a, ...b].some(({ atom, del }) => atom.kind !== 'words' || del)) return false
  const least = Math.min(a.length, b.length)
  const common = inCommon(a, b)
  return (least >= 2 && common >= 0.3 * (a.length + b.length)) || (least >= 3 && common >= 0.8 * least)
}

/** Length of the longest row of characters that both have in the same order. */
function inCommon(a: readonly Inserted[], b: readonly Inserted[]): number {
  let before = new Int32Array(b.length + 1)
  for (const { atom } of a) {
    const now = new Int32Array(b.length + 1)
    b.forEach((item, at) => {
      now[at + 1] = item.atom.key === atom.key ? (before[at] ?? 0) + 1 : Math.max(now[at] ?? 0, before[at + 1] ?? 0)
    })
    before = now
  }
  return before[b.length] ?? 0
}

/** So many characters tell. */
const longest = 400
