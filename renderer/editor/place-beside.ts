/** Puts what belongs to a block above or below it, on the page they share. */
export function placeBeside(own: HTMLElement, block: HTMLElement, side: 'above' | 'below'): void {
  const page = own.offsetParent
  if (!page) return
  const { top, bottom } = block.getBoundingClientRect()
  const edge = side === 'above' ? top - own.offsetHeight - 4 : bottom
  own.style.top = `${edge - page.getBoundingClientRect().top}px`
}
