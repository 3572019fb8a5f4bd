import { isTextLeaf, noReview, type Block, type Inline, type Note, type Report } from '../../report/schema.ts'
import { decideReport } from '../decide.ts'
import { revisionsIn } from '../revisions-in.ts'
import { compareBodies, type Signature } from './compare-bodies.ts'

/** What is compared of a report in which revisions are pending: the text with them all accepted, or with all rejected. */
export type PendingChoice = 'final' | 'original'

export interface Compared {
  report: Report
  choice: PendingChoice
}

/** Revisions about which nobody has decided: with them nothing can be compared without asking. */
export function countPending({ body }: Pick<Report, 'body'>): number {
  return new Set(revisionsIn(body).map(({ revision }) => revision.id)).size
}

/**
 * 比较: a new report, the old one with what makes it the new one as revisions. What is no text (title, meeting, comments) is
 * that of the new one; notes of both are kept.
 */
export function compareReports(before: Compared, after: Compared, signature: Signature, id: string): Report {
  const [old, current] = [withoutPending(before), withoutPending(after)]
  const earlier = withOwnNotes(withoutComments(old), current.notes)
  const body = compareBodies(earlier, current, signature)
  const { pledges: _, ...rest } = current
  return {
    ...rest,
    id,
    body,
    notes: { ...earlier.notes, ...current.notes },
    ...(current.review && { review: { ...noReview, ...current.review, tracking: 'off' } }),
  }
}

function withoutPending({ report, choice }: Compared): Report {
  return decideReport(report, choice === 'final' ? 'accept' : 'reject', 'all')
}

/** Comments of the old report do not come along; what they stood on is text like any other. */
function withoutComments(report: Report): Report {
  return { ...report, body: mapInlines(report.body, bare) }
}

function bare(child: Inline): Inline {
  if (!isTextLeaf(child) || !child.comments) return child
  const { comments: _, ...rest } = child
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
