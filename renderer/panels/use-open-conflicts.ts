import { useMemo } from 'react'
import { openConflicts } from '../../shared/revisions/open-conflicts.ts'
import type { Card } from '../../shared/revisions/cards.ts'
import { rangeOfCard } from '../app/card-place.ts'
import { useController, useWindow } from '../app/window-context.ts'
import { jumpToRange } from '../editor/commands/jump-to.ts'

/** Places of the report at which nobody has chosen yet, in the order of the text. */
export function useOpenConflicts(): readonly Card[] {
  const body = useWindow((state) => state.session?.reading.body)
  return useMemo(() => (body ? openConflicts(body) : []), [body])
}

/** Leaves the dialog for the card of a change, and for its words. */
export function useGoToCard(): (card: Card) => void {
  const { review, showDialog, showTab } = useController()
  const editor = useWindow((state) => state.session?.editor)
  return (card) => {
    showDialog(null)
    showTab('review')
    review.openCard(card.id)
    // The dialog gives the focus back when it goes; the place is selected after that.
    requestAnimationFrame(() => {
      const place = editor && rangeOfCard(editor, card)
      if (place) jumpToRange(editor, place)
    })
  }
}
