import type { OutlineNode } from '../report/outline.ts'
import type { BlockRange, SectionPair } from './accounts.ts'

/**
 * Which section of last year's report belongs beside which of this year's, for scrolling side by side. Chapters are paired
 * first, the sections within them after that; the order of neither report is broken, and what has no counterpart stands alone.
 */
export function alignSections(last: readonly OutlineNode[], own: readonly OutlineNode[]): SectionPair[] {
  return pairInOrder(last, own).flatMap(([a, b]) => {
    const pair: SectionPair = { last: rangeOf(a), own: rangeOf(b) }
    return a && b ? [pair, ...alignSections(a.children, b.children)] : [pair]
  })
}

function rangeOf(node: OutlineNode | undefined): BlockRange | null {
  return node ? { start: node.start, end: node.end } : null
}

/** The pairs of greatest likeness altogether, as a comparison of two texts finds its lines. */
function pairInOrder(
  last: readonly OutlineNode[],
  own: readonly OutlineNode[],
): [OutlineNode | undefined, OutlineNode | undefined][] {
  const best = Array.from({ length: last.length + 1 }, () => new Array<number>(own.length + 1).fill(0))
  const at = (a: number, b: number): number => best[a]?.[b] ?? 0
  for (let a = last.length - 1; a >= 0; a--) {
    for (let b = own.length - 1; b >= 0; b--) {
      const row = best[a]
      if (row) row[b] = Math.max(at(a + 1, b), at(a, b + 1), at(a + 1, b + 1) + likenessAt(last, own, a, b))
    }
  }
  const pairs: [OutlineNode | undefined, OutlineNode | undefined][] = []
  let [a, b] = [0, 0]
  while (a < last.length || b < own.length) {
    const likeness = a < last.length && b < own.length ? likenessAt(last, own, a, b) : 0
    if (likeness > 0 && at(a, b) === at(a + 1, b + 1) + likeness) pairs.push([last[a++], own[b++]])
    else if (b >= own.length || (a < last.length && at(a, b) === at(a + 1, b))) pairs.push([last[a++], undefined])
    else pairs.push([undefined, own[b++]])
  }
  return pairs
}

/** 0 = never beside each other. Kind counts most, then words of the title, then the place among its neighbours. */
function likenessAt(last: readonly OutlineNode[], own: readonly OutlineNode[], a: number, b: number): number {
  const [one, other] = [last[a], own[b]]
  if (!one || !other || one.level !== other.level) return 0
  const known = one.kind !== null && other.kind !== null
  if (known && one.kind !== other.kind) return 0
  const words = sharedPairs(one.title, other.title)
  const near = 1 - Math.abs((a + 1) / (last.length + 1) - (b + 1) / (own.length + 1))
  // Chapters of one kind belong together whatever they are called; sections of one chapter go by their words.
  if (one.level > 1 && one.heading && other.heading) return words === 0 ? 0.05 * near : 3 * words + 0.2 * near
  return (known ? 2 : 0) + 3 * words + 0.5 * near
}

/** Share of the pairs of characters that both titles have; years are left out. */
function sharedPairs(one: string, other: string): number {
  const [a, b] = [pairsIn(one), pairsIn(other)]
  if (a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter((pair) => b.has(pair)).length
  return (2 * shared) / (a.size + b.size)
}

function pairsIn(title: string): Set<string> {
  const words = title.replace(/(?:19|20)\d\d年|[^\p{Script=Han}]/gu, '')
  const pairs = new Set<string>()
  for (let index = 0; index + 1 < words.length; index++) pairs.add(words.slice(index, index + 2))
  return pairs
}
