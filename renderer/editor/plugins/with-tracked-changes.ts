import { Editor, Node, Path, Point, Range, Text, Transforms, type NodeEntry } from 'slate'
import type { TextLeaf } from '../../../shared/report/schema.ts'
import { isCell, isLine } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'
import { looksOf } from '../tracking/formats.ts'
import { behindDeleted, isAtEdge, lineAt, stepLive } from '../tracking/live.ts'
import { deleteTracked, removeTracked } from '../tracking/track-deletion.ts'
import { formatLeaf, formatLine } from '../tracking/track-format.ts'
import {
  insertBlocksTracked,
  insertedInline,
  insertionAt,
  insertWords,
  isAtCommentEdge,
  isInline,
} from '../tracking/track-insertion.ts'
import { joinLine, splitLine } from '../tracking/track-lines.ts'
import { isUntracked, trackingOf, untracked, type Tracking } from '../tracking/tracking.ts'

/**
 * 修订. Sits below everything that knows keys and commands: whatever reaches the text passes the methods and operations
 * below, be it typed, composed, dictated, pasted, dropped or repaired. Pending revisions that are there already are
 * respected also while 修订 is off.
 */
export function withTrackedChanges(editor: ReportEditor): ReportEditor {
  editor.tracking = null
  trackMethods(editor)
  trackOperations(editor)
  trackNothing(editor)
  return editor
}

/** What is repaired, undone and done again has been recorded, or needs not be. */
function trackNothing(editor: ReportEditor): void {
  const { undo, redo, normalizeNode } = editor
  editor.undo = () => untracked(editor, undo)
  editor.redo = () => untracked(editor, redo)
  editor.normalizeNode = (entry, options) => untracked(editor, () => normalizeNode(entry, options))
}

function trackMethods(editor: ReportEditor): void {
  const { delete: remove, deleteFragment, insertNodes, insertText, removeNodes, splitNodes } = editor

  editor.insertText = (text, options) => {
    if (!options?.at && trackingOf(editor) && editor.selection && Range.isExpanded(editor.selection))
      editor.deleteFragment()
    if (editor.marks) editor.marks = looksOf(editor.marks)
    insertText(text, options)
  }

  editor.deleteFragment = (options) => {
    if (trackingOf(editor) && editor.selection) Transforms.select(editor, wholeLines(editor, editor.selection))
    deleteFragment(options)
  }

  editor.delete = (options = {}) => {
    const tracking = trackingOf(editor)
    if (tracking) deleteAt(editor, tracking, options)
    else remove(options)
  }

  editor.removeNodes = (options = {}) => {
    const tracking = trackingOf(editor)
    if (!tracking) removeNodes(options)
    else if (options.at ?? editor.selection) removeTracked(editor, tracking, matched(editor, options))
  }

  editor.splitNodes = (options = {}) => {
    if (!isUntracked(editor) && !options.match && !options.at) leaveDeleted(editor)
    splitNodes(options)
  }

  editor.insertNodes = (nodes, options = {}) => {
    const tracking = trackingOf(editor)
    const list = Node.isNode(nodes) ? [nodes] : [...nodes]
    const [first] = list
    if (!tracking || !first) insertNodes(nodes, options)
    else if (isInline(first)) insertInlines(editor, tracking, list, options, insertNodes)
    else if (isCell(first) || !Path.isPath(options.at)) untracked(editor, () => insertNodes(nodes, options))
    else insertBlocksTracked(editor, tracking, list as never, options.at, (blocks) => insertNodes(blocks, options))
  }
}

type InsertNodes = ReportEditor['insertNodes']

function insertInlines(
  editor: ReportEditor,
  tracking: Tracking,
  nodes: readonly Node[],
  options: Parameters<InsertNodes>[1] & object,
  insertNodes: InsertNodes,
): void {
  let at = options.at ?? editor.selection ?? Editor.end(editor, [])
  const select = options.select ?? !options.at
  if (Range.isRange(at)) {
    const behind = Editor.pointRef(editor, Range.end(at))
    if (Range.isExpanded(at)) Transforms.delete(editor, { at })
    at = behind.unref() ?? Editor.end(editor, [])
  }
  if (Point.isPoint(at)) at = behindDeleted(editor, at)
  const ins = insertionAt(editor, tracking, Point.isPoint(at) ? at : undefined)()
  const inserted = nodes.map((node) => (isInline(node) ? insertedInline(node, ins) : node))
  const place = at
  untracked(editor, () => insertNodes(inserted as never, { ...options, at: place, select }))
}

interface DeleteOptions {
  at?: Point | Range | Path
  unit?: 'character' | 'word' | 'line' | 'block'
  distance?: number
  reverse?: boolean
  hanging?: boolean
}

