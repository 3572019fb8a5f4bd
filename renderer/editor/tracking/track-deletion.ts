import { Editor, Node, Path, Range, Text, Transforms, type NodeEntry } from 'slate'
import type { LineBlock, Pending, Revision, TextLeaf } from '../../../shared/report/schema.ts'
import { isInlineVoid, isLine, isRow, isTable } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'
import { isSame, lineFormat } from './formats.ts'
import { isDeletedBlock } from './live.ts'
import { isMine, revisionOf, untracked, type Tracking } from './tracking.ts'

/** Which line lends its properties to the two that become one. */
type Surviving = 'first' | 'following'

interface Deleting {
  editor: ReportEditor
  tracking: Tracking
  /** The revision of this deletion. */
  revision: () => Revision
}

/** Own insertions in the range really go; everything else that is not deleted yet is marked, ends of lines included. */
export function deleteTracked(editor: ReportEditor, tracking: Tracking, range: Range): void {
  const deleting = { editor, tracking, revision: revisionOf(tracking, deletionsBeside(editor, range)) }
  Editor.withoutNormalizing(editor, () =>
    untracked(editor, () => {
      const ends = lineEndsIn(editor, range).map((path) => Editor.pathRef(editor, path))
      for (const entry of partsIn(editor, range).reverse()) deletePart(deleting, entry, range)
      for (const ref of ends.reverse()) {
        const path = ref.unref()
        if (path) deleteLineEnd(deleting, path, 'first')
      }
    }),
  )
}

/** Removes nodes as commands ask for them: lines, tables, rows, objects. */
export function removeTracked(editor: ReportEditor, tracking: Tracking, entries: readonly NodeEntry[]): void {
  const deleting = { editor, tracking, revision: revisionOf(tracking, []) }
  Editor.withoutNormalizing(editor, () =>
    untracked(editor, () => {
      for (const ref of entries.map(([, path]) => Editor.pathRef(editor, path))) {
        const path = ref.unref()
        if (path) removeNode(deleting, path)
      }
    }),
  )
}

function removeNode(deleting: Deleting, path: Path): void {
  const { editor } = deleting
  const node = Node.get(editor, path)
  if (isLine(node)) removeLine(deleting, path)
  else if (isTable(node))
    node.children.forEach((_, row) => deleteRowAt(deleting, [...path, node.children.length - 1 - row]))
  else if (isRow(node)) deleteRowAt(deleting, path)
  else if (Text.isText(node) || isObject(editor, node)) deleteWhole(deleting, [node, path])
  else Transforms.removeNodes(editor, { at: path })
}

/** Texts, objects and table rows that lie in a range. */
function partsIn(editor: ReportEditor, range: Range): NodeEntry[] {
  const [start, end] = Range.edges(range)
  const isWhole = (path: Path): boolean => !Path.isAncestor(path, start.path) && !Path.isAncestor(path, end.path)
  const entries = Editor.nodes(editor, {
    at: range,
    match: (node, path) => Text.isText(node) || isObject(editor, node) || (isRow(node) && isWhole(path)),
  })
  return [...entries]
}

function isObject(editor: ReportEditor, node: Node): boolean {
  return Node.isElement(node) && Editor.isVoid(editor, node)
}

function deletePart(deleting: Deleting, [node, path]: NodeEntry, range: Range): void {
  if (isRow(node)) deleteRowAt(deleting, path)
  else if (!Text.isText(node)) deleteWhole(deleting, [node, path])
  else {
    const part = Range.intersection(range, Editor.range(deleting.editor, path))
    if (part) deleteWords(deleting, node, part)
  }
}

function deleteWords({ editor, tracking, revision }: Deleting, leaf: TextLeaf, at: Range): void {
  if (leaf.del || Range.isCollapsed(at)) return
  if (isMine(tracking, leaf.ins)) Transforms.delete(editor, { at, hanging: true })
  else
    Transforms.setNodes<TextLeaf>(editor, { del: revision() }, { at, match: Text.isText, split: true, hanging: true })
}

