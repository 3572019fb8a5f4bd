import { tidyInlines } from '../../report/inlines.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type CoAuthor,
  type Inline,
  type LeafFormat,
  type LineBlock,
  type LineFormat,
  type Note,
  type Paragraph,
  type Pending,
  type Revision,
  type Table,
  type TableRow,
} from '../../report/schema.ts'
import { pendingFixed, pendingRow } from '../compare/compare-bodies.ts'
import { decide } from '../decide.ts'
import { atomsOf, formatOfLine, type Atom } from './atoms.ts'
import { hasEdits, isUnchanged, noChanges, type Changes, type FormatPatch, type Inserted } from './changes.ts'
import { mergeHunks, type MergedHunk } from './hunks.ts'
import { withPendingWords } from './late-words.ts'
import { meetPending, type PendingChanges } from './pending.ts'
import { withSameWords } from './same-words.ts'
import { isNumeral, withWholeNumbers } from './whole-numbers.ts'

export interface Combining {
  newId: () => string
  nameConflict: () => string
  notes: Readonly<Record<string, Note>>
  /** So many changes were made in the same way by several. */
  foundAlike: (count: number) => void
  /** A change of format that another one leaves no room for. */
  leftOut: (rev: Revision) => void
}

/** The base with the changes of all copies as revisions. Blocks that nobody changed are the same blocks. */
export function combine(base: readonly Block[], copies: readonly Changes[], context: Combining): Block[] {
  return new Combiner(base, copies, context).blocks()
}

class Combiner {
  readonly #base: readonly Block[]
  readonly #atoms: readonly Atom[]
  readonly #copies: readonly Changes[]
  readonly #context: Combining
  readonly #hunks: readonly MergedHunk[]
  readonly #byAtom = new Map<number, MergedHunk[]>()
  readonly #byGap = new Map<number, { hunk: MergedHunk; list: readonly Inserted[] }[]>()
  readonly #pending: PendingChanges
  readonly #touched: Uint8Array
  readonly #revisions = new Map<string, Revision>()
  readonly #out: Block[] = []
  #children: Inline[] = []
  #last: { source: Inline; key: string } | undefined
  /** What somebody has written last, with nothing behind it that stays. */
  #written: { hunk: MergedHunk; key: string } | undefined

