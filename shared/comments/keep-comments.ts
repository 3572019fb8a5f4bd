import { tidyInlines } from '../report/inlines.ts'
import { objectCharacter } from '../report/plain-text.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type LineBlock, type TextLeaf } from '../report/schema.ts'
import { linesOf } from './lines-of.ts'

/** Words that a comment stands on from now on, in units of the line's children. */
export interface CommentHome {
  id: string
  /** Of the line. */
  path: number[]
  start: number
  end: number
  /** Words beside the place, not what was written in place of its own. */
  point: boolean
}

/**
 * Homes for the comments that have lost all their words between two states of a body. What was put in place of the words
 * in one go is the home, else the character beside the place. Blocks that nothing happened to are the same in both bodies.
 */
export function commentHomes(before: readonly Block[], after: readonly Block[]): CommentHome[] {
  const lost = lostComments(before, after)
  if (lost.size === 0) return []
  const indexes = new Map(after.map((block, index) => [block, index]))
  return [...lost].flatMap(([id, block]) => {
    const region = regionAround(before, after, indexes, block)
    const home = homeIn(before, after, region, id) ?? homeBeside(after, region)
    return home ? [{ id, ...home }] : []
  })
}

/** A home for comments that stood nowhere because no word was left: the first word there is. */
export function firstHomes(body: readonly Block[], ids: Iterable<string>): CommentHome[] {
  const home = homeBeside(body, { before: [0, 0], after: [0, 0] })
  return home ? [...ids].map((id) => ({ id, ...home })) : []
}

/** The body after a change with every comment of the body before it. */
export function keepComments(before: readonly Block[], after: Block[]): Block[] {
  const homes = commentHomes(before, after)
  if (homes.length === 0) return after
  return after.map((block, index) => {
    const own = homes.filter(({ path }) => path[0] === index)
    return own.length > 0 ? withHomes(block, own) : block
  })
}

/** Leaves of the line [start, end) with a comment more, as the editor and a pure change set it. */
export function withComment({ comments = [], points = [], ...leaf }: TextLeaf, id: string, point: boolean): TextLeaf {
  const pointsNow = point ? [...new Set([...points, id])].sort() : points.filter((one) => one !== id)
  return {
    ...leaf,
    comments: [...new Set([...comments, id])].sort(),
    ...(pointsNow.length > 0 && { points: pointsNow }),
  }
}

export function withoutComment({ comments = [], points = [], ...leaf }: TextLeaf, ids: ReadonlySet<string>): TextLeaf {
  const [commentsNow, pointsNow] = [comments, points].map((list) => list.filter((id) => !ids.has(id)))
  return {
    ...leaf,
    ...(commentsNow && commentsNow.length > 0 && { comments: commentsNow }),
    ...(pointsNow && pointsNow.length > 0 && { points: pointsNow }),
  }
}

/** Comments of the changed blocks that stand nowhere any more, and the last block of the old body that had them. */
export function lostComments(before: readonly Block[], after: readonly Block[]): Map<string, number> {
  const { from, same } = unchanged(before, after)
  const lost = new Map<string, number>()
  for (let index = from; index < before.length - same; index++)
    for (const id of commentsIn(before, index)) lost.set(id, index)
  // Nearly always the changed blocks still have them: the rest is read only where they do not.
  const order = [range(from, after.length - same), range(0, from), range(after.length - same, after.length)].flat()
  for (const index of order) {
    if (lost.size === 0) break
    for (const id of commentsIn(after, index)) lost.delete(id)
  }
  return lost
}

