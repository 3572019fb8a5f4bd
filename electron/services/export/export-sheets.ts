import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SignOffFile } from '../../../shared/desktop/outside-files.ts'
import type { ExportResult, Refusal } from '../../../shared/desktop/results.ts'
import { writeCsv } from '../../../shared/sheets/csv.ts'
import { writeWorkbook, type Workbook } from '../../../shared/sheets/write-workbook.ts'
import type { PagePreset } from '../../../shared/templates/templates.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { writeWithFolders } from '../write-with-folders.ts'
import { targetOf, type ExportTarget } from './export-target.ts'

interface SheetJob extends ExportTarget {
  format: 'xlsx' | 'csv'
  workbook: Workbook
  /** Time for the file's properties, `YYYY-MM-DDThh:mm:ssZ`. */
  clock: string
}

/** Writes the whole file or nothing; a .csv file holds the first table alone. */
export async function exportSheet({ workbook, clock, ...wanted }: SheetJob): Promise<ExportResult> {
  const target = await targetOf(wanted)
  if ('reason' in target) return { exported: false, ...target }
  const [first] = workbook.tables
  const lines = first ? [first.columns.map(({ head }) => head), ...first.rows] : []
  const bytes = wanted.format === 'csv' ? writeCsv(lines) : await writeWorkbook(workbook, clock)
  const refusal = await writeWithFolders(target.path, bytes)
  return refusal ? { exported: false, ...refusal } : { exported: true, path: target.path, notices: [] }
}

/** The bytes of one sign-off file; a document is laid out like every list. */
export async function signOffBytes(
  { workbook, document }: SignOffFile,
  format: 'xlsx' | 'docx',
  preset: PagePreset,
  clock: string,
): Promise<Uint8Array | Refusal> {
  if (format === 'xlsx') return writeWorkbook(workbook, clock)
  const { bytes, faults } = await writeReport(document, preset, { clock })
  return faults.length > 0 ? { reason: 'exportBlocked', detail: faults.join('\n') } : bytes
}

/** A name in the folder that no file has yet: 财政所.xlsx, 财政所 (2).xlsx. */
export async function freePath(folder: string, name: string, format: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? '' : ` (${number})`}.${format}`)
    if (!(await stat(path).catch(() => undefined))) return path
  }
}
