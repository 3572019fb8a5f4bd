import { X } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWindow } from '../app/window-context.ts'

/** A bound figure was changed by typing: asks below the page, and takes nothing away from whoever goes on writing. */
export function OfferBar(): ReactElement | null {
  const { t } = useTranslation('bound')
  const { bound } = useController()
  const offer = useWindow((state) => state.ledgerOffer)
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
