import { writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx'
import { allowedInXml } from '../word/write/xml.ts'
import { formatOfDecimal, shownNumber } from './number-format.ts'

/** Tables as a spreadsheet program shows them. Values are text or numbers; nothing is ever a formula. */
export interface Workbook {
  title: string
  /** Name in the file's properties; empty unless the user asked for one. */
  author: string
  tables: Table[]
}

export interface Table {
  /** Name of the sheet: at most 31 characters, without : \ / ? * [ ]. */
  name: string
  columns: TableColumn[]
  rows: CellValue[][]
  /** Columns that stay in view beside those that scroll. */
  frozen?: number
  /** Lines above the heading: title, how to fill it in. */
  above?: string[]
}

/** Text, a whole number, or a number with the digits it is printed with: `8.30`. */
export type CellValue = string | number | { decimal: string }

export interface TableColumn {
  head: string
  /** In characters of the sheet's font; a Chinese character takes two. */
  width: number
  align?: 'left' | 'center' | 'right'
  /** Offered in a list when a cell is filled in; other words may be written all the same. */
  choices?: string[]
}

/** An .xlsx file; the same workbook and clock give the same bytes. `clock` is `YYYY-MM-DDThh:mm:ssZ`. */
export function writeWorkbook({ title, author, tables }: Workbook, clock: string): Promise<Uint8Array> {
  const time = new Date(clock)
  return writeXlsx({
    sheets: namedSheets(tables).map(sheetOf),
    defaultFont: { name: bodyFont, size: fontSize, charset },
    properties: {
      title: storedText(title),
      ...(author === '' ? {} : { creator: storedText(author), lastModifiedBy: storedText(author) }),
      created: time,
      modified: time,
    },
  })
}

const bodyFont = '仿宋'
const headFont = '黑体'
const fontSize = 10
/** GB2312: without it a program may draw the names of the fonts in another script. */
const charset = 134

function sheetOf({ name, columns, rows, frozen, above = [] }: Table): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  const head = above.length
  above.forEach((line, row) => {
    cells.set(`${row},0`, { value: storedText(line), type: 'string', style: row === 0 ? titleStyle : aboveStyle })
  })
  columns.forEach((column, index) => {
    cells.set(`${head},${index}`, { value: storedText(column.head), type: 'string', style: headStyle })
  })
  rows.forEach((row, index) => {
    columns.forEach(({ align }, column) => {
      const cell = typedValue(row[column] ?? '')
      cells.set(`${head + index + 1},${column}`, { ...cell, style: styleOf(cell, align ?? 'left') })
    })
  })
  const blank = columns.map(() => '')
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [...above.map(() => blank), blank, ...rows.map(() => blank)],
    rowDefs: heightsOf({ name, columns, rows, above }),
    cells,
    ...(above.length > 0 ? { merges: above.map((_, row) => acrossRow(row, columns.length)) } : {}),
    ...choicesOf(columns, head, rows.length),
    freezePane: { rows: head + 1, ...(frozen === undefined ? {} : { columns: frozen }) },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.8, bottom: 0.8, left: 0.6, right: 0.6, header: 0.3, footer: 0.4 },
      printTitlesRow: `$${head + 1}:$${head + 1}`,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C— &P —' },
    ...(rows.length > 0 && columns.length > 1
      ? { autoFilter: { range: rangeOf(columns.length, head, rows.length) } }
      : {}),
  }
}

function acrossRow(row: number, columns: number): NonNullable<WriteSheet['merges']>[number] {
  return { startRow: row, startCol: 0, endRow: row, endCol: columns - 1 }
}

function choicesOf(columns: readonly TableColumn[], head: number, rows: number): Pick<WriteSheet, 'dataValidations'> {
  const lists = columns.flatMap(({ choices }, index) => {
    const letter = columnName(index + 1)
    const range = `${letter}${head + 2}:${letter}${head + rows + 1}`
    return choices && rows > 0
      ? [{ type: 'list' as const, values: choices, range, allowBlank: true, showErrorMessage: false }]
      : []
  })
  return lists.length > 0 ? { dataValidations: lists } : {}
}

interface TypedCell {
  value: string | number
  type: 'string' | 'number'
  format?: string
}

/** A number that a spreadsheet would not show with the same digits (too many of them) stays text. */
function typedValue(value: CellValue): TypedCell {
  if (typeof value === 'number') return { value, type: 'number' }
  if (typeof value === 'string') return { value: storedText(value), type: 'string' }
  const { decimal } = value
  const format = formatOfDecimal(decimal)
  return shownNumber(String(Number(decimal)), format).number === decimal
    ? { value: Number(decimal), type: 'number', format }
    : { value: storedText(decimal), type: 'string' }
}

