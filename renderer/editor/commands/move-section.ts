import { Editor, Transforms } from 'slate'
import { readOutline, type OutlineNode } from '../../../shared/report/outline.ts'
import type { Block, HeadingLevel } from '../../../shared/report/schema.ts'
import { bodyOf } from '../body-of.ts'
import type { ReportEditor } from '../slate-types.ts'
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
  inOneStep(editor, () => {
    for (let step = 0; step < end - start; step++) {
      if (before > end) Transforms.moveNodes(editor, { at: [start], to: [before - 1] })
      else Transforms.moveNodes(editor, { at: [start + step], to: [before + step] })
    }
    forgetNumbers(editor, Math.min(start, before), Math.max(end, before), level)
  })
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
