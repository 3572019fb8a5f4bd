import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { callNames, type Desktop } from '../../shared/desktop/calls.ts'
import { closeSessionDoors } from '../windows/close-doors.ts'
import { drawPdf, printJobOf, type PrintOrder } from '../windows/print-window.ts'
import { registerOwnScheme, servePages } from '../windows/serve-pages.ts'
import { callingWindow, registerDesktop } from './register-desktop.ts'

/** Draws a PDF without the program's window, for the command line: own profile, so that a running program is left alone. */
export async function drawPdfAlone(job: PrintOrder): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-print-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  app.setPath('userData', folder)
  registerOwnScheme()
  await app.whenReady()
  // The command goes on when the page has been drawn.
  app.on('window-all-closed', () => undefined)
  closeSessionDoors()
  servePages(fileURLToPath(new URL('../../dist/renderer/', import.meta.url)))
  registerDesktop(printDesktop())
  return drawPdf(job)
}

/** A print page asks for its job and for nothing else. */
function printDesktop(): Desktop {
  const refused = callNames.map((name) => [name, () => Promise.reject(new Error(`${name} is no call of a print page`))])
  const desktop = Object.fromEntries(refused) as Desktop
  return { ...desktop, printJob: () => Promise.resolve(printJobOf(callingWindow())) }
}
