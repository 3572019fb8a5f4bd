/** A section in both reports: where it begins in the one and in the other, in pixels of each. */
export interface Anchor {
  from: number
  to: number
}

/**
 * Where the other report is to be scrolled, so that the section at the top is the same in both: between the beginnings of two
 * sections the way is divided evenly, since one of them may be longer. Anchors are in the order of both reports.
 */
export function mapScroll(anchors: readonly Anchor[], position: number): number {
  const next = anchors.findIndex(({ from }) => from > position)
  const before = anchors[(next < 0 ? anchors.length : next) - 1] ?? { from: 0, to: 0 }
  const after = next < 0 ? undefined : anchors[next]
  if (!after) return before.to + Math.max(0, position - before.from)
  const way = after.from - before.from
  return before.to + (way <= 0 ? 0 : ((position - before.from) / way) * (after.to - before.to))
}
