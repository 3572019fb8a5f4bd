import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findChromium } from '../browser-runtime/find-chromium.ts'
import type { PrintToPdf } from '../services/export/export-report.ts'

/** Draws PDFs with the computer's own browser, started for this one page and ended with it; undefined where there is none. */
export const printToPdf: PrintToPdf = async (job) => {
  if (findChromium() === undefined) return undefined
  await buildPages()
  // Hidden pages have a browser of their own only where windows are visible; it ends with its last page.
  process.env['ZHENGGAO_HEADLESS'] = '0'
  await import('../browser-runtime/register.ts')
  const { drawPdfAlone } = await import('../desktop/print-host.ts')
  return drawPdfAlone(job)
}

/** In the source tree the pages may not be built yet, or be older than their sources; the installed program has them. */
async function buildPages(): Promise<void> {
  const [script, page] = ['scripts/build.mjs', 'dist/renderer/print/print.html'].map((path) =>
    fileURLToPath(new URL(`../../${path}`, import.meta.url)),
  ) as [string, string]
  if (!existsSync(script)) return
  try {
    await promisify(execFile)(process.execPath, [script])
  } catch (error) {
    // Pages of an earlier build still print.
    if (!existsSync(page)) throw error
  }
}
