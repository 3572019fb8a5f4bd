import {
  type CSSProperties,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react'
import { useTranslation } from 'react-i18next'
import { cellText } from '../../shared/ledger/cell-text.ts'
import { findFigure, type Ledger, type LedgerPeriod, type LedgerRow } from '../../shared/ledger/ledger.ts'
import type { Step } from './CellEditor.tsx'
import { columnId, placeOf, type GridColumn, type GridLine, type GridSort } from './grid-model.ts'
import { GridRow } from './GridRow.tsx'
import { cellId, type Editing } from './grid-cell.ts'
import { topsOf, useLinesInView } from './lines-in-view.ts'
import { blockOf, cellAt, moveBy, within, type GridSelection } from './selection.ts'

/** Heights of the lines in pixels, equal throughout so that the place of each is known without drawing it. */
export const rowHeight = 42
export const groupHeight = 30

/** Widths of the columns in pixels; the name takes what is left over. */
const widths: Readonly<Record<GridColumn['kind'], number>> = { name: 210, figure: 116, trend: 96, state: 92 }

const heightOf = (line: GridLine): number => (line.kind === 'group' ? groupHeight : rowHeight)

function widthOf(columns: readonly GridColumn[], name: number): number {
  return columns.reduce((sum, { kind }) => sum + (kind === 'name' ? name : widths[kind]), 0)
}

/** The name stands still while years pass behind it: it is so wide that at the right end no year lies half behind it. */
function nameWidth(columns: readonly GridColumn[], view: number): number {
  let shown = 0
  for (const { kind } of columns.slice(1).reverse()) {
    if (shown + widths[kind] > view - widths.name) break
    shown += widths[kind]
  }
  return Math.max(widths.name, view - shown)
}

interface LedgerGridProps {
  ledger: Ledger
  period: LedgerPeriod
  columns: readonly GridColumn[]
  lines: readonly GridLine[]
  sort: GridSort
  selection: GridSelection
  onSort: (sort: GridSort) => void
  onSelect: (selection: GridSelection) => void
  /** False: the words are no figure, or no name that is free. */
  onType: (row: LedgerRow, column: GridColumn, text: string) => boolean
  onClear: () => void
  onCopy: () => string
  onPaste: (text: string) => void
  /** Moves the row of the selection by one. */
  onMoveRow: (by: -1 | 1) => void
  readOnly: boolean
}

/** The table of the ledger: keys move a cell through it, and only the lines in view are drawn. */
export function LedgerGrid(props: LedgerGridProps): ReactElement {
  const { ledger, period, columns, lines, onSelect, onType, readOnly } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const rows = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? line.row : [])), [lines])
  const selection = within(props.selection, { rows: Math.max(1, rows.length), columns: columns.length })
  const tops = useMemo(() => topsOf(lines, heightOf), [lines])
  const view = useLinesInView(scroller, tops)
  const name = nameWidth(columns, view.width)
  useKeepInView(scroller, lines, tops, columns, name, selection)
  useFocusBack(scroller, editing)
  useEffect(() => {
    scroller.current?.focus()
    // The newest years, their targets and states are what the ledger is opened for.
    scroller.current?.scrollTo({ left: scroller.current.scrollWidth })
  }, [])

  const size = {
    rows: rows.length,
    columns: columns.length,
    page: Math.max(1, Math.floor(view.height / rowHeight) - 2),
  }
  const row = rows[selection.row]
  const column = columns[selection.column]

  const begin = (typed: string | null): void => {
    if (!readOnly && row && column && (column.kind === 'figure' || column.kind === 'name')) setEditing({ typed })
  }

  const finish = (text: string, step: Step): boolean => {
    if (!row || !column || !onType(row, column, text)) return false
    const next = nextCell(step)
    // A field that is taken away with the focus in it costs the browser several times as much. Ended by the focus, it is elsewhere.
    if (next) scroller.current?.focus({ preventScroll: true })
    setEditing(null)
    if (next) onSelect(moveBy(selection, { key: next, ctrl: false, shift: false }, size) ?? selection)
    return true
  }

  const hear = (event: KeyboardEvent): void => {
    if (editing || event.nativeEvent.isComposing) return
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
      props.onMoveRow(event.key === 'ArrowUp' ? -1 : 1)
    else if (event.key === 'Enter' || event.key === 'F2') begin(null)
    else if (event.key === 'Delete' || event.key === 'Backspace') props.onClear()
    else if (event.key === 'Tab' && !event.shiftKey && selection.column < columns.length - 1)
      onSelect(cellAt(selection.row, selection.column + 1))
    else if (event.key === 'Tab' && event.shiftKey && selection.column > 0)
      onSelect(cellAt(selection.row, selection.column - 1))
    else if (isTyping(event)) begin(event.key)
    else {
      const keys = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey }
      const moved = moveBy(selection, keys, size)
      if (!moved) return
      onSelect(moved)
    }
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className="ledger-scroll"
      style={{ '--w-name': `${name}px` } as CSSProperties}
      role="grid"
      aria-label={t('ledger:view.title')}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-readonly={readOnly}
      aria-activedescendant={row ? cellId(selection.row, selection.column) : undefined}
      tabIndex={0}
      data-pane-focus
      onKeyDown={hear}
      onCopy={(event) => {
        if (editing) return
        event.clipboardData.setData('text/plain', props.onCopy())
        event.preventDefault()
      }}
      onPaste={(event) => {
        if (editing) return
        event.preventDefault()
        if (!readOnly) props.onPaste(event.clipboardData.getData('text/plain'))
      }}
    >
      <HeadRow {...props} width={widthOf(columns, name)} />
      <div
        className="ledger-lines"
        role="rowgroup"
        style={{ height: tops.at(-1) ?? 0, minWidth: widthOf(columns, name) }}
      >
        {lines.slice(view.first, view.last).map((line, at) => {
          const index = view.first + at
          const top = tops[index] ?? 0
          if (line.kind === 'group')
            return (
              <div
                key={`group-${line.group}`}
                className="ledger-group"
                role="row"
                aria-rowindex={index + 2}
                style={{ top }}
              >
                <span role="gridcell" aria-colspan={columns.length}>
                  {line.group === '' ? t('ledger:group.none') : line.group}
                </span>
              </div>
            )
          const active = line.index === selection.row
          const inBlock = line.index >= blockOf(selection).top && line.index <= blockOf(selection).bottom
          return (
            <GridRow
              key={line.row.indicator}
              row={line.row}
              index={line.index}
              rowIndex={index + 2}
              top={top}
              period={period}
              columns={columns}
              selection={inBlock ? selection : null}
              editing={active ? editing : null}
              editText={active && editing && column ? startText(ledger, line.row, column, period, editing) : ''}
              onSelect={onSelect}
              onBegin={begin}
              onDone={finish}
              onCancel={() => setEditing(null)}
            />
          )
        })}
      </div>
    </div>
  )
}

