import { parseCsv } from 'hucre/csv'
import { decodeText } from '../report/import/decode-text.ts'
import { sheetLimits, tableOf, textCell, type ReadTables, type SheetCell } from './sheet-table.ts'
import { formulaStart, type CellValue } from './write-workbook.ts'

export type Delimiter = ',' | ';' | '\t'

/** A .csv file (RFC 4180) in UTF-8, UTF-16 or GB18030, its cells parted by commas, semicolons or tabs. */
export function readCsv(bytes: Uint8Array): ReadTables {
  if (bytes.length === 0) return { ok: false, reason: 'emptyFile' }
  const decoded = decodeText(bytes)
  if (!decoded) return { ok: false, reason: 'unreadableText' }
  return readDelimited(decoded.text, delimiterOf(decoded.text))
}

/** What Excel and WPS put on the clipboard as plain text: tabs between cells, quotes around cells with line feeds. */
export function readPastedText(text: string): ReadTables {
  if (text.length > sheetLimits.pasted) return { ok: false, reason: 'pasteTooLong' }
  return readDelimited(text, '\t')
}

function readDelimited(text: string, delimiter: Delimiter): ReadTables {
  const rows = parseCsv(text, { delimiter, skipBom: true }).map((row) =>
    row.map((value) => csvCell(String(value ?? ''))),
  )
  const { table, cut } = tableOf('', rows)
  return { ok: true, tables: [table], cut }
}

/**
 * The sign that parts most cells of the first line that has any, outside quotes. (The library's own guess counts wrongly
 * where quotes are doubled.)
 */
function delimiterOf(text: string): Delimiter {
  for (const [line] of text.slice(0, 20_000).matchAll(/(?:"(?:[^"]|"")*(?:"|$)|[^"\r\n])+/g)) {
    const unquoted = line.replace(/"(?:[^"]|"")*(?:"|$)/g, '')
    const counts = delimiters.map((sign) => unquoted.split(sign).length - 1)
    const most = Math.max(...counts)
    if (most > 0) return delimiters[counts.indexOf(most)] ?? ','
  }
  return ','
}

const delimiters: readonly Delimiter[] = [',', ';', '\t']

/** The apostrophe that kept text from being taken for a formula is dropped. */
function csvCell(text: string): SheetCell {
  return textCell(guarded.test(text) ? text.slice(1) : text)
}

const guarded = new RegExp(`^'(?='*(?:${formulaStart}))`, 'u')

/**
 * A .csv file in UTF-8 with its mark, which Excel needs to see hanzi. Text that a program would take for a formula gets an
 * apostrophe, as one that already has it does; numbers, negative ones too, stay as they are.
 */
export function writeCsv(rows: readonly (readonly CellValue[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(csvText).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function csvText(value: CellValue): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object') return value.decimal
  const safe = looksDangerous(value) ? `'${value}` : value
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const dangerous = new RegExp(`^'*(?:${formulaStart})`, 'u')

function looksDangerous(text: string): boolean {
  return dangerous.test(text) && !/^-\d+(?:\.\d+)?%?$/.test(text)
}
