import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkOffer } from '../../shared/ledger/suggest-links.ts'
import { useController } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

interface LinkFigureProps {
  words: string
  offers: readonly LinkOffer[]
}

/** More are narrowed by a few characters of a name. */
const mostShown = 80

/** 关联台账…: which number of the ledger a figure of the text is. */
export function LinkFigureDialog({ words, offers }: LinkFigureProps): ReactElement {
  const { t } = useTranslation('bound')
  const { bound, showDialog } = useController()
  const [query, setQuery] = useState('')
  const found = offers.filter(({ reference }) => reference.indicator.includes(query.trim()))
  const shown = found.slice(0, mostShown)
  const [picked, setPicked] = useState(offers[0]?.key)
  const chosen = shown.find(({ key }) => key === picked) ?? shown[0]
  const close = (): void => showDialog(null)
  return (
    <Dialog
      title={t('link.title')}
      className="dialog-small"
      onClose={close}
      hint=""
      buttons={
        <>
          <DialogButton onClick={close}>{t('window:dialog.cancel')}</DialogButton>
          <DialogButton primary disabled={!chosen} onClick={() => chosen && bound.link(chosen)}>
            {t('link.submit')}
          </DialogButton>
        </>
      }
    >
      <form
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen) bound.link(chosen)
        }}
      >
        <p>{t('link.lead', { words })}</p>
        {offers.length > 6 && (
          <input
            className="input"
            placeholder={t('link.search')}
            aria-label={t('link.search')}
            value={query}
            data-first-focus
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
        {shown.length === 0 && <p className="meta">{t('link.none')}</p>}
        <fieldset className="choices link-choices">
          <legend className="unseen">{t('link.title')}</legend>
          {shown.map((offer, index) => (
            <label key={offer.key} className="choice">
              <input
                type="radio"
                name="figure"
                checked={offer === chosen}
                onChange={() => setPicked(offer.key)}
                {...(index === 0 && offers.length <= 6 && { 'data-first-focus': true })}
              />
              <span className="grow">
                {offer.reference.indicator}{' '}
                <span className="meta">
                  {t(`source.year.${offer.reference.kind}`, { year: offer.reference.year })}{' '}
                  {t(`link.part.${offer.reference.part}`)}
                </span>
              </span>
              <span className="number">{offer.number.value + offer.number.unit}</span>
              <span className="meta link-agrees">{t(offer.agrees ? 'link.agrees' : 'link.differs')}</span>
            </label>
          ))}
        </fieldset>
      </form>
    </Dialog>
  )
}
