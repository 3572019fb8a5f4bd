import { Editor } from 'slate'
import { HistoryEditor } from 'slate-history'
import type { ReportEditor } from '../slate-types.ts'

/** Everything `act` changes is one step of undo, apart from what was typed before. */
export function inOneStep(editor: ReportEditor, act: () => void): void {
  HistoryEditor.withNewBatch(editor, () => Editor.withoutNormalizing(editor, act))
}
