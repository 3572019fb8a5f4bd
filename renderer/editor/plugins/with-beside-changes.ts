import { HistoryEditor } from 'slate-history'
import { inOneStep } from '../commands/one-step.ts'
import type { ReportEditor } from '../slate-types.ts'

/** What a step of undo changes beside the text: the ledger, comments. */
export interface BesideChange {
  redo: () => void
  undo: () => void
  /** It belongs to what is seen on the page: comments, decisions about revisions. */
  onPage?: true
}

type Step = ReportEditor['history']['undos'][number] & { beside?: BesideChange }

/** As many as the history of the text keeps. */
const mostSteps = 100

/** A step that changes something beside the text takes it back, and does it again, with the text. */
export function withBesideChanges(editor: ReportEditor): ReportEditor {
  const { undo, redo } = editor
  editor.undo = () => {
    const step: Step | undefined = editor.history.undos.at(-1)
    undo()
    step?.beside?.undo()
  }
  editor.redo = () => {
    const step: Step | undefined = editor.history.redos.at(-1)
    redo()
    step?.beside?.redo()
  }
  return editor
}

/** Carries `change` out, and what `act` does to the text, as one step of undo. */
export function inOneStepBeside(editor: ReportEditor, change: BesideChange, act?: () => void): void {
  const last = editor.history.undos.at(-1)
  if (act) inOneStep(editor, act)
  if (editor.history.undos.at(-1) === last) beginStep(editor)
  const step: Step | undefined = editor.history.undos.at(-1)
  if (step) step.beside = change
  // What is typed next is a step of its own, also where it goes on at the same place.
  HistoryEditor.setSplittingOnce(editor, true)
  change.redo()
}

/** Is what the next undo (`redo`) changes seen on the page, and nowhere beside it? */
export function isTextStep(editor: ReportEditor, way: 'undos' | 'redos'): boolean {
  const step: Step | undefined = editor.history[way].at(-1)
  return step !== undefined && (step.beside === undefined || step.beside.onPage === true)
}

/** A step in which the text stays as it is. */
function beginStep(editor: ReportEditor): void {
  editor.writeHistory('undos', { operations: [], selectionBefore: null })
  if (editor.history.undos.length > mostSteps) editor.history.undos.shift()
  editor.history.redos = []
}
