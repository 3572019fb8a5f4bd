import { unzipSync } from 'fflate'
import { unpack } from '../../electron/services/import/unpack.ts'
import { readWorkbook } from '../../shared/sheets/read-workbook.ts'
import type { SheetTable } from '../../shared/sheets/sheet-table.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Parts of a workbook of one's own with one sheet; what is left out is made up. */
export interface SheetParts {
  /** Content of `sheetData`. */
  data: string
  /** After `sheetData`. */
  after?: string
  strings?: string
  styles?: string
  sheets?: string
  workbook?: string
}

export function sheetParts(given: SheetParts): Map<string, Uint8Array> {
  const part = (name: string, content: string): string =>
    `${declaration}<${name} xmlns="${main}" xmlns:r="${office}">${content}</${name}>`
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const relations = (content: string): string =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
  const texts: Record<string, string> = {
    '_rels/.rels': relations(relation('a', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': part(
      'workbook',
      `${given.workbook ?? ''}<sheets>${given.sheets ?? '<sheet name="台账" sheetId="1" r:id="s1"/>'}</sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      relation('s1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('s2', 'sharedStrings', '/xl/sharedStrings.xml') +
        relation('s3', 'styles', './styles.xml'),
    ),
    'xl/worksheets/sheet1.xml': part('worksheet', `<sheetData>${given.data}</sheetData>${given.after ?? ''}`),
    'xl/sharedStrings.xml': part('sst', given.strings ?? ''),
    'xl/styles.xml': part('styleSheet', given.styles ?? ''),
  }
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]))
}

/** Texts of the first table of the parts. */
export function textsOf(parts: ReadonlyMap<string, Uint8Array>): string[][] {
  return rowsOf(tablesOf(parts)[0])
}

export function rowsOf(table: SheetTable | undefined): string[][] {
  return table?.rows.map((row) => row.map(({ text }) => text)) ?? []
}

export function tablesOf(parts: ReadonlyMap<string, Uint8Array>): SheetTable[] {
  const read = readWorkbook(parts)
  if (!read.ok) throw new Error(`${read.reason}: ${read.detail ?? ''}`)
  return read.tables
}

/** Through the same limits as every package from outside. */
export async function tablesOfFile(bytes: Uint8Array): Promise<SheetTable[]> {
  const unpacked = await unpack(bytes, (name) => /\.(?:xml|rels)$/.test(name))
  if (!unpacked.ok) throw new Error(`${unpacked.reason}: ${unpacked.detail}`)
  return tablesOf(unpacked.parts)
}

export function partsOfFile(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)))
}
