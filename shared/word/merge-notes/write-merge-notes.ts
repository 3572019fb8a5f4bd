import { isTextLeaf, noReview, type Comment, type Inline, type Report, type Revision } from '../../report/schema.ts'
import { openConflicts } from '../../revisions/open-conflicts.ts'
import { revisionsIn } from '../../revisions/revisions-in.ts'
import { mergeNoteWords } from '../write/redline-words.ts'
import { mapLines, placedLines, type PlacedLine } from './map-lines.ts'
import { writeChange, type NotedChange } from './merge-note.ts'

/**
 * The report with a comment at every place of which a Word file cannot hold all: changes that exclude each other, and such
 * that several people made. `there`: comments of the file that is written anew; the same note stays the same comment.
 */
export function withMergeNotes(report: Report, there: readonly Comment[] = []): Report {
  if (!revisionsIn(report.body).some(({ revision }) => revision.conflict ?? revision.also)) return report
  const notes = readPlaces(report)
  if (notes.length === 0) return report
  const ids = new Map<Inline, string[]>()
  const used = new Set<string>()
  const comments = notes.map(({ leaves, changes }, index): Comment => {
    const comment = noteOf(changes, `merge-note-${index + 1}`)
    const same = there.find((one) => !used.has(one.id) && one.author === comment.author && sameWords(one, comment))
    const { id } = same ?? comment
    used.add(id)
    for (const leaf of leaves) ids.set(leaf, [...(ids.get(leaf) ?? []), id])
    return same ?? comment
  })
  const body = mapLines(report.body, (line) => {
    if (!line.children.some((child) => ids.has(child))) return line
    const children = line.children.map((child) => {
      const more = ids.get(child)
      if (!more || !isTextLeaf(child)) return child
      return { ...child, comments: [...new Set([...(child.comments ?? []), ...more])].sort() }
    })
    return { ...line, children }
  })
  const review = report.review ?? noReview
  return { ...report, body, review: { ...review, comments: inOrder(review.comments, comments, there) } }
}

function noteOf(changes: readonly Change[], id: string): Comment {
  const { author, initials, conflict, same } = mergeNoteWords
  const sentence = changes.some(({ sides }) => sides.length > 0) ? conflict : same
  return { id, author, initials, date: '', paragraphs: [sentence, ...changes.map(writeChange)], done: false }
}

function sameWords(one: Comment, other: Comment): boolean {
  return one.paragraphs.join('\n') === other.paragraphs.join('\n')
}

/** Notes that the file has stand where they stood among its comments. */
function inOrder(own: readonly Comment[], notes: readonly Comment[], there: readonly Comment[]): Comment[] {
  const placeOf = ({ id }: Comment): number => there.findIndex((one) => one.id === id)
  const all = [...own]
  for (const note of notes) {
    const place = placeOf(note)
    const at = place < 0 ? -1 : all.findIndex((one) => placeOf(one) > place)
    if (at < 0) all.push(note)
    else all.splice(at, 0, note)
  }
  return all
}

type Change = Omit<NotedChange, 'length'>

interface NotedPlace {
  changes: Change[]
  /** Words from the first to the last of the changes, in one container. */
  leaves: Inline[]
}

interface Gathered {
  /** In the order of the text, those of each kind by line. */
  changes: { key: string; change: Change }[]
  leaves: { leaf: Inline; line: number }[]
}

function readPlaces({ body }: Report): NotedPlace[] {
  const open = new Set<string>()
  const conflictIds = new Set(openConflicts(body).flatMap(({ ids }) => ids))
  for (const { revision } of revisionsIn(body))
    if (revision.conflict && conflictIds.has(revision.id)) open.add(revision.conflict.name)
  const lines = placedLines(body)
  const found = new Map<string, Gathered>()
  const runs = new SameChanges(lines)
  const meet = (of: Met, line: number, leaf: Inline | undefined): void => {
    const { revision, kind, mark = false, words = '' } = of
    if (!revision || !leaf) return
    const { conflict, also = [], author, date, move } = revision
    const isOpen = conflict !== undefined && open.has(conflict.name)
    if (!isOpen && also.length === 0) return
    const place = isOpen
      ? `conflict ${conflict.name}`
      : `also ${move ?? runs.nameOf(JSON.stringify([author, date, also]), leaf)}`
    const gathered: Gathered = found.get(place) ?? { changes: [], leaves: [] }
    found.set(place, gathered)
    const sides = isOpen ? conflict.sides : []
    const key = JSON.stringify([mark ? 'mark' : line, sides, author, date, also])
    const known = mark ? undefined : gathered.changes.findLast(({ change }) => change.kind === kind)
    if (known?.key === key) known.change.words += words
    else gathered.changes.push({ key, change: { kind, mark, sides, people: [{ author, date }, ...also], words } })
    gathered.leaves.push({ leaf, line })
  }
  lines.forEach((placed, index) => readLine(lines, placed, index, meet))
  return [...found.values()].map(({ changes, leaves }) => ({
    changes: changes.map(({ change }) => change),
    leaves: stretchOf(lines, leaves),
  }))
}

