import { Editor, Node, Path, Range, Text, type Point } from 'slate'
import { isDeletedBlock as isDeleted, isDeletedInline as isDead } from '../../../shared/report/deleted.ts'
import type { Block, LineBlock } from '../../../shared/report/schema.ts'
import { isBlockType, isInlineVoid, isLine, isRow } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'

/** Places of the final text among words that are only still shown: what is deleted is passed over. */

export function isLiveBefore(line: LineBlock, path: Path, point: Point): boolean {
  const index = point.path[path.length] ?? 0
  const own = line.children[index]
  return (
    line.children.slice(0, index).some((child) => !isDead(child)) ||
    (own !== undefined && Text.isText(own) && !own.del && point.offset > 0)
  )
}

export function isLiveAfter(line: LineBlock, path: Path, point: Point): boolean {
  const index = point.path[path.length] ?? 0
  const own = line.children[index]
  return (
    line.children.slice(index + 1).some((child) => !isDead(child)) ||
    (own !== undefined && (Text.isText(own) ? !own.del && point.offset < own.text.length : !own.del))
  )
}

/** Paths of the first and the last line whose words make one line of the final text, because the ends between are deleted. */
export function finalLine(editor: ReportEditor, path: Path): { first: Path; last: Path } {
  return { first: lineJoined(editor, path, -1), last: lineJoined(editor, path, 1) }
}

function lineJoined(editor: ReportEditor, path: Path, step: 1 | -1): Path {
  const container = Path.parent(path)
  const siblings = (Node.get(editor, container) as { children: Node[] }).children
  let index = path.at(-1) ?? 0
  for (let at = index + step; at >= 0 && at < siblings.length; at += step) {
    const [node, above] = [siblings[at], siblings[step > 0 ? index : at]]
    if (!node || !isLine(node)) {
      if (node && isDeletedBlock(node)) continue
      break
    }
    if (!above || !isLine(above) || !above.mark?.del) break
    index = at
  }
  return [...container, index]
}

/** No word of the final text stands before (`-1`) or behind the point in its final line. */
export function isAtEdge(editor: ReportEditor, point: Point, path: Path, step: 1 | -1): boolean {
  const line = Node.get(editor, path) as LineBlock
  if (step < 0 ? isLiveBefore(line, path, point) : isLiveAfter(line, path, point)) return false
  const { first, last } = finalLine(editor, path)
  const siblings = (Node.get(editor, Path.parent(path)) as { children: Node[] }).children
  const own = path.at(-1) ?? 0
  const beside = step < 0 ? siblings.slice(first.at(-1), own) : siblings.slice(own + 1, (last.at(-1) ?? 0) + 1)
  return beside.every((node) => !isLine(node) || node.children.every(isDead))
}

/** Words of the final text between the start of a line and a point in it. */
export function liveTextBefore(editor: ReportEditor, point: Point): string | undefined {
  const line = lineAt(editor, point)
  if (!line) return undefined
  const [{ children }, path] = line
  const index = point.path[path.length] ?? 0
  return children
    .slice(0, index + 1)
    .map((child, at) =>
      child.del || !Text.isText(child) ? '' : at === index ? child.text.slice(0, point.offset) : child.text,
    )
    .join('')
}

export function lineAt(editor: ReportEditor, at: Point | Path): [LineBlock, Path] | undefined {
  return Editor.above(editor, { at, match: isLine })
}

/** The block that holds a point: a line, or a page break and the like. */
function blockAt(editor: ReportEditor, point: Point): [Node, Path] | undefined {
  return Editor.above(editor, {
    at: point,
    match: (node) => Node.isElement(node) && (isLine(node) || (Editor.isVoid(editor, node) && !isInlineVoid(node))),
    voids: true,
  })
}

interface Step {
  reverse: boolean
  unit: 'character' | 'word' | 'line' | 'block'
  distance: number
}

/**
 * Where `distance` units that are not deleted end. Undefined where none is left, and at the border of a cell or table,
 * which a deletion never crosses.
 */
export function stepLive(editor: ReportEditor, from: Point, { reverse, unit, distance }: Step): Point | undefined {
  let at = from
  for (let left = distance; left > 0; left--) {
    const target = oneLive(editor, at, reverse, unit)
    if (!target) return left < distance ? at : undefined
    at = target
  }
  return at
}

function oneLive(editor: ReportEditor, from: Point, reverse: boolean, unit: Step['unit']): Point | undefined {
  const container = containerOf(editor, from)
  for (let at = from; ;) {
    const target = reverse ? Editor.before(editor, at, { unit }) : Editor.after(editor, at, { unit })
    if (!target || !container) return undefined
    const crosses = containerOf(editor, target)?.join() !== container.join()
    if (crosses && !isInDeletedRow(editor, target)) return undefined
    if (!crosses && !isInDeletedObject(editor, target) && holdsLive(editor, { anchor: from, focus: target }))
      return target
    at = target
  }
}

function isInBlockObject(editor: ReportEditor, point: Point): boolean {
  const block = blockAt(editor, point)
  return block !== undefined && !isLine(block[0])
}

function isInDeletedObject(editor: ReportEditor, point: Point): boolean {
  const block = blockAt(editor, point)
  return block !== undefined && !isLine(block[0]) && isDeletedBlock(block[0])
}

function isInDeletedRow(editor: ReportEditor, point: Point): boolean {
  return Editor.above(editor, { at: point, match: (node) => isRow(node) && node.del !== undefined }) !== undefined
}

function containerOf(editor: ReportEditor, point: Point): Path | undefined {
  const block = blockAt(editor, point)
  return block && Path.parent(block[1])
}

/** A range holds words, an object or the end of a line that is not deleted. */
function holdsLive(editor: ReportEditor, range: Range): boolean {
  const [start, end] = Range.edges(range)
  const lines = [...Editor.nodes(editor, { at: range, match: isLine })].slice(
    0,
    isInBlockObject(editor, end) ? undefined : -1,
  )
  if (lines.some(([line]) => !line.mark?.del)) return true
  for (const [node, path] of Editor.nodes(editor, { at: range, match: isUnit(editor), mode: 'lowest' })) {
    if ('del' in node) continue
    if (!Text.isText(node)) return true
    const part = Range.intersection({ anchor: start, focus: end }, Editor.range(editor, path))
    if (part && !Range.isCollapsed(part)) return true
  }
  return false
}

const isUnit =
  (editor: ReportEditor) =>
  (node: Node): boolean =>
    Text.isText(node) || (Node.isElement(node) && Editor.isVoid(editor, node))

/** Behind the words that are deleted around a point; a point before them stays where it is. */
export function behindDeleted(editor: ReportEditor, point: Point): Point {
  const leaf = Node.get(editor, point.path)
  if (!Text.isText(leaf) || !leaf.del || point.offset === 0) return point
  const line = Node.get(editor, Path.parent(point.path))
  if (!isLine(line)) return point
  let index = point.path.at(-1) ?? 0
  while (line.children[index + 1]?.del) index++
  const next = line.children[index + 1]
  const path = [...Path.parent(point.path), index]
  if (next && Text.isText(next)) return { path: Path.next(path), offset: 0 }
  return Editor.end(editor, path)
}

export function isDeletedBlock(node: Node): boolean {
  return Node.isElement(node) && isBlockType(node.type) && isDeleted(node as Block)
}