function deleteWhole(deleting: Deleting, [node, path]: NodeEntry): void {
  const { editor, tracking, revision } = deleting
  const { ins, del } = node as Pending
  if (del) return
  if (Text.isText(node)) deleteWords(deleting, node, Editor.range(editor, path))
  else if (isMine(tracking, ins)) Transforms.removeNodes(editor, { at: path })
  else Transforms.setNodes(editor, { del: revision() }, { at: path })
}

/** As Word does it: the row, its words and the ends of its lines. */
function deleteRowAt(deleting: Deleting, path: Path): void {
  const { editor, tracking, revision } = deleting
  const row = Node.get(editor, path)
  if (!isRow(row) || row.del) return
  if (isMine(tracking, row.ins)) {
    Transforms.removeNodes(editor, { at: path })
    return
  }
  const parts = [...Editor.nodes(editor, { at: path, match: (node) => Text.isText(node) || isObject(editor, node) })]
  for (const entry of parts.reverse()) deleteWhole(deleting, entry)
  for (const [line, at] of Editor.nodes(editor, { at: path, match: isLine }))
    if (!line.mark?.del) setMark(editor, at, { ...line.mark, del: revision() })
  Transforms.setNodes(editor, { del: revision() }, { at: path })
}

/** Lines whose end lies in a range: all but the last that it touches, in the same body or cell. */
function lineEndsIn(editor: ReportEditor, range: Range): Path[] {
  const lines = [...Editor.nodes(editor, { at: range, match: isLine })].map(([, path]) => path)
  const last = lines.at(-1)
  if (!last) return []
  const container = Path.parent(last)
  return lines.slice(0, -1).filter((path) => Path.equals(Path.parent(path), container))
}

/**
 * Marks the end of a line as deleted; the end that I made myself goes with the line. In front of a table that stays
 * nothing can be joined.
 */
function deleteLineEnd({ editor, tracking, revision }: Deleting, path: Path, surviving: Surviving): void {
  const line = Node.get(editor, path)
  if (!isLine(line) || line.mark?.del) return
  const next = Path.next(path)
  const joins = Node.has(editor, next) && isLine(Node.get(editor, next))
  const mine = isMine(tracking, line.mark?.ins)
  if (mine && joins) joinWithNext(editor, tracking, path, surviving)
  else if (mine && isEmptied(line) && Node.has(editor, next)) Transforms.removeNodes(editor, { at: path })
  else setMark(editor, path, { ...line.mark, del: revision() })
}

/**
 * Takes back an end that I made. The line that follows keeps its properties (ECMA-376 17.13.5.20), unless it only differs
 * by what I changed since: then both halves are again what the whole line was.
 */
export function joinWithNext(editor: ReportEditor, tracking: Tracking, path: Path, surviving: Surviving): void {
  const at = Path.next(path)
  const line = Node.get(editor, path) as LineBlock
  const next = Node.get(editor, at) as LineBlock
  const { pFmt } = next
  const restored =
    surviving === 'first' && pFmt !== undefined && isMine(tracking, pFmt.rev) && isSame(pFmt.prev, lineFormat(line))
  const { children, ...properties } = next
  editor.apply({ type: 'merge_node', path: at, position: line.children.length, properties })
  if (children.length > 0 && !restored) takeProperties(editor, path, next)
  setMark(editor, path, next.mark ?? {})
}

/** Makes a line what another is, but for its words and its end. */
function takeProperties(editor: ReportEditor, path: Path, from: LineBlock): void {
  const line = Node.get(editor, path) as LineBlock
  const { children: _, mark: __, ...wanted } = from
  const gone = Object.keys(line).filter((key) => key !== 'children' && key !== 'mark' && !(key in wanted))
  if (gone.length > 0) Transforms.unsetNodes(editor, gone, { at: path })
  Transforms.setNodes(editor, wanted, {
    at: path,
    compare: (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b),
  })
}

