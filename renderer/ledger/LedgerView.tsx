import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { cellText } from '../../shared/ledger/cell-text.ts'
import type { LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { findFigure, type LedgerRow } from '../../shared/ledger/ledger.ts'
import { pasteBlock, typeInto, type FigureColumn } from '../../shared/ledger/paste-block.ts'
import { useSteady } from '../app/use-steady.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { AddIndicator } from './AddIndicator.tsx'
import {
  columnsOf,
  columnsToAdd,
  emptyColumns,
  linesOf,
  newestYear,
  placeOf,
  sameColumns,
  type GridChoice,
  type GridColumn,
} from './grid-model.ts'
import { LedgerFilters } from './LedgerFilters.tsx'
import { LedgerGrid } from './LedgerGrid.tsx'
import { EmptyLedger } from './EmptyLedger.tsx'
import { LedgerTools } from './LedgerTools.tsx'
import { readClipboardTable, writeClipboardTable } from './clipboard-table.ts'
import { isCellOf, selectionIn } from './chosen-cell.ts'
import { blockOf, type GridSelection } from './selection.ts'

/** 台账 in the place of outline and page: Esc goes back to the caret. */
export function LedgerView(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const ledger = useSession((session) => session.ledger)
  const readOnly = useSession((session) => session.readOnly !== null)
  const year = useSession((session) => session.report.meta.year)
  const chosen = useWindow((state) => state.ledgerCell)
  const [choice, setChoice] = useState<GridChoice>({
    period: 'year',
    words: '',
    state: 'all',
    sort: { column: '', falling: false },
  })
  const [adding, setAdding] = useState(false)
  const columns = useSteady(
    useMemo(() => columnsOf(ledger, choice.period, year), [ledger, choice.period, year]),
    sameColumns,
  )
  const newest = newestYear(columns)
  const lines = useMemo(() => linesOf(ledger, choice, newest), [ledger, choice, newest])
  const rows = lines.flatMap((line) => (line.kind === 'row' ? line.row : []))
  const selection = selectionIn(chosen, rows, columns)
  const block = blockOf(selection)

  // The menus of the tools are not drawn again for every key of the grid.
  const years = useMemo(() => columnsToAdd(columns), [columns])
  const add = useCallback(() => setAdding(true), [])
  const emptyYears = useMemo(() => emptyColumns(ledger), [ledger])
  const changeYear = useCallback(
    (change: 'addColumn' | 'removeColumn', column: FigureColumn) =>
      void controller.ledger.edit(
        [{ edit: change, ...column }],
        t(`ledger:tools.year.${column.kind}`, { year: column.year }),
      ),
    [controller, t],
  )

  const view = useRef<HTMLElement>(null)
  // Without rows there is no grid to take the keys; Esc must lead back all the same.
  useEffect(() => {
    if (!view.current?.contains(document.activeElement)) view.current?.focus()
  }, [])

  const select = (next: GridSelection): void => {
    const [row, column] = [rows[next.row], columns[next.column]]
    if (!row || !column) return
    const figure = column.kind === 'figure' ? column.column : null
    controller.selectLedgerCell({ selection: next, indicator: row.indicator, period: choice.period, column: figure })
  }

  // The right column tells of the cell that keys act on, whatever became of the rows and columns around it.
  useEffect(() => {
    if (rows.length > 0 && !isCellOf(chosen, selection, choice.period, rows, columns)) select(selection)
  })

  const edit = (edits: readonly LedgerEdit[], words: string): boolean =>
    edits.length === 0 || controller.ledger.edit(edits, words)

  const type = (row: LedgerRow, column: GridColumn, text: string): boolean => {
    if (column.kind === 'name') {
      const indicator = text.trim()
      if (indicator === row.indicator) return true
      if (indicator === '' || indicator.includes('|') || ledger.rows.some((one) => one.indicator === indicator))
        return false
      return edit([{ edit: 'changeRow', indicator: row.indicator, change: { indicator } }], indicator)
    }
    if (column.kind !== 'figure') return false
    const edits = typeInto(ledger, placeOf(row, choice.period, column.column), text, row.unit)
    if (edits) return edit(edits, wordsOf(row, column))
    controller.announcer.tell(t('ledger:cell.refused', { text, unit: row.unit }))
    return false
  }

  const wordsOf = (row: LedgerRow, column: GridColumn): string =>
    [row.indicator, column.kind === 'figure' ? t('ledger:column.year', { year: column.column.year }) : '']
      .join(' ')
      .trim()

  const figureColumns = columns.flatMap((column, at) =>
    column.kind === 'figure' && at >= block.left && at <= block.right ? column.column : [],
  )
  const chosenRows = rows.slice(block.top, block.bottom + 1)

  const clear = (): void => {
    const edits = chosenRows.flatMap((row) =>
      figureColumns.flatMap((column): LedgerEdit[] => {
        const place = placeOf(row, choice.period, column)
        return findFigure(ledger, place) ? [{ edit: 'clear', ...place }] : []
      }),
    )
    const [row, column] = [rows[selection.row], columns[selection.column]]
    if (!readOnly && edits.length > 0 && row && column) edit(edits, wordsOf(row, column))
  }

  const copy = (): string =>
    writeClipboardTable(
      chosenRows.map((row) =>
        columns.slice(block.left, block.right + 1).map((column) => {
          if (column.kind === 'name') return row.indicator
          if (column.kind !== 'figure') return ''
          const figure = findFigure(ledger, placeOf(row, choice.period, column.column))
          return figure ? cellText(figure, row.unit) : ''
        }),
      ),
    )

  const paste = (text: string): void => {
    const cells = readClipboardTable(text)
    const following = columns.slice(block.left).flatMap((column) => (column.kind === 'figure' ? column.column : []))
    const skip = columns[block.left]?.kind === 'name' ? 1 : 0
    const { edits, refused, below, beside } = pasteBlock(
      ledger,
      choice.period,
      rows.slice(block.top),
      following,
      cells.map((line) => line.slice(skip)),
    )
    const first = refused[0]
    const isFiltered = choice.words.trim() !== '' || choice.state !== 'all'
    const outcome = [
      t('ledger:paste.done', { count: edits.length }),
      first && t('ledger:paste.refused', { count: refused.length, text: first.text }),
      below > 0 && t(isFiltered ? 'ledger:paste.belowShown' : 'ledger:paste.below', { count: below }),
      beside > 0 && t('ledger:paste.beside', { count: beside }),
    ]
      .filter(Boolean)
      .join('')
      .trim()
    if (edits.length === 0) controller.announcer.tell(outcome)
    else controller.ledger.edit(edits, t('ledger:paste.words', { count: edits.length }), { outcome })
  }

  const moveRow = (by: -1 | 1): void => {
    const row = rows[selection.row]
    if (!row || readOnly || choice.sort.column !== '') return
    const neighbour = rows[selection.row + by]
    if (neighbour?.group !== row.group) return
    const to = ledger.rows.indexOf(neighbour)
    if (edit([{ edit: 'moveRow', indicator: row.indicator, to }], row.indicator))
      select({ ...selection, row: selection.row + by, toRow: selection.row + by })
  }

  return (
    <main
      ref={view}
      className="ledger-view"
      tabIndex={-1}
      aria-label={t('ledger:view.title')}
      data-pane="page"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing)
          controller.showView('page')
      }}
    >
      <LedgerTools readOnly={readOnly} onAdd={add} years={years} emptyYears={emptyYears} onYear={changeYear} />
      <div className="ledger-head">
        <h2>{t('ledger:view.title')}</h2>
        <span className="ledger-about">
          {[ledger.place, t('ledger:view.count', { count: ledger.rows.length })]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </div>
      <LedgerFilters
        ledger={ledger}
        newest={newest}
        choice={choice}
        onChange={(change) => setChoice({ ...choice, ...change })}
      />
      {adding && <AddIndicator onClose={() => setAdding(false)} />}
      {lines.length === 0 ? (
        ledger.rows.length === 0 ? (
          <EmptyLedger readOnly={readOnly} onAdd={() => setAdding(true)} />
        ) : (
          <p className="empty">{t('ledger:nothingFound')}</p>
        )
      ) : (
        <LedgerGrid
          ledger={ledger}
          period={choice.period}
          columns={columns}
          lines={lines}
          sort={choice.sort}
          selection={selection}
          readOnly={readOnly}
          onSort={(sort) => setChoice({ ...choice, sort })}
          onSelect={select}
          onType={type}
          onClear={clear}
          onCopy={copy}
          onPaste={paste}
          onMoveRow={moveRow}
        />
      )}
    </main>
  )
}
