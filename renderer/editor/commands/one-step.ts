import { Editor } from 'slate'
import { HistoryEditor } from 'slate-history'
import type { ReportEditor } from '../slate-types.ts'

/** In the middle of a step: what it calls belongs to it. */
const within = new WeakSet<ReportEditor>()

/** Everything `act` changes is one step of undo, apart from what was typed before. */
export function inOneStep(editor: ReportEditor, act: () => void): void {
  if (within.has(editor)) {
    act()
    return
  }
  within.add(editor)
  try {
    HistoryEditor.withNewBatch(editor, () => Editor.withoutNormalizing(editor, act))
  } finally {
    within.delete(editor)
  }
}
