import { compare, parseDecimal } from '../../numbers/decimal.ts'
import type { SheetCell, SheetTable } from '../../sheets/sheet-table.ts'
import { contentOf, sameContent, type LedgerEdit, type RowChange } from '../edit-ledger.ts'
import { equalValues, inUnit } from '../figure-value.ts'
import {
  emptyContent,
  findFigure,
  findRow,
  noBasis,
  type FigureContent,
  type FigurePlace,
  type Ledger,
  type LedgerRow,
} from '../ledger.ts'
import { mostRows } from '../parse-ledger.ts'
import { growthOf, readFigureCell, type CellFigure } from './figure-cell.ts'
import { isFigure, type ColumnMeaning, type SheetMapping } from './sheet-mapping.ts'
import {
  folded,
  isBlank,
  kindOfHead,
  periodOfHead,
  pricesOfWord,
  settlementOfWord,
  stateOfWord,
  unitInBrackets,
  withoutUnit,
  yearOfCell,
  type FigureField,
  type RowField,
} from './sheet-words.ts'

/** One cell of the ledger that an import changes. */
export interface SheetChange {
  place: FigurePlace
  /** Null: there is no such figure. */
  before: FigureContent | null
  after: FigureContent
  /** The table gives another value beside a growth that it does not speak of. */
  growthUnsaid: boolean
  /** Where it stands, counted from 0. */
  at: { table: number; row: number; column: number }
}

/** What could not be read, with the words that stand there. */
export interface SheetProblem {
  table: number
  row: number
  /** Null: the whole row. */
  column: number | null
  reason: SheetProblemReason
  words: string
}

export type SheetProblemReason =
  /** The row has figures and no name. */
  | 'noIndicator'
  /** Too long, or with signs that a name may not have. */
  | 'badName'
  | 'noYear'
  /** Neither a number nor empty. */
  | 'noNumber'
  /** 户 where the ledger has 亿元. */
  | 'otherMeasure'
  /** The same cell once more, and different. */
  | 'twice'
  | 'unknownState'
  | 'tooManyRows'

export interface SheetImport {
  changes: SheetChange[]
  /** Rows that are new, and what the table says of rows that the ledger has. */
  rowEdits: LedgerEdit[]
  problems: SheetProblem[]
}

export interface SheetImportSource {
  /** Name of the file; '' for what was pasted. */
  file: string
  /** The catalogue's name of what the table calls otherwise: GDP → 地区生产总值. */
  nameOf?: (name: string) => string | undefined
}

export interface MappedTable {
  table: SheetTable
  mapping: SheetMapping
}

/** What the tables say, held against the ledger: nothing is changed by it. Several tables may speak of one figure. */
export function readSheetChanges(
  tables: readonly MappedTable[],
  ledger: Ledger,
  source: SheetImportSource,
): SheetImport {
  const reader: Reader = { ledger, source, rows: new Map(), figures: new Map(), problems: [] }
  tables.forEach((mapped, table) => readTable(mapped, table, reader))
  leaveOutRows(reader)
  return {
    changes: [...reader.figures.values()].flatMap((found) => changeOf(found, reader)),
    rowEdits: [...reader.rows.values()].flatMap((row) => rowEdits(row, ledger)),
    problems: reader.problems.toSorted(
      (a, b) => a.table - b.table || a.row - b.row || (a.column ?? -1) - (b.column ?? -1),
    ),
  }
}

/** Rows for which the ledger has no room are not read, and that is said of each. */
function leaveOutRows({ ledger, rows, figures, problems }: Reader): void {
  const fresh = [...rows.values()].filter(({ indicator }) => !findRow(ledger, indicator))
  const dropped = new Set(fresh.slice(Math.max(0, mostRows - ledger.rows.length)).map(({ indicator }) => indicator))
  for (const [key, { place }] of figures) if (dropped.has(place.indicator)) figures.delete(key)
  for (const indicator of dropped) {
    const at = rows.get(indicator)?.at
    if (at) problems.push({ ...at, column: null, reason: 'tooManyRows', words: indicator })
    rows.delete(indicator)
  }
}

/** The edits of an import: rows first, then the accepted changes. */
export function sheetEdits(
  { rowEdits: rows }: Pick<SheetImport, 'rowEdits'>,
  accepted: readonly SheetChange[],
): LedgerEdit[] {
  return [...rows, ...accepted.map(editOf)]
}

/** What is not said is not set: whoever carries the edit out settles the growth with the new value. */
function editOf({ place, after, growthUnsaid }: SheetChange): LedgerEdit {
  const { growth, growthUnit, ...said } = after
  return { edit: 'set', ...place, content: growthUnsaid ? said : { ...said, growth, growthUnit } }
}

interface Reader {
  ledger: Ledger
  source: SheetImportSource
  rows: Map<string, FoundRow>
  figures: Map<string, FoundFigure>
  problems: SheetProblem[]
}

