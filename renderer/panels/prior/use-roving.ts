import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'

interface Roving<Element extends HTMLElement> {
  list: RefObject<Element | null>
  /** Index of the one row that Tab reaches. */
  current: number
  onFocus: (index: number) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** Rows with one tab stop: the arrow keys, Home and End go from row to row (`data-row`). */
export function useRoving<Element extends HTMLElement>(count: number): Roving<Element> {
  const [focused, setFocused] = useState(0)
  const list = useRef<Element>(null)
  const current = Math.min(focused, Math.max(0, count - 1))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['row'] === undefined) return
    const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: count - 1 }[event.key]
    if (next === undefined || next < 0 || next >= count) return
    event.preventDefault()
    setFocused(next)
    list.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus()
  }
  return { list, current, onFocus: setFocused, onKeyDown }
}
