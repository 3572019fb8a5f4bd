import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react'
import { ReportEditor } from '../editor/ReportEditor.tsx'
import { readThreads } from '../../shared/comments/threads.ts'
import type { ShownComment } from '../editor/review-context.ts'
import { FindBar } from '../dialogs/FindBar.tsx'
import type { MenuPlace } from '../editor/menu-place.ts'
import { Banners, UrgentBanners } from './Banners.tsx'
import { readCaret, sameCaret } from './caret.ts'
import { changeSession } from './controller-parts.ts'
import { BoundFigure } from '../picker/BoundFigure.tsx'
import { IndicatorPicker } from '../picker/IndicatorPicker.tsx'
import { OfferBar } from '../picker/OfferBar.tsx'
import { usePicker } from '../picker/use-picker.ts'
import { PageMenu } from './PageMenu.tsx'
import { cardsOf } from './review-cards.ts'
import { useShownStretches } from './use-shown-stretches.ts'
import { useShownFindings } from './use-shown-findings.ts'
import { useSteady } from './use-steady.ts'
import { useController, useSession, useWindow } from './window-context.ts'

/** Pixels of an A4 sheet at 100 %, and of the desk beside it that the sheet is kept away from the columns. */
const sheetWidth = 794
const deskMargin = 92

/** `hidden`: behind a full view; caret and place stay what they are. */
export function PageArea({ hidden }: { hidden: boolean }): ReactElement {
  const controller = useController()
  const desk = useRef<HTMLElement>(null)
  const scale = useScale(desk)
  const editor = useSession((session) => session.editor)
  const notes = useSession((session) => session.report.notes)
  const readOnly = useSession((session) => session.readOnly !== null)
  const body = useSession((session) => session.checking.body)
  const openFinding = useSession((session) => session.openFinding)
  const reviewers = useSession((session) => session.reviewers)
  const marksView = useWindow((state) => state.marksView)
  const currentRevisions = useCurrentRevisions()
  const comments = useShownComments()
  const openComment = useSession((session) => session.openComment)
  const whitePage = useWindow((state) => state.settings.whitePage)
  const hits = useWindow((state) => state.search)
  const findings = useShownFindings()
  const shown = useShownStretches()
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const picker = usePicker(editor)

  const caretMoved = useCallback(() => {
    const caret = readCaret(editor)
    changeSession(controller, (session) => (sameCaret(session.caret, caret) ? {} : { caret }))
  }, [controller, editor])

  return (
    <main className="desk" ref={desk} hidden={hidden}>
      <UrgentBanners />
      <FindBar />
      <div className="desk-scroll" data-pane="page">
        <Banners />
        <ReportEditor
          editor={editor}
          onChange={() => {
            controller.textChanged()
            caretMoved()
            picker.changed()
          }}
          onSelectionChange={() => {
            caretMoved()
            picker.moved()
          }}
          onKey={picker.onKey}
          {...(picker.query !== undefined && { activeOption: picker.activeOption })}
          onFigureClick={() => void controller.bound.showSource({ focus: false })}
          notes={notes}
          {...(!readOnly && {
            onNoteChange: (id: string, text: string) =>
              controller.changeNotes({ ...notes, [id]: { kind: notes[id]?.kind ?? 'footnote', text } }),
          })}
          findings={findings}
          {...(body && { checkedBody: body })}
          {...(openFinding !== null && { activeFinding: openFinding })}
          onFindingClick={(id) => controller.checking.markClicked(id)}
          onMenu={setMenu}
          {...(hits && { hits: hits.hits, currentHit: hits.current })}
          shown={shown}
          readOnly={readOnly}
          reviewers={reviewers}
          currentRevisions={currentRevisions}
          comments={comments}
          currentComment={openComment}
          onCommentClick={(ids) => controller.comments.openAt(ids)}
          marksView={marksView}
          onRefusedKey={() => controller.review.refuseWriting()}
          scale={scale}
          whitePaper={whitePage}
        />
      </div>
      {picker.query !== undefined && (
        <IndicatorPicker query={picker.query} listen={picker.listen} onActive={picker.setOption} />
      )}
      <BoundFigure />
      <OfferBar />
      {menu && <PageMenu place={menu} onClose={() => setMenu(null)} />}
    </main>
  )
}

const noRevisions: ReadonlySet<string> = new Set()

/**
 * Those of the card that is open; another set only when they are others: everything that is revised on the page is drawn
 * again for it.
 */
function useCurrentRevisions(): ReadonlySet<string> {
  const open = useSession((session) => session.openCard)
  const ids = useSession(({ reading }) =>
    open === null ? undefined : cardsOf(reading.body).find(({ id }) => id === open)?.ids,
  )
  return useSteady(
    useMemo(() => (ids ? new Set(ids) : noRevisions), [ids]),
    (a, b) => a.size === b.size && [...a].every((id) => b.has(id)),
  )
}

/** Whom the page names at commented words; replies stand where their thread does. */
function useShownComments(): ReadonlyMap<string, ShownComment> {
  const comments = useSession((session) => session.report.review?.comments)
  return useMemo(() => {
    const shown = new Map<string, ShownComment>()
    for (const { root, replies } of readThreads(comments ?? [], []))
      for (const { id } of [root, ...replies]) shown.set(id, { thread: root.id, author: root.author, done: root.done })
    return shown
  }, [comments])
}

/** 适合页宽 follows the width of the desk; a chosen size does not. */
function useScale(desk: RefObject<HTMLElement | null>): number {
  const zoom = useWindow((state) => state.settings.zoom)
  const [fitting, setFitting] = useState(1)
  useEffect(() => {
    const element = desk.current
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? sheetWidth + deskMargin
      // Hidden behind a full view.
      if (width === 0) return
      setFitting(Math.min(1, Math.max(0.5, Math.floor(((width - deskMargin) / sheetWidth) * 100) / 100)))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [desk])
  const scale = zoom === 0 ? fitting : zoom / 100
  useEffect(() => {
    document.documentElement.dataset['pageZoom'] = String(Math.round(scale * 100))
  }, [scale])
  return scale
}