function HeadRow({ columns, sort, onSort, selection, width }: LedgerGridProps & { width: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="ledger-columns" role="row" aria-rowindex={1} style={{ minWidth: width }}>
      {columns.map((column, index) => {
        const id = columnId(column)
        const sorted = sort.column === id
        const name =
          column.kind === 'figure'
            ? t(`ledger:column.${column.column.kind}`, { year: column.column.year })
            : t(`ledger:column.${column.kind}`)
        const head = `ledger-cell ledger-${column.kind} ${index === selection.column ? 'ledger-here' : ''}`
        if (column.kind === 'trend')
          return (
            <span key={id} className={head} role="columnheader">
              {name}
            </span>
          )
        return (
          <span
            key={id}
            className={head}
            role="columnheader"
            aria-sort={sorted ? (sort.falling ? 'descending' : 'ascending') : 'none'}
          >
            <button
              type="button"
              tabIndex={-1}
              className="ledger-sort"
              title={t('ledger:sort.tip')}
              onClick={() => onSort(nextSort(sort, id))}
            >
              {name}
              <i aria-hidden="true">{sorted ? (sort.falling ? '▾' : '▴') : ''}</i>
            </button>
          </span>
        )
      })}
    </div>
  )
}

/** Rising, falling, and back to the order of the ledger. */
function nextSort(sort: GridSort, column: string): GridSort {
  if (sort.column !== column) return { column, falling: column !== 'name' && column !== 'state' }
  const first = column !== 'name' && column !== 'state'
  return sort.falling === first ? { column, falling: !first } : { column: '', falling: false }
}

function startText(
  ledger: Ledger,
  row: LedgerRow,
  column: GridColumn,
  period: LedgerPeriod,
  { typed }: Editing,
): string {
  if (typed !== null) return typed
  if (column.kind === 'name') return row.indicator
  if (column.kind !== 'figure') return ''
  const figure = findFigure(ledger, placeOf(row, period, column.column))
  return figure ? cellText(figure, row.unit) : ''
}

function nextCell(step: Step): string | undefined {
  return { stay: undefined, down: 'ArrowDown', up: 'ArrowUp', right: 'ArrowRight', left: 'ArrowLeft' }[step]
}

function isTyping({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
}

/** The cell that keys act on is never left out of view. */
function useKeepInView(
  scroller: React.RefObject<HTMLDivElement | null>,
  lines: readonly GridLine[],
  tops: readonly number[],
  columns: readonly GridColumn[],
  name: number,
  { toRow: last, toColumn }: GridSelection,
): void {
  useLayoutEffect(() => {
    const element = scroller.current
    const index = lines.findIndex((line) => line.kind === 'row' && line.index === last)
    if (!element || index < 0) return
    const head = element.querySelector<HTMLElement>('.ledger-columns')?.offsetHeight ?? 0
    const top = tops[index] ?? 0
    if (top < element.scrollTop) element.scrollTo({ top })
    else if (top + rowHeight > element.scrollTop + element.clientHeight - head)
      element.scrollTo({ top: top + rowHeight - element.clientHeight + head })
  }, [scroller, lines, tops, last])
  useLayoutEffect(() => {
    const element = scroller.current
    // The name stands still at the left; the cell must not lie behind it.
    if (!element || toColumn === 0) return
    const left = widthOf(columns.slice(0, toColumn), name)
    const right = left + widthOf(columns.slice(toColumn, toColumn + 1), name)
    if (left - name < element.scrollLeft) element.scrollTo({ left: left - name })
    else if (right > element.scrollLeft + element.clientWidth) element.scrollTo({ left: right - element.clientWidth })
  }, [scroller, columns, name, toColumn])
}

/** After an edit the keys go on in the grid. */
function useFocusBack(scroller: React.RefObject<HTMLDivElement | null>, editing: Editing | null): void {
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !editing && (document.activeElement ?? document.body) === document.body)
      scroller.current?.focus()
    was.current = editing !== null
  }, [scroller, editing])
}
