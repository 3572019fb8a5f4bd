import { ReadRefusal } from '../word/read/read-refusal.ts'
import { elements, readXml, type XmlElement } from '../word/read/xml-tree.ts'
import { builtInFormat, shownNumber } from './number-format.ts'
import { emptyCell, sheetLimits, tableOf, textCell, type ReadTables, type SheetCell } from './sheet-table.ts'

/**
 * The tables of an .xlsx file from the parts of its package, which were unpacked within limits. Formulas are never reckoned:
 * a cell is what the program that wrote it showed last. Hidden sheets are not read, hidden rows (a filter) are.
 */
export function readWorkbook(parts: ReadonlyMap<string, Uint8Array>): ReadTables {
  try {
    return readSheets(parts)
  } catch (error) {
    if (!(error instanceof ReadRefusal)) throw error
    return { ok: false, reason: error.reason, detail: error.message }
  }
}

/** Everything a cell may refer to. */
interface Book {
  strings: string[]
  /** Number format of each cell style. */
  formats: string[]
  since1904: boolean
}

function readSheets(parts: ReadonlyMap<string, Uint8Array>): ReadTables {
  const path = mainPart(parts)
  const workbook = partAt(parts, path)
  if (!workbook) throw new ReadRefusal('unknownFormat', 'no workbook')
  const related = relationsOf(parts, path)
  const book: Book = {
    strings: readStrings(partAt(parts, related.ofType('sharedStrings'))),
    formats: readFormats(partAt(parts, related.ofType('styles'))),
    since1904: isTrue(inside(workbook, 'workbookPr')[0]?.attributes['date1904']),
  }
  const shown = inside(workbook, 'sheets')
    .flatMap((list) => inside(list, 'sheet'))
    .filter(({ attributes }) => (attributes['state'] ?? 'visible') === 'visible')
  let cut = shown.length > sheetLimits.tables
  const tables = shown.slice(0, sheetLimits.tables).flatMap((sheet) => {
    const part = partAt(parts, related.byId(relationId(sheet)))
    if (part?.name !== 'worksheet') return []
    const read = tableOf(sheet.attributes['name'] ?? '', readRows(part, book))
    cut ||= read.cut
    return [read.table]
  })
  return { ok: true, tables, cut }
}

function mainPart(parts: ReadonlyMap<string, Uint8Array>): string {
  return relationsOf(parts, '').ofType('officeDocument') ?? 'xl/workbook.xml'
}

function partAt(parts: ReadonlyMap<string, Uint8Array>, path: string | undefined): XmlElement | undefined {
  const bytes = path === undefined ? undefined : parts.get(path)
  return bytes && path !== undefined ? readXml(bytes, path) : undefined
}

interface Relations {
  byId(id: string): string | undefined
  ofType(type: string): string | undefined
}

/** Parts that a part refers to; what lies outside the package is never followed. */
function relationsOf(parts: ReadonlyMap<string, Uint8Array>, owner: string): Relations {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1)
  const list = partAt(parts, `${folder}_rels/${owner.slice(folder.length)}.rels`)
  const found = elements(list)
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').split('/').at(-1),
      path: pathFrom(folder, attributes['Target'] ?? ''),
    }))
  return {
    byId: (id) => found.find((one) => one.id === id)?.path,
    ofType: (type) => found.find((one) => one.type === type)?.path,
  }
}

function pathFrom(folder: string, target: string): string {
  const steps = target.startsWith('/') ? target.slice(1).split('/') : (folder + target).split('/')
  return steps
    .reduce<string[]>((path, step) => (step === '..' ? path.slice(0, -1) : step === '.' ? path : [...path, step]), [])
    .join('/')
}

function relationId({ attributes }: XmlElement): string {
  return Object.entries(attributes).find(([name]) => name.endsWith('}id'))?.[1] ?? ''
}

function readStrings(part: XmlElement | undefined): string[] {
  return elements(part).map(stringOf)
}