/** Deletion at the caret goes on through what is deleted already to the next unit of the final text. */
function deleteAt(editor: ReportEditor, tracking: Tracking, options: DeleteOptions): void {
  const { unit = 'character', distance = 1, reverse = false } = options
  const at = options.at ?? editor.selection
  if (!at) return
  if (Path.isPath(at)) {
    Transforms.removeNodes(editor, { at })
    return
  }
  const point = Point.isPoint(at) ? at : Range.isCollapsed(at) ? at.anchor : undefined
  const range = point ? rangeFrom(editor, point, { unit, distance, reverse }) : hangingCut(editor, at as Range, options)
  if (!range) return
  const [start, end] = Range.edges(range)
  const before = point !== undefined && reverse
  const caret = Editor.pointRef(editor, before ? start : end, { affinity: before ? 'backward' : 'forward' })
  deleteTracked(editor, tracking, range)
  const stand = caret.unref()
  if (options.at === undefined && stand) Transforms.select(editor, outsideVoid(editor, stand, before))
}

function rangeFrom(
  editor: ReportEditor,
  point: Point,
  step: { unit: 'character' | 'word' | 'line' | 'block'; distance: number; reverse: boolean },
): Range | undefined {
  const object = Editor.void(editor, { at: point, mode: 'highest' })
  if (object && !('del' in object[0])) return Editor.range(editor, object[1])
  const target = stepLive(editor, point, step)
  return target && { anchor: point, focus: target }
}

/** From the start of a final line to that of another, words that are only still shown before it included. */
function wholeLines(editor: ReportEditor, range: Range): Range {
  const edges = Range.edges(range).map((point) => {
    const line = lineAt(editor, point)
    return line && isAtEdge(editor, point, line[1], -1) ? Editor.start(editor, line[1]) : undefined
  })
  return edges[0] && edges[1] && !Point.equals(edges[0], edges[1]) ? { anchor: edges[0], focus: edges[1] } : range
}

/** A selection from the start of a line to the start of another means the lines between, not the one it ends in. */
function hangingCut(editor: ReportEditor, range: Range, { hanging = false }: DeleteOptions): Range {
  const [start, end] = Range.edges(range)
  const line = lineAt(editor, start)
  if (hanging || !line || !isAtEdge(editor, start, line[1], -1)) return range
  const last = lineAt(editor, end)
  const focus = last && isAtEdge(editor, end, last[1], -1) ? Editor.start(editor, last[1]) : end
  const cut = Editor.unhangRange(editor, { anchor: Editor.start(editor, line[1]), focus })
  return { anchor: start, focus: Range.end(cut) }
}

/** Words typed inside an object would be lost. */
function outsideVoid(editor: ReportEditor, point: Point, before: boolean): Point {
  const object = Editor.void(editor, { at: point })
  if (!object || !editor.isInline(object[0])) return point
  const beside = before ? Editor.before(editor, object[1]) : Editor.after(editor, object[1])
  return beside ?? point
}

function matched(editor: ReportEditor, options: Parameters<ReportEditor['removeNodes']>[0] & object): NodeEntry[] {
  const { mode = 'lowest', voids = false } = options
  const at = options.at ?? editor.selection ?? []
  const match =
    options.match ??
    (Path.isPath(at)
      ? (_: Node, path: Path) => Path.equals(path, at)
      : (node: Node) => Node.isElement(node) && Editor.isBlock(editor, node))
  return [...Editor.nodes(editor, { at, match: match as never, mode, voids })]
}

function leaveDeleted(editor: ReportEditor): void {
  const { selection } = editor
  if (!selection || Range.isExpanded(selection)) return
  const behind = behindDeleted(editor, selection.anchor)
  if (!Point.equals(behind, selection.anchor)) Transforms.select(editor, behind)
}

/** Single operations whose meaning depends on what is pending where they happen. */
function trackOperations(editor: ReportEditor): void {
  const { apply } = editor

  editor.apply = (operation) => {
    if (isUntracked(editor)) {
      apply(operation)
      return
    }
    switch (operation.type) {
      case 'insert_text': {
        const { path, offset, text } = operation
        const leaf = Node.get(editor, path)
        if (editor.tracking || (Text.isText(leaf) && (isPending(leaf) || isAtCommentEdge(editor, { path, offset }))))
          insertWords(editor, text, { path, offset })
        else apply(operation)
        return
      }
      case 'set_node': {
        const node = Node.get(editor, operation.path)
        const tracked = editor.tracking
        if (!tracked) apply(operation)
        else if (Text.isText(node)) formatLeaf(editor, tracked, node, operation)
        else if (isLine(node)) formatLine(editor, tracked, operation)
        else apply(operation)
        return
      }
      case 'split_node': {
        if (isLine(Node.get(editor, operation.path))) splitLine(editor, operation)
        else apply(operation)
        return
      }
      case 'merge_node': {
        if (isLine(Node.get(editor, operation.path))) joinLine(editor, operation)
        else apply(operation)
        return
      }
      case 'insert_node':
      case 'move_node':
      case 'remove_node':
      case 'remove_text':
      case 'set_selection':
        apply(operation)
    }
  }
}

const isPending = (leaf: TextLeaf): boolean => leaf.ins !== undefined || leaf.del !== undefined