/** Points of comments that have words of their own again: pasted where they were cut out before. */
export function outdatedPoints(before: readonly Block[], after: readonly Block[]): Set<string> {
  const { from, same } = unchanged(before, after)
  const settled = new Set<string>()
  for (let index = from; index < after.length - same; index++)
    for (const id of commentsIn(after, index, 'words')) settled.add(id)
  for (let index = from; index < before.length - same; index++)
    for (const id of commentsIn(before, index, 'words')) settled.delete(id)
  if (settled.size === 0) return settled
  const points = new Set(after.flatMap((_, index) => [...commentsIn(after, index, 'points')]))
  return new Set([...settled].filter((id) => points.has(id)))
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

/** How many blocks both bodies begin and end with. */
function unchanged(before: readonly Block[], after: readonly Block[]): { from: number; same: number } {
  let from = 0
  while (from < before.length && from < after.length && before[from] === after[from]) from++
  let same = 0
  const most = Math.min(before.length, after.length) - from
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  return { from, same }
}

function commentsIn(body: readonly Block[], index: number, which: 'all' | 'words' | 'points' = 'all'): Set<string> {
  const ids = new Set<string>()
  for (const [{ children }] of linesOf(body, index, index + 1))
    for (const child of children) {
      if (!isTextLeaf(child) || child.text === '') continue
      for (const id of child.comments ?? [])
        if (which === 'all' || (child.points?.includes(id) ?? false) === (which === 'points')) ids.add(id)
    }
  return ids
}

/** Blocks between the nearest ones before and behind that stayed as they were. */
interface Region {
  before: [from: number, to: number]
  after: [from: number, to: number]
}

function regionAround(
  before: readonly Block[],
  after: readonly Block[],
  indexes: ReadonlyMap<Block, number>,
  block: number,
): Region {
  const indexOf = (at: number): number | undefined => {
    const one = before[at]
    return one && indexes.get(one)
  }
  let first = block
  while (first > 0 && indexOf(first - 1) === undefined) first--
  let last = block + 1
  while (last < before.length && indexOf(last) === undefined) last++
  const from = first === 0 ? 0 : (indexOf(first - 1) ?? -1) + 1
  const to = last === before.length ? after.length : (indexOf(last) ?? after.length)
  return { before: [first, last], after: [from, Math.max(from, to)] }
}

type Home = Omit<CommentHome, 'id'>

/** A longer text was not written in place of the words alone. */
const longestReplacement = 30

function homeIn(before: readonly Block[], after: readonly Block[], region: Region, id: string): Home | undefined {
  const [old, now] = [wordsOf(before, region.before), wordsOf(after, region.after)]
  const at = old.leaves.find(({ leaf }) => leaf?.comments?.includes(id))?.start ?? 0
  const end = old.leaves.findLast(({ leaf }) => leaf?.comments?.includes(id))?.end ?? at
  const head = commonHead(old.text, now.text)
  const tail = commonTail(old.text, now.text, head)
  const written = now.text.slice(head, now.text.length - tail)
  const inPlace = at >= head && end <= old.text.length - tail
  if (inPlace && written !== '' && written.length <= longestReplacement && !/[\n\uFFFC]/.test(written))
    return placed(now, head, now.text.length - tail, false)
  const behind = old.text.length - end <= tail ? now.text.length - (old.text.length - end) : head
  return characterBeside(now, at <= head ? at : behind)
}

/** Nothing is left there: the nearest words before, then behind. */
function homeBeside(after: readonly Block[], { after: [from, to] }: Region): Home | undefined {
  for (let index = from - 1; index >= 0; index--) {
    const words = wordsOf(after, [index, index + 1])
    const home = characterBeside(words, words.text.length)
    if (home) return home
  }
  for (let index = to; index < after.length; index++) {
    const home = characterBeside(wordsOf(after, [index, index + 1]), 0)
    if (home) return home
  }
  return undefined
}

/** The text of some blocks, a line feed between lines; where its leaves lie in it, and its lines. */
interface Words {
  text: string
  leaves: { leaf: TextLeaf | undefined; start: number; end: number }[]
  lines: { path: number[]; start: number; end: number }[]
}

function wordsOf(body: readonly Block[], [from, to]: [number, number]): Words {
  const words: Words = { text: '', leaves: [], lines: [] }
  for (const [{ children }, path] of linesOf(body, from, to)) {
    if (words.lines.length > 0) words.text += '\n'
    const start = words.text.length
    for (const child of children) {
      const at = words.text.length
      words.text += isTextLeaf(child) ? child.text : objectCharacter
      words.leaves.push({ leaf: isTextLeaf(child) ? child : undefined, start: at, end: words.text.length })
    }
    words.lines.push({ path, start, end: words.text.length })
  }
  return words
}

function placed({ lines }: Words, start: number, end: number, point: boolean): Home | undefined {
  const line = lines.find((one) => one.start <= start && end <= one.end)
  return line && { path: line.path, start: start - line.start, end: end - line.start, point }
}

/** Before the place, else behind it, in its line; else the nearest of the text. */
function characterBeside(words: Words, at: number): Home | undefined {
  const { text, lines } = words
  const line = lines.find(({ start, end }) => start <= at && at <= end)
  const near = line ? [seek(text, at - 1, -1, line.start), seek(text, at, 1, line.end - 1)] : []
  const far = [seek(text, at - 1, -1, 0), seek(text, at, 1, text.length - 1)]
  const found = [...near, ...far].find((index) => index !== undefined)
  if (found === undefined) return undefined
  const low = isLowSurrogate(text.charCodeAt(found)) ? found - 1 : found
  const length = (text.codePointAt(low) ?? 0) > 0xffff ? 2 : 1
  return placed(words, low, low + length, true)
}

/** The first character from `at` on towards `stop` that a comment can stand on. */
function seek(text: string, at: number, step: 1 | -1, stop: number): number | undefined {
  for (let index = at; step < 0 ? index >= stop : index <= stop; index += step) {
    const character = text.charAt(index)
    if (character !== '' && character !== '\n' && character !== objectCharacter) return index
  }
  return undefined
}

function commonHead(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charAt(length) === b.charAt(length)) length++
  return isLowSurrogate(a.charCodeAt(length)) || isLowSurrogate(b.charCodeAt(length)) ? Math.max(0, length - 1) : length
}

function commonTail(a: string, b: string, head: number): number {
  let length = 0
  const most = Math.min(a.length, b.length) - head
  while (length < most && a.charAt(a.length - 1 - length) === b.charAt(b.length - 1 - length)) length++
  return length > 0 && isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}

function withHomes(block: Block, homes: readonly CommentHome[]): Block {
  const lineOf = <Line extends LineBlock>(line: Line, path: readonly number[]): Line => {
    const own = homes.filter((home) => home.path.slice(1).join() === path.join())
    return own.length === 0 ? line : { ...line, children: own.reduce(withHome, line.children) }
  }
  if (isLineBlock(block)) return lineOf(block, [])
  if (block.type !== 'table') return block
  const rows = block.children.map((row, r) => ({
    ...row,
    children: row.children.map((cell, c) => ({
      ...cell,
      children: cell.children.map((line, p) => lineOf(line, [r, c, p])),
    })),
  }))
  return { ...block, children: rows }
}

function withHome(children: Inline[], { id, start, end, point }: CommentHome): Inline[] {
  let at = 0
  const parts = children.flatMap((child): Inline[] => {
    const from = at
    at += isTextLeaf(child) ? child.text.length : 1
    if (!isTextLeaf(child) || at <= start || from >= end) return [child]
    const [a, b] = [Math.max(0, start - from), Math.min(child.text.length, end - from)]
    const part = (text: string): TextLeaf[] => (text === '' ? [] : [{ ...child, text }])
    const inside = part(child.text.slice(a, b)).map((leaf) => withComment(leaf, id, point))
    return [...part(child.text.slice(0, a)), ...inside, ...part(child.text.slice(b))]
  })
  return tidyInlines(parts)
}
