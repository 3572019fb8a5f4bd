import { inUnit } from '../../shared/ledger/figure-value.ts'
import {
  findFigure,
  isAt,
  type FigureKind,
  type FigurePlace,
  type FigureState,
  type Ledger,
  type LedgerFigure,
  type LedgerPeriod,
  type LedgerRow,
} from '../../shared/ledger/ledger.ts'
import { magnitudes } from '../../shared/numbers/units.ts'
import type { FigureColumn } from '../../shared/ledger/paste-block.ts'

/** A column of the grid: the name of the indicator, figures of a year, the trend, the state of the newest figure. */
export type GridColumn =
  { kind: 'name' } | { kind: 'figure'; column: FigureColumn } | { kind: 'trend' } | { kind: 'state' }

export type GridLine = { kind: 'group'; group: string } | { kind: 'row'; row: LedgerRow; index: number }

export interface GridSort {
  /** '' = the order of the ledger; otherwise the id of a column. */
  column: string
  falling: boolean
}

export interface GridChoice {
  period: LedgerPeriod
  /** Words that the name, unit, group or department must hold. */
  words: string
  state: FigureState | 'all'
  sort: GridSort
}

export function columnId(column: GridColumn): string {
  return column.kind === 'figure' ? `${column.column.kind}-${column.column.year}` : column.kind
}

/**
 * Results and targets of every year that is known, the year that is reviewed and the newest plan among them, and years
 * that were added by hand; what was planned stands before what came of it.
 */
export function columnsOf(ledger: Ledger, period: LedgerPeriod, reportYear: number | null): GridColumn[] {
  const figures = ledger.rows.flatMap((row) => row.figures.filter((figure) => figure.period === period))
  const results = yearsOf(figures, 'result')
  const targets = yearsOf(figures, 'target')
  if (reportYear !== null) results.add(reportYear - 1)
  const plan = Math.max(reportYear ?? 0, ...targets)
  if (plan > 0) targets.add(plan)
  for (const { year, kind } of ledger.columns ?? []) (kind === 'result' ? results : targets).add(year)
  const years = [...new Set([...results, ...targets])].sort((a, b) => a - b)
  const column = (year: number, kind: FigureKind): GridColumn => ({ kind: 'figure', column: { year, kind } })
  return [
    { kind: 'name' },
    ...years.flatMap((year) => [
      ...(targets.has(year) ? [column(year, 'target')] : []),
      ...(results.has(year) ? [column(year, 'result')] : []),
    ]),
    { kind: 'trend' },
    { kind: 'state' },
  ]
}

/** Most edits leave the columns as they are; every row would be drawn again for a list that only is another object. */
export function sameColumns(a: readonly GridColumn[], b: readonly GridColumn[]): boolean {
  return a.length === b.length && a.every((column, index) => columnId(column) === columnId(b[index] as GridColumn))
}

function yearsOf(figures: readonly LedgerFigure[], kind: FigureKind): Set<number> {
  return new Set(figures.filter((figure) => figure.kind === kind).map(({ year }) => year))
}

/** Columns that can be added by hand: the years beside those that are shown. */
export function columnsToAdd(columns: readonly GridColumn[]): FigureColumn[] {
  const years = (kind: FigureKind): number[] =>
    columns.flatMap((one) => (one.kind === 'figure' && one.column.kind === kind ? one.column.year : []))
  const [results, targets] = [years('result'), years('target')]
  const beside: FigureColumn[] = [
    { kind: 'result', year: Math.min(...results) - 1 },
    { kind: 'result', year: Math.max(...results) + 1 },
    { kind: 'target', year: (targets.length > 0 ? Math.min(...targets) : Math.max(...results) + 2) - 1 },
    { kind: 'target', year: Math.max(...targets) + 1 },
  ]
  return beside.filter(({ year }) => year >= 1900 && year <= 2999)
}

/** Years that were added by hand and hold nothing in any period: they may go again. */
export function emptyColumns({ rows, columns = [] }: Ledger): FigureColumn[] {
  const filled = (column: FigureColumn): boolean =>
    rows.some(({ figures }) => figures.some(({ year, kind }) => year === column.year && kind === column.kind))
  return columns.filter((column) => !filled(column))
}

