import { useLayoutEffect, useState, type RefObject } from 'react'

/** Number of pages that the text in `flow` fills: its columns are the pages. Fonts that arrive later are counted again. */
export function usePageCount(flow: RefObject<HTMLElement | null>, ...changed: readonly unknown[]): number {
  const [count, setCount] = useState(0)
  useLayoutEffect(() => {
    const article = flow.current?.firstElementChild
    if (!article) return
    let current = true
    const read = (): void => {
      const gap = parseFloat(getComputedStyle(article).columnGap)
      if (current) setCount(Math.max(1, Math.round((article.scrollWidth + gap) / (article.clientWidth + gap))))
    }
    read()
    void document.fonts.ready.then(read)
    return () => {
      current = false
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller names what the layout depends on
  }, [flow, ...changed])
  return count
}

/** Size of an element in CSS pixels, kept up to date. */
export function useSize(element: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const read = (): void => setSize({ width: watched.clientWidth, height: watched.clientHeight })
    read()
    const observer = new ResizeObserver(read)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return size
}
