import { useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { findRow, type FigurePlace } from '../../shared/ledger/ledger.ts'
import { readLinks, type FigureLink } from '../../shared/ledger/links.ts'
import { useLedgerContext } from '../app/use-ledger-context.ts'
import { tablePlace, tableWords } from '../app/table-place.ts'
import { wordsAround } from '../app/words-around.ts'
import { useController, useSession } from '../app/window-context.ts'

/** 本稿用到 n 处: where the text is bound to the figure, and whether it still says the same. */
export function FigureUses({ place }: { place: FigurePlace }): ReactElement {
  const { t } = useTranslation()
  const { checking } = useController()
  const { body, plain } = useSession((session) => session.reading)
  const ledger = useSession((session) => session.ledger)
  const { reader } = useLedgerContext()
  const uses = useMemo(() => {
    const names = findRow(ledger, place.indicator)
    return readLinks(body, reader, plain).filter((link) => isUse(link, place, names?.formerly ?? []))
  }, [body, plain, reader, ledger, place])
  return (
    <section className="drawer-part">
      <h4>{t('ledger:uses.title', { count: uses.length })}</h4>
      {uses.length === 0 && <p className="drawer-small">{t('ledger:uses.none')}</p>}
      <ul className="drawer-history">
        {uses.map(({ start, end, state }) => (
          <li key={start}>
            <span className="grow">
              {tableWords(t, tablePlace(body, plain, start))}
              {wordsAround(plain.text, start, end)}
            </span>
            {state !== 'same' && <span className="drawer-differs">{t('ledger:uses.differs')}</span>}
            <button type="button" className="link" onClick={() => checking.locate(start, end)}>
              {t('ledger:uses.locate')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function isUse({ reference }: FigureLink, place: FigurePlace, formerly: readonly string[]): boolean {
  return (
    reference !== undefined &&
    reference.year === place.year &&
    reference.period === place.period &&
    reference.kind === place.kind &&
    (reference.indicator === place.indicator || formerly.includes(reference.indicator))
  )
}
