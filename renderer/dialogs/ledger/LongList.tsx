import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { topsOf, useLinesInView } from '../../ledger/lines-in-view.ts'

interface LongListProps<Line> {
  label: string
  lines: readonly Line[]
  /** In pixels, so that the place of each is known without drawing it. */
  heightOf: (line: Line) => number
  keyOf: (line: Line) => string
  /** `active`: the one line whose parts are reached with Tab; arrows go from line to line. */
  children: (line: Line, active: boolean) => ReactElement
}

/** A list of which only what is in view is drawn. */
export function LongList<Line>({ label, lines, heightOf, keyOf, children }: LongListProps<Line>): ReactElement {
  const scroller = useRef<HTMLUListElement>(null)
  const tops = useMemo(() => topsOf(lines, heightOf), [lines, heightOf])
  const view = useLinesInView(scroller, tops)
  const [place, setPlace] = useState(0)
  const active = Math.min(place, Math.max(0, lines.length - 1))
  const moved = useRef(false)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !moved.current) return
    const [top, bottom] = [tops[active] ?? 0, tops[active + 1] ?? 0]
    if (top < element.scrollTop) element.scrollTop = top
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight
  }, [active, tops])
  // The line may be drawn only once it was scrolled to.
  useEffect(() => {
    if (!moved.current) return
    const line = scroller.current?.querySelector<HTMLElement>(`[data-line="${active}"]`)
    if (!line) return
    moved.current = false
    ;(line.querySelector<HTMLElement>('input, button') ?? line).focus({ preventScroll: true })
  })

  const hear = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    if (target.matches('input:not([type="checkbox"], [type="radio"]), select')) return
    const page = Math.max(1, Math.floor(view.height / 80))
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: lines.length - 1,
    }
    const next = steps[event.key]
    if (next === undefined || event.ctrlKey || event.altKey) return
    event.preventDefault()
    moved.current = true
    setPlace(Math.max(0, Math.min(lines.length - 1, next)))
  }

  return (
    <ul ref={scroller} className="long-list" aria-label={label} onKeyDown={hear}>
      <li aria-hidden="true" style={{ height: tops.at(-1) ?? 0 }} />
      {lines.slice(view.first, view.last).map((line, at) => {
        const index = view.first + at
        return (
          <li
            key={keyOf(line)}
            data-line={index}
            aria-setsize={lines.length}
            aria-posinset={index + 1}
            tabIndex={-1}
            style={{ top: tops[index], height: heightOf(line) }}
            onFocus={() => setPlace(index)}
          >
            {children(line, index === active)}
          </li>
        )
      })}
    </ul>
  )
}
