const gap = 6
const margin = 8

/** Puts a popover under a line, above it near the bottom of the window; it never covers the line, and scrolls where there is little room. */
export function placeNear(pop: HTMLElement, line: { left: number; top: number; bottom: number }): void {
  const { innerWidth, innerHeight } = window
  const roomBelow = innerHeight - margin - line.bottom - gap
  const roomAbove = line.top - gap - margin
  pop.style.maxHeight = ''
  const isBelow = pop.offsetHeight <= roomBelow || roomBelow >= roomAbove
  pop.style.maxHeight = `${isBelow ? roomBelow : roomAbove}px`
  pop.style.left = `${Math.max(margin, Math.min(line.left, innerWidth - pop.offsetWidth - margin))}px`
  pop.style.top = `${isBelow ? line.bottom + gap : line.top - gap - pop.offsetHeight}px`
}