  constructor(base: readonly Block[], copies: readonly Changes[], context: Combining) {
    this.#base = base
    this.#context = context
    this.#atoms = atomsOf(base, context.notes)
    this.#copies = withWholeNumbers(this.#atoms, withPendingWords(this.#atoms, withSameWords(this.#atoms, copies)))
    this.#hunks = mergeHunks(this.#atoms, this.#copies, context.nameConflict)
    context.foundAlike(this.#hunks.filter(({ sides }) => sides.length > 1).length)
    this.#pending = meetPending(this.#atoms, this.#copies, this.#hunks, context.nameConflict)
    this.#touched = new Uint8Array(this.#atoms.length + 1)
    for (const hunk of this.#hunks) if (!this.#pending.repeated.has(hunk)) this.#place(hunk)
    for (const at of this.#pending.revised.keys()) this.#touched[at] = 1
    for (const { formats, tables, comments } of copies)
      for (const map of [formats, tables, comments]) for (const at of map.keys()) this.#touched[at] = 1
  }

  blocks(): Block[] {
    let at = 0
    for (const block of this.#base) {
      const end = at + sizeOf(block)
      this.#comeAt(at)
      if (this.#children.length === 0 && !this.#isTouched(at, end)) this.#out.push(block)
      else
        for (let atom = at; atom < end; atom++) {
          if (atom > at) this.#comeAt(atom)
          this.#stay(atom)
        }
      at = end
    }
    this.#comeAt(at)
    return this.#out
  }

  #place(hunk: MergedHunk): void {
    for (let at = hunk.start; at < hunk.end; at++) {
      this.#byAtom.set(at, [...(this.#byAtom.get(at) ?? []), hunk])
      this.#touched[at] = 1
    }
    for (const { gap, list } of hunk.inserts) {
      const there = [...(this.#byGap.get(gap) ?? []), { hunk, list }]
      this.#byGap.set(
        gap,
        there.sort((a, b) => turnAt(gap, a.hunk) - turnAt(gap, b.hunk) || side(a.hunk) - side(b.hunk)),
      )
    }
  }

  /** Whether a block has to be made anew; what comes in front of it does not count. */
  #isTouched(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#touched[at] === 1 || (at > start && this.#byGap.has(at))) return true
    return false
  }

  #comeAt(gap: number): void {
    for (const { hunk, list } of this.#byGap.get(gap) ?? [])
      for (const item of list) this.#come(this.#commented(item, gap), hunk)
  }

  /** What comes between two pieces of one comment belongs to it. */
  #commented(item: Inserted, gap: number): Inserted {
    const [before, behind] = [this.#atoms[gap - 1], this.#atoms[gap]].map(commentsOn)
    const around = before?.filter((id) => behind?.includes(id)) ?? []
    return around.length === 0 ? item : { ...item, comments: [...new Set([...item.comments, ...around])] }
  }

  #come({ atom, ins, del, comments, alike = [] }: Inserted, hunk: MergedHunk): void {
    const rev = this.#revision(ins, hunk, alike)
    const on = del && this.#revision(del, hunk, [])
    const pending: Pending = { ins: rev, ...(on && { del: on }) }
    if (atom.kind === 'words') {
      const key = `${rev.id}|${on?.id ?? ''}|${comments.join()}`
      const make = (child: Inline): Inline => ({ ...bare(child), ...pending, ...commented([], comments) })
      if (this.#runsInto(hunk, atom.key))
        this.#write({ ...atom, key: numberGap, child: { text: numberGap } }, key, make)
      this.#write(atom, key, make)
      this.#written = { hunk, key: atom.key }
    } else if (atom.kind === 'mark') this.#end({ ...formatOfLine(atom.line) }, { mark: pending })
    else if (atom.kind === 'block') this.#out.push({ ...pendingFixed(atom.block, 'ins', rev), ...pending })
    else for (const table of decide([atom.table], 'accept', 'all')) this.#out.push(pendingFixed(table, 'ins', rev))
  }

  /** Numbers that two have written side by side in a conflict would be read as one. */
  #runsInto(hunk: MergedHunk, key: string): boolean {
    const before = this.#written
    if (!before || before.hunk === hunk || hunk.conflict === undefined) return false
    return isNumeral(before.key) && isNumeral(key)
  }

  #stay(at: number): void {
    const atom = this.#atoms[at]
    if (!atom) return
    if (atom.kind !== 'words' || !this.#byAtom.has(at)) this.#written = undefined
    if (atom.kind === 'table') {
      this.#out.push(this.#table(atom.table, at))
      return
    }
    const del = this.#deletion(at)
    const pending = this.#pending.revised.get(at)
    const patches = this.#copies.flatMap(({ formats }) => formats.get(at) ?? [])
    if (atom.kind === 'block')
      this.#out.push(del || pending ? { ...atom.block, ...pending, ...(del && { del }) } : atom.block)
    else if (atom.kind === 'mark')
      this.#endBase(pending ? { ...atom.line, mark: { ...atom.line.mark, ...pending } } : atom.line, del, patches)
    else {
      const comments = this.#copies.flatMap((copy) => copy.comments.get(at) ?? [])
      const fmt = isTextLeaf(atom.child) ? this.#formatted(atom.child, patches) : undefined
      const key = `${del?.id ?? ''}|${comments.join()}|${fmt ? JSON.stringify(fmt) : ''}|${pending ? JSON.stringify(pending) : ''}`
      const more = { ...pending, ...fmt, ...(del && { del }) }
      this.#write(atom, key, (child) => ({ ...child, ...more, ...addComments(child, comments) }) as Inline)
    }
  }

  /** Characters of one leaf with the same marks are one leaf. */
  #write(atom: Extract<Atom, { kind: 'words' }>, key: string, make: (child: Inline) => Inline): void {
    const { child } = atom
    const before = this.#children.at(-1)
    if (isTextLeaf(child) && before && isTextLeaf(before) && this.#last?.source === child && this.#last.key === key) {
      this.#children[this.#children.length - 1] = { ...before, text: before.text + atom.key }
      return
    }
    const made = make(child)
    this.#children.push(isTextLeaf(made) ? { ...made, text: atom.key } : made)
    this.#last = { source: child, key }
  }

  #endBase(line: LineBlock, del: Revision | undefined, patches: readonly FormatPatch[]): void {
    const before = formatOfLine(line)
    const mark = { ...line.mark, ...(del && { del }) }
    const [first, ...others] = patches
    const more = { ...(Object.keys(mark).length > 0 && { mark }), ...(line.pFmt && { pFmt: line.pFmt }) }
    if (!first?.line || line.pFmt) {
      for (const { rev } of patches) this.#context.leftOut(rev)
      this.#end(before, more)
      return
    }
    const { patch, also } = this.#agreeing(first, others, ({ line: part }) => part ?? {})
    const rev = this.#revision(first.rev, undefined, also)
    this.#end(patched(before, patch) as LineFormat, { ...more, pFmt: { rev, prev: before } })
  }

