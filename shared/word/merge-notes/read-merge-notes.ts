import { tidyInlines } from '../../report/inlines.ts'
import {
  isTextLeaf,
  type Inline,
  type LineBlock,
  type Pending,
  type Report,
  type Revision,
  type TableRow,
  type TextLeaf,
} from '../../report/schema.ts'
import { mergeNoteWords } from '../write/redline-words.ts'
import { mapLines, placedLines, type PlacedLine } from './map-lines.ts'
import { isOf, readNote, type NotedChange } from './merge-note.ts'

interface Note {
  id: string
  changes: NotedChange[]
}

/**
 * The report of a Word file with what its merge notes say put back on its revisions; the notes themselves are no opinions
 * and go. One that somebody has answered stays, so that the answer is not lost; one whose changes are decided says nothing.
 */
export function readMergeNotes(report: Report): Report {
  const comments = report.review?.comments ?? []
  const notes = comments.flatMap(({ id, author, paragraphs }): Note[] => {
    const changes = author === mergeNoteWords.author ? readNote(paragraphs) : undefined
    return changes ? [{ id, changes }] : []
  })
  if (notes.length === 0 || !report.review) return report
  const restored = new Restored(report, notes).body()
  const answered = new Set(comments.flatMap(({ parent }) => parent ?? []))
  const gone = new Set(notes.flatMap(({ id }) => (answered.has(id) ? [] : [id])))
  const body = mapLines(restored, (line) => withoutComments(line, gone))
  return { ...report, body, review: { ...report.review, comments: comments.filter(({ id }) => !gone.has(id)) } }
}

interface FoundChange {
  note: Note
  change: NotedChange
  /** Units of the text that it goes on. */
  length: number
}

class Restored {
  readonly #report: Report
  /** Notes by the lines and rows that they speak of: what is revised there has no words to stand on. */
  readonly #ofLine = new Map<LineBlock, Note[]>()
  readonly #ofRow = new Map<TableRow, Note[]>()
  /** What was put back on a revision, by its id: one that goes on outside of its note is two. */
  readonly #variants = new Map<string, Set<string>>()
  /** How much of a change was met so far, in units of its words. */
  readonly #used = new Map<NotedChange, number>()
  readonly #moves = new Map<string, Partial<Revision>>()

