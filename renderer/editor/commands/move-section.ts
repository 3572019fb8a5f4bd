import { Editor, Node, Transforms, type NodeEntry } from 'slate'
import { readCommentPlaces } from '../../../shared/comments/comment-places.ts'
import { readOutline, type OutlineNode } from '../../../shared/report/outline.ts'
import type { Block, HeadingLevel, LineBlock, Revision } from '../../../shared/report/schema.ts'
import { revisionsIn } from '../../../shared/revisions/revisions-in.ts'
import { bodyOf } from '../body-of.ts'
import { isLine } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'
import { isDeletedBlock } from '../tracking/live.ts'
import { removeTracked } from '../tracking/track-deletion.ts'
import { insertBlocksTracked, settledBlocks } from '../tracking/track-insertion.ts'
import { trackingOf, untracked, type Tracking } from '../tracking/tracking.ts'
import { inOneStep } from './one-step.ts'

/**
 * Puts the blocks [start, end) before the block that stands at `before` (the number of blocks: at the end). Numbers follow
 * by themselves: a printed number that a heading was imported with is given up where sections change places.
 */
export function moveSection(editor: ReportEditor, start: number, end: number, before: number): void {
  const count = editor.children.length
  if (start < 0 || end > count || end <= start || before < 0 || before > count) return
  if (before >= start && before <= end) return
  const level = levelOf(bodyOf(editor)[start])
  const tracking = trackingOf(editor)
  if (tracking) {
    moveTracked(editor, tracking, start, end, before)
    return
  }
  inOneStep(editor, () => {
    for (let step = 0; step < end - start; step++) {
      if (before > end) Transforms.moveNodes(editor, { at: [start], to: [before - 1] })
      else Transforms.moveNodes(editor, { at: [start + step], to: [before + step] })
    }
    forgetNumbers(editor, Math.min(start, before), Math.max(end, before), level)
  })
}

/**
 * The blocks stay where they were, marked as moved away, and come to the other place without what was deleted in them. The
 * two ends carry the same name: they are accepted and rejected together. Comments stand at both, and stay with the one
 * that is kept.
 */
function moveTracked(editor: ReportEditor, tracking: Tracking, start: number, end: number, before: number): void {
  const move = tracking.newId()
  const moving: Tracking = { ...tracking, move }
  const from = bodyOf(editor).slice(start, end)
  if (from.every(isDeletedBlock)) return
  const comments = new Set(readCommentPlaces(from).keys())
  const blocks = settledBlocks(from, comments).map(withoutNumber(levelOf(from[0])))
  inOneStep(editor, () => {
    const refs = from.map((_, index) => Editor.pathRef(editor, [start + index]))
    insertBlocksTracked(editor, moving, blocks, [before], (inserted) =>
      Transforms.insertNodes(editor, inserted, { at: [before] }),
    )
    const arrived = Editor.pathRef(editor, [before])
    const left = refs.flatMap((ref): NodeEntry[] => {
      const path = ref.unref()
      return path ? [[Node.get(editor, path), path]] : []
    })
    removeTracked(editor, moving, left)
    if (!revisionsIn(bodyOf(editor)).some(({ kind, revision }) => revision.move === move && kind.endsWith('del')))
      forgetMove(editor, move)
    const at = arrived.unref()
    if (at) Transforms.select(editor, Editor.start(editor, at))
  })
}

/** What was my own insertion is only inserted elsewhere. */
function forgetMove(editor: ReportEditor, move: string): void {
  untracked(editor, () => {
    for (const [node, path] of [...Node.nodes(editor)]) {
      if ('ins' in node && node.ins.move === move)
        Transforms.setNodes(editor, { ins: withoutName(node.ins) }, { at: path })
      if (isLine(node) && node.mark?.ins?.move === move)
        Transforms.setNodes<LineBlock>(
          editor,
          { mark: { ...node.mark, ins: withoutName(node.mark.ins) } },
          { at: path },
        )
      if (isLine(node) && node.pFmt?.rev.move === move)
        Transforms.setNodes<LineBlock>(
          editor,
          { pFmt: { ...node.pFmt, rev: withoutName(node.pFmt.rev) } },
          { at: path },
        )
    }
  })
}

function withoutName({ move: _, ...revision }: Revision): Revision {
  return revision
}

const withoutNumber =
  (level: HeadingLevel | undefined) =>
  (block: Block): Block => {
    if (block.type !== 'heading' || block.level !== level || !block.label) return block
    const { label: _, ...rest } = block
    return rest
  }

/** Changes places with the section before or after, under the same parent. False at the edge of the parent. */
export function moveSectionAtCaret(editor: ReportEditor, direction: 'up' | 'down'): boolean {
  const caret = editor.selection?.anchor.path[0]
  if (caret === undefined) return false
  const found = sectionAt(readOutline(bodyOf(editor)), caret)
  if (!found) return false
  const { node, siblings } = found
  const neighbour = siblings[siblings.indexOf(node) + (direction === 'up' ? -1 : 1)]
  if (!neighbour?.heading) return false
  moveSection(editor, node.start, node.end, direction === 'up' ? neighbour.start : neighbour.end)
  return true
}

/** The innermost section with a heading in which a block stands. */
function sectionAt(siblings: OutlineNode[], block: number): { node: OutlineNode; siblings: OutlineNode[] } | undefined {
  const node = siblings.find(({ start, end }) => start <= block && block < end)
  if (!node) return undefined
  return sectionAt(node.children, block) ?? (node.heading ? { node, siblings } : undefined)
}

function forgetNumbers(editor: ReportEditor, from: number, to: number, level: HeadingLevel | undefined): void {
  for (let index = from; index < to; index++) {
    const block = bodyOf(editor)[index]
    if (block?.type === 'heading' && block.level === level && block.label) {
      Transforms.unsetNodes(editor, 'label', { at: Editor.path(editor, [index]) })
    }
  }
}

const levelOf = (block: Block | undefined): HeadingLevel | undefined =>
  block?.type === 'heading' ? block.level : undefined
