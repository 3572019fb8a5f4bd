import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { answerDesktop } from '../../shared/desktop/bridge.ts'
import { callNames, type Desktop } from '../../shared/desktop/calls.ts'
import { findChromium } from '../browser-runtime/find-chromium.ts'
import { ipcMain } from '../browser-runtime/ipc-main.ts'
import { launchBrowser } from '../browser-runtime/launch-browser.ts'
import { connectPages, ownPage, showPage } from '../browser-runtime/page-channel.ts'
import { protocol } from '../browser-runtime/protocol.ts'
import type { PrintToPdf } from '../services/export/export-report.ts'
import { ownOrigin, ownScheme, printAddress } from '../windows/own-address.ts'
import { answerPageRequest, listPageFiles } from '../windows/page-files.ts'

type Job = Parameters<PrintToPdf>[0]

const built = fileURLToPath(new URL('../../dist/', import.meta.url))

/** Draws the report with the computer's own browser, without a window; undefined where there is none. */
export async function printToPdf(job: Job): Promise<Uint8Array | undefined> {
  if (findChromium() === undefined) return undefined
  buildPages()
  servePrintPage()
  currentJob = job
  const profile = mkdtempSync(join(tmpdir(), 'zhenggao-print-'))
  try {
    const context = await launchBrowser(profile, true, [])
    try {
      await connectPages(context, join(built, 'preload.cjs'))
      const page = await context.newPage()
      ownPage(page, { webContents: undefined, mayNavigate: () => true, choosing: false })
      await showPage(page, printAddress)
      await page.waitForFunction(() => document.documentElement.dataset['print'] === 'ready')
      return await page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, outline: true })
    } finally {
      await context.close()
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** The report that the print page is given. */
let currentJob: Job | undefined
let served = false

function servePrintPage(): void {
  if (served) return
  served = true
  const files = listPageFiles(join(built, 'renderer'), ownOrigin)
  protocol.handle(ownScheme, (request) => answerPageRequest(files, request.url))
  const refuse = (): Promise<never> => Promise.reject(new Error('only the print job is answered here'))
  const desktop = {
    ...Object.fromEntries(callNames.map((name) => [name, refuse])),
    printJob: () => Promise.resolve(currentJob ?? null),
  } as unknown as Desktop
  answerDesktop((channel, answer) => ipcMain.handle(channel, (_event, request) => answer(request)), desktop)
}

/** In the source tree the pages may never have been built. */
function buildPages(): void {
  if (existsSync(join(built, 'renderer', 'print', 'print.html'))) return
  spawnSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url))], { stdio: 'ignore' })
}
