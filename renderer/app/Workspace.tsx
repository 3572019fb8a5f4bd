import { useEffect, useState, type ReactElement } from 'react'
import { Findings } from '../panels/Findings.tsx'
import { Outline } from '../panels/Outline.tsx'
import { OutlineRail } from '../panels/OutlineRail.tsx'
import { ColumnEdge } from './ColumnEdge.tsx'
import { narrowQuery } from './narrow.ts'
import { PageArea } from './PageArea.tsx'
import { StatusBar } from './StatusBar.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useWindow } from './window-context.ts'

/** Everything around an open report: outline at the left, the page, its findings at the right. */
export function Workspace(): ReactElement {
  const narrow = useNarrow()
  const overlay = useWindow((state) => state.overlay)
  const { outlineOpen, panelOpen, outlineWidth, panelWidth } = useWindow((state) => state.settings)
  const outline = narrow ? overlay === 'outline' : outlineOpen
  const panel = narrow ? overlay === 'panel' : panelOpen
  const widths: Record<string, string> = {}
  if (outlineWidth > 0) widths['--w-outline'] = `${outlineWidth}px`
  if (panelWidth > 0) widths['--w-panel'] = `${panelWidth}px`
  return (
    <>
      <Toolbar />
      <div
        className={`workspace ${outline && !narrow ? '' : 'outline-folded'} ${panel && !narrow ? '' : 'panel-folded'}`}
        style={widths}
      >
        {(narrow || !outline) && <OutlineRail />}
        {outline && <Outline narrow={narrow} />}
        {outline && !narrow && <ColumnEdge column="outline" />}
        <PageArea />
        {panel && !narrow && <ColumnEdge column="panel" />}
        {panel && <Findings narrow={narrow} />}
      </div>
      <StatusBar />
    </>
  )
}

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(narrowQuery).matches)
  useEffect(() => {
    const query = matchMedia(narrowQuery)
    const hear = (): void => setNarrow(query.matches)
    query.addEventListener('change', hear)
    return () => query.removeEventListener('change', hear)
  }, [])
  return narrow
}
