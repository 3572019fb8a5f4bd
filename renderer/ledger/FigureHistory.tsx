import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureContent, LedgerFigure } from '../../shared/ledger/ledger.ts'
import { figureWords } from './figure-words.ts'

interface FigureHistoryProps {
  figure: LedgerFigure
  /** Undefined: the report can only be read. */
  onRestore: ((content: FigureContent) => void) | undefined
}

/** What a figure said before, newest first. */
export function FigureHistory({ figure, onRestore }: FigureHistoryProps): ReactElement | null {
  const { t } = useTranslation()
  if (figure.history.length === 0) return null
  return (
    <section className="drawer-part">
      <h4>{t('ledger:history.title')}</h4>
      <ol className="drawer-history">
        {figure.history.map(({ at, by, content }, index) => (
          <li key={`${at}-${index}`}>
            <span className="number">{figureWords(content, '') || '—'}</span>
            <span className="drawer-small">
              {[by, at.replace('T', ' ').slice(0, 16), t(`ledger:state.${content.state}`)]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {onRestore && (
              <button type="button" className="link" onClick={() => onRestore(content)}>
                {t('ledger:history.restore')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
