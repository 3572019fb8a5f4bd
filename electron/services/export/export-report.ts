import type { ExportResult, Notice, Refusal } from '../../../shared/desktop/results.ts'
import { readPrintedNotes } from '../../../shared/report/printed-notes.ts'
import { currentFormat, type Report } from '../../../shared/report/schema.ts'
import type { PagePreset } from '../../../shared/templates/templates.ts'
import { missingFonts } from '../../../shared/word/write/fonts.ts'
import { writeReport, type WriteOptions } from '../../../shared/word/write/write-report.ts'
import { cleanPackage } from '../../../shared/word/clean/clean-package.ts'
import { proofKinds } from '../../../shared/word/clean/proof/proof-kinds.ts'
import { proveClean } from '../../../shared/word/clean/proof/prove-clean.ts'
import { cleanRefusal } from './clean-refusal.ts'
import type { Drawn } from './drawn.ts'
import { unpack } from '../import/unpack.ts'
import { zipPackage } from '../revisions/zip-package.ts'
import { writeWithFolders } from '../write-with-folders.ts'
import { drawInWorker } from '../import/read-in-worker.ts'
import type { DrawRequest } from './draw-imported.ts'
import { openRefusal, reviewIncluded, type Clean } from './pending-review.ts'
import { targetOf, type ExportTarget } from './export-target.ts'

/** A report and how it is to be laid out. */
export interface DrawJob {
  report: Report
  preset: PagePreset
  format: 'docx' | 'pdf'
  /** Time for the file's properties, `YYYY-MM-DDThh:mm:ssZ`. */
  clock: string
  author?: string
  /** A Word file gets comments only when they are given; a PDF never has any. */
  comments?: NonNullable<WriteOptions['comments']>
  installedFonts?: readonly string[]
  /** The Word file that the report came from: its own layout and all that the report does not know are kept. */
  imported?: Uint8Array
  /** 清样: `refuse` while anything is open, or the `final` state of it. */
  clean?: Clean
  /** 花脸稿: revisions and comments of the report go along in its Word file. Nobody hands them out without having asked. */
  review?: boolean
}

export type ExportJob = DrawJob & Omit<ExportTarget, 'sourceName'>

/** Draws the report as a PDF; undefined where the computer has no browser to draw with. */
export type PrintToPdf = (job: {
  report: Report
  preset: PagePreset
  review?: boolean
}) => Promise<Uint8Array | undefined>

/** Writes the whole file or nothing, making folders on the way. */
export async function exportReport(job: ExportJob, printToPdf: PrintToPdf): Promise<ExportResult> {
  const target = await targetOf({ ...job, sourceName: job.report.meta.source?.name })
  if ('reason' in target) return { exported: false, ...target }
  const drawn = await drawReport(job, printToPdf)
  if ('reason' in drawn) return { exported: false, ...drawn }
  const refusal = await writeWithFolders(target.path, drawn.bytes)
  if (refusal) return { exported: false, ...refusal }
  const notices = [...ofNewerVersion(job.report), ...drawn.notices]
  return { exported: true, path: target.path, notices, ...(drawn.proof && { proof: drawn.proof }) }
}

/** What a later program added to a report is unknown here, and missing in what is made of it. */
function ofNewerVersion({ format }: Report): Notice[] {
  return format.major > currentFormat.major ? [{ messageId: 'export:notice.newerFormat' }] : []
}

/** The bytes of the file; the Word file is written and linted even where only a PDF is wanted. */
export async function drawReport(job: DrawJob, printToPdf: PrintToPdf): Promise<Drawn | Refusal> {
  const { report, preset, format, clock, author, comments, installedFonts, imported, clean, review = false } = job
  const refusal = openRefusal(report, clean)
  if (refusal) return refusal
  if (imported && format === 'docx') return drawnImported({ report, source: imported, ...(clean ? { clean } : {}) })
  const { bytes, notices, faults } = await writeReport(report, preset, {
    clock,
    ...(author && !clean ? { author } : {}),
    review: review && format === 'docx' && !clean,
    ...(comments ? { comments } : {}),
    ...(installedFonts ? { installedFonts } : {}),
  })
  if (faults.length > 0) return { reason: 'exportBlocked', detail: faults.join('\n') }
  if (format === 'docx' && clean) return proven(bytes, notices)
  if (format === 'docx') return { bytes, notices: [...notices, ...(review ? reviewIncluded(report) : [])] }
  try {
    const pdf = await printToPdf({ report, preset, ...(review ? { review } : {}) })
    if (!pdf) return { reason: 'noPrintEngine' }
    const included = review ? reviewIncluded(report) : []
    const drawn = review ? notices.filter(({ messageId }) => !ofFinalText.has(messageId)) : notices
    return { bytes: pdf, notices: [...pdfNotices(drawn, preset, installedFonts), ...notesAtEnd(report), ...included] }
  } catch (error) {
    return { reason: 'printFailed', detail: error instanceof Error ? error.message : String(error) }
  }
}

/** Said only where the words are those of the final text although changes are pending. */
const ofFinalText: ReadonlySet<string> = new Set(['export:notice.revisionsAsFinal', 'export:notice.openConflicts'])

/** In a thread of its own: the file came from somebody else, and a large or hostile one must not stop the program. */
async function drawnImported(request: DrawRequest): Promise<Drawn | Refusal> {
  const drawn = await drawInWorker(request)
  if (drawn.ok) return drawn.drawn
  const { ok: _, ...refusal } = drawn
  return refusal
}

/** A clean copy with any trace left must not be handed out. Times and the program's own notes go as in any other file. */
async function proven(bytes: Uint8Array, notices: Notice[]): Promise<Drawn | Refusal> {
  const unpacked = await unpack(bytes, () => true)
  if (!unpacked.ok) return { reason: 'exportBlocked', detail: unpacked.detail }
  const clean = cleanPackage(unpacked.parts)
  const refusal = cleanRefusal(proveClean(clean))
  if (refusal) return refusal
  const others = notices.filter(({ messageId }) => !ofFinalText.has(messageId))
  return { bytes: zipPackage(clean), notices: others, proof: proofKinds }
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
