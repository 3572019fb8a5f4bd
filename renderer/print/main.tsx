import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { DesktopBridge } from '../../shared/desktop/calls.ts'
import { firstTitle } from '../../shared/word/write/page-layout.ts'
import { pageRules, sheetRules } from './paper-style.ts'
import { PrintedReport } from './PrintedReport.tsx'
import { redlinePage } from './redline.tsx'
import { PrintedSheets } from './PrintedSheets.tsx'

declare global {
  interface Window {
    desktop: DesktopBridge
  }
}

/** States of the page on its root element as `data-print`: `ready` once everything is laid out, `empty` without a job. */
async function showPrintJob(place: HTMLElement, desktop: DesktopBridge): Promise<void> {
  const root = document.documentElement
  const job = await desktop.printJob(undefined)
  if (!job) {
    root.dataset['print'] = 'empty'
    return
  }
  // Becomes the title in the properties of the PDF.
  document.title = firstTitle(job.report.body)
  const numbered = !job.withDialog && printsMarginBoxes()
  const page = job.review ? redlinePage(job.preset) : job.preset
  addRules(numbered ? pageRules(page) : sheetRules(page))
  const Pages = numbered ? PrintedReport : PrintedSheets
  flushSync(() =>
    createRoot(place).render(
      <StrictMode>
        <Pages report={job.report} preset={job.preset} review={job.review ?? false} />
      </StrictMode>,
    ),
  )
  await document.fonts.ready
  root.dataset['print'] = 'ready'
}

/** Chromium 131 and later keep a margin box in a page rule; earlier ones drop it and would print pages without numbers. */
function printsMarginBoxes(): boolean {
  const sheet = new CSSStyleSheet()
  sheet.insertRule('@page { @bottom-right { content: counter(page); } }')
  return sheet.cssRules[0]?.cssText.includes('counter(page)') ?? false
}

/** Through the style sheet object: the content security policy allows no style element. */
function addRules(rules: readonly string[]): void {
  const sheet = new CSSStyleSheet()
  for (const rule of rules) sheet.insertRule(rule, sheet.cssRules.length)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

const place = document.getElementById('print')
if (place) void showPrintJob(place, window.desktop)
