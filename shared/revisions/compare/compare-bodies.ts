import { tidyInlines } from '../../report/inlines.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Inline,
  type LeafFormat,
  type LineBlock,
  type LineFormat,
  type Note,
  type Paragraph,
  type Revision,
  type Table,
  type TableCell,
  type TableRow,
  type TextLeaf,
} from '../../report/schema.ts'
import { diffWords } from './diff.ts'
import { markMoves } from './mark-moves.ts'
import { readableHunks } from './readable-hunks.ts'
import { tokensOfLine, type Token } from './tokens.ts'

/** What is compared: a body without pending revisions, and the notes it refers to. */
export interface Version {
  body: readonly Block[]
  notes: Readonly<Record<string, Note>>
}

/** Who the differences are said to be from, and when. */
export interface Signature {
  author: string
  /** `YYYY-MM-DDThh:mm:ss`; '' = no date. */
  date: string
}

/**
 * The old version with everything that makes it the new one as revisions: rejecting all gives the old version, accepting
 * all the new one. Words and paragraph marks are one stream, so that split and joined paragraphs cost no more than their
 * marks (comparison of paragraph pairs would replace both).
 */
export function compareBodies(before: Version, after: Version, signature: Signature): Block[] {
  const context: Context = { before, after, next: newRevisions(signature) }
  return markMoves(compareBlocks(before.body, after.body, context))
}

interface Context {
  before: Version
  after: Version
  next: () => Revision
}

function newRevisions({ author, date }: Signature): () => Revision {
  let count = 0
  return () => ({ id: `compare-${++count}`, author, date })
}

/** The last mark of both stays: nothing follows that its line could join. */
function compareBlocks(before: readonly Block[], after: readonly Block[], context: Context): Block[] {
  const a = before.flatMap((block) => tokensOf(block, context.before.notes))
  const b = after.flatMap((block) => tokensOf(block, context.after.notes))
  const [aLast, bLast] = a.at(-1)?.mark && b.at(-1)?.mark ? [a.pop(), b.pop()] : []
  const hunks = diffWords(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
  )
  const stream = new RedlineStream(context)
  let [aAt, bAt] = [0, 0]
  for (const { aStart, aEnd, bStart, bEnd } of readableHunks(hunks, a, b)) {
    for (; aAt < aStart; aAt++, bAt++) stream.keep(a[aAt], b[bAt])
    stream.pending(a.slice(aAt, aEnd), 'del')
    stream.pending(b.slice(bStart, bEnd), 'ins')
    ;[aAt, bAt] = [aEnd, bEnd]
  }
  for (; aAt < a.length; aAt++, bAt++) stream.keep(a[aAt], b[bAt])
  stream.keep(aLast, bLast)
  return stream.blocks
}

/** Tables are one kind, so that a changed table is compared with the one in its place. */
function tokensOf(block: Block, notes: Version['notes']): Token[] {
  if (isLineBlock(block)) return tokensOfLine(block, notes)
  const key = block.type === 'table' ? 'table' : JSON.stringify(block)
  return [{ key: `\n${key}`, text: '', children: [], fixed: block }]
}

/** Puts tokens together to blocks again. */
class RedlineStream {
  readonly blocks: Block[] = []
  readonly #context: Context
  #children: Inline[] = []

  constructor(context: Context) {
    this.#context = context
  }

