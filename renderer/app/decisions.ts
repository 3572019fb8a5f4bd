import type { ReportEditor } from '../editor/slate-types.ts'

type Step = ReportEditor['history']['undos'][number]

/** Something decided beside the text (a finding set aside, words allowed) that Ctrl+Z takes back in its turn. */
export interface Decision {
  undo: () => void
  redo: () => void
  /** Shown again when it is taken back. */
  finding?: string
}

/** A decision between two steps of the text: `size` tells whether more was typed into the step before it. */
interface PlacedDecision extends Decision {
  before: Step | undefined
  size: number
  /** The step that redo would have done when this was taken back. */
  next?: Step | undefined
}

export interface Decisions {
  done: readonly PlacedDecision[]
  undone: readonly PlacedDecision[]
}

export const noDecisions: Decisions = { done: [], undone: [] }

/** Carries a decision out and puts it behind the last step of the text; what was undone before cannot be redone. */
export function decide(editor: ReportEditor, { done }: Decisions, decision: Decision): Decisions {
  decision.redo()
  const before = editor.history.undos.at(-1)
  editor.history.redos = []
  return { done: [...done, { ...decision, before, size: sizeOf(before) }], undone: [] }
}

/** The decision that was made after every step of the text that is still there. */
export function lastDecision(editor: ReportEditor, { done }: Decisions): PlacedDecision | undefined {
  const last = done.at(-1)
  return last && isNewest(editor, last) ? last : undefined
}

/** The decision that was taken back after every step of the text that redo can bring again. */
export function nextDecision(editor: ReportEditor, { undone }: Decisions): PlacedDecision | undefined {
  const next = undone.at(-1)
  return next && isNewest(editor, next) && editor.history.redos.at(-1) === next.next ? next : undefined
}

export function undoDecision(editor: ReportEditor, { done, undone }: Decisions, decision: PlacedDecision): Decisions {
  decision.undo()
  return { done: done.slice(0, -1), undone: [...undone, { ...decision, next: editor.history.redos.at(-1) }] }
}

export function redoDecision({ done, undone }: Decisions, decision: PlacedDecision): Decisions {
  decision.redo()
  return { done: [...done, decision], undone: undone.slice(0, -1) }
}

/** Decisions whose step was undone in one with what was typed after them are out of the order: they stay as they are. */
export function withoutStranded(editor: ReportEditor, { done, undone }: Decisions): Decisions {
  const { undos } = editor.history
  const kept = done.filter(({ before }) => before === undefined || undos.includes(before))
  return kept.length === done.length ? { done, undone } : { done: kept, undone }
}

function isNewest(editor: ReportEditor, { before, size }: PlacedDecision): boolean {
  const last = editor.history.undos.at(-1)
  return last === before && sizeOf(last) === size
}

function sizeOf(step: Step | undefined): number {
  return step?.operations.length ?? 0
}
