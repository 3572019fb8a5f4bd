import { useEffect, useState, type RefObject } from 'react'

/** Lines beyond the edges that are drawn too, so that scrolling shows no gap. */
const spare = 8

export interface LinesInView {
  first: number
  /** Behind the last one. */
  last: number
  /** Of the part in view, in pixels. */
  height: number
  width: number
}

/** Top of every line, and the height of all at the end. */
export function topsOf<Line>(lines: readonly Line[], heightOf: (line: Line) => number): number[] {
  const tops = [0]
  for (const line of lines) tops.push((tops.at(-1) ?? 0) + heightOf(line))
  return tops
}

/** Which lines of a long list are to be drawn. */
export function useLinesInView(scroller: RefObject<HTMLElement | null>, tops: readonly number[]): LinesInView {
  const [place, setPlace] = useState({ top: 0, height: 600, width: 1000 })
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const read = (): void =>
      setPlace({ top: element.scrollTop, height: element.clientHeight, width: element.clientWidth })
    read()
    element.addEventListener('scroll', read, { passive: true })
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', read)
      observer.disconnect()
    }
  }, [scroller])
  const first = Math.max(0, lineAt(tops, place.top) - spare)
  const last = Math.min(tops.length - 1, lineAt(tops, place.top + place.height) + spare)
  return { first, last, height: place.height, width: place.width }
}

export function lineAt(tops: readonly number[], offset: number): number {
  let [low, high] = [0, tops.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