  keep(before: Token | undefined, after: Token | undefined): void {
    if (!before || !after) return
    const { next } = this.#context
    if (before.fixed && after.fixed) this.blocks.push(...compareFixed(before.fixed, after.fixed, this.#context))
    else if (before.mark && after.mark) {
      const changed = JSON.stringify(printed(before.mark)) !== JSON.stringify(printed(after.mark))
      this.#end(after.mark, changed ? { pFmt: { rev: next(), prev: before.mark } } : {})
    } else this.#children.push(...withFormatRevisions(before.children, after.children, next))
  }

  pending(tokens: readonly Token[], kind: 'ins' | 'del'): void {
    if (tokens.length === 0) return
    const rev = this.#context.next()
    for (const { fixed, mark, children } of tokens) {
      if (fixed) this.blocks.push(pendingFixed(fixed, kind, rev))
      else if (mark) this.#end(mark, { mark: { [kind]: rev } })
      else this.#children.push(...children.map((child) => ({ ...child, [kind]: rev })))
    }
  }

  #end(format: LineFormat, revisions: Pick<LineBlock, 'mark' | 'pFmt'>): void {
    this.blocks.push({ ...format, children: tidyInlines(this.#children), ...revisions } as unknown as LineBlock)
    this.#children = []
  }
}

/** What a line is to the program alone is no change of the text. */
function printed({ state: _state, guidance: _guidance, section: _section, ...format }: LineFormat): object {
  return format
}

/** A table, a page break or a kept block as a whole. */
export function pendingFixed(block: Block, kind: 'ins' | 'del', rev: Revision): Block {
  if (block.type === 'table') return { ...block, children: block.children.map((row) => pendingRow(row, kind, rev)) }
  return { ...block, [kind]: rev }
}

function pendingLine<Line extends LineBlock>(line: Line, kind: 'ins' | 'del', rev: Revision): Line {
  const children = tidyInlines(line.children.map((child) => (isEmptyLeaf(child) ? child : { ...child, [kind]: rev })))
  return { ...line, children, mark: { [kind]: rev } }
}

/** A row that comes or goes has its words marked too, as Word marks them. */
export function pendingRow(row: TableRow, kind: 'ins' | 'del', rev: Revision): TableRow {
  return {
    ...row,
    [kind]: rev,
    children: row.children.map((cell) => ({
      ...cell,
      children: cell.children.map((paragraph) => pendingLine(paragraph, kind, rev)),
    })),
  }
}

/** A table with other columns is another table: there is no revision of a grid that every program reads. */
function compareFixed(before: Block, after: Block, context: Context): Block[] {
  if (before.type !== 'table' || after.type !== 'table') return [before]
  if (JSON.stringify(before.columns) === JSON.stringify(after.columns)) return [compareTables(before, after, context)]
  return [pendingFixed(before, 'del', context.next()), pendingFixed(after, 'ins', context.next())]
}

/** Rows that both have are compared cell by cell; a row that one side alone has is inserted or deleted. */
function compareTables(before: Table, after: Table, context: Context): Table {
  const hunks = diffWords(before.children.map(rowKey), after.children.map(rowKey))
  const rows: TableRow[] = []
  let a = 0
  const end = { aStart: before.children.length, aEnd: 0, bStart: after.children.length, bEnd: 0 }
  for (const { aStart, aEnd, bStart, bEnd } of [...hunks, end]) {
    rows.push(...before.children.slice(a, aStart))
    const [gone, come] = [before.children.slice(aStart, aEnd), after.children.slice(bStart, bEnd)]
    const paired = gone.length === come.length && gone.every((row, index) => sameShape(row, come[index]))
    if (paired) rows.push(...gone.map((row, index) => compareRows(row, come[index] ?? row, context)))
    else {
      rows.push(...gone.map((row) => pendingRow(row, 'del', context.next())))
      rows.push(...come.map((row) => pendingRow(row, 'ins', context.next())))
    }
    a = aEnd
  }
  return { ...before, children: rows }
}

function rowKey(row: TableRow): string {
  return JSON.stringify(row)
}

function sameShape(a: TableRow, b: TableRow | undefined): boolean {
  return (
    b !== undefined &&
    a.header === b.header &&
    a.children.length === b.children.length &&
    a.children.every((cell, index) => cellShape(cell) === cellShape(b.children[index]))
  )
}

function cellShape(cell: TableCell | undefined): string {
  return [cell?.colSpan, cell?.rowSpan, cell?.align].join()
}

function compareRows(before: TableRow, after: TableRow, context: Context): TableRow {
  const children = before.children.map((cell, index) => {
    const other = after.children[index] ?? cell
    return { ...cell, children: compareBlocks(cell.children, other.children, context) as Paragraph[] }
  })
  return { ...before, children }
}

const formats: readonly (keyof LeafFormat)[] = ['bold', 'italic', 'underline', 'superscript', 'lead', 'xml']

/** The same words: those of the new version, with the old format beside them where it was another. */
function withFormatRevisions(before: readonly Inline[], after: readonly Inline[], next: () => Revision): Inline[] {
  const [old, only] = [before[0], after[0]]
  if (before.length === 1 && after.length === 1 && old && only) return [withFormat(old, only, next)]
  const out: Inline[] = []
  let offset = 0
  for (const child of after) {
    const length = isTextLeaf(child) ? child.text.length : 1
    let taken = 0
    for (const [start, end, from] of piecesOf(before, offset, offset + length)) {
      const piece = isTextLeaf(child) ? { ...child, text: child.text.slice(start - offset, end - offset) } : child
      out.push(withFormat(from, piece, next))
      taken += end - start
    }
    offset += taken
  }
  return out
}

/** The leaves that cover `[start, end)`, each with its part of it. */
function piecesOf(children: readonly Inline[], start: number, end: number): [number, number, Inline][] {
  const pieces: [number, number, Inline][] = []
  let at = 0
  for (const child of children) {
    const length = isTextLeaf(child) ? child.text.length : 1
    const [from, to] = [Math.max(start, at), Math.min(end, at + length)]
    if (from < to) pieces.push([from, to, child])
    at += length
  }
  return pieces
}

function withFormat(before: Inline, after: Inline, next: () => Revision): Inline {
  if (!isTextLeaf(before) || !isTextLeaf(after)) return after
  if (formats.every((key) => before[key] === after[key])) return after
  return { ...after, fmt: { rev: next(), prev: formatOf(before) } }
}

function formatOf(leaf: TextLeaf): LeafFormat {
  return Object.fromEntries(formats.flatMap((key) => (leaf[key] === undefined ? [] : [[key, leaf[key]]])))
}

function isEmptyLeaf(child: Inline): boolean {
  return isTextLeaf(child) && child.text === ''
}
