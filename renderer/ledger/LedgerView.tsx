import { X } from 'lucide-react'
import { useEffect, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { findFigure, type Ledger, type LedgerRow } from '../../shared/ledger/ledger.ts'
import { useController, useSession } from '../app/window-context.ts'
import { figureWords } from './figure-words.ts'

/** 台账 in the place of outline and page: Esc goes back to the caret. */
export function LedgerView(): ReactElement {
  const { t } = useTranslation()
  const { showView } = useController()
  const ledger = useSession((session) => session.ledger)
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => scroller.current?.focus(), [])
  const back = (): void => showView('page')
  return (
    <main
      className="ledger-view"
      aria-label={t('ledger:view.title')}
      data-pane="page"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) back()
      }}
    >
      <div className="ledger-head">
        <h2>{t('ledger:view.title')}</h2>
        {ledger.place !== '' && <span>{ledger.place}</span>}
        <span className="number">{t('ledger:view.count', { count: ledger.rows.length })}</span>
        <span className="grow" />
        <button type="button" className="button quiet" onClick={back}>
          <X className="icon" aria-hidden="true" />
          {t('ledger:view.back')}
          <kbd>Esc</kbd>
        </button>
      </div>
      <div className="ledger-scroll" ref={scroller} tabIndex={0} data-pane-focus>
        {ledger.rows.length === 0 ? <p className="empty">{t('ledger:empty')}</p> : <LedgerTable ledger={ledger} />}
      </div>
    </main>
  )
}

function LedgerTable({ ledger }: { ledger: Ledger }): ReactElement {
  const { t } = useTranslation()
  const years = yearsOf(ledger)
  return (
    <table className="ledger-table">
      <thead>
        <tr>
          <th scope="col">{t('ledger:column.indicator')}</th>
          <th scope="col">{t('ledger:column.unit')}</th>
          {years.map((year) => (
            <th key={year} scope="col" className="number">
              {t('ledger:column.year', { year })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ledger.rows.map((row) => (
          <Row key={row.indicator} ledger={ledger} row={row} years={years} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ ledger, row, years }: { ledger: Ledger; row: LedgerRow; years: readonly number[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="row">{row.indicator}</th>
      <td>{row.unit}</td>
      {years.map((year) => {
        const place = { indicator: row.indicator, year, period: 'year' as const }
        const result = findFigure(ledger, { ...place, kind: 'result' })
        const target = findFigure(ledger, { ...place, kind: 'target' })
        return (
          <td key={year} className="number">
            {result && figureWords(result, row.unit)}
            {target && <small>{t('ledger:target', { figure: figureWords(target, row.unit) })}</small>}
          </td>
        )
      })}
    </tr>
  )
}

/** Years that a figure of a whole year is known or planned for, oldest first. */
function yearsOf({ rows }: Ledger): number[] {
  const years = rows.flatMap(({ figures }) => figures.flatMap(({ year, period }) => (period === 'year' ? year : [])))
  return [...new Set(years)].sort((a, b) => a - b)
}
