import { memo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerFigure, LedgerPeriod, LedgerRow } from '../../shared/ledger/ledger.ts'
import { isAt } from '../../shared/ledger/ledger.ts'
import { inUnit } from '../../shared/ledger/figure-value.ts'
import { CellEditor, type Step } from './CellEditor.tsx'
import { cellId, type Editing } from './grid-cell.ts'
import { columnId, newestYear, stateOf, trendOf, type GridColumn } from './grid-model.ts'
import { blockOf, cellAt, type GridSelection } from './selection.ts'
import { useGrowthLeft } from './use-growth-left.ts'
import { Sparkline } from './Sparkline.tsx'
import { StateShape } from './StateShape.tsx'

interface GridRowProps {
  row: LedgerRow
  index: number
  rowIndex: number
  top: number
  period: LedgerPeriod
  columns: readonly GridColumn[]
  /** Null: no cell of the row is selected. */
  selection: GridSelection | null
  editing: Editing | null
  editText: string
  onSelect: (selection: GridSelection) => void
  onBegin: (typed: string | null) => void
  onDone: (text: string, step: Step) => boolean
  onCancel: () => void
}

/** One indicator. Drawn again only when it, or what is selected in it, has changed. */
export const GridRow = memo(
  function GridRow(props: GridRowProps): ReactElement {
    const { row, index, rowIndex, top, columns, selection, editing, onSelect, onBegin } = props
    const { t } = useTranslation()
    const block = selection && blockOf(selection)
    return (
      <div className="ledger-row" role="row" aria-rowindex={rowIndex} style={{ top }}>
        {columns.map((column, at) => {
          const active = selection?.row === index && selection.column === at
          const inBlock = block !== null && at >= block.left && at <= block.right
          return (
            <span
              key={columnId(column)}
              id={cellId(index, at)}
              className={`ledger-cell ledger-${column.kind} ${active ? 'ledger-active' : inBlock ? 'ledger-in-block' : ''}`}
              role={column.kind === 'name' ? 'rowheader' : 'gridcell'}
              aria-selected={inBlock}
              onMouseDown={(event) => {
                if (event.button !== 0 || (active && editing)) return
                onSelect(event.shiftKey && selection ? { ...selection, toRow: index, toColumn: at } : cellAt(index, at))
              }}
              onDoubleClick={() => onBegin(null)}
            >
              {active && editing ? (
                <CellEditor
                  label={t('ledger:cell.edit', { indicator: row.indicator })}
                  text={props.editText}
                  whole={editing.typed === null}
                  onDone={props.onDone}
                  onCancel={props.onCancel}
                />
              ) : (
                <CellContent {...props} column={column} />
              )}
            </span>
          )
        })}
      </div>
    )
  },
  (a, b) =>
    a.row === b.row &&
    a.top === b.top &&
    a.index === b.index &&
    a.period === b.period &&
    a.columns === b.columns &&
    a.selection === null &&
    b.selection === null,
)

function CellContent({ row, period, columns, column }: GridRowProps & { column: GridColumn }): ReactElement | null {
  const { t } = useTranslation()
  switch (column.kind) {
    case 'name':
      return (
        <>
          <b className="ledger-indicator">{row.indicator}</b>
          <small>{[row.unit, row.basis.scope].filter((part) => part !== '').join(' · ')}</small>
        </>
      )
    case 'figure': {
      const figure = row.figures.find((one) => isAt(one, { ...column.column, period }))
      return figure ? <Figure row={row} figure={figure} /> : <span className="ledger-none">—</span>
    }
    case 'trend':
      return <Sparkline points={trendOf(row, period)} />
    case 'state': {
      const state = stateOf(row, period, newestYear(columns))
      return (
        <span className="ledger-state-words">
          <StateShape state={state} />
          {t(`ledger:state.${state}`)}
        </span>
      )
    }
  }
}

/** Value above, change below; of a target that is a change alone, its words. */
function Figure({ row, figure }: { row: LedgerRow; figure: LedgerFigure }): ReactElement {
  const { t } = useTranslation()
  const { unit } = row
  const left = useGrowthLeft(row, figure)
  const { value, growth, growthUnit, bound, kind, settlement } = figure
  const inRow = value === null ? null : inUnit(value, figure.unit, unit)
  const amount = value === null ? '' : (inRow ?? `${value}${figure.unit}`)
  const suffix = bound === '' ? '' : t(`ledger:bound.${bound}`)
  const rate =
    growth === null
      ? ''
      : `${growth.startsWith('-') ? '' : '+'}${growth}${growthUnit === 'value' ? figure.unit : growthUnit}`
  if (kind === 'target' && amount === '') {
    const words = growth?.startsWith('-') ? 'ledger:targetWords.falls' : 'ledger:targetWords.grows'
    return <span className="ledger-target">{t(words, { rate: rate.slice(1) }) + suffix}</span>
  }
  return (
    <>
      <b className="ledger-value">{amount === '' ? '—' : amount + suffix}</b>
      <small>
        {settlement === 'estimate' && <i className="ledger-estimate">{t('ledger:settlement.short')}</i>}
        {rate}
        {left && <i className="ledger-left">{t('ledger:growthLeft.short')}</i>}
      </small>
    </>
  )
}
