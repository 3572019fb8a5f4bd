import { X } from 'lucide-react'
import { useLayoutEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ReactEditor } from 'slate-react'
import { useController, useSession, useWindow } from '../app/window-context.ts'

/** A bound figure was changed by typing: asks below the page, and takes nothing away from whoever goes on writing. */
export function OfferBar(): ReactElement | null {
  const { t } = useTranslation('bound')
  const { bound } = useController()
  const offer = useWindow((state) => state.ledgerOffer)
  useLineAbove(offer !== null)
  if (!offer) return null
  const { link, ledger, printed } = offer
  return (
    <div className="offer-bar" role="group" aria-label={t('offer.label')}>
      <p className="grow" role="status">
        {t('offer.text', { name: link.number?.row.indicator ?? '', ledger, printed })}
      </p>
      <button type="button" className="button" onClick={bound.acceptOffer}>
        {t('offer.accept')}
      </button>
      {link.edit && (
        <button type="button" className="button quiet" onClick={bound.revertOffer}>
          {t('offer.revert')}
        </button>
      )}
      <button type="button" className="button quiet" onClick={bound.unlinkOffer}>
        {t('offer.unlink')}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('offer.close')}
        title={t('offer.close')}
        onClick={bound.dropOffer}
      >
        <X className="icon" aria-hidden="true" />
      </button>
    </div>
  )
}

/** The bar takes room from the desk: the line that is being edited is kept in view above it. */
function useLineAbove(isOpen: boolean): void {
  const editor = useSession((session) => session.editor)
  useLayoutEffect(() => {
    if (!isOpen || !editor.selection || !ReactEditor.isMounted(editor)) return
    const range = ReactEditor.toDOMRange(editor, editor.selection)
    const desk = document.querySelector('[data-pane="page"]')
    const line = [...range.getClientRects()].at(-1) ?? range.endContainer.parentElement?.getBoundingClientRect()
    if (!desk || !line) return
    const below = line.bottom - desk.getBoundingClientRect().bottom
    if (below > -gap) desk.scrollBy({ top: below + gap })
  }, [isOpen, editor])
}

/** Pixels between the line and the bar. */
const gap = 24