/** The lines that are shown: rows under their groups while they stand in the order of the ledger. */
export function linesOf(ledger: Ledger, { period, words, state, sort }: GridChoice, year: number): GridLine[] {
  const shown = ledger.rows
    .filter((row) => hasWords(row, words))
    .filter((row) => state === 'all' || stateOf(row, period, year) === state)
  const sorted = sort.column === '' ? inGroups(shown) : sortRows(shown, ledger, period, sort, year)
  const lines: GridLine[] = []
  let group = ''
  sorted.forEach((row, index) => {
    if (sort.column === '' && row.group !== group) lines.push({ kind: 'group', group: (group = row.group) })
    lines.push({ kind: 'row', row, index })
  })
  return lines
}

function hasWords({ indicator, formerly, unit, group, department }: LedgerRow, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  return (
    wanted === '' ||
    [indicator, ...formerly, unit, group, department].some((text) => text.toLowerCase().includes(wanted))
  )
}

/** Rows of one group stand together, groups in the order of their first row. */
function inGroups(rows: readonly LedgerRow[]): LedgerRow[] {
  const groups = [...new Set(rows.map(({ group }) => group))]
  return groups.flatMap((group) => rows.filter((row) => row.group === group))
}

function sortRows(
  rows: readonly LedgerRow[],
  ledger: Ledger,
  period: LedgerPeriod,
  { column, falling }: GridSort,
  newest: number,
): LedgerRow[] {
  const direction = falling ? -1 : 1
  const [kind, year] = column.split('-')
  const names = new Intl.Collator('zh')
  const compare = (a: LedgerRow, b: LedgerRow): number => {
    if (column === 'name') return names.compare(a.indicator, b.indicator) * direction
    if (column === 'state')
      return (stateRank(stateOf(a, period, newest)) - stateRank(stateOf(b, period, newest))) * direction
    const [left, right] = [a, b].map((row) =>
      measureOf(findFigure(ledger, placeOf(row, period, { year: Number(year), kind: kind as FigureKind }))),
    )
    const byName = names.compare(a.indicator, b.indicator)
    if (!left || !right) return left === right ? byName : left ? -1 : 1
    // 亿元 and 万元 are compared; 元 and 人 have nothing to compare, and stand in blocks of their own.
    return names.compare(left.unit, right.unit) || (left.value - right.value) * direction || byName
  }
  return [...rows].sort(compare)
}

/** For order alone, never printed. */
function measureOf(figure: LedgerFigure | undefined): { unit: string; value: number } | undefined {
  if (!figure) return undefined
  const { value, unit, growth, growthUnit } = figure
  if (value === null) return growth === null ? undefined : { unit: `Δ${growthUnit}`, value: Number(growth) }
  const magnitude = Object.keys(magnitudes).reduce(
    (longest, word) => (word.length > longest.length && unit.startsWith(word) && unit !== word ? word : longest),
    '',
  )
  return { unit: unit.slice(magnitude.length), value: Number(value) * 10 ** (magnitudes[magnitude] ?? 0) }
}

const states: readonly FigureState[] = ['awaited', 'reported', 'checked', 'confirmed']

function stateRank(state: FigureState): number {
  return states.indexOf(state)
}

/** That of the newest year's result; a row that has none yet is awaited, whatever is known of older years. */
export function stateOf(row: LedgerRow, period: LedgerPeriod, year: number): FigureState {
  return row.figures.find((figure) => isAt(figure, { year, period, kind: 'result' }))?.state ?? 'awaited'
}

/** The year whose results are gathered: that of the last column of results. */
export function newestYear(columns: readonly GridColumn[]): number {
  const years = columns.flatMap((one) => (one.kind === 'figure' && one.column.kind === 'result' ? one.column.year : []))
  return years.at(-1) ?? 0
}

export function placeOf(row: LedgerRow, period: LedgerPeriod, { year, kind }: FigureColumn): FigurePlace {
  return { indicator: row.indicator, year, period, kind }
}

/** Results in the unit of the row, oldest first; a figure of another measure has no place in a trend. */
export function trendOf(row: LedgerRow, period: LedgerPeriod): { year: number; value: string; height: number }[] {
  return row.figures.flatMap((figure) => {
    if (figure.period !== period || figure.kind !== 'result' || figure.value === null) return []
    const value = inUnit(figure.value, figure.unit, row.unit)
    return value === undefined ? [] : [{ year: figure.year, value, height: Number(value) }]
  })
}

export function countStates(ledger: Ledger, period: LedgerPeriod, year: number): Record<FigureState, number> {
  const counts = { awaited: 0, reported: 0, checked: 0, confirmed: 0 }
  for (const row of ledger.rows) counts[stateOf(row, period, year)]++
  return counts
}