  constructor(report: Report, notes: readonly Note[]) {
    this.#report = report
    for (const note of notes) {
      const lines = placedLines(report.body)
      const has = ({ children }: LineBlock): boolean => children.some((child) => commentsOn(child).includes(note.id))
      const first = lines.findIndex(({ line }) => has(line))
      const last = lines.findLastIndex(({ line }) => has(line))
      if (first < 0) continue
      for (const { line, row } of lines.slice(...withEmptyLines(lines, first, last))) {
        add(this.#ofLine, line, note)
        if (row && row.children.some((cell) => cell.children.some(has))) add(this.#ofRow, row, note)
      }
    }
    for (const [row, own] of this.#ofRow)
      for (const { children } of row.children)
        for (const line of children) for (const note of own) add(this.#ofLine, line, note)
  }

  body(): Report['body'] {
    // What is said of one revision inside a note and outside of it has to be known before ids are given.
    this.#put()
    const put = this.#put()
    if (this.#moves.size === 0) return put
    const moved = (rev: Revision | undefined): Revision | undefined =>
      rev?.move === undefined ? rev : { ...rev, ...this.#moves.get(rev.move) }
    return mapLines(put, (line) => ({
      ...line,
      children: line.children.map((child) => ({ ...child, ...pendingOf(child, moved) })),
      ...(line.mark && { mark: { ...line.mark, ...pendingOf(line.mark, moved) } }),
    }))
  }

  #put(): Report['body'] {
    this.#used.clear()
    return mapLines(
      this.#report.body,
      (line) => this.#line(line),
      (row) => {
        const notes = this.#ofRow.get(row)
        return notes ? { ...row, ...this.#pending(row, notes, false) } : row
      },
    )
  }

  #line<Line extends LineBlock>(line: Line): Line {
    const notes = this.#ofLine.get(line)
    if (!notes) return line
    const row = [...this.#ofRow.keys()].find(({ children }) => children.some((cell) => has(cell.children, line)))
    const inRow = (row && this.#ofRow.get(row)) ?? []
    const children = line.children.flatMap((child, index): Inline[] => {
      const on = isTextLeaf(child) ? [child] : [line.children[index - 1], line.children[index + 1]]
      const own = on.flatMap((one) => (one ? commentsOn(one) : []))
      const of = notes.filter((note) => own.includes(note.id) || inRow.includes(note))
      return isTextLeaf(child) ? this.#leaf(child, of) : [{ ...child, ...this.#pending(child, of, false) }]
    })
    const { mark, pFmt } = line
    return {
      ...line,
      children,
      ...(mark && { mark: { ...mark, ...this.#pending(mark, notes, true) } }),
      ...(pFmt && { pFmt: { ...pFmt, rev: this.#revision(pFmt.rev, this.#find(pFmt.rev, notes, 'format', true)) } }),
    }
  }

  /** Neighbours by one author at one time are one in the file; where they were several changes they are parted again. */
  #leaf(leaf: TextLeaf, notes: readonly Note[]): TextLeaf[] {
    const parts: TextLeaf[] = []
    let rest = leaf
    do {
      const found = {
        ins: rest.ins && this.#find(rest.ins, notes, 'ins', false, rest.text),
        del: rest.del && this.#find(rest.del, notes, 'del', false, rest.text),
        format: rest.fmt && this.#find(rest.fmt.rev, notes, 'format', false, rest.text),
      }
      const all = Object.values(found).filter((one) => one !== undefined)
      const length = Math.min(rest.text.length, ...all.map((one) => one.length))
      for (const { change } of all) this.#used.set(change, (this.#used.get(change) ?? 0) + length)
      parts.push({
        ...rest,
        text: rest.text.slice(0, length),
        ...(rest.ins && { ins: this.#revision(rest.ins, found.ins) }),
        ...(rest.del && { del: this.#revision(rest.del, found.del) }),
        ...(rest.fmt && { fmt: { ...rest.fmt, rev: this.#revision(rest.fmt.rev, found.format) } }),
      })
      rest = { ...rest, text: rest.text.slice(length) }
    } while (rest.text !== '')
    return parts
  }

  #pending({ ins, del }: Pending, notes: readonly Note[], mark: boolean): Pending {
    return {
      ...(ins && { ins: this.#revision(ins, this.#find(ins, notes, 'ins', mark)) }),
      ...(del && { del: this.#revision(del, this.#find(del, notes, 'del', mark)) }),
    }
  }

  /** The change of a note that a revision is: the first of its person whose words go on so; without words any of his. */
  #find(
    revision: Revision,
    notes: readonly Note[],
    kind: NotedChange['kind'],
    mark: boolean,
    words = '',
  ): FoundChange | undefined {
    for (const note of notes) {
      const fitting = note.changes.filter((one) => one.kind === kind && one.mark === mark && isOf(one, revision))
      if (mark) {
        // Each end of a line has an entry of its own; the next of the same person may be no part of it.
        const end = fitting.find((one) => !this.#used.has(one))
        if (end) this.#used.set(end, 1)
        if (end) return { note, change: end, length: 0 }
        continue
      }
      const change = fitting.find((one) => this.#goesOn(one, words))
      if (change) return { note, change, length: words === '' ? 0 : change.length - (this.#used.get(change) ?? 0) }
      if (fitting[0]) return { note, change: fitting[0], length: Infinity }
    }
    return undefined
  }

  #goesOn(change: NotedChange, next: string): boolean {
    const used = this.#used.get(change) ?? 0
    if (next === '') return true
    if (used >= change.length) return false
    const left = change.words.slice(used)
    return left.startsWith(next) || next.startsWith(left)
  }

  #revision(revision: Revision, found: FoundChange | undefined): Revision {
    if (!found) return this.#named(revision, {})
    const { sides, people } = found.change
    const [, ...also] = people
    const more = {
      ...(also.length > 0 && { also }),
      ...(sides.length > 0 && { conflict: { name: `noted-${found.note.id}`, sides } }),
    }
    if (revision.move !== undefined) this.#moves.set(revision.move, more)
    return this.#named(revision, more)
  }

  #named(revision: Revision, more: Partial<Revision>): Revision {
    const key = JSON.stringify(more)
    const variants = this.#variants.get(revision.id) ?? new Set()
    this.#variants.set(revision.id, variants.add(key))
    // '{}', of which no note speaks, is the first.
    const index = [...variants].sort().reverse().indexOf(key)
    return { ...revision, ...more, ...(index > 0 && { id: `${revision.id}-${index + 1}` }) }
  }
}

/** The lines from the first to the last, and empty ones around them: a revised end of an empty line has its note on words beside it. */
function withEmptyLines(lines: readonly PlacedLine[], first: number, last: number): [start: number, end: number] {
  const isEmpty = (at: number): boolean =>
    lines[at]?.line.children.every((child) => isTextLeaf(child) && child.text === '') ?? false
  let [start, end] = [first, last + 1]
  while (isEmpty(start - 1)) start--
  while (isEmpty(end)) end++
  return [start, end]
}

function has(lines: readonly LineBlock[], line: LineBlock): boolean {
  return lines.includes(line)
}

function add<Key>(map: Map<Key, Note[]>, key: Key, note: Note): void {
  const list = map.get(key) ?? []
  if (!list.includes(note)) map.set(key, [...list, note])
}

function commentsOn(child: Inline): readonly string[] {
  return isTextLeaf(child) ? (child.comments ?? []) : []
}

function pendingOf({ ins, del }: Pending, of: (rev: Revision | undefined) => Revision | undefined): Pending {
  const [come, go] = [of(ins), of(del)]
  return { ...(come && { ins: come }), ...(go && { del: go }) }
}

function withoutComments<Line extends LineBlock>(line: Line, gone: ReadonlySet<string>): Line {
  if (!line.children.some((child) => commentsOn(child).some((id) => gone.has(id)))) return line
  const children = line.children.map((child): Inline => {
    if (!isTextLeaf(child) || !child.comments) return child
    const { comments, points, ...rest } = child
    const [left, ends] = [comments, points].map((ids) => ids?.filter((id) => !gone.has(id)) ?? [])
    return {
      ...rest,
      ...(left && left.length > 0 && { comments: left }),
      ...(ends && ends.length > 0 && { points: ends }),
    }
  })
  return { ...line, children: tidyInlines(children) }
}
