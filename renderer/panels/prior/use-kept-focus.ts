import { useEffect, useRef, type FocusEvent, type RefObject } from 'react'

interface KeptFocus<Element extends HTMLElement> {
  list: RefObject<Element | null>
  onFocus: (event: FocusEvent<Element>) => void
  onBlur: () => void
}

/**
 * Rows that leave the list, and buttons that become others, take the focus with them: it goes to the row that came into their
 * place, and there to the button of the same position.
 */
export function useKeptFocus<Element extends HTMLElement>(list: RefObject<Element | null>): KeptFocus<Element> {
  const place = useRef<{ row: number; button: number } | null>(null)
  useEffect(() => {
    if (!place.current || document.activeElement !== document.body) return
    const rows = [...(list.current?.children ?? [])]
    const row = rows[Math.min(place.current.row, rows.length - 1)]
    const buttons = [...(row?.querySelectorAll<HTMLElement>('button') ?? [])]
    buttons[Math.min(place.current.button, buttons.length - 1)]?.focus()
  })
  return {
    list,
    onFocus({ target, currentTarget }) {
      const row = [...currentTarget.children].findIndex((child) => child.contains(target))
      const buttons = [...(currentTarget.children[row]?.querySelectorAll('button') ?? [])]
      place.current =
        row < 0
          ? null
          : {
              row,
              button: Math.max(
                0,
                buttons.findIndex((button) => button.contains(target)),
              ),
            }
    },
    // What is taken out of the page is not blurred: React hears nothing while it changes the page.
    onBlur() {
      place.current = null
    },
  }
}
