import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import type { Report } from '../../shared/report/schema.ts'
import type { PagePreset } from '../../shared/templates/templates.ts'
import { createWindow } from './create-window.ts'
import { printAddress } from './own-address.ts'

export interface PrintOrder {
  report: Report
  preset: PagePreset
  /** 花脸稿: with what is pending. */
  review?: boolean
}

export interface PrintJob extends PrintOrder {
  withDialog: boolean
}

/** What print windows are to show, by the id of their contents. */
const jobs = new Map<number, PrintJob>()

export function printJobOf(contentsId: number | undefined): PrintJob | null {
  return (contentsId === undefined ? undefined : jobs.get(contentsId)) ?? null
}

/** Lays the report out in a window that nobody sees and draws it as a PDF. */
export function drawPdf(order: PrintOrder): Promise<Uint8Array> {
  return withPrintWindow({ ...order, withDialog: false }, { show: false }, (window) =>
    window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  )
}

/** Shows the laid out report and the system's print dialog over it. False: the user or the system stopped it. */
export function printWithDialog(order: PrintOrder, title: string): Promise<{ printed: boolean; failure: string }> {
  return withPrintWindow({ ...order, withDialog: true }, { show: true, title, width: 900, height: 1000 }, printed)
}

function printed(window: BrowserWindow): Promise<{ printed: boolean; failure: string }> {
  return new Promise((resolve) => {
    window.webContents.print({ printBackground: true }, (success, failure) => resolve({ printed: success, failure }))
  })
}

async function withPrintWindow<Result>(
  job: PrintJob,
  options: Parameters<typeof createWindow>[0],
  work: (window: BrowserWindow) => Promise<Result>,
): Promise<Result> {
  const window = createWindow(options)
  const { id } = window.webContents
  jobs.set(id, job)
  try {
    await window.loadURL(printAddress)
    await laidOut(window)
    return await work(window)
  } finally {
    jobs.delete(id)
    if (!window.isDestroyed()) window.destroy()
  }
}

/** Milliseconds that a long report may take; a page that takes longer has failed. */
const patience = 30_000
const askEvery = 20

/** The page tells its state on its root element. */
async function laidOut(window: BrowserWindow): Promise<void> {
  for (let waited = 0; waited < patience; waited += askEvery) {
    const state: unknown = await window.webContents.executeJavaScript('document.documentElement.dataset.print')
    if (state === 'ready') return
    if (state === 'empty') break
    await pause(askEvery)
  }
  throw new Error('the print page was not laid out')
}
