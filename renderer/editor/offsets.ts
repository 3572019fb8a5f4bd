import { Node, Text, type Descendant, type Path, type Point, type Range } from 'slate'
import type { PlainLine, PlainText } from '../../shared/report/plain-text.ts'
import type { Inline } from '../../shared/report/schema.ts'

/**
 * Conversion between offsets of the plain text view and points of the editor. A printed number (一、) and the words of an
 * opaque block are no text of the value: an offset in them is the start of the block. Deleted text has no offset.
 */

/** Point of a plain text offset; where two leaves meet, `forward` is the start of the second. */
export function pointAt(
  body: readonly Descendant[],
  plain: PlainText,
  offset: number,
  lean: 'forward' | 'backward' = 'backward',
): Point | undefined {
  const line = lineAt(plain, offset)
  if (!line) return undefined
  return pointInLine(body, line.path, offset - line.start - line.labelLength, lean)
}

/** Range of `[start, end)`; a stretch inside a printed number is a collapsed range at the start of its block. */
export function rangeAt(body: readonly Descendant[], plain: PlainText, start: number, end: number): Range | undefined {
  const anchor = pointAt(body, plain, start, 'forward')
  const focus = pointAt(body, plain, Math.max(start, end), 'backward')
  return anchor && focus && { anchor, focus }
}

/** Plain text offset of a point; undefined where the value has nothing there. */
export function offsetOf(body: readonly Descendant[], plain: PlainText, point: Point): number | undefined {
  const line = plain.lines.find(({ path }) => path.every((index, depth) => point.path[depth] === index))
  if (!line) return undefined
  const length = line.end - line.start - line.labelLength
  return line.start + line.labelLength + Math.min(length, offsetInLine(body, line.path, point))
}

/** The line that holds an offset; its line feed belongs to it. */
export function lineAt(plain: PlainText, offset: number): PlainLine | undefined {
  return plain.lines[lineIndexAt(plain, offset)]
}

export function lineIndexAt(plain: PlainText, offset: number): number {
  let low = 0
  let high = plain.lines.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((plain.lines[middle]?.end ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function pointInLine(
  body: readonly Descendant[],
  path: Path,
  offset: number,
  lean: 'forward' | 'backward',
): Point | undefined {
  const children = childrenAt(body, path)
  let rest = Math.max(0, offset)
  let last: Point | undefined
  for (const [index, child] of children.entries()) {
    const length = visibleLength(child)
    const at = [...path, index]
    if (Text.isText(child)) {
      if (child.del) continue
      last = { path: at, offset: Math.min(rest, length) }
      if (rest < length || (rest === length && (lean === 'backward' || length === 0))) return last
    }
    rest -= length
    if (rest < 0) return last ?? { path: [...at, 0], offset: 0 }
  }
  return last ?? (children.length > 0 ? { path: [...path, 0], offset: 0 } : undefined)
}

function offsetInLine(body: readonly Descendant[], path: Path, point: Point): number {
  const children = childrenAt(body, path)
  const leaf = point.path[path.length] ?? 0
  let offset = 0
  for (const child of children.slice(0, leaf)) offset += visibleLength(child)
  const child = children[leaf]
  return child && Text.isText(child) && !child.del ? offset + point.offset : offset
}

/** What is deleted counts nothing, a void one object character. */
function visibleLength(child: Inline): number {
  if (child.del) return 0
  return Text.isText(child) ? child.text.length : 1
}

function childrenAt(body: readonly Descendant[], path: Path): readonly Inline[] {
  let node: Descendant | undefined = body[path[0] ?? 0]
  for (const index of path.slice(1)) node = node && Node.isElement(node) ? node.children[index] : undefined
  return node && Node.isElement(node) ? (node.children as readonly Inline[]) : []
}
