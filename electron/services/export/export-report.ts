import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ExportResult, Notice, Refusal } from '../../../shared/desktop/results.ts'
import { readPrintedNotes } from '../../../shared/report/printed-notes.ts'
import type { Report } from '../../../shared/report/schema.ts'
import type { PagePreset } from '../../../shared/templates/templates.ts'
import { missingFonts } from '../../../shared/word/write/fonts.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { writeWithFolders } from '../write-with-folders.ts'

export interface ExportJob {
  report: Report
  preset: PagePreset
  format: 'docx' | 'pdf'
  /** Where to; the ending of the format is added when it is missing. */
  path: string
  /** Time for the file's properties, `YYYY-MM-DDThh:mm:ssZ`. */
  clock: string
  author?: string
  installedFonts?: readonly string[]
  /** The files this report was read from: they may hold revisions and comments, so nothing is written over them. */
  sources?: readonly string[]
}

/** Draws the report as a PDF; undefined where the computer has no browser to draw with. */
export type PrintToPdf = (job: { report: Report; preset: PagePreset }) => Promise<Uint8Array | undefined>

/** Writes the whole file or nothing, making folders on the way. */
export async function exportReport(job: ExportJob, printToPdf: PrintToPdf): Promise<ExportResult> {
  const path = withEnding(job.path, job.format)
  if (await replacesSource(path, job))
    return { exported: false, reason: 'replacesSource', values: { name: basename(path) } }
  const drawn = await draw(job, printToPdf)
  if ('reason' in drawn) return { exported: false, ...drawn }
  const refusal = await writeWithFolders(path, drawn.bytes)
  return refusal ? { exported: false, ...refusal } : { exported: true, path, notices: drawn.notices }
}

function withEnding(path: string, format: 'docx' | 'pdf'): string {
  return path.toLowerCase().endsWith(`.${format}`) ? path : `${path}.${format}`
}

async function replacesSource(path: string, { report, sources = [] }: ExportJob): Promise<boolean> {
  const there = await stat(path).catch(() => undefined)
  if (!there) return false
  // A report that was saved since its import no longer knows the path: a file of the source's name may be the source.
  if (sources.length === 0) return report.meta.source?.name === basename(path)
  const same = await Promise.all(
    sources.map(async (source) => {
      const one = await stat(source).catch(() => undefined)
      return one?.ino === there.ino && one.dev === there.dev
    }),
  )
  return same.includes(true)
}

type Drawn = { bytes: Uint8Array; notices: Notice[] } | Refusal

async function draw(job: ExportJob, printToPdf: PrintToPdf): Promise<Drawn> {
  const { report, preset, clock, author, installedFonts } = job
  const options = { clock, ...(author ? { author } : {}), ...(installedFonts ? { installedFonts } : {}) }
  const { bytes, notices, faults } = await writeReport(report, preset, options)
  if (faults.length > 0) return { reason: 'exportBlocked', detail: faults.join('\n') }
  if (job.format === 'docx') return { bytes, notices }
  try {
    const pdf = await printToPdf({ report, preset })
    if (!pdf) return { reason: 'noPrintEngine' }
    return { bytes: pdf, notices: [...pdfNotices(notices, preset, installedFonts), ...notesAtEnd(report)] }
  } catch (error) {
    return { reason: 'printFailed', detail: error instanceof Error ? error.message : String(error) }
  }
}

/** A PDF is drawn with this computer's fonts, so it says what it was drawn with instead of what the file names. */
function pdfNotices(notices: readonly Notice[], preset: PagePreset, installed: readonly string[] = []): Notice[] {
  const others = notices.filter(({ messageId }) => messageId !== 'export:notice.missingFonts')
  const pairs = missingFonts(preset, installed).flatMap(({ font, substitute }) =>
    substitute === undefined ? [] : [`${font} → ${substitute}`],
  )
  if (installed.length === 0 || pairs.length === 0) return others
  return [{ messageId: 'export:notice.substitutes', values: { pairs: [...new Set(pairs)].join('、') } }, ...others]
}

/** Word sets footnotes at the foot of their page; a page that a browser prints cannot. */
function notesAtEnd({ body, notes }: Report): Notice[] {
  const count = readPrintedNotes(body, notes).footnotes.length
  return count === 0 ? [] : [{ messageId: 'export:notice.notesAtEnd', values: { count } }]
}
