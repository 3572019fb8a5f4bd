import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import {
  findFigure,
  findRow,
  type FigureContent,
  type FigurePlace,
  type LedgerRow,
} from '../../shared/ledger/ledger.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { FoldButton } from '../panels/FoldButton.tsx'
import { FigureHistory } from './FigureHistory.tsx'
import { FigureSource } from './FigureSource.tsx'
import { FigureUses } from './FigureUses.tsx'
import { RowFields } from './RowFields.tsx'
import { TrendChart } from './TrendChart.tsx'
import { trendOf } from './grid-model.ts'
import { useGrowthLeft } from './use-growth-left.ts'

/** What is known of the chosen cell: value, growth, 口径, source, the years, what it said before. */
export function LedgerDrawer(): ReactElement {
  const { t } = useTranslation()
  const cell = useWindow((state) => state.ledgerCell)
  const ledger = useSession((session) => session.ledger)
  const row = cell ? findRow(ledger, cell.indicator) : undefined
  const title = row
    ? [row.indicator, cell?.column ? t(`ledger:column.${cell.column.kind}`, { year: cell.column.year }) : ''].filter(
        (part) => part !== '',
      )
    : [t('ledger:drawer.title')]
  return (
    <>
      <div className="tabs">
        <h3 className="drawer-title grow">{title.join(' · ')}</h3>
        <FoldButton />
      </div>
      <div className="panel-tab drawer">
        {!row || !cell ? (
          <p className="empty">{t('ledger:drawer.empty')}</p>
        ) : (
          <>
            {cell.column && (
              <FigureFields row={row} place={{ indicator: row.indicator, period: cell.period, ...cell.column }} />
            )}
            <section className="drawer-part">
              <h4>{t('ledger:trend.title')}</h4>
              <TrendChart points={trendOf(row, cell.period)} unit={row.unit} />
            </section>
            <RowFields key={row.indicator} row={row} />
          </>
        )}
      </div>
    </>
  )
}

const settlements: readonly FigureContent['settlement'][] = ['', 'estimate', 'flash', 'final']
const states: readonly FigureContent['state'][] = ['awaited', 'reported', 'checked', 'confirmed']

function FigureFields({ row, place }: { row: LedgerRow; place: FigurePlace }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const figure = useSession((session) => findFigure(session.ledger, place))
  const readOnly = useSession((session) => session.readOnly !== null)
  const left = useGrowthLeft(row, figure)
  const change = (content: Partial<FigureContent>): void =>
    void controller.ledger.edit([{ edit: 'set', ...place, content }], `${row.indicator} ${place.year}`)
  if (!figure) return <p className="empty">{t('ledger:drawer.none')}</p>
  const { value, unit, growth, growthUnit, settlement, state, bound } = figure
  return (
    <>
      <section className="drawer-part">
        <p className="drawer-figure">
          <b className="number">{value ?? '—'}</b> {value !== null && unit}
          {bound !== '' && t(`ledger:bound.${bound}`)}
        </p>
        {growth !== null && (
          <p className="drawer-line">
            <span>{t('ledger:drawer.growth')}</span>
            <span className="number">{growth + (growthUnit === 'value' ? unit : growthUnit)}</span>
          </p>
        )}
        {left && <p className="hint">{t('ledger:growthLeft.long')}</p>}
        <label className="drawer-line">
          <span>{t('ledger:drawer.settlement')}</span>
          <select
            className="input"
            value={settlement}
            disabled={readOnly}
            onChange={(event) => change({ settlement: event.target.value as FigureContent['settlement'] })}
          >
            {settlements.map((one) => (
              <option key={one} value={one}>
                {t(`ledger:settlement.${one === '' ? 'none' : one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="drawer-line">
          <span>{t('ledger:drawer.state')}</span>
          <select
            className="input"
            value={state}
            disabled={readOnly}
            onChange={(event) => change({ state: event.target.value as FigureContent['state'] })}
          >
            {states.map((one) => (
              <option key={one} value={one}>
                {t(`ledger:state.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </section>
      <FigureSource figure={figure} onChange={(source) => change({ source })} readOnly={readOnly} />
      <FigureUses place={place} />
      <FigureHistory figure={figure} onRestore={readOnly ? undefined : change} />
    </>
  )
}
