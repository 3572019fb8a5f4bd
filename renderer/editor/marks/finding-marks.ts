import type { Severity } from '../../../shared/checks/finding.ts'

/** A stretch of one line with all that is shown on it; stretches of a line never overlap. */
export interface MarkSegment {
  start: number
  end: number
  /** Ids of the findings it belongs to, in their order, separated by blanks. */
  findings: string
  severity: Severity | undefined
  active: boolean
  /** A finding starts here: its shape stands in the margin of this line. */
  opens: boolean
  hit: 'hit' | 'current-hit' | undefined
  /** One of the findings says that a link to the ledger does not hold. */
  staleLink?: true
  /** Several in their order, separated by blanks. */
  look: string | undefined
}

/**
 * A sentence shown beside last year's report: the one that is spoken of, one that stands in both, one that was taken over;
 * words that a comment is being written on.
 */
export type Look = 'lit' | 'unchanged' | 'carried' | 'draft'

export interface Mark {
  start: number
  end: number
  finding?: { id: string; severity: Severity; active: boolean; link?: boolean }
  hit?: 'hit' | 'current-hit'
  look?: Look
}

const looksInOrder: readonly Look[] = ['carried', 'unchanged', 'lit', 'draft']
const rank: Record<Severity, number> = { error: 3, warning: 2, note: 1 }

/** Cuts overlapping marks into stretches: the gravest finding gives the underline, every finding keeps its id. */
export function segmentMarks(marks: readonly Mark[]): MarkSegment[] {
  const edges = [...new Set(marks.flatMap((mark) => [mark.start, mark.end]))].sort((a, b) => a - b)
  const segments: MarkSegment[] = []
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1]
    if (end === undefined) break
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end)
    if (covering.length > 0) segments.push(segmentOf(covering, start, end))
  }
  return segments
}

function segmentOf(covering: readonly Mark[], start: number, end: number): MarkSegment {
  const findings = covering.flatMap((mark) => (mark.finding ? [{ ...mark.finding, start: mark.start }] : []))
  const gravest = [...findings].sort(
    (a, b) => Number(b.active) - Number(a.active) || rank[b.severity] - rank[a.severity],
  )[0]
  const hits = covering.flatMap((mark) => mark.hit ?? [])
  const looks = covering.flatMap((mark) => mark.look ?? [])
  return {
    start,
    end,
    findings: findings.map((finding) => finding.id).join(' '),
    severity: gravest?.severity,
    active: findings.some((finding) => finding.active),
    opens: findings.some((finding) => finding.start === start),
    hit: hits.includes('current-hit') ? 'current-hit' : hits[0],
    ...(findings.some((finding) => finding.link) && { staleLink: true as const }),
    look: looksInOrder.filter((look) => looks.includes(look)).join(' ') || undefined,
  }
}
