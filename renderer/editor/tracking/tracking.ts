import type { Revision } from '../../../shared/report/schema.ts'
import type { ReportEditor, Tracking } from '../slate-types.ts'

export type { Tracking }

/** What one person does within this time at one place is one revision: Word keeps dates to the minute. */
const oneAct = 10 * 60 * 1000

/** A missing author is nobody, and nobody is foreign. */
export function isMine({ author }: Tracking, revision: Revision | undefined): revision is Revision {
  return revision !== undefined && author !== '' && revision.author === author
}

/** Mine, and fresh enough that what I do beside it belongs to it. */
export function isGoingOn(tracking: Tracking, revision: Revision | undefined): revision is Revision {
  if (!isMine(tracking, revision) || revision.move !== undefined) return false
  const age = Date.parse(tracking.now()) - Date.parse(revision.date)
  return age >= 0 && age < oneAct
}

export function newRevision(tracking: Tracking): Revision {
  const { author, move } = tracking
  return { id: tracking.newId(), author, date: tracking.now(), ...(move !== undefined && { move }) }
}

/** The revision of one act: made when it is first needed, or one beside it that goes on. */
export function revisionOf(tracking: Tracking, beside: readonly (Revision | undefined)[]): () => Revision {
  let made: Revision | undefined
  return () => (made ??= goingOn(tracking, beside) ?? newRevision(tracking))
}

function goingOn(tracking: Tracking, beside: readonly (Revision | undefined)[]): Revision | undefined {
  return tracking.move === undefined ? beside.find((revision) => isGoingOn(tracking, revision)) : undefined
}

const raw = new WeakSet<ReportEditor>()

/** Operations reach the value as they are: undo, redo, repairs of the shape, accepting and rejecting. */
export function untracked<Result>(editor: ReportEditor, act: () => Result): Result {
  if (raw.has(editor)) return act()
  raw.add(editor)
  try {
    return act()
  } finally {
    raw.delete(editor)
  }
}

export const isUntracked = (editor: ReportEditor): boolean => raw.has(editor)

/** What new changes are recorded with; null: they are not recorded. */
export function trackingOf(editor: ReportEditor): Tracking | null {
  return raw.has(editor) ? null : editor.tracking
}
