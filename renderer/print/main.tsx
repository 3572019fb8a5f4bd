import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { DesktopBridge } from '../../shared/desktop/calls.ts'
import { firstTitle } from '../../shared/word/write/page-layout.ts'
import { pageRules } from './paper-style.ts'
import { PrintedReport } from './PrintedReport.tsx'

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
  root.dataset['pageNumbers'] = String(addPageRules(pageRules(job.preset)))
  flushSync(() =>
    createRoot(place).render(
      <StrictMode>
        <PrintedReport report={job.report} preset={job.preset} />
      </StrictMode>,
    ),
  )
  await document.fonts.ready
  root.dataset['print'] = 'ready'
}

/** Rules through the style sheet object: the content security policy allows no style element. False without margin boxes. */
function addPageRules(rules: readonly string[]): boolean {
  const sheet = new CSSStyleSheet()
  for (const rule of rules) sheet.insertRule(rule, sheet.cssRules.length)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return [...sheet.cssRules].some((rule) => rule.cssText.includes('counter(page)'))
}

const place = document.getElementById('print')
if (place) void showPrintJob(place, window.desktop)
