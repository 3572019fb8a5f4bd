import { useRef, type ReactNode } from 'react'
import type { Report } from '../../shared/report/schema.ts'
import type { PagePreset } from '../../shared/templates/templates.ts'
import './print-preview.css'
import { PrintedReport } from './PrintedReport.tsx'
import { redlinePage } from './redline.tsx'
import { Sheet } from './Sheet.tsx'
import { usePageCount } from './use-preview-layout.ts'

/**
 * For browsers that print no page numbers of their own: every page as a whole sheet with its number on it, as the preview
 * shows it. Each sheet lays the text out anew, so this is only for browsers that need it.
 */
export function PrintedSheets({
  report,
  preset,
  review,
}: {
  report: Pick<Report, 'body' | 'notes' | 'meta' | 'review'>
  preset: PagePreset
  review: boolean
}): ReactNode {
  const flow = useRef<HTMLDivElement>(null)
  const others = useRef<HTMLDivElement>(null)
  const count = usePageCount(flow, report, preset, review)
  return Array.from({ length: Math.max(1, count) }, (_, page) => (
    <div key={page} className="zg-paper">
      <Sheet preset={review ? redlinePage(preset) : preset} page={page} scale={1} flow={page === 0 ? flow : others}>
        <PrintedReport report={report} preset={preset} review={review} />
      </Sheet>
    </div>
  ))
}
