import { Editor, Node, Path, Point, Range, Text, Transforms } from 'slate'
import { decide } from '../../../shared/revisions/decide.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Inline,
  type LineBlock,
  type Revision,
  type TableRow,
  type TextLeaf,
} from '../../../shared/report/schema.ts'
import { isInlineVoid, isLine, isTable } from '../nodes.ts'
import type { ReportElement, ReportEditor } from '../slate-types.ts'
import { isSame, lineFormat, looksOf } from './formats.ts'
import { behindDeleted } from './live.ts'
import { setMark } from './track-deletion.ts'
import { isGoingOn, revisionOf, untracked, type Tracking } from './tracking.ts'

/**
 * Puts words at a point: into the insertion that they go on with, else as a leaf of their own, so that neither a deletion
 * nor somebody else's insertion takes them in. `looks` undefined: as the words around look.
 */
export function insertWords(editor: ReportEditor, text: string, point: Point, looks?: Partial<TextLeaf>): void {
  const { selection, tracking } = editor
  const isCaret = selection !== null && Range.isCollapsed(selection) && Point.equals(selection.anchor, point)
  Editor.withoutNormalizing(editor, () =>
    untracked(editor, () => {
      const at = putWords(editor, tracking, text, behindDeleted(editor, point), looks)
      if (isCaret) Transforms.select(editor, { path: at.path, offset: at.offset + text.length })
    }),
  )
}

/** Where the words begin in the leaf that has them. */
function putWords(
  editor: ReportEditor,
  tracking: Tracking | null,
  text: string,
  point: Point,
  given: Partial<TextLeaf> | undefined,
): Point {
  const leaf = Node.get(editor, point.path) as TextLeaf
  const inside = point.offset > 0 && point.offset < leaf.text.length
  const looks = looksOf(given ?? (inside ? leaf : beside(leaf)))
  const places = placesAt(editor, point)
  const comments = inside ? (leaf.comments ?? []) : commentsBetween(places, point)
  const goesOn = places.find(
    ([place]) => takesIn(tracking, place) && isSame(looksOf(place), looks) && isSame(place.comments ?? [], comments),
  )
  if (goesOn) return insertInto(editor, text, goesOn[1])
  const ins =
    tracking &&
    revisionOf(
      tracking,
      places.map(([place]) => place.ins),
    )()
  return insertLeaf(editor, text, point, { ...looks, ...(ins && { ins }), ...(comments.length > 0 && { comments }) })
}

/** What is written at the edge of a comment does not belong to it; between two of its leaves it does. */
function commentsBetween(places: readonly [TextLeaf, Point][], point: Point): string[] {
  const [own, other] = places.map(([leaf]) => (leaf.points ? [] : (leaf.comments ?? [])))
  const alone = places.length < 2 || places[0]?.[1] !== point
  return alone || !own || !other ? [] : own.filter((id) => other.includes(id))
}

/** Words typed here would be taken in by a leaf whose comments are not theirs. */
export function isAtCommentEdge(editor: ReportEditor, point: Point): boolean {
  const leaf = Node.get(editor, point.path)
  if (!Text.isText(leaf) || leaf.text === '' || (point.offset > 0 && point.offset < leaf.text.length)) return false
  return !isSame(leaf.comments ?? [], commentsBetween(placesAt(editor, point), point))
}

/** Beside a field or a bound figure nothing belongs to it. */
function beside({ field: _, indicator: __, ...rest }: TextLeaf): Partial<TextLeaf> {
  return rest
}

/** The leaf of a point and the one that it touches. */
function placesAt(editor: ReportEditor, point: Point): [TextLeaf, Point][] {
  const leaf = Node.get(editor, point.path) as TextLeaf
  const places: [TextLeaf, Point][] = [[leaf, point]]
  if (point.offset === 0 && Path.hasPrevious(point.path)) {
    const path = Path.previous(point.path)
    const before = Node.get(editor, path)
    if (Text.isText(before)) places.push([before, { path, offset: before.text.length }])
  }
  const path = Path.next(point.path)
  if (point.offset === leaf.text.length && Node.has(editor, path)) {
    const after = Node.get(editor, path)
    if (Text.isText(after)) places.push([after, { path, offset: 0 }])
  }
  return places
}

function takesIn(tracking: Tracking | null, leaf: TextLeaf): boolean {
  if (leaf.del) return false
  return tracking ? isGoingOn(tracking, leaf.ins) && leaf.text !== '' : !leaf.ins
}

function insertInto(editor: ReportEditor, text: string, { path, offset }: Point): Point {
  editor.apply({ type: 'insert_text', path, offset, text })
  return { path, offset }
}

/** The words come last, so that the next key goes on with the same step of undo. */
function insertLeaf(editor: ReportEditor, text: string, { path, offset }: Point, wanted: Partial<TextLeaf>): Point {
  const leaf = Node.get(editor, path) as TextLeaf
  if (leaf.text === '') {
    const gone = Object.keys(leaf).filter((key) => key !== 'text' && !(key in wanted))
    if (gone.length > 0) Transforms.unsetNodes(editor, gone, { at: path })
    Transforms.setNodes<TextLeaf>(editor, wanted, { at: path })
    return insertInto(editor, text, { path, offset: 0 })
  }
  const { text: _, ...properties } = leaf
  const inside = offset > 0 && offset < leaf.text.length
  if (inside) editor.apply({ type: 'split_node', path, position: offset, properties })
  const at = offset === 0 ? path : Path.next(path)
  editor.apply({ type: 'insert_node', path: at, node: { ...wanted, text: '' } })
  return insertInto(editor, text, { path: at, offset: 0 })
}

