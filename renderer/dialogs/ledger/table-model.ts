import type { IndicatorEntry } from '../../../shared/templates/templates.ts'
import type { SheetTable } from '../../../shared/sheets/sheet-table.ts'
import {
  guessMapping,
  isFigure,
  type ColumnMeaning,
  type SheetMapping,
} from '../../../shared/ledger/sheet/sheet-mapping.ts'

/** Tables of one file or of the clipboard, each with the mapping it is read by; `read` false: left out. */
export interface OpenTables {
  /** '' for the clipboard. */
  file: string
  tables: { table: SheetTable; mapping: SheetMapping; guessed: boolean; read: boolean }[]
  cut: boolean
}

/** In the order of the list that people choose from. */
export const meanings = [
  'nothing',
  'indicator',
  'value',
  'growth',
  'state',
  'year',
  'period',
  'kind',
  'unit',
  'group',
  'department',
  'prices',
  'scope',
  'settlement',
  'file',
  'sentence',
  'sourceDepartment',
  'person',
] as const
export type Meaning = (typeof meanings)[number]

/** A table of which nothing could be guessed is read once somebody says what its columns mean. */
export function openTables(file: string, tables: readonly SheetTable[], cut: boolean, year: number | null): OpenTables {
  return {
    file,
    cut,
    tables: tables
      .filter(({ rows }) => rows.length > 0)
      .map((table) => {
        const mapping = guessMapping(table, year)
        const none: SheetMapping = { headRows: 1, columns: [], year, unit: '' }
        return { table, mapping: mapping ?? none, guessed: mapping !== undefined, read: mapping !== undefined }
      }),
  }
}

export function withMeaning(mapping: SheetMapping, column: number, means: Meaning): SheetMapping {
  const before = mapping.columns[column]
  const kept = before && isFigure(before) ? before : {}
  const meaning: ColumnMeaning = isFigureMeaning(means) ? { ...kept, means } : { means }
  return withColumn(mapping, column, meaning)
}

/** What a column of figures says of all its cells. */
export function withPlace(
  mapping: SheetMapping,
  column: number,
  place: { year?: number | null; kind?: 'result' | 'target' },
): SheetMapping {
  const before = mapping.columns[column]
  if (!before || !isFigure(before)) return mapping
  const { year: own, ...rest } = before
  const year = place.year === undefined ? own : place.year
  const meaning = { ...rest, ...(year === undefined || year === null ? {} : { year }) }
  return withColumn(mapping, column, place.kind === undefined ? meaning : { ...meaning, kind: place.kind })
}

function withColumn(mapping: SheetMapping, column: number, meaning: ColumnMeaning): SheetMapping {
  const columns = Array.from(
    { length: Math.max(mapping.columns.length, column + 1) },
    (_, at): ColumnMeaning => mapping.columns[at] ?? { means: 'nothing' },
  )
  columns[column] = meaning
  return { ...mapping, columns }
}

function isFigureMeaning(
  means: Meaning,
): means is Extract<ColumnMeaning, { means: 'value' | 'growth' | 'state' }>['means'] {
  return isFigure({ means })
}

/** The words of a column's head in one line. */
export function headOf({ rows }: SheetTable, { headRows }: SheetMapping, column: number): string {
  const words = rows.slice(Math.max(0, headRows - 2), headRows).map((row) => row[column]?.text ?? '')
  return [...new Set(words.filter((word) => word !== ''))].join(' ')
}

/** The catalogue's name of what a table calls otherwise. */
export function namesOf(indicators: readonly IndicatorEntry[]): (name: string) => string | undefined {
  const names = new Map<string, string>()
  for (const { name, aliases } of indicators) for (const alias of aliases) names.set(alias.name, name)
  for (const { name } of indicators) names.set(name, name)
  return (name) => names.get(name)
}
