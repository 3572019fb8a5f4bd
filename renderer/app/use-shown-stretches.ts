import { useMemo } from 'react'
import { Range } from 'slate'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { offsetOf } from '../editor/offsets.ts'
import type { ShownStretches } from '../editor/marks/decorations.ts'
import { shownStretches } from './prior-selection.ts'
import { useSteady } from './use-steady.ts'
import { useSession, useWindow } from './window-context.ts'

/** What 往年, and a comment that is being written, mark on the page; another list only when one of its parts is another. */
export function useShownStretches(): readonly ShownStretches[] {
  const checked = useSession((session) => session.checking.body)
  const plain = useSession((session) => session.checking.plain)
  const carried = useSession((session) => session.checking.carried)
  const priorYears = useSession((session) => session.priorYears)
  const decisions = useSession((session) => session.report.pledges)
  const isShown = useWindow((state) => state.panelTab === 'prior')
  const draft = useSession((session) => (session.commentDraft?.kind === 'new' ? session.commentDraft.range : null))
  // The range goes with the text: it is looked up anew for every body.
  const body = useSession((session) => (draft ? session.reading.body : null))
  const years = useSteady(
    useMemo(
      () => shownStretches({ checking: { plain, body: checked, carried }, priorYears, decisions, isShown }),
      [plain, checked, carried, priorYears, decisions, isShown],
    ),
    (before, now) => before.length === 0 && now.length === 0,
  )
  const written = useMemo(() => (body && draft?.current ? draftStretch(body, draft.current) : undefined), [draft, body])
  return useMemo(() => (written ? [...years, written] : years), [years, written])
}

/** The words that a comment is being written on, which lose their selection to its box. */
function draftStretch(body: readonly Block[], range: Range): ShownStretches {
  const plain = plainText(body)
  const [start, end] = Range.edges(range).map((point) => offsetOf(body, plain, point) ?? 0)
  return { body, look: 'draft', stretches: [{ start: start ?? 0, end: end ?? 0 }] }
}
