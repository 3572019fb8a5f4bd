import {
  isTextLeaf,
  type Inline,
  type LineBlock,
  type Note,
  type Revision,
  type Table,
  type TableRow,
} from '../../report/schema.ts'
import { diffWords } from '../compare/diff.ts'
import { alignPending, type Cuts } from './align.ts'
import { atomsOf, formatOfLine, pendingOn, type Atom } from './atoms.ts'
import { addTo, noChanges, type Changes, type FormatPatch, type TableChanges } from './changes.ts'

/** How a copy is read: which of its revisions are its own, and whose everything is that nobody marked. */
export interface CopyReading {
  /** Not one that the base has already. */
  isOwn: (revision: Revision) => boolean
  /** One of the base whose mark the copy has. */
  isSeen: (revision: Revision) => boolean
  /** A revision of the copy as it stands in the merged report. */
  taken: (revision: Revision) => Revision
  /** A revision of its own for a change without a mark. */
  unmarked: () => Revision
  /** Formats that nobody marked count as changes: only a copy that no other program saved keeps them all. */
  formats: boolean
  comment: (id: string) => string | undefined
  notes: { base: Readonly<Record<string, Note>>; copy: Readonly<Record<string, Note>> }
  /** The copy already decided about a revision that is pending in the base. */
  decided: (how: 'accepted' | 'rejected', revision: Revision) => void
  cuts: Cuts
}

/** What a copy changes in the base, marked or not. */
export function readCopy(base: readonly Atom[], copy: readonly Atom[], reading: CopyReading): Changes {
  const original = copy.filter((atom) => !isOwnInsertion(atom, reading))
  const { places, hidden } = alignPending(base, original, reading.cuts, reading.isSeen)
  return new CopyReader(base, reading, hidden).read(copy, places)
}

/** Changes of the base that the copy was made before: it has neither their marks nor what they make of the text. */
function unseenIn(base: readonly Atom[], hidden: ReadonlySet<number>, { isSeen }: CopyReading): Set<number> {
  const unseen = new Set<number>()
  base.forEach((atom, at) => {
    const { ins, del } = pendingOn(atom)
    const revision = ins ?? del
    if (revision && !(ins && del) && !isSeen(revision) && hidden.has(at) === (ins !== undefined)) unseen.add(at)
  })
  return unseen
}

function isOwnInsertion(atom: Atom, { isOwn }: CopyReading): boolean {
  const { ins } = pendingOn(atom)
  return ins !== undefined && isOwn(ins)
}

class CopyReader {
  readonly changes: Changes
  readonly #base: readonly Atom[]
  readonly #reading: CopyReading
  readonly #hidden: ReadonlySet<number> | undefined

  constructor(base: readonly Atom[], reading: CopyReading, hidden: ReadonlySet<number> | undefined) {
    this.#base = base
    this.#reading = reading
    this.#hidden = hidden
    const without = hidden ?? new Set()
    this.changes = { ...noChanges(), hidden: without, unseen: unseenIn(base, without, reading) }
  }

