import { Transforms } from 'slate'
import { keepBindings } from '../../../shared/ledger/keep-binding.ts'
import type { Block } from '../../../shared/report/schema.ts'
import { settleConflict, type ConflictSide } from '../../../shared/revisions/conflicts.ts'
import { decide, type Chosen, type Decision } from '../../../shared/revisions/decide.ts'
import { bodyOf } from '../body-of.ts'
import type { ReportEditor } from '../slate-types.ts'
import { untracked } from '../tracking/tracking.ts'
import { inOneStep } from './one-step.ts'

/** Accepts or rejects revisions, as one step of undo; blocks that nothing was decided in stay where they are. */
export function decideRevisions(editor: ReportEditor, decision: Decision, chosen: Chosen): void {
  const before = bodyOf(editor)
  const bound = decision === 'accept' && chosen !== 'all' ? keepBindings(before, chosen) : before
  putBlocks(editor, before, decide(bound, decision, chosen))
}

/** Gives a place that several changed as one of them, or all, have it; one step of undo. */
export function settleSides(editor: ReportEditor, sides: readonly ConflictSide[], chosen: number | 'all'): void {
  const before = bodyOf(editor)
  const ids = sides.filter(({ side }) => chosen === side || chosen === 'all').flatMap((side) => side.ids)
  putBlocks(editor, before, settleConflict(keepBindings(before, new Set(ids)), sides, chosen))
}

/** Exchanges the blocks that differ. Both lists have what stays in the same order. */
export function putBlocks(editor: ReportEditor, before: readonly Block[], after: readonly Block[]): void {
  const staying = new Set(after)
  if (before.length === after.length && before.every((block) => staying.has(block))) return
  inOneStep(editor, () =>
    untracked(editor, () => {
      let at = 0
      let next = 0
      for (const block of before) {
        if (!staying.has(block)) {
          Transforms.removeNodes(editor, { at: [at] })
          continue
        }
        at += insertUntil(editor, after, next, block, at)
        next = after.indexOf(block, next) + 1
        at++
      }
      insertUntil(editor, after, next, undefined, at)
    }),
  )
}

/** Inserts what stands before `stop`; returns how many. */
function insertUntil(
  editor: ReportEditor,
  after: readonly Block[],
  from: number,
  stop: Block | undefined,
  at: number,
): number {
  const end = stop ? after.indexOf(stop, from) : after.length
  const blocks = after.slice(from, end)
  if (blocks.length > 0) Transforms.insertNodes(editor, structuredClone(blocks), { at: [at] })
  return blocks.length
}
