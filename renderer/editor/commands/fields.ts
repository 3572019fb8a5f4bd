import { Editor, Node, Path, Point, Range, Text, Transforms, type PathRef } from 'slate'
import { isHeading, isLine, isParagraph } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'

/** The line in which a field was filled last: the way through a new report goes on from there. */
const filling = new WeakMap<ReportEditor, PathRef>()

/** Selects a field with all its words: typing replaces it. */
export function selectField(editor: ReportEditor, path: Path): void {
  Transforms.select(editor, Editor.range(editor, path))
  rememberField(editor, path)
}

export function rememberField(editor: ReportEditor, path: Path): void {
  const line = Editor.above(editor, { at: path, match: isLine })?.[1]
  if (!line) return
  filling.get(editor)?.unref()
  filling.set(editor, Editor.pathRef(editor, line))
}

/**
 * From a field that is selected, was just filled, or waits in the line of the caret on to the next one. Elsewhere nothing:
 * the page would jump away from somebody who only meant to indent.
 */
export function moveField(editor: ReportEditor, backward: boolean): boolean {
  const { selection } = editor
  if (!selection || !isOnTheWay(editor, selection)) return false
  const fields = [...Node.texts(editor)].filter(([text]) => text.field && !text.del).map(([, path]) => path)
  const there = backward
    ? fields.findLast((path) => !Point.isAfter(Editor.end(editor, path), Range.start(selection)))
    : fields.find((path) => !Point.isBefore(Editor.start(editor, path), Range.end(selection)))
  if (there) selectField(editor, there)
  return true
}

function isOnTheWay(editor: ReportEditor, selection: Range): boolean {
  const start = Range.start(selection)
  const [leaf] = Editor.node(editor, start.path)
  if (Range.isExpanded(selection)) return Text.isText(leaf) && leaf.field !== undefined
  const line = Editor.above(editor, { at: start, match: isLine })
  if (!line) return false
  const [node, path] = line
  const changesLevel = Editor.isStart(editor, start, path) && (isHeading(node) || (isParagraph(node) && node.flush))
  if (changesLevel) return false
  const filled = filling.get(editor)?.current
  return (
    (filled && Path.equals(filled, path)) ||
    node.children.some((child) => Text.isText(child) && child.field && !child.del)
  )
}

/** The □ that is selected, or that the caret stands in or beside. */
export function fieldAtSelection(editor: ReportEditor): Path | undefined {
  const { selection } = editor
  if (!selection || !Editor.above(editor, { at: selection, match: isLine })) return undefined
  if (Range.isCollapsed(selection)) return fieldBeside(editor, selection.anchor)
  const words = Editor.string(editor, selection)
  for (const [field, path] of Editor.nodes(editor, { at: selection, match: isField })) {
    const shared = Range.intersection(selection, Editor.range(editor, path))
    // Not other words selected that read the same.
    if (Node.string(field) === words && shared && Range.isExpanded(shared)) return path
  }
  return undefined
}

function fieldBeside(editor: ReportEditor, { path, offset }: Point): Path | undefined {
  const leaf = Node.get(editor, path)
  if (isField(leaf)) return path
  const index = path.at(-1) ?? 0
  const beside = [
    ...(offset === Node.string(leaf).length ? [Path.next(path)] : []),
    ...(offset === 0 && index > 0 ? [Path.previous(path)] : []),
  ]
  return beside.find((at) => Node.has(editor, at) && isField(Node.get(editor, at)))
}

function isField(node: Node): boolean {
  return Text.isText(node) && node.field !== undefined
}
