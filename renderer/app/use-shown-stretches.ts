import { useMemo } from 'react'
import type { ShownStretches } from '../editor/marks/decorations.ts'
import { shownStretches } from './prior-selection.ts'
import { useSession, useWindow } from './window-context.ts'

/** What 往年 marks on the page; another list only when one of its parts is another. */
export function useShownStretches(): readonly ShownStretches[] {
  const checking = useSession((session) => session.checking)
  const priorYears = useSession((session) => session.priorYears)
  const decisions = useSession((session) => session.report.pledges)
  const isShown = useWindow((state) => state.panelTab === 'prior')
  return useMemo(
    () => shownStretches({ checking, priorYears, decisions, isShown }),
    [checking, priorYears, decisions, isShown],
  )
}