/** What the tables say of a row; '' is said of nothing. */
type FoundRow = Pick<LedgerRow, 'indicator' | 'unit' | 'group' | 'department' | 'basis'> & {
  hasFigures: boolean
  /** Where it was met first. */
  at: { table: number; row: number }
}

interface FoundFigure {
  place: FigurePlace
  at: SheetChange['at']
  value?: CellFigure & { rowUnit: string }
  growth?: CellFigure
  state?: FigureContent['state']
  settlement?: FigureContent['settlement']
  source: Partial<FigureContent['source']>
}

function readTable({ table, mapping }: MappedTable, index: number, reader: Reader): void {
  const numbered = isNumbered(table, mapping)
  let group = ''
  table.rows.slice(mapping.headRows).forEach((cells, offset) => {
    const row = { cells, mapping, table: index, row: mapping.headRows + offset, numbered }
    const heading = headingOf(row)
    if (heading === undefined) readRow(row, group, reader)
    else group = heading
  })
}

interface TableRow {
  cells: readonly SheetCell[]
  mapping: SheetMapping
  table: number
  row: number
  numbered: boolean
}

/** A row of one cell over the others is a heading (经济运行) or a note below; '' ends the group. Undefined: a row of figures. */
function headingOf({ cells, mapping }: TableRow): string | undefined {
  const words = new Set(cells.map(({ text }) => text).filter((text) => text !== ''))
  const [only = ''] = words
  if (words.size > 1 || mapping.columns.some(({ means }) => means === 'group')) return words.size === 0 ? '' : undefined
  if (words.size === 0) return ''
  if (mapping.columns.every((column) => !isFigure(column))) return undefined
  return /^(?:注|说明|備註|备注|填表|制表|Note)/.test(only) || only.length > 40 ? '' : withoutNumber(only)
}

/** 1. or 一、 before most of the names: part of the table, not of the names. */
function isNumbered({ rows }: SheetTable, { columns, headRows }: SheetMapping): boolean {
  const column = columns.findIndex(({ means }) => means === 'indicator')
  const names = rows.slice(headRows).flatMap((row) => row[column]?.text || [])
  return names.length > 1 && names.filter((name) => withoutNumber(name) !== name).length * 2 > names.length
}

function withoutNumber(name: string): string {
  return name.replace(
    /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳])\s*/,
    '',
  )
}

function readRow(row: TableRow, group: string, reader: Reader): void {
  const { cells, mapping } = row
  const words = (field: RowField, most: number): string =>
    (cells[mapping.columns.findIndex(({ means }) => means === field)]?.text ?? '').slice(0, most)
  const ownName = words('indicator', longestCellName).replace(/\s*\n\s*/g, '')
  const hasUnitColumn = mapping.columns.some(({ means }) => means === 'unit')
  const bracketed = hasUnitColumn ? '' : unitInBrackets(ownName)
  const name = row.numbered ? withoutNumber(ownName) : ownName
  const basis: LedgerRow['basis'] = { prices: pricesOfWord(words('prices', 20)) ?? '', scope: words('scope', 60) }
  const said: SaidOfRow = {
    indicator: bracketed === '' ? name : withoutUnit(name),
    unit: words('unit', 20) || bracketed,
    group: words('group', 40) || group,
    department: words('department', 100),
    basis,
    year: yearOfCell(words('year', 20)),
    period: words('period', 20) === '' ? 'year' : periodOfHead(words('period', 20)),
    kind: kindOfHead(words('kind', 20)),
  }
  if (said.indicator !== '' && !isName(said.indicator)) problem(row, null, 'badName', said.indicator, reader)
  else if (said.indicator !== '') meetRow(row, said.indicator, said, reader)
  mapping.columns.forEach((column, index) => {
    const cell = cells[index]
    if (isFigure(column) && cell && cell.text !== '') readFigure(row, { column, cell, index }, said, reader)
  })
}

/** Long enough that a name that is too long is seen to be. */
const longestCellName = 500

/** What a row says of all its figures. */
type SaidOfRow = Pick<LedgerRow, 'indicator' | 'unit' | 'group' | 'department' | 'basis'> &
  Pick<FigurePlace, 'period' | 'kind'> & { year: number | undefined }

function isName(name: string): boolean {
  return name.length <= 60 && !/[|\r\n]/.test(name)
}

function problem(
  { table, row }: TableRow,
  column: number | null,
  reason: SheetProblemReason,
  words: string,
  reader: Reader,
): void {
  reader.problems.push({ table, row, column, reason, words: words.slice(0, 60) })
}

/** The name the ledger has for it. */
function nameIn({ ledger, source }: Reader, name: string): string {
  const own = findRow(ledger, name)
  if (own) return own.indicator
  const canonical = source.nameOf?.(name)
  return canonical === undefined ? name : (findRow(ledger, canonical)?.indicator ?? canonical)
}