  #formatted(leaf: Inline, patches: readonly FormatPatch[]): Partial<Inline> | undefined {
    if (!isTextLeaf(leaf)) return undefined
    const [first, ...others] = patches
    if (!first?.leaf || leaf.fmt) {
      for (const { rev } of patches) this.#context.leftOut(rev)
      return undefined
    }
    const { patch, also } = this.#agreeing(first, others, ({ leaf: part }) => part ?? {})
    const prev = Object.fromEntries(
      leafFormats.flatMap((key) => (leaf[key] === undefined ? [] : [[key, leaf[key]]])),
    ) as LeafFormat
    return { ...patch, fmt: { rev: this.#revision(first.rev, undefined, also), prev } }
  }

  /** Changes of format of several copies at one place: the first says how, those that differ from it are left out and told. */
  #agreeing(
    first: FormatPatch,
    others: readonly FormatPatch[],
    part: (patch: FormatPatch) => object,
  ): { patch: object; also: Revision[] } {
    const patch = part(first)
    const same = others.filter((other) => JSON.stringify(part(other)) === JSON.stringify(patch))
    for (const other of others) if (!same.includes(other)) this.#context.leftOut(other.rev)
    return { patch, also: same.map(({ rev }) => rev) }
  }

  #end(format: LineFormat, revisions: Pick<LineBlock, 'mark' | 'pFmt'>): void {
    this.#out.push({ ...format, children: tidyInlines(this.#children), ...revisions } as unknown as LineBlock)
    this.#children = []
    this.#last = undefined
  }

  /** What several delete is deleted by the first; the others are named beside. */
  #deletion(at: number): Revision | undefined {
    const hunks = this.#byAtom.get(at)
    const [hunk] = hunks ?? []
    if (!hunks || !hunk) return undefined
    const sides = [...new Set(hunks.flatMap((one) => one.sides))].sort((a, b) => a - b)
    const [first, ...others] = sides.flatMap((one) => this.#copies[one]?.dels.get(at) ?? [])
    const conflict = hunks.find((one) => one.conflict !== undefined)?.conflict
    return first && this.#revision(first, { ...hunk, sides, ...(conflict && { conflict }) }, others)
  }

  /** One object for one change of one person: neighbours are joined by it. */
  #revision(of: Revision, hunk: MergedHunk | undefined, others: readonly Revision[]): Revision {
    const also = coAuthors(of, others)
    const conflict =
      hunk?.conflict === undefined
        ? undefined
        : { name: hunk.conflict, sides: hunk.sides.map((one) => one + (hunk.firstSide ?? 0)) }
    const key = JSON.stringify([of.id, also, conflict])
    let known = this.#revisions.get(key)
    if (!known) {
      const { move, id: _, ...rest } = of
      known = {
        id: this.#context.newId(),
        ...rest,
        ...(move !== undefined && !conflict && { move }),
        ...(also.length > 0 && { also }),
        ...(conflict && { conflict }),
      }
      this.#revisions.set(key, known)
    }
    return known
  }

  #table(table: Table, at: number): Table {
    const copies = this.#copies.map(({ tables }) => tables.get(at))
    if (copies.every((copy) => copy === undefined)) return table
    const rows: TableRow[] = []
    const comeAt = (gap: number): void => {
      for (const copy of copies)
        for (const { row, rev } of copy?.rowInserts.get(gap) ?? []) rows.push(this.#newRow(row, rev))
    }
    table.children.forEach((row, index) => {
      comeAt(index)
      const revs = copies.map((copy) => copy?.rowDels.get(index))
      const cells = copies.map((copy) => copy?.cells.get(index))
      rows.push(this.#row(row, revs, cells))
    })
    comeAt(table.children.length)
    return { ...table, children: rows }
  }

  #newRow(row: TableRow, rev: Revision): TableRow {
    const { ins: _ins, del: _del, ...rest } = row
    const children = rest.children.map(({ cellRev: _, ...cell }) => ({
      ...cell,
      children: decide(cell.children, 'accept', 'all') as Paragraph[],
    }))
    return pendingRow({ ...rest, children }, 'ins', this.#revision(rev, undefined, []))
  }

  /** Who deletes a row and who writes in it exclude each other. */
  #row(row: TableRow, dels: readonly (Revision | undefined)[], cells: readonly (Changes[] | undefined)[]): TableRow {
    const [first, ...others] = dels.filter((rev) => rev !== undefined)
    const edited = cells.flatMap((list, index) => (list?.some(hasEdits) ? [index] : []))
    const conflict = first && edited.length > 0 ? this.#context.nameConflict() : undefined
    const children = row.children.map((cell, index) => {
      const copies = cells.map((list) => list?.[index] ?? noChanges())
      if (copies.every(isUnchanged)) return cell
      return { ...cell, children: combine(cell.children, copies, this.#context) as Paragraph[] }
    })
    const filled = children.every((cell, index) => cell === row.children[index]) ? row : { ...row, children }
    if (!first) return filled
    if (conflict === undefined) return pendingRow(filled, 'del', this.#revision(first, undefined, others))
    const sides = dels.flatMap((rev, index) => (rev ? [index] : []))
    const hunk: MergedHunk = { sides, start: 0, end: 0, inserts: [], moves: new Set(), conflict }
    return { ...inConflict(filled, row, conflict, edited), del: this.#revision(first, hunk, others) }
  }
}

/** What was written in a row that another copy deletes. */
function inConflict(row: TableRow, base: TableRow, name: string, sides: readonly number[]): TableRow {
  const old = new Set(JSON.stringify(base).match(/"id":"[^"]*"/g))
  const named = (rev: Revision | undefined): Revision | undefined =>
    rev && !old.has(`"id":${JSON.stringify(rev.id)}`) && !rev.conflict
      ? { ...rev, conflict: { name, sides: [...sides] } }
      : rev
  const pending = ({ ins, del }: Pending): Pending => {
    const [come, go] = [named(ins), named(del)]
    return { ...(come && { ins: come }), ...(go && { del: go }) }
  }
  return {
    ...row,
    children: row.children.map((cell) => ({
      ...cell,
      children: cell.children.map((line) => ({
        ...line,
        children: line.children.map((child) => ({ ...child, ...pending(child) })),
        ...(line.mark && { mark: { ...line.mark, ...pending(line.mark) } }),
      })),
    })),
  }
}

/** Between two numbers that would be read as one. */
const numberGap = '\u3000'

const leafFormats = ['bold', 'italic', 'underline', 'superscript', 'lead', 'xml'] as const

/** At one place: first what replaces the words before it, then what stands alone, last what replaces the words behind. */
function turnAt(gap: number, { start, end }: MergedHunk): number {
  if (start === end) return 2
  if (end === gap) return 0
  return start === gap ? 3 : 1
}

function side({ sides }: MergedHunk): number {
  return sides[0] ?? 0
}

function sizeOf(block: Block): number {
  if (!isLineBlock(block)) return 1
  return block.children.reduce((size, child) => size + (isTextLeaf(child) ? Array.from(child.text).length : 1), 1)
}

/** As the inserted words are printed: without what was pending on them in their file. */
function bare(child: Inline): Inline {
  if (!isTextLeaf(child)) {
    const { ins: _ins, del: _del, ...rest } = child
    return rest
  }
  const { ins: _ins, del: _del, fmt: _fmt, comments: _comments, points: _points, ...rest } = child
  return rest
}

function addComments(child: Inline, ids: readonly string[]): { comments?: string[] } {
  return isTextLeaf(child) ? commented(child.comments ?? [], ids) : {}
}

function commentsOn(atom: Atom | undefined): readonly string[] {
  if (atom?.kind !== 'words' || !isTextLeaf(atom.child)) return []
  const { comments = [], points = [] } = atom.child
  return comments.filter((id) => !points.includes(id))
}

function commented(own: readonly string[], ids: readonly string[]): { comments?: string[] } {
  return ids.length === 0 ? {} : { comments: [...new Set([...own, ...ids])].sort() }
}

function patched(format: object, patch: object): object {
  const all = { ...format, ...patch }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** Others than the first, each once. */
function coAuthors(of: Revision, others: readonly Revision[]): CoAuthor[] {
  const seen = new Set([of.author])
  return others.flatMap(({ author, date }) => {
    if (seen.has(author)) return []
    seen.add(author)
    return [{ author, date }]
  })
}
