import { plainText, type PlainLine } from './plain-text.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline } from './schema.ts'

/** Words written beside a stretch of the plain text; offsets are those of `plainText(body)`. */
export interface TextComment {
  start: number
  end: number
  paragraphs: string[]
}

/** A body whose leaves name the comments that stand on them. */
export interface CommentedBody {
  body: Block[]
  /** Comments that begin in a printed number, which is no text of the model, and whether they end there. */
  labels: ReadonlyMap<string, 'begins' | 'within'>
  /** Comments on blocks without leaves: words of a block that is kept as it was. */
  blocks: ReadonlyMap<Block, readonly string[]>
}

/**
 * Marks what each comment stands on; the comment at `index` is `commentId(index)`. Marks of other comments are taken away,
 * and the text stays as it is. A comment on nothing that is printed moves to the next words, at the end to the last.
 */
export function commentedBody(body: readonly Block[], comments: readonly TextComment[]): CommentedBody {
  const { lines } = plainText(body)
  const stretches = new Map<string, Stretch[]>()
  const labels = new Map<string, 'begins' | 'within'>()
  const blocks = new Map<Block, string[]>()
  comments.forEach((comment, index) => {
    const id = commentId(index)
    for (const { line, ...stretch } of placesOf(comment, lines, body)) {
      if (stretch.label) labels.set(id, stretch.label)
      const block = body[line.path[0] ?? 0]
      if (block?.type === 'opaque') blocks.set(block, [...(blocks.get(block) ?? []), id])
      else pushTo(stretches, line.path.join(), { id, start: stretch.start, end: stretch.end })
    }
  })
  return { body: body.map((block, index) => markedBlock(block, index, stretches)), labels, blocks }
}

export function commentId(index: number): string {
  return `comment-${index}`
}

/** A part of a line's own text, without its printed number. */
interface Stretch {
  id: string
  start: number
  end: number
}

interface Place {
  line: PlainLine
  start: number
  end: number
  label?: 'begins' | 'within'
}

function placesOf({ start, end }: TextComment, lines: readonly PlainLine[], body: readonly Block[]): Place[] {
  const own = lines.filter((line) => hasWords(line, body))
  const touched = own.filter((line) => start < line.end && Math.max(end, start + 1) > line.start)
  const first = touched[0]
  if (!first) {
    const next = own.find((line) => line.start >= start)
    const line = next ?? own.at(-1)
    if (!line) return []
    const length = line.end - line.start - line.labelLength
    return [{ line, ...(next ? { start: 0, end: 1 } : { start: length - 1, end: length }) }]
  }
  // A range may not leave its table cell: Word joins its ends over whatever lies between them.
  const usable = touched.some(({ type }) => type === 'table-cell') ? [first] : touched
  return usable.map((line) => placeIn(line, start, end, line === first))
}

function placeIn(line: PlainLine, start: number, end: number, isFirst: boolean): Place {
  const from = line.start + line.labelLength
  const place = { line, start: Math.max(0, start - from), end: Math.max(1, Math.min(end, line.end) - from) }
  if (!isFirst || start >= from || line.labelLength === 0)
    return { ...place, end: Math.max(place.start + 1, place.end) }
  return { ...place, label: end <= from ? 'within' : 'begins' }
}

/** Lines without words are not printed. */
function hasWords({ start, end, labelLength, path }: PlainLine, body: readonly Block[]): boolean {
  if (end - start <= labelLength) return false
  const block = body[path[0] ?? 0]
  if (!block || !isLineBlock(block)) return true
  return block.children.some((child) => isTextLeaf(child) && !child.del && child.text.trim() !== '')
}

function pushTo(map: Map<string, Stretch[]>, key: string, stretch: Stretch): void {
  const list = map.get(key)
  if (list) list.push(stretch)
  else map.set(key, [stretch])
}

function markedBlock(block: Block, index: number, stretches: ReadonlyMap<string, readonly Stretch[]>): Block {
  const lineOf = <Line extends { children: Inline[] }>(line: Line, path: readonly number[]): Line => ({
    ...line,
    children: markedInlines(line.children, stretches.get(path.join()) ?? []),
  })
  if (isLineBlock(block)) return lineOf(block, [index])
  if (block.type !== 'table') return block
  const rows = block.children.map((row, r) => ({
    ...row,
    children: row.children.map((cell, c) => ({
      ...cell,
      children: cell.children.map((paragraph, p) => lineOf(paragraph, [index, r, c, p])),
    })),
  }))
  return { ...block, children: rows }
}

function markedInlines(children: readonly Inline[], stretches: readonly Stretch[]): Inline[] {
  const cuts = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  let at = 0
  const marked = children.flatMap((child): Inline[] => {
    if (!isTextLeaf(child)) {
      at++
      return [child]
    }
    const { comments: _, points: __, ...leaf } = child
    if (leaf.del) return [leaf]
    const start = at
    at += leaf.text.length
    const inside = cuts.filter((cut) => cut > start && cut < at)
    const edges = [start, ...inside, at]
    return edges.slice(1).map((edge, index) => {
      const from = edges[index] ?? start
      const ids = stretches.filter((stretch) => stretch.start < edge && stretch.end > from).map(({ id }) => id)
      const text = leaf.text.slice(from - start, edge - start)
      return ids.length > 0 ? { ...leaf, text, comments: ids } : { ...leaf, text }
    })
  })
  return withStrayComments(marked, stretches)
}

/** A comment on a note's mark alone has no leaf to stand on: it takes the line's first words. */
function withStrayComments(children: Inline[], stretches: readonly Stretch[]): Inline[] {
  const placed = new Set(children.flatMap((child) => (isTextLeaf(child) ? (child.comments ?? []) : [])))
  const stray = [...new Set(stretches.map(({ id }) => id))].filter((id) => !placed.has(id))
  const first = children.find((child) => isTextLeaf(child) && !child.del && child.text.trim() !== '')
  if (stray.length === 0) return children
  return children.map((child) =>
    child === first && isTextLeaf(child) ? { ...child, comments: [...(child.comments ?? []), ...stray] } : child,
  )
}
