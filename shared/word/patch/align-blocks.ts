import { inlineText } from '../../report/plain-text.ts'
import { isLineBlock, type Block } from '../../report/schema.ts'
import { diff } from '../../revisions/compare/diff.ts'

/** A block of the source and what became of it; one of the two is missing where a block came or went. */
export interface BlockPair<Item> {
  before?: Item
  now?: Item
  /** Nothing that a Word file shows differs. */
  same: boolean
  /** It stands elsewhere than its neighbours would have it. */
  moved?: boolean
}

/** Pairs of two lists of blocks, in the order of the new one; blocks that went stand where they were. */
export function alignBlocks<Item extends Block>(
  before: readonly Item[],
  now: readonly Item[],
  keyOf: (item: Item, side: 'before' | 'now', index: number) => string,
): BlockPair<Item>[] {
  const beforeKeys = before.map((item, index) => keyOf(item, 'before', index))
  const nowKeys = now.map((item, index) => keyOf(item, 'now', index))
  const pairs: BlockPair<Item>[] = []
  let [a, b] = [0, 0]
  const equalUpTo = (end: number): void => {
    for (; a < end; a++, b++) pairs.push({ before: before[a] as Item, now: now[b] as Item, same: true })
  }
  for (const hunk of diff(...numbered(beforeKeys, nowKeys))) {
    equalUpTo(hunk.aStart)
    pairs.push(...pairChanged(before.slice(hunk.aStart, hunk.aEnd), now.slice(hunk.bStart, hunk.bEnd)))
    ;[a, b] = [hunk.aEnd, hunk.bEnd]
  }
  equalUpTo(before.length)
  return withMoved(
    pairs,
    new Map([...before.entries()].map(([index, item]) => [item, beforeKeys[index] ?? ''])),
    new Map([...now.entries()].map(([index, item]) => [item, nowKeys[index] ?? ''])),
  )
}

function numbered(a: readonly string[], b: readonly string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>()
  const numberOf = (key: string): number => {
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  }
  return [Int32Array.from(a, numberOf), Int32Array.from(b, numberOf)]
}

/** Larger stretches are paired in their order: comparing each with each would take too long. */
const mostCompared = 10_000

/** Those that are most alike belong together; none passes another. */
function pairChanged<Item extends Block>(before: readonly Item[], now: readonly Item[]): BlockPair<Item>[] {
  if (before.length * now.length > mostCompared) return inOrder(before, now)
  const likeness = before.map((one) => now.map((other) => likenessOf(one, other)))
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(now.length + 1))
  const at = (a: number, b: number): number => best[a]?.[b] ?? 0
  for (let a = before.length - 1; a >= 0; a--)
    for (let b = now.length - 1; b >= 0; b--) {
      const row = best[a]
      if (row) row[b] = Math.max(at(a + 1, b), at(a, b + 1), at(a + 1, b + 1) + (likeness[a]?.[b] ?? 0))
    }
  const pairs: BlockPair<Item>[] = []
  let [a, b] = [0, 0]
  while (a < before.length || b < now.length) {
    const like = likeness[a]?.[b] ?? 0
    // Of two lines that are alike the later is the one: when lines were joined, its properties survived.
    if (a < before.length && (b >= now.length || at(a, b) === at(a + 1, b)))
      pairs.push({ before: before[a++] as Item, same: false })
    else if (like > 0 && at(a, b) === at(a + 1, b + 1) + like)
      pairs.push({ before: before[a++] as Item, now: now[b++] as Item, same: false })
    else pairs.push({ now: now[b++] as Item, same: false })
  }
  return pairs
}

function inOrder<Item extends Block>(before: readonly Item[], now: readonly Item[]): BlockPair<Item>[] {
  return Array.from({ length: Math.max(before.length, now.length) }, (_, index) => {
    const one: Item | undefined = before[index]
    const other: Item | undefined = now[index]
    const pair: BlockPair<Item> = { same: false }
    if (one) pair.before = one
    if (other) pair.now = other
    return pair
  })
}

/** 0 = nothing to do with each other. Some likeness is in being of one kind: a line that was written anew keeps its place. */
function likenessOf(one: Block, other: Block): number {
  if (isLineBlock(one) !== isLineBlock(other)) return 0
  if (!isLineBlock(one) || !isLineBlock(other)) return one.type === other.type ? 0.5 : 0
  const [a, b] = [pairsOfCharacters(inlineText(one.children)), pairsOfCharacters(inlineText(other.children))]
  let common = 0
  for (const pair of a) if (b.has(pair)) common++
  const dice = a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
  return dice < 0.2 ? (one.type === other.type ? 0.02 : 0.01) : dice
}

function pairsOfCharacters(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at < text.length; at++) pairs.add(text.slice(at, at + 2))
  return pairs
}

/** What went in one place and came in another with the same content was moved. */
function withMoved<Item extends Block>(
  pairs: readonly BlockPair<Item>[],
  beforeKeys: ReadonlyMap<Item, string>,
  nowKeys: ReadonlyMap<Item, string>,
): BlockPair<Item>[] {
  const gone = new Map<string, BlockPair<Item>>()
  for (const pair of pairs) if (pair.before && !pair.now) gone.set(beforeKeys.get(pair.before) ?? '', pair)
  const taken = new Set<BlockPair<Item>>()
  const moved = pairs.map((pair): BlockPair<Item> => {
    const from = pair.now && !pair.before ? gone.get(nowKeys.get(pair.now) ?? '') : undefined
    if (!from?.before || taken.has(from)) return pair
    taken.add(from)
    return { ...pair, before: from.before, same: true, moved: true }
  })
  return moved.filter((pair) => !taken.has(pair))
}
