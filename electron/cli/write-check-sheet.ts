import { resolve } from 'node:path'
import type { Translate } from '../../shared/checks/finding-sentence.ts'
import { readLines } from '../../shared/checks/read-report.ts'
import { readPlace } from '../../shared/checks/read-place.ts'
import { readYear } from '../../shared/checks/read-year.ts'
import { checkSheet } from '../../shared/checks/sheet/check-sheet.ts'
import { printedSheet, sheetPreset } from '../../shared/checks/sheet/printed-sheet.ts'
import { sectionsOfText } from '../../shared/checks/sheet/section-places.ts'
import { sheetWorkbook } from '../../shared/checks/sheet/sheet-workbook.ts'
import type { Refusal } from '../../shared/desktop/results.ts'
import { localTime } from '../services/clock.ts'
import { exportCheckSheet } from '../services/export/export-check-sheet.ts'
import { readTemplates } from '../services/templates.ts'
import type { CheckSetting, ReadFile } from './check-file.ts'

interface SheetTarget {
  /** The checked file, which must not be written over. */
  file: string
  path: string
  format: 'docx' | 'xlsx'
}

/** Writes what was found in one file as a check sheet; undefined when it is written. */
export async function writeCheckSheet(
  { text, year, place, classification, ignored, prior, result, conflicts }: ReadFile,
  { file, path, format }: SheetTarget,
  { cwd }: Pick<CheckSetting, 'cwd'>,
  t: Translate,
): Promise<Refusal | undefined> {
  const { presets } = await readTemplates()
  const preset = presets.find(({ id }) => id === 'standard')
  if (!preset) throw new Error('there is no preset standard')
  const now = new Date()
  const lines = readLines(text)
  const sheet = checkSheet(
    {
      ...result,
      report: titleOf(lines),
      year: year ?? readYear(lines),
      place: place ?? readPlace(lines),
      classification,
      text,
      sections: sectionsOfText(text, t),
      ignored,
      prior,
      conflicts,
      at: localTime(now),
    },
    t,
  )
  const exported = await exportCheckSheet(
    {
      document: printedSheet(sheet, t, { classification }),
      workbook: sheetWorkbook(sheet, '', t),
      preset: sheetPreset(preset),
      format,
      path: resolve(cwd, path),
      clock: `${now.toISOString().slice(0, 19)}Z`,
      sources: [resolve(cwd, file)],
    },
    () => Promise.resolve(undefined),
  )
  if (exported.exported) return undefined
  const { exported: _, ...refusal } = exported
  return refusal
}

/** The lines of the first title in one. */
function titleOf(lines: ReturnType<typeof readLines>): string {
  const start = lines.findIndex(({ role }) => role === 'title')
  if (start < 0) return ''
  const end = lines.findIndex(({ role }, index) => index > start && role !== 'title')
  return lines
    .slice(start, end < 0 ? undefined : end)
    .map(({ text }) => text.trim())
    .join('')
}
