import { useEffect, type RefObject } from 'react'
import { ReactEditor } from 'slate-react'
import type { SectionPair } from '../../../shared/carry-over/accounts.ts'
import type { ReportEditor } from '../../editor/slate-types.ts'
import { mapScroll, type Anchor } from './map-scroll.ts'

/** Pixels below the upper edge at which a section counts as the current one: a heading there is read already. */
const readingLine = 72

interface Sides {
  /** The scrolling box of last year's report; its blocks carry `data-block`. */
  original: RefObject<HTMLElement | null>
  editor: ReportEditor
  sections: readonly SectionPair[]
  /** Opened at a place of its own: the two go together once one of them is scrolled. */
  waits: boolean
}

/** The page and last year's report beside it show the same section; whichever the user scrolls leads the other. */
export function useSynchronisedScroll({ original, editor, sections, waits }: Sides): void {
  useEffect(() => {
    const box = original.current
    const desk = ReactEditor.toDOMNode(editor, editor).closest<HTMLElement>('.desk-scroll')
    if (!box || !desk) return undefined
    let leader: 'page' | 'original' | undefined = waits ? undefined : 'page'
    let frame = 0
    const lead = (event: Event): void => {
      leader = event.target instanceof Node && box.contains(event.target) ? 'original' : 'page'
    }
    const follow = (side: 'page' | 'original') => (): void => {
      if (side !== leader) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => align(side))
    }
    const align = (side: 'page' | 'original'): void => {
      const anchors = readAnchors(desk, box, editor, sections)
      if (side === 'page') box.scrollTop = mapScroll(anchors, desk.scrollTop + readingLine) - readingLine
      else desk.scrollTop = mapScroll(anchors.map(turned), box.scrollTop + readingLine) - readingLine
    }
    const [ofPage, ofOriginal] = [follow('page'), follow('original')]
    desk.addEventListener('scroll', ofPage, { passive: true })
    box.addEventListener('scroll', ofOriginal, { passive: true })
    for (const name of acts) document.addEventListener(name, lead, { capture: true, passive: true })
    if (leader) align(leader)
    return () => {
      cancelAnimationFrame(frame)
      desk.removeEventListener('scroll', ofPage)
      box.removeEventListener('scroll', ofOriginal)
      for (const name of acts) document.removeEventListener(name, lead, { capture: true })
    }
  }, [original, editor, sections, waits])
}

const acts = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const
const turned = ({ from, to }: Anchor): Anchor => ({ from: to, to: from })

/** Where the sections that are paired begin in both boxes, and where both end. */
function readAnchors(
  desk: HTMLElement,
  box: HTMLElement,
  editor: ReportEditor,
  sections: readonly SectionPair[],
): Anchor[] {
  const anchors: Anchor[] = []
  const add = (anchor: Anchor): void => {
    const last = anchors.at(-1)
    if (!last || (anchor.from > last.from && anchor.to >= last.to)) anchors.push(anchor)
  }
  for (const { own, last } of sections) {
    const block = own && editor.children[own.start]
    const line = last && box.querySelector(`[data-block="${last.start}"]`)
    if (!block || !line) continue
    add({ from: topIn(desk, ReactEditor.toDOMNode(editor, block)), to: topIn(box, line) })
  }
  add({ from: desk.scrollHeight, to: box.scrollHeight })
  return anchors
}

function topIn(box: HTMLElement, element: Element): number {
  return element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop
}
