import { writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx'
import { allowedInXml } from '../word/write/xml.ts'

/** Tables as a spreadsheet program shows them. Values are text or whole numbers; nothing is ever a formula. */
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
  rows: (string | number)[][]
}

export interface TableColumn {
  head: string
  /** In characters of the sheet's font; a Chinese character takes two. */
  width: number
  align?: 'left' | 'center'
}

/** An .xlsx file; the same workbook and clock give the same bytes. `clock` is `YYYY-MM-DDThh:mm:ssZ`. */
export function writeWorkbook({ title, author, tables }: Workbook, clock: string): Promise<Uint8Array> {
  const time = new Date(clock)
  return writeXlsx({
    sheets: tables.map(sheetOf),
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

function sheetOf({ name, columns, rows }: Table): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  columns.forEach(({ head }, column) => {
    cells.set(`0,${column}`, { value: storedText(head), type: 'string', style: headStyle })
  })
  rows.forEach((row, index) => {
    columns.forEach(({ align = 'left' }, column) => {
      const value = row[column] ?? ''
      cells.set(`${index + 1},${column}`, { ...typedValue(value), style: styleOf(value, align) })
    })
  })
  return {
    name: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map(() => ''), ...rows.map(() => columns.map(() => ''))],
    rowDefs: new Map(rows.map((row, index) => [index + 1, { height: heightOf(row, columns) }])),
    cells,
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.8, bottom: 0.8, left: 0.6, right: 0.6, header: 0.3, footer: 0.4 },
      printTitlesRow: '$1:$1',
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C— &P —' },
    ...(rows.length > 0 && columns.length > 1 ? { autoFilter: { range: rangeOf(columns.length, rows.length) } } : {}),
  }
}

function typedValue(value: string | number): { value: string | number; type: 'string' | 'number' } {
  return typeof value === 'number' ? { value, type: 'number' } : { value: storedText(value), type: 'string' }
}

/** Points of a line, and the most that a row may have (409 in Excel). */
const lineHeight = 14
const highestRow = 406

/** Written out, because not every program makes a row as high as its wrapped text. */
function heightOf(row: readonly (string | number)[], columns: readonly TableColumn[]): number {
  const lines = columns.map(({ width }, index) => wrappedLines(String(row[index] ?? ''), width - 1))
  return Math.min(highestRow, Math.max(1, ...lines) * lineHeight + 4)
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
  return (
    allowedInXml(name)
      .replace(/[:\\/?*[\]']/g, '')
      .slice(0, 31) || '1'
  )
}

const thin = { style: 'thin' } as const
const border = { top: thin, right: thin, bottom: thin, left: thin }

const headStyle: CellStyle = {
  font: { name: headFont, size: fontSize, charset },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
}

/**
 * A cell is stored as text and is never reckoned. One that looks like a formula also gets the format of text, so that it
 * stays text when somebody edits it; all others keep the general format, since old programs show long cells of the format
 * of text as ####.
 */
function styleOf(value: string | number, align: 'left' | 'center'): CellStyle {
  return {
    font: { name: bodyFont, size: fontSize, charset },
    alignment: { horizontal: align, vertical: 'center', wrapText: true },
    border,
    ...(typeof value === 'string' && looksLikeFormula(value) ? { numFmt: '@' } : {}),
  }
}

/** Full-width forms are read like = + - @ by programs set to Chinese. */
export function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－−＠]|^[\t\r\n]/.test(text)
}

function rangeOf(columns: number, rows: number): string {
  return `A1:${columnName(columns)}${rows + 1}`
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return column <= 26 ? letter : columnName(Math.floor((column - 1) / 26)) + letter
}