/** The revision of what is inserted at a point: one beside it that goes on, or a new one. */
export function insertionAt(editor: ReportEditor, tracking: Tracking, point: Point | undefined): () => Revision {
  const leaf = point && Node.get(editor, point.path)
  if (!point || !leaf || !Text.isText(leaf)) return revisionOf(tracking, [])
  return revisionOf(
    tracking,
    placesAt(editor, point).map(([place]) => place.ins),
  )
}

/** Words and objects, none of the revisions that they had elsewhere; of their comments those that come along. */
export function insertedInline<Item extends Inline>(inline: Item, ins: Revision): Item {
  const { ins: _, del: __, ...rest } = inline
  if (!isTextLeaf(inline)) return { ...rest, ins } as unknown as Item
  const { text, comments } = inline
  return { ...looksOf(inline), text, ...(text !== '' && { ins }), ...(comments && { comments }) } as unknown as Item
}

/** Blocks as they would be printed: what was deleted in them is not inserted again. `homeless`: comments that are points. */
export function settledBlocks(blocks: readonly Block[], homeless: ReadonlySet<string>): Block[] {
  const settled = <Line extends LineBlock>(line: Line): Line => withHomeless(line, homeless)
  return decide(blocks, 'accept', 'all').map((block) => {
    if (isLineBlock(block)) return settled(block)
    if (block.type !== 'table') return block
    const children = block.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({ ...cell, children: cell.children.map(settled) })),
    }))
    return { ...block, children }
  })
}

/** Comments stay where they are, but for those that have lost their words: cut out, and now put back here. */
function withHomeless<Line extends LineBlock>(line: Line, homeless: ReadonlySet<string>): Line {
  if (!line.children.some((child) => isTextLeaf(child) && child.comments)) return line
  const children = line.children.map((child) => {
    if (!isTextLeaf(child) || !child.comments) return child
    const { comments, points = [], ...rest } = child
    const own = comments.filter((id) => homeless.has(id) && !points.includes(id))
    return own.length > 0 ? { ...rest, comments: own } : rest
  })
  return { ...line, children }
}

/**
 * Inserts blocks at a path. A line brings its end along; at the end of a body or cell, where an end is never pending, the
 * line before it gets it, and the last line remembers what that one was.
 */
export function insertBlocksTracked(
  editor: ReportEditor,
  tracking: Tracking,
  blocks: readonly ReportElement[],
  at: Path,
  insert: (blocks: ReportElement[]) => void,
): void {
  const revision = revisionOf(tracking, [])()
  Editor.withoutNormalizing(editor, () =>
    untracked(editor, () => {
      insert(blocks.map((block) => insertedBlock(block, revision)))
      const last = [...at.slice(0, -1), (at.at(-1) ?? 0) + blocks.length - 1]
      if (isLine(Node.get(editor, last)) && !Node.has(editor, Path.next(last))) closeContainer(editor, last, revision)
    }),
  )
}

function insertedBlock(block: ReportElement, ins: Revision): ReportElement {
  if (isLineBlock(block)) return { ...insertedLine(block, ins), mark: { ins } }
  if (block.type === 'table') return { ...block, children: block.children.map((row) => insertedRow(row, ins)) }
  if (block.type === 'table-row') return insertedRow(block, ins)
  if (block.type === 'table-cell') return block
  return { ...block, ins }
}

function insertedRow(row: TableRow, ins: Revision): TableRow {
  const children = row.children.map((cell) => ({
    ...cell,
    children: cell.children.map((line) => insertedLine(line, ins)),
  }))
  return { ...row, ins, children }
}

function insertedLine<Line extends LineBlock>(line: Line, ins: Revision): Line {
  return { ...line, children: line.children.map((child) => insertedInline(child, ins)) }
}

function closeContainer(editor: ReportEditor, last: Path, ins: Revision): void {
  const before = lineBeforeInserted(editor, last)
  setMark(editor, last, {})
  if (!before) return
  const [previous, path] = before
  setMark(editor, path, { ...previous.mark, ins })
  const prev = previous.pFmt?.prev ?? lineFormat(previous)
  if (!isSame(prev, lineFormat(Node.get(editor, last) as LineBlock)))
    Transforms.setNodes<LineBlock>(editor, { pFmt: { rev: ins, prev } }, { at: last })
}

/** The line that was the last before blocks were inserted behind it. */
function lineBeforeInserted(editor: ReportEditor, last: Path): [LineBlock, Path] | undefined {
  for (let path = last; Path.hasPrevious(path);) {
    path = Path.previous(path)
    const node = Node.get(editor, path)
    if (isLine(node)) {
      if (node.mark?.ins === undefined) return [node, path]
    } else if (!isInsertedBlock(node)) return undefined
  }
  return undefined
}

function isInsertedBlock(node: Node): boolean {
  if (isTable(node)) return node.children.every((row) => row.ins)
  return 'ins' in node
}

export const isInline = (node: Node): node is Inline =>
  Text.isText(node) || (Node.isElement(node) && isInlineVoid(node))
