import {
  emptyContent,
  isAt,
  noBasis,
  type FigureContent,
  type FigurePlace,
  type Ledger,
  type LedgerColumn,
  type LedgerFigure,
  type LedgerRow,
} from './ledger.ts'
import { longestHistory, mostColumns } from './parse-ledger.ts'

/** One change of the ledger. Edits of several cells travel in one list and are one step of undo. */
export type LedgerEdit =
  /** Changes what a cell says; a cell that is not there yet is made, its row too. */
  | ({ edit: 'set' } & FigurePlace & { content: Partial<FigureContent> })
  | ({ edit: 'clear' } & FigurePlace)
  | { edit: 'addRow'; row: Partial<LedgerRow> & Pick<LedgerRow, 'indicator'>; at?: number }
  | { edit: 'changeRow'; indicator: string; change: RowChange }
  | { edit: 'removeRow'; indicator: string }
  | { edit: 'moveRow'; indicator: string; to: number }
  /** A year that is shown also while it is empty. Figures stay when it is taken away. */
  | ({ edit: 'addColumn' } & LedgerColumn)
  | ({ edit: 'removeColumn' } & LedgerColumn)

/** A new `indicator` renames the row; links that name the old one go on leading to it. */
export type RowChange = Partial<Pick<LedgerRow, 'indicator' | 'unit' | 'group' | 'department' | 'basis'>>

/** Who changes it and when: wall time `YYYY-MM-DDThh:mm:ss`. */
export interface Stamp {
  at: string
  by: string
}

/** The ledger after the edits, in their order; an edit that does not fit (a name that is taken, a row that is gone) changes nothing. */
export function editLedger(ledger: Ledger, edits: readonly LedgerEdit[], stamp: Stamp): Ledger {
  return edits.reduce((edited, edit) => applyEdit(edited, edit, stamp), ledger)
}

function applyEdit(ledger: Ledger, edit: LedgerEdit, stamp: Stamp): Ledger {
  switch (edit.edit) {
    case 'set':
      return setFigure(ledger, edit, stamp)
    case 'clear':
      return changeRow(ledger, edit.indicator, (row) => {
        const figures = row.figures.filter((figure) => !isAt(figure, edit))
        return figures.length === row.figures.length ? row : { ...row, figures }
      })
    case 'addRow':
      return addRow(ledger, edit.row, edit.at ?? ledger.rows.length)
    case 'changeRow':
      return renameAllowed(ledger, edit)
        ? changeRow(ledger, edit.indicator, (row) => changed(row, edit.change))
        : ledger
    case 'removeRow':
      return withRows(
        ledger,
        ledger.rows.filter(({ indicator }) => indicator !== edit.indicator),
      )
    case 'moveRow':
      return moveRow(ledger, edit.indicator, edit.to)
    case 'addColumn':
      return addColumn(ledger, edit)
    case 'removeColumn':
      return removeColumn(ledger, edit)
  }
}

function setFigure(ledger: Ledger, edit: FigurePlace & { content: Partial<FigureContent> }, stamp: Stamp): Ledger {
  const { indicator, year, period, kind, content } = edit
  const exists = ledger.rows.some((row) => row.indicator === indicator)
  const ready = exists ? ledger : addRow(ledger, { indicator, unit: content.unit ?? '' }, ledger.rows.length)
  return changeRow(ready, indicator, (row) => {
    const before = row.figures.find((figure) => isAt(figure, edit))
    const after = { ...(before ? contentOf(before) : emptyContent(row.unit)), ...content }
    if (before && sameContent(before, after)) return row
    const history = before
      ? [{ at: before.changedAt, by: before.changedBy, content: contentOf(before) }, ...before.history]
      : []
    const figure: LedgerFigure = {
      ...after,
      year,
      period,
      kind,
      history: history.slice(0, longestHistory),
      changedAt: stamp.at,
      changedBy: stamp.by,
    }
    return { ...row, figures: inOrder([...row.figures.filter((one) => one !== before), figure]) }
  })
}

function inOrder(figures: LedgerFigure[]): LedgerFigure[] {
  return figures.sort(
    (a, b) => a.year - b.year || (a.period < b.period ? -1 : a.period > b.period ? 1 : 0) || (a.kind < b.kind ? -1 : 1),
  )
}

function addRow(ledger: Ledger, row: Partial<LedgerRow> & Pick<LedgerRow, 'indicator'>, at: number): Ledger {
  if (row.indicator === '' || row.indicator.includes('|')) return ledger
  if (ledger.rows.some(({ indicator }) => indicator === row.indicator)) return ledger
  const added: LedgerRow = { formerly: [], unit: '', group: '', department: '', basis: noBasis, figures: [], ...row }
  return withRows(ledger, [...ledger.rows.slice(0, at), added, ...ledger.rows.slice(at)])
}

function renameAllowed(ledger: Ledger, { indicator, change }: { indicator: string; change: RowChange }): boolean {
  const name = change.indicator
  if (name === undefined || name === indicator) return true
  return name !== '' && !name.includes('|') && !ledger.rows.some((row) => row.indicator === name)
}

function changed(row: LedgerRow, change: RowChange): LedgerRow {
  const renamed = change.indicator !== undefined && change.indicator !== row.indicator
  const formerly = renamed ? [...row.formerly.filter((name) => name !== change.indicator), row.indicator] : row.formerly
  return { ...row, ...change, formerly }
}

function moveRow(ledger: Ledger, indicator: string, to: number): Ledger {
  const row = ledger.rows.find((one) => one.indicator === indicator)
  if (!row) return ledger
  const others = ledger.rows.filter((one) => one !== row)
  return withRows(ledger, [...others.slice(0, to), row, ...others.slice(to)])
}

function addColumn(ledger: Ledger, { year, kind }: LedgerColumn): Ledger {
  const columns = ledger.columns ?? []
  const known = columns.some((one) => one.year === year && one.kind === kind)
  return known || columns.length >= mostColumns ? ledger : { ...ledger, columns: [...columns, { year, kind }] }
}

function removeColumn(ledger: Ledger, { year, kind }: LedgerColumn): Ledger {
  const { columns = [], ...rest } = ledger
  const left = columns.filter((one) => one.year !== year || one.kind !== kind)
  if (left.length === columns.length) return ledger
  return left.length === 0 ? rest : { ...rest, columns: left }
}

function changeRow(ledger: Ledger, indicator: string, change: (row: LedgerRow) => LedgerRow): Ledger {
  return withRows(
    ledger,
    ledger.rows.map((row) => (row.indicator === indicator ? change(row) : row)),
  )
}

/** The same ledger where nothing changed, so that whoever draws it can see that at a glance. */
function withRows(ledger: Ledger, rows: LedgerRow[]): Ledger {
  const same = rows.length === ledger.rows.length && rows.every((row, index) => row === ledger.rows[index])
  return same ? ledger : { ...ledger, rows }
}

export function contentOf(figure: FigureContent): FigureContent {
  const { value, unit, growth, growthUnit, bound, settlement, source, state } = figure
  return { value, unit, growth, growthUnit, bound, settlement, source, state }
}

/** Do two contents say the same, source and state included? */
export function sameContent(a: FigureContent, b: FigureContent): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b))
}
