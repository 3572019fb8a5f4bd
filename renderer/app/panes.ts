/** The parts of the window that F6 walks through, in this order; each carries `data-pane`. */
const panes = ['menu', 'toolbar', 'outline', 'page', 'panel', 'status'] as const
export type Pane = (typeof panes)[number]

/** Moves the focus to the next (1) or previous (−1) pane that can take it. */
export function focusPane(direction: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane']
  const start = panes.findIndex((pane) => pane === here)
  for (let step = 1; step <= panes.length; step++) {
    const pane = panes.at((start + direction * step + 2 * panes.length) % panes.length)
    if (pane && focusIn(pane)) return
  }
}

export function focusIn(pane: Pane): boolean {
  // A full view stands in for the page, which is hidden behind it.
  const named = [...document.querySelectorAll<HTMLElement>(`[data-pane="${pane}"]`)]
  const element = named.find(({ offsetParent }) => offsetParent !== null)
  if (!element) return false
  const target = firstShown(element, preferred) ?? firstShown(element, focusable)
  target?.focus()
  return target !== undefined
}

function firstShown(element: HTMLElement, selector: string): HTMLElement | undefined {
  return [...element.querySelectorAll<HTMLElement>(selector)].find((child) => child.offsetParent !== null)
}

/** What a pane is entered for: the page's text, the open card, the row of the outline that was left. */
const preferred = '[contenteditable="true"], [data-pane-focus]'
const focusable =
  '[contenteditable="true"], [tabindex="0"], button:not([tabindex="-1"]), a[href], input:not([tabindex="-1"]), select'
