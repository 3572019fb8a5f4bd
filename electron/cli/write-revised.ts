import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import type { Report } from '../../shared/report/schema.ts'
import { exportReport } from '../services/export/export-report.ts'
import { installedFonts } from '../services/fonts.ts'
import type { FileParts } from '../services/report-files.ts'
import { encodeForOpening } from '../services/report-file/report-file.ts'
import type { Say } from '../services/sentences.ts'
import { readTemplates } from '../services/templates.ts'
import { writeWithFolders } from '../services/write-with-folders.ts'

/** Undefined: a report with revisions can be written under this name. */
export function problemOfTarget(output: string | undefined, cwd: string, say: Say): string | undefined {
  if (output === undefined) return say('merge:cli.needsOutput')
  const ending = extname(output).toLowerCase()
  if (ending !== '.docx' && ending !== '.zhenggao') return say('merge:cli.wrongEnding', { name: output })
  return existsSync(resolve(cwd, output)) ? say('merge:cli.exists', { name: output }) : undefined
}

interface Revised {
  report: Report
  /** Files that it is made of: none of them is written over. */
  sources: string[]
  parts?: FileParts | undefined
  /** The Word file that the report came from: a Word file made of it keeps its pictures, headers and layout. */
  imported?: Uint8Array | undefined
}

/** Writes a report with its revisions and comments; undefined: it is written. */
export async function writeRevised(
  { report, sources, parts, imported }: Revised,
  output: string,
  cwd: string,
  say: Say,
): Promise<string | undefined> {
  const path = resolve(cwd, output)
  const failed = (reason: string, values: Record<string, string | number> = {}): string =>
    say('export:cli.failed', { name: output, why: say(`refusal.${reason}`, values) })
  if (extname(output).toLowerCase() === '.zhenggao') {
    const bytes = encodeForOpening(report, parts)
    const refusal = bytes ? await writeWithFolders(path, bytes) : { reason: 'tooLarge' as const }
    return refusal && failed(refusal.reason, 'values' in refusal ? refusal.values : {})
  }
  const { presets } = await readTemplates()
  const preset = presets.find(({ id }) => id === 'standard')
  if (!preset) throw new Error('the standard preset is missing')
  const clock = `${new Date().toISOString().slice(0, 19)}Z`
  const fonts = await installedFonts()
  const written = await exportReport(
    {
      report,
      preset,
      format: 'docx',
      path,
      clock,
      installedFonts: fonts,
      sources,
      review: true,
      ...(imported && { imported }),
    },
    () => Promise.resolve(undefined),
  )
  return written.exported ? undefined : failed(written.reason, written.values)
}