/** Points of a line, and the most that a row may have (409 in Excel). */
const lineHeight = 14
const titleHeight = 22
const highestRow = 406

/** Written out, because not every program makes a row as high as its wrapped text. */
function heightsOf({ columns, rows, above = [] }: Table): NonNullable<WriteSheet['rowDefs']> {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const heights = new Map<number, { height: number }>()
  above.forEach((line, row) =>
    heights.set(row, { height: wrappedLines(line, whole - 1) * (row === 0 ? titleHeight : lineHeight) + 4 }),
  )
  const head = heightOf(
    columns.map((column) => column.head),
    columns,
  )
  // Programs make a heading of one line high enough by themselves.
  if (head > lineHeight + 4) heights.set(above.length, { height: head })
  rows.forEach((row, index) => heights.set(above.length + index + 1, { height: heightOf(row, columns) }))
  return heights
}

function heightOf(row: readonly CellValue[], columns: readonly TableColumn[]): number {
  const lines = columns.map(({ width }, index) => wrappedLines(wordsOf(row[index] ?? ''), width - 1))
  return Math.min(highestRow, Math.max(1, ...lines) * lineHeight + 4)
}

function wordsOf(value: CellValue): string {
  return typeof value === 'object' ? value.decimal : String(value)
}

function wrappedLines(text: string, width: number): number {
  const wide = (line: string): number => Array.from(line).reduce((sum, unit) => sum + (unit > '\u2000' ? 2 : 1), 0)
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(wide(line) / width)), 0)
}

/** Most characters that a cell may hold (ECMA-376 leaves it open, Excel and WPS refuse more). */
const longestCell = 32_767

/**
 * Text as the file stores it: what XML forbids is left out, and `_x0041_` is kept from being read as the code of a character
 * (ECMA-376 part 1, 22.9.2.19).
 */
function storedText(text: string): string {
  const allowed = allowedInXml(text).replaceAll('\r\n', '\n').replaceAll('\r', '\n').slice(0, longestCell)
  return allowedInXml(allowed).replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
}

/** Without what the programs refuse in the name of a sheet. */
function sheetName(name: string): string {
  const legal = cutTo(
    allowedInXml(name)
      .replace(/[:\\/?*[\]']|\p{Cc}|\p{Cf}/gu, '')
      .trim(),
    longestName,
  ).trim()
  return legal || '1'
}

const longestName = 31

/** Never half of a character that takes two places. */
function cutTo(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}

/** Excel keeps History for itself and tells no two names apart by their case; the second 财政所 is 财政所 (2). */
function namedSheets(tables: readonly Table[]): Table[] {
  const taken = new Set(['history'])
  return tables.map((table) => {
    const wanted = sheetName(table.name)
    let name = wanted
    for (let count = 2; taken.has(comparable(name)); count++) {
      const mark = ` (${count})`
      name = cutTo(wanted, longestName - mark.length) + mark
    }
    taken.add(comparable(name))
    return { ...table, name }
  })
}

const comparable = (name: string): string => name.normalize('NFKC').toLowerCase()

const thin = { style: 'thin' } as const
const border = { top: thin, right: thin, bottom: thin, left: thin }

const headStyle: CellStyle = {
  font: { name: headFont, size: fontSize, charset },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
}

const titleStyle: CellStyle = {
  font: { name: headFont, size: 14, charset },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}

const aboveStyle: CellStyle = {
  font: { name: bodyFont, size: fontSize, charset },
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
}

/**
 * A cell is stored as text and is never reckoned. One that looks like a formula also gets the format of text, so that it
 * stays text when somebody edits it; all others keep the general format, since old programs show long cells of the format
 * of text as ####.
 */
function styleOf({ value, format }: TypedCell, align: NonNullable<TableColumn['align']>): CellStyle {
  const numFmt = format ?? (typeof value === 'string' && looksLikeFormula(value) ? '@' : undefined)
  return {
    font: { name: bodyFont, size: fontSize, charset },
    alignment: { horizontal: align, vertical: 'center', wrapText: true },
    border,
    ...(numFmt === undefined ? {} : { numFmt }),
  }
}

/**
 * Full-width and small forms are read like = + - @ by programs set to Chinese; blanks, control and invisible characters before
 * them are dropped by some.
 */
export const formulaStart = '[\\s\\p{Cc}\\p{Cf}]*[=+\\-@＝＋－−＠﹦﹢﹣﹫]|[\\t\\r\\n]'
const formula = new RegExp(`^(?:${formulaStart})`, 'u')

export function looksLikeFormula(text: string): boolean {
  return formula.test(text)
}

function rangeOf(columns: number, head: number, rows: number): string {
  return `A${head + 1}:${columnName(columns)}${head + rows + 1}`
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return column <= 26 ? letter : columnName(Math.floor((column - 1) / 26)) + letter
}
