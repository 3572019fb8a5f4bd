/** Items `[aStart, aEnd)` of the old list stand in the place of `[bStart, bEnd)` of the new one; between hunks the lists agree. */
export interface Hunk {
  aStart: number
  aEnd: number
  bStart: number
  bEnd: number
}

/** The differences of two lists of words: equal ones get equal numbers, which are compared much faster. */
export function diffWords(a: readonly string[], b: readonly string[]): Hunk[] {
  const ids = new Map<string, number>()
  const idOf = (key: string): number => {
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, ids.size)
    return ids.size - 1
  }
  return diff(Int32Array.from(a, idOf), Int32Array.from(b, idOf))
}

/** The differences of two lists of numbers, in order. */
export function diff(a: Int32Array, b: Int32Array): Hunk[] {
  const hunks: Hunk[] = []
  diffWithin(a, 0, a.length, b, 0, b.length, hunks)
  return joined(hunks)
}

/** Steps of Myers' search beyond which a stretch is taken for rewritten: reports of two years have little in common. */
const mostSteps = 600

/** Lists longer than this are cut at what both have exactly once before they are searched. */
const shortEnough = 400

type Found = (aStart: number, aEnd: number, bStart: number, bEnd: number) => void

function diffWithin(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
  hunks: Hunk[],
): void {
  let [aStart, aEnd, bStart, bEnd] = [aFrom, aTo, bFrom, bTo]
  while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) {
    aStart++
    bStart++
  }
  while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--
    bEnd--
  }
  if (aStart === aEnd || bStart === bEnd) {
    if (aStart < aEnd || bStart < bEnd) hunks.push({ aStart, aEnd, bStart, bEnd })
    return
  }
  const found: Found = (...ends) => hunks.push({ aStart: ends[0], aEnd: ends[1], bStart: ends[2], bEnd: ends[3] })
  if (aEnd - aStart <= shortEnough && bEnd - bStart <= shortEnough) {
    myers(a, aStart, aEnd, b, bStart, bEnd, found)
    return
  }
  const anchors = anchorsOf(a, aStart, aEnd, b, bStart, bEnd)
  if (anchors.length === 0) {
    myers(a, aStart, aEnd, b, bStart, bEnd, found)
    return
  }
  let [aAt, bAt] = [aStart, bStart]
  for (const [aAnchor, bAnchor] of anchors) {
    diffWithin(a, aAt, aAnchor, b, bAt, bAnchor, hunks)
    ;[aAt, bAt] = [aAnchor + 1, bAnchor + 1]
  }
  diffWithin(a, aAt, aEnd, b, bAt, bEnd, hunks)
}

/** Four items in a row that both lists have exactly once, in the longest order that both share. */
function anchorsOf(
  a: Int32Array,
  aStart: number,
  aEnd: number,
  b: Int32Array,
  bStart: number,
  bEnd: number,
): [number, number][] {
  const seen = new Map<string, { a: number; b: number; twice: boolean }>()
  for (let at = aStart; at + 4 <= aEnd; at++) {
    const known = seen.get(gram(a, at))
    if (known) known.twice = true
    else seen.set(gram(a, at), { a: at, b: -1, twice: false })
  }
  for (let at = bStart; at + 4 <= bEnd; at++) {
    const known = seen.get(gram(b, at))
    if (!known) continue
    if (known.b >= 0) known.twice = true
    else known.b = at
  }
  const pairs = [...seen.values()].filter((pair) => !pair.twice && pair.b >= 0).sort((x, y) => x.a - y.a)
  return longestRising(pairs)
}

function gram(list: Int32Array, at: number): string {
  return `${list[at]},${list[at + 1]},${list[at + 2]},${list[at + 3]}`
}

/** The longest run of pairs whose second places rise (patience sorting). */
function longestRising(pairs: readonly { a: number; b: number }[]): [number, number][] {
  const tops: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(({ b }, index) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.b ?? 0) < b) low = middle + 1
      else high = middle
    }
    if (low > 0) before[index] = tops[low - 1] ?? -1
    tops[low] = index
  })
  const run: [number, number][] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair) run.push([pair.a, pair.b])
  }
  return run.reverse()
}

/** Myers, An O(ND) Difference Algorithm (1986), forward search; a stretch that takes too many steps is one hunk. */
function myers(
  a: Int32Array,
  aStart: number,
  aEnd: number,
  b: Int32Array,
  bStart: number,
  bEnd: number,
  found: Found,
): void {
  const [n, m] = [aEnd - aStart, bEnd - bStart]
  const most = Math.min(n + m, mostSteps)
  const offset = most + 1
  const reach = new Int32Array(2 * most + 3)
  const history: Int32Array[] = []
  for (let step = 0; step <= most; step++) {
    history.push(reach.slice(offset - step - 1, offset + step + 2))
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      const down =
        diagonal === -step ||
        (diagonal !== step && (reach[offset + diagonal - 1] ?? 0) < (reach[offset + diagonal + 1] ?? 0))
      let x = down ? (reach[offset + diagonal + 1] ?? 0) : (reach[offset + diagonal - 1] ?? 0) + 1
      let y = x - diagonal
      while (x < n && y < m && a[aStart + x] === b[bStart + y]) {
        x++
        y++
      }
      reach[offset + diagonal] = x
      if (x >= n && y >= m) {
        walkBack(history, step, n, m, (...ends) =>
          found(aStart + ends[0], aStart + ends[1], bStart + ends[2], bStart + ends[3]),
        )
        return
      }
    }
  }
  found(aStart, aEnd, bStart, bEnd)
}

function walkBack(history: readonly Int32Array[], steps: number, n: number, m: number, found: Found): void {
  let [x, y] = [n, m]
  const edits: [number, number, number, number][] = []
  for (let step = steps; step > 0; step--) {
    const reach = history[step]
    if (!reach) break
    const centre = step + 1
    const diagonal = x - y
    const down =
      diagonal === -step ||
      (diagonal !== step && (reach[centre + diagonal - 1] ?? 0) < (reach[centre + diagonal + 1] ?? 0))
    const before = down ? diagonal + 1 : diagonal - 1
    const startX = reach[centre + before] ?? 0
    const startY = startX - before
    edits.push(down ? [startX, startX, startY, startY + 1] : [startX, startX + 1, startY, startY])
    ;[x, y] = [startX, startY]
  }
  for (const edit of edits.reverse()) found(...edit)
}

/** Neighbours that touch are one. */
function joined(hunks: readonly Hunk[]): Hunk[] {
  const list: Hunk[] = []
  for (const hunk of hunks) {
    const last = list.at(-1)
    if (last && last.aEnd === hunk.aStart && last.bEnd === hunk.bStart)
      list[list.length - 1] = { ...last, aEnd: hunk.aEnd, bEnd: hunk.bEnd }
    else list.push(hunk)
  }
  return list
}
