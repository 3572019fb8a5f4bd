import { readOutline, type OutlineNode } from '../../report/outline.ts'
import { noReview, type Block, type CoAuthor, type Note, type Report, type Revision } from '../../report/schema.ts'
import { followOpinions } from '../../opinions/follow-opinions.ts'
import { revisionsIn } from '../revisions-in.ts'
import { addedObjects, withoutForeignObjects, type AddedObject } from './added-objects.ts'
import { atomsOf } from './atoms.ts'
import { exportsBlankLines, spareBlankLines } from './blank-lines.ts'
import { combine } from './combine.ts'
import { hunksOf } from './hunks.ts'
import { hasEdits, tableHasEdits, type Changes } from './changes.ts'
import { CommentMerger } from './merge-comments.ts'
import { readCopy } from './read-copy.ts'
import type { Cuts } from './align.ts'

/** A copy of the base that somebody sent back. */
export interface ReviewedCopy {
  report: Pick<Report, 'body' | 'notes' | 'review'>
  /** Whose every change is that nobody marked, and what the author `knownAs` of its marks is called. */
  reviewer: string
  /** Author under which the reviewer's marks stand in the file; marks without one ('') stay without. */
  knownAs: string | undefined
  /** Of changes that nobody marked: `YYYY-MM-DDThh:mm:ss`; '' = no date. */
  date: string
  /** No other program has saved it: its formats are those that were meant. */
  formats: boolean
}

export interface MergedCopy {
  /** Changes with a mark, and such that were found by comparing. */
  marked: number
  unmarked: number
  comments: number
  /** Revisions that are pending in the base, and that the copy has decided: they stay pending. */
  decided: { accepted: number; rejected: number }
  /** How much of the base is in the copy, 0 … 1; what a mark takes away is there. */
  kept: number
  /** Pictures and other objects that it adds, and that its file alone has: of them only the places come along. */
  objects: AddedObject[]
}

export interface Merged {
  report: Report
  copies: MergedCopy[]
  conflicts: number
  /** Changes that several made in the same way. */
  shared: number
  /** Changes of format that another one at the same place left no room for. */
  formatsLeft: number
}

/**
 * 合并审阅稿: the base with everything that its copies change as revisions of who did it. Rejecting all of them gives the
 * base; accepting those of one copy gives that copy where nobody contradicts. `prefix` makes the ids unique.
 */
export function mergeCopies(base: Report, copies: readonly ReviewedCopy[], prefix: string): Merged {
  let count = 0
  const newId = (): string => `${prefix}-${++count}`
  const comments = new CommentMerger(base.review?.comments ?? [], () => `${prefix}-c${++count}`)
  const known = knownRevisions(base.body)
  const atoms = atomsOf(base.body, base.notes)
  const cuts: Cuts = new Map()
  const outline = readOutline(base.body)
  const notes: Record<string, Note> = { ...base.notes }
  const readings = copies.map((copy, side) => {
    const alone = { ...copy, report: { ...copy.report, body: withoutForeignObjects(copy.report.body, base.body) } }
    const own = withOwnNotes(alone, notes, `${prefix}-n${side}`)
    return readOne(atoms, own, { base, outline, known, cuts, comments, side, prefix, newId })
  })
  const changes = readings.map((reading) => reading.changes)
  let names = 0
  let shared = 0
  const left = new Set<string>()
  const context = {
    newId,
    nameConflict: () => `${prefix}-conflict-${++names}`,
    notes: base.notes,
    foundAlike: (count: number) => void (shared += count),
    leftOut: (rev: Revision) => void left.add(rev.id),
  }
  const body = combine(base.body, changes, context)
  const review = base.review ?? noReview
  const hasReview = base.review !== undefined || comments.comments.length > 0
  return {
    report: {
      ...base,
      body,
      notes: usedNotes(notes, base.notes, body),
      ...(hasReview && {
        review: {
          ...review,
          comments: comments.inOrderOf(body),
          opinions: { ...comments.opinions, ...followOpinions(review.opinions, base.body, body) },
        },
      }),
    },
    copies: readings.map(({ summary }) => summary),
    conflicts: metConflicts(base.body, body),
    shared,
    formatsLeft: left.size,
  }
}

/** Conflicts that the merge made, and those of the base that have got a further side. */
function metConflicts(base: readonly Block[], merged: readonly Block[]): number {
  const sidesIn = (body: readonly Block[]): Map<string, string> => {
    const sides = new Map<string, Set<number>>()
    for (const { revision } of revisionsIn(body))
      for (const side of revision.conflict?.sides ?? []) {
        const name = revision.conflict?.name ?? ''
        sides.set(name, (sides.get(name) ?? new Set()).add(side))
      }
    return new Map([...sides].map(([name, all]) => [name, [...all].sort().join()]))
  }
  const known = sidesIn(base)
  return [...sidesIn(merged)].filter(([name, sides]) => known.get(name) !== sides).length
}

interface Reading {
  base: Report
  outline: readonly OutlineNode[]
  known: ReadonlySet<string>
  cuts: Cuts
  comments: CommentMerger
  side: number
  prefix: string
  newId: () => string
}