  read(copy: readonly Atom[], places: Int32Array): Changes {
    const gaps = gapsBehind(places, this.#base.length)
    let next = 0
    let originals = 0
    let unmarked: Revision | undefined
    for (const atom of copy) {
      const own = isOwnInsertion(atom, this.#reading)
      const place = own ? -1 : (places[originals] ?? -1)
      const gap = gaps[originals] ?? this.#base.length
      if (!own) originals++
      if (place < 0) {
        if (!own) unmarked ??= this.#reading.unmarked()
        this.#insert(gap, atom, unmarked)
        continue
      }
      unmarked = undefined
      this.#leaveOut(next, place)
      this.#hold(place, atom)
      next = place + 1
    }
    this.#leaveOut(next, this.#base.length)
    return this.changes
  }

  /** Atoms of the base that the copy does not have. */
  #leaveOut(from: number, to: number): void {
    let rev: Revision | undefined
    for (let at = from; at < to; at++) {
      const atom = this.#base[at]
      if (!atom || this.#hidden?.has(at)) continue
      const { ins, del } = pendingOn(atom)
      if (del) {
        if (this.changes.unseen.has(at)) this.changes.agreed.set(at, (rev ??= this.#reading.unmarked()))
        this.#decided('accepted', del)
        continue
      }
      if (ins) this.#decided('rejected', ins)
      rev ??= this.#reading.unmarked()
      this.#delete(at, rev)
    }
  }

  /** A copy that was made without the pending changes has decided nothing about them. */
  #decided(how: 'accepted' | 'rejected', revision: Revision): void {
    if (!this.#hidden) this.#reading.decided(how, revision)
  }

  /** The last mark stays: nothing follows that its line could join. */
  #delete(at: number, rev: Revision): void {
    const atom = this.#base[at]
    if (atom?.kind === 'mark' && at === this.#base.length - 1) return
    if (atom?.kind !== 'table') {
      this.changes.dels.set(at, rev)
      return
    }
    const table = this.#tableAt(at)
    atom.table.children.forEach((row, index) => {
      if (!row.del) table.rowDels.set(index, rev)
    })
  }

  #tableAt(at: number): TableChanges {
    const known = this.changes.tables.get(at)
    const table = known ?? { rowDels: new Map(), rowInserts: new Map(), cells: new Map() }
    this.changes.tables.set(at, table)
    return table
  }

  #insert(gap: number, atom: Atom, unmarked: Revision | undefined): void {
    const { ins, del } = pendingOn(atom)
    const { taken } = this.#reading
    const rev = ins ? taken(ins) : unmarked
    if (!rev) return
    addTo(this.changes.inserts, gap, {
      atom,
      ins: rev,
      ...(del && { del: taken(del) }),
      comments: this.#commentsOn(atom),
    })
  }

  #hold(at: number, atom: Atom): void {
    const base = this.#base[at]
    if (!base) return
    if (base.kind === 'table' && atom.kind === 'table') {
      const changes = readTable(base.table, atom.table, this.#reading)
      if (changes) this.changes.tables.set(at, changes)
      return
    }
    const [before, after] = [pendingOn(base), pendingOn(atom)]
    if (after.del && !before.del) this.#delete(at, this.#reading.taken(after.del))
    if (after.del && before.del && this.changes.unseen.has(at))
      this.changes.agreed.set(at, this.#reading.taken(after.del))
    if (before.del && !after.del) this.#decided('rejected', before.del)
    if (before.ins && !after.ins) this.#decided('accepted', before.ins)
    const comments = this.#commentsOn(atom)
    if (comments.length > 0) this.changes.comments.set(at, comments)
    const patch = this.#patchOf(at, base, atom)
    if (patch) this.changes.formats.set(at, patch)
  }

  #commentsOn(atom: Atom): readonly string[] {
    if (atom.kind !== 'words' || !isTextLeaf(atom.child)) return none
    return atom.child.comments?.flatMap((id) => this.#reading.comment(id) ?? []) ?? none
  }

  #patchOf(at: number, base: Atom, atom: Atom): FormatPatch | undefined {
    if (base.kind === 'words' && atom.kind === 'words') return this.#leafPatch(at, base.child, atom.child)
    if (base.kind === 'mark' && atom.kind === 'mark') return this.#linePatch(base.line, atom.line)
    return undefined
  }

  #leafPatch(at: number, base: Inline, copy: Inline): FormatPatch | undefined {
    if (!isTextLeaf(base) || !isTextLeaf(copy)) return undefined
    const { isOwn, taken, unmarked, formats } = this.#reading
    if (copy.fmt && isOwn(copy.fmt.rev)) {
      const leaf = differing({ ...copy.fmt.prev }, { ...copy }, markedFormats)
      return leaf && { rev: taken(copy.fmt.rev), leaf }
    }
    if (!formats || copy.fmt || base.fmt) return undefined
    const leaf = differing({ ...base }, { ...copy }, seenFormats)
    if (!leaf) return undefined
    // One change of neighbouring words is one revision.
    const former = this.changes.formats.get(at - 1)
    const goesOn = former?.leaf && JSON.stringify(former.leaf) === JSON.stringify(leaf)
    return { rev: goesOn ? former.rev : unmarked(), leaf }
  }

  #linePatch(base: LineBlock, copy: LineBlock): FormatPatch | undefined {
    const { isOwn, taken, unmarked, formats } = this.#reading
    const after = formatOfLine(copy)
    if (copy.pFmt && isOwn(copy.pFmt.rev)) {
      const line = differing(copy.pFmt.prev, after, lineFormats)
      return line && { rev: taken(copy.pFmt.rev), line }
    }
    const same = !formats || copy.pFmt !== undefined || base.pFmt !== undefined
    const line = same ? undefined : differing(formatOfLine(base), after, lineFormats)
    return line && { rev: unmarked(), line }
  }
}

