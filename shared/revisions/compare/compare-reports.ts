import {
  isTextLeaf,
  noReview,
  type Block,
  type Inline,
  type Note,
  type Report,
  type Review,
} from '../../report/schema.ts'
import { readCards } from '../cards.ts'
import { decideReport } from '../decide.ts'
import { mergeCopies } from '../merge/merge-copies.ts'
import { compareBodies, type Signature } from './compare-bodies.ts'
import { markMoves } from './mark-moves.ts'

/** What is compared of a report in which revisions are pending: the text with them all accepted, or with all rejected. */
export type PendingChoice = 'final' | 'original'

/** Where a report comes from: what a reader does not find in one kind of file it does not compare with another. */
export type ReportKind = 'own' | 'docx' | 'txt' | 'md'

export interface Compared {
  report: Report
  choice: PendingChoice
  kind: ReportKind
}

export function kindOfReport({ meta }: Pick<Report, 'meta'>, own: boolean): ReportKind {
  return own ? 'own' : (meta.source?.format ?? 'own')
}

/** Changes about which nobody has decided, as people count them: with them nothing can be compared without asking. */
export function countPending({ body }: Pick<Report, 'body'>): number {
  return readCards(body).length
}

/**
 * 比较: a new report, the old one with what makes it the new one as revisions. What is no text (title, meeting, comments) is
 * that of the new one; notes of both are kept.
 */
export function compareReports(before: Compared, after: Compared, signature: Signature, id: string): Report {
  const [old, current] = [withoutPending(before), withoutPending(after)]
  const earlier = withOwnNotes(withoutComments(old), current.notes)
  const { pledges: _, ...rest } = current
  const { review: placed, ...made } =
    before.kind === after.kind ? allOf(earlier, current, signature) : wordsOf(earlier, current, signature)
  const review = current.review && { ...noReview, ...current.review, tracking: 'off' as const }
  return { ...rest, id, ...made, ...(review && { review: { ...review, ...placed } }) }
}

type Made = Pick<Report, 'body' | 'notes'> & { review?: Pick<Review, 'comments'> }

function allOf(before: Report, after: Report, signature: Signature): Made {
  return { body: compareBodies(before, after, signature), notes: { ...before.notes, ...after.notes } }
}

/** A text file has no formats, and a Word file not all of ours: of such a pair the words are compared. */
function wordsOf(before: Report, after: Report, { author, date }: Signature): Made {
  const { review: _, ...base } = before
  const copy = { report: after, reviewer: author, knownAs: undefined, date, formats: false }
  const { report } = mergeCopies(base, [copy], 'compare')
  return {
    body: markMoves(report.body),
    notes: report.notes,
    ...(report.review && { review: { comments: report.review.comments } }),
  }
}

function withoutPending({ report, choice }: Omit<Compared, 'kind'>): Report {
  return decideReport(report, choice === 'final' ? 'accept' : 'reject', 'all')
}

/** Comments of the old report do not come along; what they stood on is text like any other. */
function withoutComments(report: Report): Report {
  return { ...report, body: mapInlines(report.body, bare) }
}

function bare(child: Inline): Inline {
  if (!isTextLeaf(child) || !child.comments) return child
  const { comments: _, points: __, ...rest } = child
  return rest
}

/** Both reports count their notes for themselves: of the old one those get another name under which the new one has others. */
function withOwnNotes(report: Report, taken: Readonly<Record<string, Note>>): Report {
  const names = new Map<string, string>()
  for (const [id, note] of Object.entries(report.notes)) {
    const there = taken[id]
    if (there && there.text !== note.text) names.set(id, `old-${id}`)
  }
  if (names.size === 0) return report
  return {
    ...report,
    notes: Object.fromEntries(Object.entries(report.notes).map(([id, note]) => [names.get(id) ?? id, note])),
    body: mapInlines(report.body, (child) =>
      !isTextLeaf(child) && child.type === 'note' ? { ...child, note: names.get(child.note) ?? child.note } : child,
    ),
  }
}

function mapInlines(body: readonly Block[], change: (child: Inline) => Inline): Block[] {
  return body.map((block): Block => {
    if (block.type === 'page-break' || block.type === 'opaque') return block
    if (block.type !== 'table') return { ...block, children: block.children.map(change) }
    const rows = block.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({
        ...cell,
        children: cell.children.map((line) => ({ ...line, children: line.children.map(change) })),
      })),
    }))
    return { ...block, children: rows }
  })
}