function readOne(
  atoms: ReturnType<typeof atomsOf>,
  copy: ReviewedCopy,
  { base, outline, known, cuts, comments, side, prefix, newId }: Reading,
): { changes: Changes; summary: MergedCopy } {
  // Whoever signed nothing stays unknown: a name that was asked for says who wrote what has no mark at all.
  const rename = (author: string): string => (author !== '' && author === copy.knownAs ? copy.reviewer : author)
  const { anchor, added } = comments.take(
    copy.report.review?.comments ?? [],
    copy.report.review?.opinions ?? {},
    rename,
  )
  const seen = knownRevisions(copy.report.body)
  const decided = { accepted: new Set<string>(), rejected: new Set<string>() }
  const unmarkedIds = new Set<string>()
  const taken = new Map<string, Revision>()
  const changes = readCopy(atoms, atomsOf(copy.report.body, copy.report.notes), {
    isOwn: (revision) => !known.has(keyOf(revision)),
    isSeen: (revision) => keysOf(revision).some((key) => seen.has(key)),
    taken(revision) {
      const key = JSON.stringify(revision)
      let mine = taken.get(key)
      if (!mine) {
        const { move, also: _also, conflict: _conflict, ...rest } = revision
        mine = {
          ...rest,
          id: newId(),
          author: rename(revision.author),
          ...(move !== undefined && { move: `${prefix}-${side}-${move}` }),
        }
        taken.set(key, mine)
      }
      return mine
    },
    unmarked() {
      const id = newId()
      unmarkedIds.add(id)
      return { id, author: copy.reviewer, date: copy.date }
    },
    formats: copy.formats,
    comment: anchor,
    notes: { base: base.notes, copy: copy.report.notes },
    decided: (how, revision) => void decided[how].add(revision.id),
    cuts,
  })
  if (!copy.formats && !exportsBlankLines(base)) spareBlankLines(atoms, changes, ({ id }) => unmarkedIds.has(id))
  const counted = countChanges(changes, unmarkedIds)
  const missing = [...changes.dels.values()].filter(({ id }) => unmarkedIds.has(id)).length
  const summary: MergedCopy = {
    ...counted,
    comments: added,
    decided: { accepted: decided.accepted.size, rejected: decided.rejected.size },
    kept: atoms.length === 0 ? 1 : 1 - missing / atoms.length,
    objects: addedObjects({ body: base.body, outline, atoms }, changes),
  }
  return { changes, summary }
}

/** Below this part of its words a file is hardly a copy. */
const leastKept = 0.5

export function isForeign({ kept }: MergedCopy): boolean {
  return kept < leastKept
}

/** Neighbouring atoms with one revision are one change. */
function countChanges(changes: Changes, unmarkedIds: ReadonlySet<string>): Pick<MergedCopy, 'marked' | 'unmarked'> {
  let [marked, unmarked] = [0, 0]
  const add = (rev: Revision | undefined): void => {
    if (rev && unmarkedIds.has(rev.id)) unmarked++
    else marked++
  }
  for (const { inserts, start } of hunksOf(changes, 0)) add(changes.dels.get(start) ?? inserts[0]?.list[0]?.ins)
  for (const id of new Map([...changes.formats.values()].map(({ rev }) => [rev.id, rev])).values()) add(id)
  for (const table of changes.tables.values()) {
    if (!tableHasEdits(table)) continue
    for (const rev of table.rowDels.values()) add(rev)
    for (const rows of table.rowInserts.values()) for (const { rev } of rows) add(rev)
    for (const cells of table.cells.values())
      for (const cell of cells.filter(hasEdits)) {
        const of = countChanges(cell, unmarkedIds)
        marked += of.marked
        unmarked += of.unmarked
      }
  }
  return { marked, unmarked }
}

/** Who and when, to the minute: other programs give revisions other ids, and Word drops the seconds. */
function keyOf({ author, date }: CoAuthor): string {
  return `${date.slice(0, 16)}|${author}`
}

function keysOf(revision: Revision): string[] {
  return [revision, ...(revision.also ?? [])].map(keyOf)
}

function knownRevisions(body: readonly Block[]): ReadonlySet<string> {
  return new Set(revisionsIn(body).flatMap(({ revision }) => keysOf(revision)))
}

/** Authors of a copy's own marks; whoever it is from made most of them, and comes first. */
export function authorsOfMarks(base: Pick<Report, 'body'>, copy: Pick<Report, 'body'>): string[] {
  const known = knownRevisions(base.body)
  const counts = new Map<string, number>()
  const count = (author: string): void => void counts.set(author, (counts.get(author) ?? 0) + 1)
  for (const { revision } of revisionsIn(copy.body)) if (!known.has(keyOf(revision))) count(revision.author)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([author]) => author)
}

/** Notes of the copy under names of their own where the base has others under theirs. */
function withOwnNotes(copy: ReviewedCopy, notes: Record<string, Note>, prefix: string): ReviewedCopy {
  const names = new Map<string, string>()
  for (const [id, note] of Object.entries(copy.report.notes)) {
    const there = notes[id]
    if (there?.text === note.text) continue
    const name = `${prefix}-${id}`
    names.set(id, name)
    notes[name] = note
  }
  if (names.size === 0) return copy
  const own = Object.fromEntries(Object.entries(copy.report.notes).map(([id, note]) => [names.get(id) ?? id, note]))
  return { ...copy, report: { ...copy.report, notes: own, body: renamed(copy.report.body, names) } }
}

function renamed(body: Block[], names: ReadonlyMap<string, string>): Block[] {
  return JSON.parse(JSON.stringify(body), (_, value: unknown) => {
    const node = value as { type?: unknown; note?: unknown } | null
    if (node?.type !== 'note' || typeof node.note !== 'string') return value
    return { ...node, note: names.get(node.note) ?? node.note }
  }) as Block[]
}

/** Of the copies' notes those that the merged text refers to; of the base all. */
function usedNotes(notes: Record<string, Note>, base: Record<string, Note>, body: Block[]): Record<string, Note> {
  const text = JSON.stringify(body)
  return Object.fromEntries(
    Object.entries(notes).filter(([id]) => id in base || text.includes(`"note":${JSON.stringify(id)}`)),
  )
}
