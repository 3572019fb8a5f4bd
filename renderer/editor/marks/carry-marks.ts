/**
 * Offsets of a text after it was edited once: what lies before the edit stays, what lies behind it moves along, what
 * the edit touches is cut. Undefined when nothing of the stretch is left.
 */
export function carryRange(
  range: { start: number; end: number },
  before: string,
  after: string,
): { start: number; end: number } | undefined {
  if (before === after) return range
  const { head, tail } = commonEnds(before, after)
  const shift = after.length - before.length
  const removedEnd = before.length - tail
  const start = range.start < head ? range.start : range.start >= removedEnd ? range.start + shift : after.length - tail
  const end = range.end <= head ? range.end : range.end > removedEnd ? range.end + shift : head
  return end > start ? { start, end } : undefined
}

function commonEnds(before: string, after: string): { head: number; tail: number } {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++
  let tail = 0
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  return { head, tail }
}
