import { Table2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerFigure, LedgerRow } from '../../shared/ledger/ledger.ts'
import { commandOf } from '../app/commands.ts'
import { useController, useSession } from '../app/window-context.ts'
import { figureWords } from '../ledger/figure-words.ts'

/** 指标: what the ledger knows of each indicator last. */
export function Indicators(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const rows = useSession((session) => session.ledger.rows)
  const openLedger = (
    <button type="button" className="button" onClick={() => commandOf('showLedger').run(controller)}>
      <Table2 className="icon" aria-hidden="true" />
      {t('command.showLedger')}
    </button>
  )
  if (rows.length === 0) {
    return (
      <div className="panel-body">
        <div className="empty">
          <Table2 className="empty-icon" aria-hidden="true" />
          <p>{t('ledger:empty')}</p>
          {openLedger}
        </div>
      </div>
    )
  }
  return (
    <>
      <div className="panel-body panel-scroll">
        <ul className="indicator-list" aria-label={t('ledger:list')}>
          {rows.map((row) => (
            <Indicator key={row.indicator} row={row} />
          ))}
        </ul>
      </div>
      <div className="panel-foot">{openLedger}</div>
    </>
  )
}

function Indicator({ row }: { row: LedgerRow }): ReactElement {
  const { t } = useTranslation()
  const last = lastResult(row)
  return (
    <li>
      <span className="indicator-name">{row.indicator}</span>
      <span className="number">
        {last
          ? t('ledger:lastValue', { year: last.year, figure: figureWords(last, last.unit), unit: last.unit })
          : t('ledger:noValue')}
      </span>
    </li>
  )
}

function lastResult({ figures }: LedgerRow): LedgerFigure | undefined {
  return figures.findLast(({ kind, period, value }) => kind === 'result' && period === 'year' && value !== null)
}
