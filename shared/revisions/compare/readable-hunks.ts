import type { Hunk } from './diff.ts'
import type { Token } from './tokens.ts'

/**
 * Makes hunks that a person would have made: small islands between changes are swallowed, a sentence that is mostly new is
 * replaced as a whole, and an insertion or deletion slides to the border of a clause.
 */
export function readableHunks(hunks: readonly Hunk[], a: readonly Token[], b: readonly Token[]): Hunk[] {
  const whole = rewrittenSentences(withoutIslands(hunks, a), a, b)
  const list: Hunk[] = []
  whole.forEach((hunk, at) => list.push(slid(hunk, a, b, list.at(-1), whole[at + 1])))
  return list
}

/** An equal stretch so short between larger changes says nothing. */
const shortIsland = 4

const clauseEnd = /[。；，：！？、]$/
const sentenceEnd = /[。；！？]$/

function withoutIslands(hunks: readonly Hunk[], a: readonly Token[]): Hunk[] {
  const list: Hunk[] = []
  for (const hunk of hunks) {
    const last = list.at(-1)
    if (last && isIsland(a, last.aEnd, hunk.aStart) && isLarger(last, hunk, hunk.aStart - last.aEnd))
      list[list.length - 1] = { ...last, aEnd: hunk.aEnd, bEnd: hunk.bEnd }
    else list.push(hunk)
  }
  return list
}

function isIsland(a: readonly Token[], start: number, end: number): boolean {
  let length = 0
  for (let at = start; at < end; at++) {
    const token = a[at]
    if (!token || isBorder(token) || clauseEnd.test(token.text) || /\d/.test(token.text)) return false
    length += token.text.length
    if (length >= shortIsland) return false
  }
  return true
}

/** Both neighbours change at least as many tokens as the island has. */
function isLarger(left: Hunk, right: Hunk, island: number): boolean {
  return sizeOf(left) >= island && sizeOf(right) >= island && sizeOf(left) + sizeOf(right) > 2
}

function sizeOf({ aStart, aEnd, bStart, bEnd }: Hunk): number {
  return Math.max(aEnd - aStart, bEnd - bStart)
}

/** More than this part of a sentence changed: it is easier to read as one deletion and one insertion. */
const mostlyNew = 0.6

function rewrittenSentences(hunks: readonly Hunk[], a: readonly Token[], b: readonly Token[]): Hunk[] {
  const list: Hunk[] = []
  for (const hunk of hunks) {
    const last = list.at(-1)
    if (last && sameSentence(last, hunk, a, b) && isMostlyNew(last, hunk, a, b))
      list[list.length - 1] = { ...last, aEnd: hunk.aEnd, bEnd: hunk.bEnd }
    else list.push(hunk)
  }
  return list
}

function sameSentence(left: Hunk, right: Hunk, a: readonly Token[], b: readonly Token[]): boolean {
  return !endsWithin(a, left.aStart, right.aEnd - 1) && !endsWithin(b, left.bStart, right.bEnd - 1)
}

function endsWithin(tokens: readonly Token[], start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const token = tokens[at]
    if (token && (isBorder(token) || sentenceEnd.test(token.text))) return true
  }
  return false
}

/** Characters between and in the two hunks: how many of them are no longer what they were. */
function isMostlyNew(left: Hunk, right: Hunk, a: readonly Token[], b: readonly Token[]): boolean {
  const changed = Math.max(
    lengthOf(a, left.aStart, left.aEnd) + lengthOf(a, right.aStart, right.aEnd),
    lengthOf(b, left.bStart, left.bEnd) + lengthOf(b, right.bStart, right.bEnd),
  )
  const kept = lengthOf(a, left.aEnd, right.aStart)
  return changed / (changed + kept) > mostlyNew && kept < 12
}

function lengthOf(tokens: readonly Token[], start: number, end: number): number {
  let length = 0
  for (let at = start; at < end; at++) length += tokens[at]?.text.length ?? 0
  return length
}

/** 新建A，改造B → 新建A，扩建C，改造B: “扩建C，” was inserted, not “，扩建C”; a whole line sooner than “¶ and the line”. */
function slid(
  hunk: Hunk,
  a: readonly Token[],
  b: readonly Token[],
  former: Hunk | undefined,
  later: Hunk | undefined,
): Hunk {
  const inserted = hunk.aStart === hunk.aEnd
  if (!inserted && hunk.bStart !== hunk.bEnd) return hunk
  const tokens = inserted ? b : a
  const [start, end] = inserted ? [hunk.bStart, hunk.bEnd] : [hunk.aStart, hunk.aEnd]
  const floor = former ? (inserted ? former.bEnd : former.aEnd) : 0
  const ceiling = later ? (inserted ? later.bStart : later.aStart) : tokens.length
  const shifts = possibleShifts(tokens, start, end, floor, ceiling)
  const fits = (isEnd: (token: Token | undefined) => boolean): number | undefined =>
    shifts.find((by) => isEnd(tokens[end + by - 1]) && (start + by === 0 || isEnd(tokens[start + by - 1])))
  const by = fits((token) => token !== undefined && isBorder(token)) ?? fits(endsClause) ?? 0
  return by === 0 ? hunk : moved(hunk, by)
}

/** By how much `[start, end)` can be moved so that the text stays what it is, the smallest first. */
function possibleShifts(
  tokens: readonly Token[],
  start: number,
  end: number,
  floor: number,
  ceiling: number,
): readonly number[] {
  const shifts = [0]
  for (let by = 1; start - by >= floor && tokens[start - by]?.key === tokens[end - by]?.key; by++) shifts.push(-by)
  for (let by = 1; end + by <= ceiling && tokens[start + by - 1]?.key === tokens[end + by - 1]?.key; by++)
    shifts.push(by)
  return shifts.sort((x, y) => Math.abs(x) - Math.abs(y))
}

function endsClause(token: Token | undefined): boolean {
  return token !== undefined && (isBorder(token) || clauseEnd.test(token.text))
}

function moved({ aStart, aEnd, bStart, bEnd }: Hunk, by: number): Hunk {
  return { aStart: aStart + by, aEnd: aEnd + by, bStart: bStart + by, bEnd: bEnd + by }
}

/** The end of a line, or what stands between lines. */
function isBorder({ mark, fixed }: Token): boolean {
  return mark !== undefined || fixed !== undefined
}
