import type { SheetCell, SheetTable } from '../../sheets/sheet-table.ts'
import type { FigureKind, LedgerPeriod } from '../ledger.ts'
import {
  fieldOfHead,
  isGrowthWord,
  isOtherColumn,
  isStateWord,
  isValueWord,
  kindOfHead,
  periodOfHead,
  unitInBrackets,
  unitOfTitle,
  withoutUnit,
  yearOfCell,
  yearOfHead,
  type FigureField,
  type RowField,
} from './sheet-words.ts'

/** How a table is read into the ledger: guessed from its heads, and changed by whoever imports it. */
export interface SheetMapping {
  /** Rows above the first row of data. */
  headRows: number
  /** What each column means; columns beyond the list mean nothing. */
  columns: ColumnMeaning[]
  /** Year of columns that name none; null: such columns cannot be read. */
  year: number | null
  /** Unit of rows and columns that name none: 单位：万元 above the table. */
  unit: string
}

/** What a column of figures does not say itself (indicator, year), the row says. */
export type ColumnMeaning =
  | { means: 'nothing' }
  | { means: RowField }
  | {
      means: FigureField
      indicator?: string
      unit?: string
      year?: number
      period?: LedgerPeriod
      kind?: FigureKind
    }

const nothing: ColumnMeaning = { means: 'nothing' }

/**
 * A mapping guessed from the words of the heads (指标, 单位, 2024年, 同比), which may stand in several lines; tables with
 * years as rows are read too. `year` is that of the report: 上年 is the one before. Undefined: nothing looks like a head.
 */
export function guessMapping(table: SheetTable, year: number | null): SheetMapping | undefined {
  const first = findHead(table)
  if (first === undefined) return undefined
  const headRows = endOfHead(table, first)
  const heads = joinedHeads(table.rows.slice(first, headRows))
  const columns = heads.map((head) => meaningOf(head, year))
  const firstColumn = columns[0]
  if (!columns.some(({ means }) => means === 'indicator' || means === 'year')) {
    const years = table.rows.slice(headRows).filter(([cell]) => cell && yearOfCell(cell.text) !== undefined)
    if (firstColumn) columns[0] = { means: years.length > 1 ? 'year' : 'indicator' }
  }
  const byYear = !columns.some(({ means }) => means === 'indicator')
  const unit = table.rows
    .slice(0, first)
    .flatMap((row) => row.map(({ text }) => unitOfTitle(text)))
    .find((one) => one !== '')
  return {
    headRows,
    columns: byYear ? namedByHeads(columns, heads) : followed(columns, heads),
    year,
    unit: unit ?? '',
  }
}

/** A title may stand above; what is further down is no head. */
const deepestHead = 15

function findHead({ rows }: SheetTable): number | undefined {
  const first = rows.slice(0, deepestHead)
  const named = first.findIndex((row) => isHeadRow(row))
  if (named >= 0) return named
  const listed = first.findIndex((row, index) => isYearRow(row) && isYearRow(rows[index + 1]))
  if (listed > 0) return listed - 1
  const years = first.findIndex((row) => row.length > 1 && row.some(({ text }) => isYearHead(text)))
  return years < 0 ? undefined : years
}

/** Two heads, or the one of the names or years with words beside it. */
function isHeadRow(row: readonly SheetCell[]): boolean {
  const heads = row.filter(({ text }) => isColumnHead(text))
  const filled = row.filter(({ text }) => text !== '').length
  return (
    heads.length > 1 || (filled > 1 && heads.some(({ text }) => /^(?:indicator|year)$/.test(fieldOfHead(text) ?? '')))
  )
}

function isYearRow(row: readonly SheetCell[] | undefined): boolean {
  return row?.[0] !== undefined && yearOfCell(row[0].text) !== undefined
}

function isColumnHead(text: string): boolean {
  return fieldOfHead(withoutUnit(text)) !== undefined || isYearHead(text)
}

/** Short, with a year in it: a title is longer, and a date is no head. */
function isYearHead(text: string): boolean {
  return (
    text.length <= 20 && yearOfHead(text, null) !== undefined && !/\d{4}-\d\d/.test(text) && !/[情况表]$/.test(text)
  )
}

/** Further lines of the head name no indicator of their own and hold no figures. */
function endOfHead({ rows }: SheetTable, first: number): number {
  const main = rows[first] ?? []
  const named = main.findIndex(({ text }) => fieldOfHead(text) === 'indicator' || fieldOfHead(text) === 'year')
  const column = Math.max(0, named)
  let end = first + 1
  while (end < rows.length && end < first + 4 && continuesHead(rows[end] ?? [], column, main)) end++
  return end
}

