import { Editor, Node, Range, Text, Transforms, type Path, type Point } from 'slate'
import {
  commentHomes,
  firstHomes,
  lostComments,
  outdatedPoints,
  withComment,
  withoutComment,
  type CommentHome,
} from '../../../shared/comments/keep-comments.ts'
import { pointsIn } from '../../../shared/comments/comment-places.ts'
import type { Block, LineBlock, TextLeaf } from '../../../shared/report/schema.ts'
import { bodyOf } from '../body-of.ts'
import { isLine } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'
import { untracked } from '../tracking/tracking.ts'

/**
 * No comment is lost with its words: when an act has taken all of them away, it stands on what is written in their place,
 * or as a point on the character beside it, and that belongs to the same step of undo. Cut and pasted words have it again.
 */
export function withComments(editor: ReportEditor): ReportEditor {
  const { normalize, undo, redo } = editor
  editor.normalize = (options) => {
    normalize(options)
    if (Editor.isNormalizing(editor)) keep(editor)
  }
  editor.undo = () => withoutKeeping(editor, undo)
  editor.redo = () => withoutKeeping(editor, redo)
  return editor
}

/** The body as the last act has left it. */
const bodies = new WeakMap<ReportEditor, Block[]>()
const resting = new WeakSet<ReportEditor>()

/** The comments of the body are those that are there now: another report, a comment that was deleted, a step back. */
export function withoutKeeping(editor: ReportEditor, act: () => void): void {
  const wasResting = resting.has(editor)
  resting.add(editor)
  try {
    act()
  } finally {
    if (!wasResting) resting.delete(editor)
    bodies.set(editor, bodyOf(editor))
  }
}

/** Comments that were lost with the last word of the text. */
const unplaced = new WeakMap<ReportEditor, ReadonlySet<string>>()

function nowhere(editor: ReportEditor): Set<string> {
  const ids = new Set(unplaced.get(editor))
  if (ids.size > 0) for (const [leaf] of leavesOf(editor)) leaf.comments?.forEach((id) => ids.delete(id))
  return ids
}

/** Comments without words of their own: points, and those that stand nowhere. */
export function homelessComments(editor: ReportEditor): Set<string> {
  return new Set([...pointsIn(bodyOf(editor)), ...nowhere(editor)])
}

function keep(editor: ReportEditor): void {
  const after = bodyOf(editor)
  const before = bodies.get(editor) ?? after
  if (resting.has(editor) || before === after) {
    bodies.set(editor, after)
    return
  }
  const placeless = nowhere(editor)
  const homes = [...commentHomes(before, after), ...firstHomes(after, placeless)]
  for (const id of lostComments(before, after).keys())
    if (!homes.some((home) => home.id === id))
      unplaced.set(editor, new Set([...placeless, id, ...(unplaced.get(editor) ?? [])]))
  const outdated = outdatedPoints(before, after)
  if (homes.length > 0 || outdated.size > 0)
    withoutKeeping(editor, () =>
      untracked(editor, () =>
        Editor.withoutNormalizing(editor, () => {
          if (outdated.size > 0) forgetPoints(editor, outdated)
          for (const home of homes) setHome(editor, home)
        }),
      ),
    )
  bodies.set(editor, bodyOf(editor))
}

/** Marks words of one line; in units of its children. */
export function setHome(editor: ReportEditor, { id, path, start, end, point }: CommentHome): void {
  const { children } = Node.get(editor, path) as LineBlock
  let at = children.reduce((length, child) => length + (Text.isText(child) ? child.text.length : 1), 0)
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index]
    if (!child) continue
    at -= Text.isText(child) ? child.text.length : 1
    if (!Text.isText(child) || at >= end || at + child.text.length <= start) continue
    const leaf = [...path, index]
    const range = {
      anchor: { path: leaf, offset: Math.max(0, start - at) },
      focus: { path: leaf, offset: Math.min(child.text.length, end - at) },
    }
    const { comments, points } = withComment(child, id, point)
    const changes: Partial<TextLeaf> = { ...(comments && { comments }), ...(points && { points }) }
    Transforms.setNodes<TextLeaf>(editor, changes, { at: range, match: Text.isText, split: true, hanging: true })
  }
}

function forgetPoints(editor: ReportEditor, ids: ReadonlySet<string>): void {
  for (const [leaf, path] of leavesOf(editor)) {
    const gone = new Set((leaf.points ?? []).filter((id) => ids.has(id)))
    if (gone.size > 0) setComments(editor, path, withoutComment(leaf, gone))
  }
}

/** Takes comments off the text; they go for good. */
export function removeAnchors(editor: ReportEditor, ids: ReadonlySet<string>): void {
  unplaced.set(editor, new Set([...(unplaced.get(editor) ?? [])].filter((id) => !ids.has(id))))
  withoutKeeping(editor, () =>
    untracked(editor, () =>
      Editor.withoutNormalizing(editor, () => {
        for (const [leaf, path] of leavesOf(editor))
          if (leaf.comments?.some((id) => ids.has(id))) setComments(editor, path, withoutComment(leaf, ids))
      }),
    ),
  )
}

function leavesOf(editor: ReportEditor): [TextLeaf, Path][] {
  const found: [TextLeaf, Path][] = []
  for (const [line, path] of Editor.nodes(editor, { at: [], match: isLine }))
    line.children.forEach((child, index) => {
      if (Text.isText(child) && child.comments) found.push([child, [...path, index]])
    })
  return found
}

function setComments(editor: ReportEditor, path: Path, { comments, points }: TextLeaf): void {
  const unset = [...(comments ? [] : ['comments']), ...(points ? [] : ['points'])]
  if (unset.length > 0) Transforms.unsetNodes(editor, unset, { at: path })
  const changes: Partial<TextLeaf> = { ...(comments && { comments }), ...(points && { points }) }
  if (comments) Transforms.setNodes<TextLeaf>(editor, changes, { at: path })
}

/** Puts a comment on a range: on all of its words, deleted ones included. */
export function commentRange(editor: ReportEditor, range: Range, id: string): void {
  const lines = [...Editor.nodes(editor, { at: range, match: isLine })]
  untracked(editor, () =>
    Editor.withoutNormalizing(editor, () => {
      for (const [line, path] of lines.reverse()) {
        const part = Range.intersection(range, Editor.range(editor, path))
        if (!part) continue
        const [start, end] = Range.edges(part)
        const from = unitsBefore(line, start, path)
        const to = unitsBefore(line, end, path)
        if (from < to) setHome(editor, { id, path, start: from, end: to, point: false })
      }
    }),
  )
}

function unitsBefore({ children }: LineBlock, point: Point, path: Path): number {
  const own = point.path[path.length] ?? 0
  const before = children.slice(0, own)
  const length = before.reduce((sum, child) => sum + (Text.isText(child) ? child.text.length : 1), 0)
  const child = children[own]
  return length + (child && Text.isText(child) ? point.offset : 0)
}