/** A whole line, be it the last of its body or cell: then the end before it is the one that goes. */
function removeLine(deleting: Deleting, path: Path): void {
  const { editor } = deleting
  const line = Node.get(editor, path) as LineBlock
  const parts = line.children.map((node, index): NodeEntry => [node, [...path, index]])
  for (const entry of parts.reverse()) deleteWhole(deleting, entry)
  if (Node.has(editor, Path.next(path))) deleteLineEnd(deleting, path, 'following')
  else removeLastLine(deleting, path)
}

function removeLastLine({ editor, tracking, revision }: Deleting, path: Path): void {
  const before = lastEndBefore(editor, path)
  if (!before) return
  const previous = Node.get(editor, before) as LineBlock
  const line = Node.get(editor, path) as LineBlock
  if (isMine(tracking, previous.mark?.ins)) {
    if (Path.equals(Path.next(before), path)) joinKeeping(editor, before)
    return
  }
  setMark(editor, before, { ...previous.mark, del: revision() })
  const prev = line.pFmt?.prev ?? lineFormat(line)
  const wanted = { ...lineFormat(previous), children: line.children } as LineBlock
  takeProperties(
    editor,
    path,
    isSame(prev, lineFormat(previous)) ? wanted : { ...wanted, pFmt: { rev: revision(), prev } },
  )
}

/** The line before one whose end is not deleted yet. */
function lastEndBefore(editor: ReportEditor, path: Path): Path | undefined {
  for (let at = path; Path.hasPrevious(at);) {
    at = Path.previous(at)
    const node = Node.get(editor, at)
    if (isLine(node) ? !node.mark?.del : !isDeletedBlock(node)) return isLine(node) ? at : undefined
  }
  return undefined
}

/** The line after goes into this one, which stays what it is. */
function joinKeeping(editor: ReportEditor, path: Path): void {
  const at = Path.next(path)
  const { children: _, ...properties } = Node.get(editor, at) as LineBlock
  const position = (Node.get(editor, path) as LineBlock).children.length
  editor.apply({ type: 'merge_node', path: at, position, properties })
  setMark(editor, path, properties.mark ?? {})
}

/** Sets the end of a line; nothing pending on it: the line has none. */
export function setMark(editor: ReportEditor, path: Path, mark: NonNullable<LineBlock['mark']>): void {
  const line = Node.get(editor, path)
  if (!isLine(line)) return
  const plain = Object.keys(mark).length === 0
  if (plain && line.mark) Transforms.unsetNodes(editor, 'mark', { at: path })
  else if (!plain) Transforms.setNodes<LineBlock>(editor, { mark }, { at: path })
}

const isEmptied = (line: LineBlock): boolean => line.children.every((child) => Text.isText(child) && child.text === '')

/** Deletions that end where a range begins or begin where it ends, in the line or at its end. */
function deletionsBeside(editor: ReportEditor, range: Range): (Revision | undefined)[] {
  const [start, end] = Range.edges(range)
  return [besideStart(editor, start.path, start.offset), besideEnd(editor, end.path, end.offset)].flat()
}

function besideStart(editor: ReportEditor, path: Path, offset: number): (Revision | undefined)[] {
  const leaf = Node.get(editor, path) as TextLeaf
  if (offset > 0) return [leaf.del]
  if (Path.hasPrevious(path)) return [leaf.del, delOf(Node.get(editor, Path.previous(path)))]
  const line = Path.parent(path)
  const before = Path.hasPrevious(line) ? Node.get(editor, Path.previous(line)) : undefined
  return [leaf.del, before && isLine(before) ? before.mark?.del : undefined]
}

function besideEnd(editor: ReportEditor, path: Path, offset: number): (Revision | undefined)[] {
  const leaf = Node.get(editor, path) as TextLeaf
  if (offset < leaf.text.length) return [leaf.del]
  const next = Path.next(path)
  if (Node.has(editor, next)) return [leaf.del, delOf(Node.get(editor, next))]
  const line = Node.get(editor, Path.parent(path))
  return [leaf.del, isLine(line) ? line.mark?.del : undefined]
}

const delOf = (node: Node): Revision | undefined => (Text.isText(node) || isInlineVoid(node) ? node.del : undefined)