function meetRow(
  { table, row }: TableRow,
  name: string,
  details: Pick<LedgerRow, 'unit' | 'group' | 'department' | 'basis'>,
  reader: Reader,
): FoundRow {
  const indicator = nameIn(reader, name)
  const met = reader.rows.get(indicator)
  const found: FoundRow = {
    indicator,
    unit: met?.unit || details.unit,
    group: met?.group || details.group,
    department: met?.department || details.department,
    basis: { prices: met?.basis.prices || details.basis.prices, scope: met?.basis.scope || details.basis.scope },
    hasFigures: met?.hasFigures ?? false,
    at: met?.at ?? { table, row },
  }
  reader.rows.set(indicator, found)
  return found
}

interface CellOfFigure {
  column: Extract<ColumnMeaning, { means: FigureField }>
  cell: SheetCell
  index: number
}

const noDetails = { unit: '', group: '', department: '', basis: noBasis }

function readFigure(row: TableRow, { column, cell, index }: CellOfFigure, of: SaidOfRow, reader: Reader): void {
  const { mapping, table, row: line } = row
  const name = column.indicator ?? of.indicator
  const year = column.year ?? of.year ?? mapping.year
  const refuse = (reason: SheetProblemReason): void => {
    if (!isBlank(cell.text)) problem(row, index, reason, cell.text, reader)
  }
  if (name === '') {
    refuse('noIndicator')
    return
  }
  if (year === null) {
    refuse('noYear')
    return
  }
  if (!isName(name)) return
  const indicator = nameIn(reader, name)
  const place = { indicator, year, period: column.period ?? of.period, kind: column.kind ?? of.kind }
  const key = [indicator, year, place.period, place.kind].join('|')
  const found = reader.figures.get(key) ?? { place, at: { table, row: line, column: index }, source: {} }
  const rowUnit = column.unit ?? (of.unit || findRow(reader.ledger, indicator)?.unit || mapping.unit)
  const read = readField(column.means, cell, rowUnit)
  if (read === null) return
  if (typeof read === 'string') {
    refuse(read)
    return
  }
  const { value, ...others } = read
  const said: FoundFigure = { ...found, ...others, source: { ...found.source, ...read.source } }
  if (value) said.value = { ...value, rowUnit }
  if (isOther(found, said)) {
    refuse('twice')
    return
  }
  // Where the rows have a column for their unit, the words of a cell say only that this figure is in another.
  const ownUnit = mapping.columns.some(({ means }) => means === 'unit') ? '' : (value?.unit ?? '')
  meetRow(row, name, { ...noDetails, unit: value ? rowUnit || ownUnit : '' }, reader).hasFigures = true
  reader.figures.set(key, said)
}

type ReadField = Omit<Partial<FoundFigure>, 'value'> & { value?: CellFigure }

/** Null: the cell says nothing. */
function readField(means: FigureField, cell: SheetCell, rowUnit: string): ReadField | null | SheetProblemReason {
  switch (means) {
    case 'value':
    case 'growth': {
      const read = readFigureCell(cell)
      return read === undefined ? 'noNumber' : read && { [isRate(read, rowUnit) ? 'growth' : means]: read }
    }
    case 'state': {
      const state = stateOfWord(cell.text)
      return state === undefined ? (isBlank(cell.text) ? null : 'unknownState') : { state }
    }
    case 'settlement': {
      const settlement = settlementOfWord(cell.text)
      return settlement === undefined ? null : { settlement }
    }
    case 'file':
    case 'sentence':
    case 'person':
      return { source: { [means]: cell.text.slice(0, longestSource[means]) } }
    case 'sourceDepartment':
      return { source: { department: cell.text.slice(0, longestSource.department) } }
  }
}

/** What the ledger holds of a source (`ledgerSchema`). */
const longestSource = { file: 255, sentence: 2000, department: 100, person: 100 }

/** A target column of 亿元 that says 8%以上 means growth. */
function isRate({ unit, grows }: CellFigure, rowUnit: string): boolean {
  if (unit !== '%' && unit !== '百分点') return grows === true
  return grows === true || (rowUnit !== '' && !/[%‰]|百分点/.test(rowUnit))
}

/** Two cells of the tables give one figure differently: the first one counts. */
function isOther(before: FoundFigure, after: FoundFigure): boolean {
  const differs = (a: CellFigure | undefined, b: CellFigure | undefined): boolean =>
    a !== undefined && b !== undefined && (folded(a.number) !== folded(b.number) || a.unit !== b.unit)
  return differs(before.value, after.value) || differs(before.growth, after.growth)
}