const none: readonly string[] = []
const markedFormats = ['bold', 'italic', 'underline', 'superscript', 'lead', 'xml'] as const
const seenFormats = ['bold', 'italic', 'underline', 'superscript'] as const
const lineFormats = ['type', 'level', 'marker', 'align', 'label', 'runIn', 'flush'] as const

/** Undefined: none of the properties differs. */
function differing(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): Record<string, unknown> | undefined {
  const changed = keys.filter((key) => before[key] !== after[key])
  return changed.length === 0 ? undefined : Object.fromEntries(changed.map((key) => [key, after[key]]))
}

/** For each atom of the copy's original text the base's atom before which something new in front of it stands. */
function gapsBehind(places: Int32Array, end: number): Int32Array {
  const gaps = new Int32Array(places.length + 1)
  let gap = end
  gaps[places.length] = gap
  for (let at = places.length - 1; at >= 0; at--) {
    const place = places[at] ?? -1
    if (place >= 0) gap = place
    gaps[at] = gap
  }
  return gaps
}

/** Undefined: nothing differs. Rows that cannot be told to be the same one come and go as a whole. */
function readTable(base: Table, copy: Table, reading: CopyReading): TableChanges | undefined {
  const changes: TableChanges = { rowDels: new Map(), rowInserts: new Map(), cells: new Map() }
  const isNew = (row: TableRow): boolean => row.ins !== undefined && reading.isOwn(row.ins)
  const rows = copy.children.filter((row) => !isNew(row))
  const pairs = pairRows(base.children, rows, reading)
  let next = 0
  const leaveOut = (to: number): void => {
    for (; next < to; next++) if (!base.children[next]?.del) changes.rowDels.set(next, reading.unmarked())
  }
  const places = Int32Array.from(rows, (row) => pairs.get(row) ?? -1)
  const gaps = gapsBehind(places, base.children.length)
  let originals = 0
  for (const row of copy.children) {
    const gap = gaps[originals] ?? base.children.length
    if (!isNew(row)) originals++
    const place = isNew(row) ? undefined : pairs.get(row)
    const before = place === undefined ? undefined : base.children[place]
    if (place === undefined || !before) {
      addTo(changes.rowInserts, gap, { row, rev: row.ins ? reading.taken(row.ins) : reading.unmarked() })
      continue
    }
    leaveOut(place)
    next = place + 1
    if (row.del && !before.del) changes.rowDels.set(place, reading.taken(row.del))
    else if (!row.del) changes.cells.set(place, readCells(before, row, reading))
  }
  leaveOut(base.children.length)
  return changes.rowDels.size + changes.rowInserts.size + changes.cells.size > 0 ? changes : undefined
}

function readCells(base: TableRow, copy: TableRow, reading: CopyReading): Changes[] {
  return base.children.map((cell, index) => {
    const other = copy.children[index] ?? cell
    const { notes } = reading
    return readCopy(atomsOf(cell.children, notes.base), atomsOf(other.children, notes.copy), reading)
  })
}

/** Rows of the copy by the index of the row that they are: the same words, or in the place of as many others. */
function pairRows(base: readonly TableRow[], rows: readonly TableRow[], reading: CopyReading): Map<TableRow, number> {
  const { notes } = reading
  const keyOf = (row: TableRow, of: Readonly<Record<string, Note>>, isLeft: (atom: Atom) => boolean): string =>
    row.children
      .map(({ children }) =>
        atomsOf(children, of)
          .filter(isLeft)
          .map(({ key }) => key)
          .join(''),
      )
      .join('\t')
  const hunks = diffWords(
    base.map((row) => keyOf(row, notes.base, () => true)),
    rows.map((row) => keyOf(row, notes.copy, (atom) => !isOwnInsertion(atom, reading))),
  )
  const pairs = new Map<TableRow, number>()
  let [a, b] = [0, 0]
  const pair = (count: number): void => {
    for (let step = 0; step < count; step++, a++, b++) {
      const row = rows[b]
      if (row && row.children.length === base[a]?.children.length) pairs.set(row, a)
    }
  }
  for (const { aStart, aEnd, bStart, bEnd } of hunks) {
    pair(aStart - a)
    if (aEnd - aStart === bEnd - bStart) pair(aEnd - aStart)
    ;[a, b] = [aEnd, bEnd]
  }
  pair(base.length - a)
  return pairs
}
