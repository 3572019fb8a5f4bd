import type { ExportResult, Refusal } from '../../../shared/desktop/results.ts'
import type { Report } from '../../../shared/report/schema.ts'
import { writeWorkbook, type Workbook } from '../../../shared/sheets/write-workbook.ts'
import type { PagePreset } from '../../../shared/templates/templates.ts'
import { writeWithFolders } from '../write-with-folders.ts'
import type { Drawn } from './drawn.ts'
import { drawReport, type PrintToPdf } from './export-report.ts'
import { targetOf, type ExportTarget } from './export-target.ts'

/** A check sheet in both of its shapes: a document to be laid out, and tables for a spreadsheet program. */
export interface CheckSheetJob extends Omit<ExportTarget, 'sourceName' | 'format'> {
  format: 'docx' | 'pdf' | 'xlsx'
  document: Report
  workbook: Workbook
  /** Layout of the sheet, already turned on its side. */
  preset: PagePreset
  /** Time for the file's properties, `YYYY-MM-DDThh:mm:ssZ`. */
  clock: string
  author?: string
  installedFonts?: readonly string[]
}

/** Writes the whole file or nothing, making folders on the way. */
export async function exportCheckSheet(job: CheckSheetJob, printToPdf: PrintToPdf): Promise<ExportResult> {
  const target = await targetOf({ ...job, sourceName: job.document.meta.source?.name })
  if ('reason' in target) return { exported: false, ...target }
  const drawn = await draw(job, printToPdf)
  if ('reason' in drawn) return { exported: false, ...drawn }
  const refusal = await writeWithFolders(target.path, drawn.bytes)
  return refusal ? { exported: false, ...refusal } : { exported: true, path: target.path, notices: drawn.notices }
}

async function draw(job: CheckSheetJob, printToPdf: PrintToPdf): Promise<Drawn | Refusal> {
  const { document, workbook, format, clock, path: _, ...rest } = job
  if (format === 'xlsx') return { bytes: await writeWorkbook(workbook, clock), notices: [] }
  return drawReport({ ...rest, report: document, format, clock }, printToPdf)
}