function changeOf(found: FoundFigure, reader: Reader): SheetChange[] {
  const { place, at } = found
  const row = findRow(reader.ledger, place.indicator)
  const figure = findFigure(reader.ledger, place)
  const before = figure ? contentOf(figure) : null
  const onlySource = found.value === undefined && found.growth === undefined && found.state === undefined
  if (onlySource && !before) return []
  const after = contentAfter(found, before, row?.unit ?? reader.rows.get(place.indicator)?.unit ?? '', reader)
  if (after === undefined) {
    const { table, row: line, column } = at
    const words = [
      found.value?.number,
      found.value?.unit ?? found.value?.rowUnit,
      found.growth?.number,
      found.growth?.unit,
    ]
    reader.problems.push({ table, row: line, column, reason: 'otherMeasure', words: words.join('') })
    return []
  }
  if (before && sameContent(before, after)) return []
  const growthUnsaid =
    found.growth === undefined && before !== null && before.growth !== null && before.value !== after.value
  return [{ place, before, after, growthUnsaid, at }]
}

/** Undefined: of another measure than the ledger has it. */
function contentAfter(
  found: FoundFigure,
  before: FigureContent | null,
  rowUnit: string,
  { source }: Reader,
): FigureContent | undefined {
  const base = before ?? { ...emptyContent(rowUnit), source: { ...emptyContent('').source, file: source.file } }
  const numbers = { ...numbersOf(base), ...valueAfter(found, base) }
  if (found.value && !fits(found.value, numbers.unit, rowUnit)) return undefined
  const growth = found.growth && growthAfter(found.growth, base, numbers.unit)
  if (found.growth && !growth) return undefined
  const bound = found.value?.bound || found.growth?.bound || (found.value || found.growth ? '' : base.bound)
  const changed = { ...numbers, ...growth, bound }
  const isNew = !sameContent({ ...base, ...changed }, base)
  const known = changed.value !== null || changed.growth !== null
  const reported = isNew && known ? 'reported' : base.state
  const own = isNew && before ? { ...base.source, file: source.file, sentence: '' } : base.source
  return {
    ...base,
    ...changed,
    settlement: found.settlement ?? base.settlement,
    state: found.state ?? reported,
    source: { ...own, ...found.source },
  }
}

function numbersOf({
  value,
  unit,
  growth,
  growthUnit,
}: FigureContent): Pick<FigureContent, 'value' | 'unit' | 'growth' | 'growthUnit'> {
  return { value, unit, growth, growthUnit }
}

/** A figure that says the same in other digits or another magnitude keeps those of the ledger. */
function valueAfter({ value: cell }: FoundFigure, base: FigureContent): Partial<FigureContent> {
  if (!cell) return {}
  const unit = cell.unit ?? cell.rowUnit
  const moved = base.value === null ? undefined : inUnit(cell.number, unit, base.unit)
  if (moved !== undefined && base.value !== null && equalValues(moved, base.value)) return {}
  return { value: cell.number, unit }
}

/** A unit that stands in the cell itself is believed; one of the row or head must be of the ledger's measure. */
function fits({ unit: own, rowUnit }: NonNullable<FoundFigure['value']>, unit: string, ledgerUnit: string): boolean {
  return own !== undefined || rowUnit === '' || ledgerUnit === '' || inUnit('0', unit, ledgerUnit) !== undefined
}

function growthAfter(
  cell: CellFigure,
  base: FigureContent,
  unit: string,
): Pick<FigureContent, 'growth' | 'growthUnit'> | undefined {
  const read = growthOf(cell, unit)
  if (!read) return undefined
  const same = base.growth !== null && base.growthUnit === read.growthUnit && compareEqual(base.growth, read.growth)
  return same ? { growth: base.growth, growthUnit: base.growthUnit } : read
}

function compareEqual(a: string, b: string): boolean {
  return compare(parseDecimal(a), parseDecimal(b)) === 0
}

function rowEdits({ indicator, unit, group, department, basis, hasFigures }: FoundRow, ledger: Ledger): LedgerEdit[] {
  const own = findRow(ledger, indicator)
  if (!own) {
    return hasFigures || unit !== '' || group !== '' || department !== '' || basis.scope !== '' || basis.prices !== ''
      ? [{ edit: 'addRow', row: { indicator, unit, group, department, basis } }]
      : []
  }
  const change: RowChange = {
    ...(department !== '' && department !== own.department ? { department } : {}),
    ...(group !== '' && own.group === '' ? { group } : {}),
    ...basisChange(basis, own),
  }
  return Object.keys(change).length > 0 ? [{ edit: 'changeRow', indicator, change }] : []
}

function basisChange(basis: LedgerRow['basis'], own: LedgerRow): RowChange {
  const said = { prices: basis.prices || own.basis.prices, scope: basis.scope || own.basis.scope }
  return said.prices === own.basis.prices && said.scope === own.basis.scope ? {} : { basis: said }
}
