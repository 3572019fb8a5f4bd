import { ChevronLeft, ChevronRight, Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactNode, type WheelEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../shared/report/schema.ts'
import type { PagePreset } from '../../shared/templates/templates.ts'
import { missingFonts } from '../../shared/word/write/fonts.ts'
import './print-preview.css'
import { PrintedReport } from './PrintedReport.tsx'
import { redlinePage } from './redline.tsx'
import { Sheet } from './Sheet.tsx'
import { usePageCount, useSize } from './use-preview-layout.ts'

interface Properties {
  report: Pick<Report, 'body' | 'notes' | 'meta' | 'review'>
  preset: PagePreset
  /** Families of this computer: with substitutes the number of pages is only about right. */
  installedFonts?: readonly string[]
  /** 花脸稿: with what is pending. */
  review?: boolean
}

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2] as const

/** One white page at a time, in both themes, as the printer will show it. */
export function PrintPreview({ report, preset, installedFonts, review = false }: Properties): ReactNode {
  const { t } = useTranslation('export')
  const desk = useRef<HTMLDivElement>(null)
  const flow = useRef<HTMLDivElement>(null)
  const turned = useRef(0)
  const [wanted, setWanted] = useState(0)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const count = usePageCount(flow, report.body, report.notes, report.review, preset, review)
  const room = useSize(desk)
  const page = Math.min(wanted, Math.max(0, count - 1))
  const scale = zoom === 'fit' ? fittingScale(room, preset) : zoom
  const turnTo = (next: number): void => setWanted(Math.min(Math.max(0, next), Math.max(0, count - 1)))
  const about = installedFonts !== undefined && missingFonts(preset, installedFonts).length > 0

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = { PageDown: page + 1, PageUp: page - 1, Home: 0, End: count - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    turnTo(next)
  }
  /** While the page fits, the wheel turns pages; larger pages are scrolled. */
  const onWheel = (event: WheelEvent): void => {
    if (zoom !== 'fit' || event.ctrlKey) return
    turned.current += event.deltaY
    if (Math.abs(turned.current) < wheelStep) return
    turnTo(page + Math.sign(turned.current))
    turned.current = 0
  }
  const place = t(about ? 'preview.placeAbout' : 'preview.place', { page: page + 1, count })

  return (
    <section className="zg-preview" aria-label={t('preview.region')} onKeyDown={onKeyDown}>
      <div className="zg-preview-desk" ref={desk} tabIndex={0} role="group" aria-label={place} onWheel={onWheel}>
        <Sheet preset={review ? redlinePage(preset) : preset} page={page} scale={scale} flow={flow}>
          <PrintedReport report={report} preset={preset} review={review} />
        </Sheet>
      </div>
      <div className="zg-preview-bar">
        <Control label={t('preview.previous')} disabled={page === 0} onClick={() => turnTo(page - 1)}>
          <ChevronLeft size={16} aria-hidden />
        </Control>
        <span className="zg-preview-place" aria-live="polite">
          {place}
        </span>
        <Control label={t('preview.next')} disabled={page >= count - 1} onClick={() => turnTo(page + 1)}>
          <ChevronRight size={16} aria-hidden />
        </Control>
        <Control label={t('preview.zoomOut')} disabled={scale <= zooms[0]} onClick={() => setZoom(smaller(scale))}>
          <ZoomOut size={16} aria-hidden />
        </Control>
        <span className="zg-preview-zoom">{t('preview.zoom', { percent: Math.round(scale * 100) })}</span>
        <Control
          label={t('preview.zoomIn')}
          disabled={scale >= (zooms.at(-1) ?? 2)}
          onClick={() => setZoom(larger(scale))}
        >
          <ZoomIn size={16} aria-hidden />
        </Control>
        <Control label={t('preview.fit')} disabled={zoom === 'fit'} onClick={() => setZoom('fit')}>
          <Maximize size={16} aria-hidden />
        </Control>
      </div>
    </section>
  )
}

/** Distance the wheel has to go for one page: one notch of a mouse. */
const wheelStep = 100

interface ControlProperties {
  label: string
  disabled: boolean
  onClick: () => void
  children: ReactNode
}

function Control({ label, disabled, onClick, children }: ControlProperties): ReactNode {
  return (
    <button
      type="button"
      className="zg-preview-control"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

/** The whole page with a little desk around it. */
function fittingScale(room: { width: number; height: number }, { page }: PagePreset): number {
  if (room.width === 0 || room.height === 0) return 0.5
  const pixels = (twips: number): number => (twips / 1440) * 96
  const scale = Math.min((room.width - 32) / pixels(page.width), (room.height - 32) / pixels(page.height))
  return Math.max(0.1, scale)
}

const smaller = (scale: number): number => zooms.findLast((zoom) => zoom < scale - 0.01) ?? zooms[0]
const larger = (scale: number): number => zooms.find((zoom) => zoom > scale + 0.01) ?? scale