function continuesHead(row: readonly SheetCell[], column: number, main: readonly SheetCell[]): boolean {
  const own = row[column]?.text ?? ''
  const others = row.filter((_, index) => index !== column)
  const words = others.filter(({ text }) => text !== '')
  if (own !== '' && own !== main[column]?.text) return false
  return words.length > 0 && words.every(({ text, number }) => number === null || yearOfCell(text) !== undefined)
}

/** The lines of a head as one for each column; an empty cell of an upper line belongs to the one left of it. */
function joinedHeads(lines: readonly (readonly SheetCell[])[]): string[] {
  const width = lines[0]?.length ?? 0
  const filled = lines.map((line, index) => {
    let left = ''
    return line.map(({ text }, column) => {
      const below = lines.slice(index + 1).some((other) => (other[column]?.text ?? '') !== '')
      left = text !== '' ? text : below ? left : ''
      return left
    })
  })
  return Array.from({ length: width }, (_, column) => {
    const words = filled.map((line) => line[column] ?? '').filter((word) => word !== '')
    return words.filter((word, index) => word !== words[index - 1]).join('\n')
  })
}

function meaningOf(head: string, year: number | null): ColumnMeaning {
  if (head === '') return nothing
  const field = fieldOfHead(withoutUnit(head))
  if (field !== undefined) return { means: field }
  if (isOtherColumn(head)) return nothing
  const named = yearOfHead(head, year)
  const means = isStateWord(head) ? 'state' : isGrowthWord(head) ? 'growth' : 'value'
  if (named === undefined && means === 'value' && !isValueWord(head) && kindOfHead(head) === 'result') return nothing
  return { means, ...placeOf(head, named), ...unitOf(head, means) }
}

function placeOf(head: string, year: number | undefined): { year?: number; period: LedgerPeriod; kind: FigureKind } {
  return { ...(year === undefined ? {} : { year }), period: periodOfHead(head), kind: kindOfHead(head) }
}

function unitOf(head: string, means: FigureField): { unit?: string } {
  const unit =
    head
      .split('\n')
      .map(unitInBrackets)
      .findLast((one) => one !== '') ?? ''
  return unit === '' || means === 'state' || (means === 'growth' && /^[%％]$/.test(unit)) ? {} : { unit }
}

/** 2024年 | 同比: a growth or state without a year belongs to the figure left of it. */
function followed(columns: readonly ColumnMeaning[], heads: readonly string[]): ColumnMeaning[] {
  let before: ColumnMeaning | undefined
  return columns.map((column, index) => {
    if (!isFigure(column)) return column
    const alone = column.means !== 'value' && column.year === undefined && kindOfHead(heads[index] ?? '') === 'result'
    const placed = alone && before && isFigure(before) ? { ...column, ...placeFrom(before) } : column
    if (column.means === 'value') before = column
    return placed
  })
}

function placeFrom({ year, period, kind, indicator }: Extract<ColumnMeaning, { means: FigureField }>): object {
  return {
    ...(year === undefined ? {} : { year }),
    ...(period === undefined ? {} : { period }),
    ...(kind === undefined ? {} : { kind }),
    ...(indicator === undefined ? {} : { indicator }),
  }
}

/** Years as rows: the heads name the indicators, 增速 that of the column left of it. */
function namedByHeads(columns: readonly ColumnMeaning[], heads: readonly string[]): ColumnMeaning[] {
  let before = ''
  return columns.map((column, index) => {
    const head = heads[index] ?? ''
    if (head === '' || isOtherColumn(head) || (column.means !== 'nothing' && !isFigure(column))) return column
    const bare = withoutUnit(head.split('\n').join('')).trim()
    const means = isStateWord(head) ? 'state' : isGrowthWord(head) ? 'growth' : 'value'
    const own = means === 'value' ? bare : bare.replace(/(?:同比)?(?:增速|增长率?|增幅|增减|同比|状态)$/, '').trim()
    const indicator = own === '' ? before : own
    if (indicator === '') return nothing
    before = indicator
    return { means, indicator, ...unitOf(head, means) }
  })
}

export function isFigure(column: ColumnMeaning): column is Extract<ColumnMeaning, { means: FigureField }> {
  return figureFields.has(column.means)
}

const figureFields: ReadonlySet<string> = new Set<FigureField>([
  'value',
  'growth',
  'state',
  'settlement',
  'file',
  'sentence',
  'sourceDepartment',
  'person',
])
