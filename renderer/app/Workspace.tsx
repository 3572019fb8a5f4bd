import { useEffect, useRef, useState, type ReactElement } from 'react'
import { LedgerView } from '../ledger/LedgerView.tsx'
import { Outline } from '../panels/Outline.tsx'
import { OutlineRail } from '../panels/OutlineRail.tsx'
import { Panel } from '../panels/Panel.tsx'
import { ColumnEdge } from './ColumnEdge.tsx'
import { crowdedQuery, isWidePanel } from './crowded.ts'
import { narrowQuery } from './narrow.ts'
import { PageArea } from './PageArea.tsx'
import { focusIn } from './panes.ts'
import { StatusBar } from './StatusBar.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useWindow } from './window-context.ts'

/** Everything around an open report: outline at the left, the page, its findings at the right. A full view takes the place of the first two. */
export function Workspace(): ReactElement {
  const narrow = useQuery(narrowQuery)
  const tight = useQuery(crowdedQuery)
  const overlay = useWindow((state) => state.overlay)
  const onPage = useWindow((state) => state.view === 'page')
  useWayBack(onPage)
  const { outlineOpen, panelOpen, outlineWidth, panelWidth } = useWindow((state) => state.settings)
  const widePanel = useWindow(isWidePanel)
  const panel = narrow ? overlay === 'panel' : panelOpen
  const outlineOver = narrow || (tight && widePanel && panel)
  const outline = onPage && (outlineOver ? overlay === 'outline' : outlineOpen)
  const widths: Record<string, string> = {}
  if (outlineWidth > 0) widths['--w-outline'] = `${outlineWidth}px`
  if (widePanel) widths['--w-panel'] = `${Math.max(panelWidth, tight ? 480 : 500)}px`
  else if (panelWidth > 0) widths['--w-panel'] = `${panelWidth}px`
  return (
    <>
      <Toolbar />
      <div
        className={`workspace ${outline && !outlineOver ? '' : 'outline-folded'} ${panel && !narrow ? '' : 'panel-folded'}`}
        style={widths}
      >
        {onPage && (outlineOver || !outline) && <OutlineRail />}
        {outline && <Outline narrow={outlineOver} />}
        {outline && !outlineOver && <ColumnEdge column="outline" />}
        <PageArea hidden={!onPage} />
        {!onPage && <LedgerView />}
        {panel && !narrow && <ColumnEdge column="panel" />}
        {panel && <Panel narrow={narrow} />}
      </div>
      <StatusBar />
    </>
  )
}

/** A full view that is left takes the focus with it: back to the caret. */
function useWayBack(onPage: boolean): void {
  const was = useRef(onPage)
  useEffect(() => {
    const isBack = onPage && !was.current
    was.current = onPage
    if (isBack && (document.activeElement ?? document.body) === document.body) focusIn('page')
  }, [onPage])
}

function useQuery(wanted: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(wanted).matches)
  useEffect(() => {
    const query = matchMedia(wanted)
    const hear = (): void => setMatches(query.matches)
    query.addEventListener('change', hear)
    return () => query.removeEventListener('change', hear)
  }, [wanted])
  return matches
}