/** A deletion and the insertion beside it that the same people made are one change. */
class SameChanges {
  readonly #order: ReadonlyMap<Inline, number>
  #count = 0
  #people = ''
  #at = -2

  constructor(lines: readonly PlacedLine[]) {
    this.#order = new Map(
      lines.flatMap(({ line }) => line.children.filter(isWords)).map((leaf, index) => [leaf, index]),
    )
  }

  nameOf(people: string, leaf: Inline): string {
    const at = this.#order.get(leaf) ?? -2
    if (people !== this.#people || at > this.#at + 1) this.#count++
    this.#people = people
    this.#at = at
    return `${this.#count}`
  }
}

interface Met {
  revision: Revision | undefined
  kind: NotedChange['kind']
  mark?: boolean
  words?: string
}

function readLine(
  lines: readonly PlacedLine[],
  { line, row }: PlacedLine,
  index: number,
  meet: (of: Met, line: number, leaf: Inline | undefined) => void,
): void {
  const words = line.children.filter(isWords)
  for (const leaf of words) {
    const ins = leaf.ins ?? row?.ins
    const del = leaf.del ?? row?.del
    meet({ revision: ins, kind: 'ins', words: leaf.text }, index, leaf)
    meet({ revision: del, kind: 'del', words: leaf.text }, index, leaf)
    meet({ revision: leaf.fmt?.rev, kind: 'format', words: leaf.text }, index, leaf)
  }
  const { mark, pFmt } = line
  const last = words.at(-1)
  const at = last ? { leaf: last, line: index } : nearest(lines, index)
  if (!at) return
  meet({ revision: pFmt?.rev, kind: 'format', mark: true }, at.line, at.leaf)
  meet({ revision: mark?.ins, kind: 'ins', mark: true }, at.line, at.leaf)
  meet({ revision: mark?.del, kind: 'del', mark: true }, at.line, at.leaf)
}

function isWords(child: Inline): child is Extract<Inline, { text: string }> {
  return isTextLeaf(child) && child.text !== ''
}

/** Words beside an empty line: a comment needs some to stand on. */
function nearest(lines: readonly PlacedLine[], index: number): { leaf: Inline; line: number } | undefined {
  const { container } = lines[index] ?? {}
  for (const step of [-1, 1])
    for (let line = index + step; lines[line]?.container === container && lines[line]; line += step) {
      const words = lines[line]?.line.children.filter(isWords) ?? []
      const leaf = step < 0 ? words.at(-1) : words[0]
      if (leaf) return { leaf, line }
    }
  return undefined
}

/** Everything between the first and the last that stands in the first one's container. */
function stretchOf(lines: readonly PlacedLine[], leaves: Gathered['leaves']): Inline[] {
  const [first] = leaves
  if (!first) return []
  const { container } = lines[first.line] ?? {}
  const own = leaves.filter(({ line }) => lines[line]?.container === container)
  const numbers = own.map(({ line }) => line)
  const within = lines
    .slice(Math.min(...numbers), Math.max(...numbers) + 1)
    .filter((placed) => placed.container === container)
    .flatMap(({ line }) => line.children.filter(isWords))
  const marked = new Set(own.map(({ leaf }) => leaf))
  const from = within.findIndex((leaf) => marked.has(leaf))
  const to = within.findLastIndex((leaf) => marked.has(leaf))
  return within.slice(from, to + 1)
}