/** Runs are joined; the reading aid of East Asian names (`rPh`) is not part of the text (ECMA-376 part 1, 18.4.6). */
function stringOf(item: XmlElement): string {
  const text = elements(item)
    .map((inner) =>
      inner.name === 't' ? wordsOf(inner) : inner.name === 'r' ? inside(inner, 't').map(wordsOf).join('') : '',
    )
    .join('')
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

function wordsOf(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('')
}

function readFormats(part: XmlElement | undefined): string[] {
  const own = new Map(
    inside(part, 'numFmts')
      .flatMap((list) => inside(list, 'numFmt'))
      .map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode'] ?? 'General']),
  )
  const styles = inside(part, 'cellXfs').flatMap((list) => inside(list, 'xf'))
  return styles.map(({ attributes: { numFmtId = '0' } }) => own.get(numFmtId) ?? builtInFormat(Number(numFmtId)))
}

function readRows(sheet: XmlElement, book: Book): SheetCell[][] {
  const rows: SheetCell[][] = []
  let above = -1
  for (const row of inside(sheet, 'sheetData').flatMap((data) => inside(data, 'row'))) {
    const index = placeOf(row.attributes['r'], above + 1)
    above = index
    // One row and one column beyond the limits are looked at, so that the cut is noticed.
    if (index > sheetLimits.rows) continue
    while (rows.length <= index) rows.push([])
    readCells(row, rows[index] ?? [], book)
  }
  fillMerged(sheet, rows)
  return rows
}

function placeOf(number: string | undefined, otherwise: number): number {
  const place = Number(number) - 1
  return Number.isInteger(place) && place >= 0 ? place : otherwise
}

function readCells(row: XmlElement, cells: SheetCell[], book: Book): void {
  let before = -1
  for (const cell of inside(row, 'c')) {
    const column = columnOf(cell.attributes['r']) ?? before + 1
    before = column
    if (column > sheetLimits.columns) continue
    while (cells.length <= column) cells.push(emptyCell)
    cells[column] = readCell(cell, book)
  }
}

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** ECMA-376 part 1, 18.18.11. */
function readCell(cell: XmlElement, { strings, formats, since1904 }: Book): SheetCell {
  const value = inside(cell, 'v').map(wordsOf).join('')
  switch (cell.attributes['t'] ?? 'n') {
    case 's':
      return textCell(strings[Number(value)] ?? '')
    case 'inlineStr':
      return textCell(inside(cell, 'is').map(stringOf).join(''))
    case 'n':
      return value === ''
        ? emptyCell
        : shownNumber(value, formats[Number(cell.attributes['s'] ?? 0)] ?? 'General', since1904)
    case 'b':
      return { text: isTrue(value) ? 'TRUE' : 'FALSE', number: null }
    case 'd':
      return { text: value.replace(/T00:00:00.*$/, '').replace('T', ' '), number: null }
    case 'e':
      return { text: value, number: null }
    default:
      return textCell(value)
  }
}

/** Every cell of a merged range says what its first one says: a year stands over all columns of the year. */
function fillMerged(sheet: XmlElement, rows: SheetCell[][]): void {
  const ranges = inside(sheet, 'mergeCells')
    .flatMap((list) => inside(list, 'mergeCell'))
    .slice(0, sheetLimits.rows)
  let room = sheetLimits.cells
  for (const { attributes } of ranges) {
    const range = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(attributes['ref'] ?? '')
    if (!range) continue
    const [, left = '', top = '', right = '', bottom = ''] = range
    const [first, last] = [columnOf(`${left}1`) ?? 0, Math.min(columnOf(`${right}1`) ?? 0, sheetLimits.columns)]
    const [from, to] = [Number(top) - 1, Math.min(Number(bottom) - 1, rows.length - 1)]
    const said = rows[from]?.[first] ?? emptyCell
    room -= Math.max(0, (last - first + 1) * (to - from + 1))
    if (said.text === '' || room < 0) continue
    for (const row of rows.slice(from, to + 1)) {
      while (row.length <= last) row.push(emptyCell)
      row.fill(said, first, last + 1)
    }
  }
}

function inside(parent: XmlElement | undefined, name: string): XmlElement[] {
  return elements(parent).filter((child) => child.name === name)
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
