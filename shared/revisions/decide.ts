import { keepComments, lostComments, withComment } from '../comments/keep-comments.ts'
import { tidyInlines } from '../report/inlines.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Inline,
  type LeafFormat,
  type LineBlock,
  type Paragraph,
  type ParagraphMark,
  type Pending,
  type Report,
  type Revision,
  type Table,
  type TableCell,
  type TableRow,
  type TextLeaf,
} from '../report/schema.ts'
import { revisionsIn } from './revisions-in.ts'

export type Decision = 'accept' | 'reject'

/** Which revisions are meant: all, those with these ids; the other end of a chosen move is always among them. */
export type Chosen = 'all' | ReadonlySet<string>

/**
 * Accepts or rejects the chosen revisions (ECMA-376 17.13.5). What nothing was decided about keeps its identity, so that
 * an editor need only redraw the rest. A paragraph disappears because its mark does, never because it looks empty.
 */
export function decide(body: readonly Block[], decision: Decision, chosen: Chosen): Block[] {
  const deciding: Deciding = { decision, isChosen: chooser(body, chosen), homeless: new Set() }
  const decided = decideBlocks(body, deciding)
  const lost = lostComments(body, decided)
  if (lost.size === 0) return decided
  return keepComments(body, decideBlocks(body, { ...deciding, homeless: new Set(lost.keys()) }))
}

/** The same of a whole report: notes whose reference has gone go with it. */
export function decideReport(report: Report, decision: Decision, chosen: Chosen): Report {
  const body = decide(report.body, decision, chosen)
  const before = noteReferences(report.body)
  const after = noteReferences(body)
  const notes = Object.entries(report.notes).filter(([id]) => after.has(id) || !before.has(id))
  return { ...report, body, notes: Object.fromEntries(notes) }
}

/** A block of a decided body, and the blocks by index whose words it holds: several where paragraph marks have gone. */
export interface DecidedBlock {
  block: Block
  from: number[]
}

/** The whole body decided, telling what each block was made of. Comments that lose their words are not housed. */
export function decideOrigins(body: readonly Block[], decision: Decision): DecidedBlock[] {
  const deciding: Deciding = { decision, isChosen: chooser(body, 'all'), homeless: new Set() }
  return joinLines(decidedPieces(body, deciding), deciding)
}

interface Deciding {
  decision: Decision
  isChosen: (revision: Revision | undefined) => revision is Revision
  /** Comments that lose all their words. */
  homeless: ReadonlySet<string>
}

/** The two ends of a move act together. */
function chooser(body: readonly Block[], chosen: Chosen): Deciding['isChosen'] {
  if (chosen === 'all') return (revision): revision is Revision => revision !== undefined
  const moves = new Set<string>()
  for (const { revision } of revisionsIn(body))
    if (revision.move !== undefined && chosen.has(revision.id)) moves.add(revision.move)
  return (revision): revision is Revision =>
    revision !== undefined && (chosen.has(revision.id) || (revision.move !== undefined && moves.has(revision.move)))
}

/** Undefined: it goes. Insertion below, deletion on top: each is decided for itself. */
function decidePending<Item extends Pending>(item: Item, { decision, isChosen }: Deciding): Item | undefined {
  const insDecided = isChosen(item.ins)
  const delDecided = isChosen(item.del)
  if (!insDecided && !delDecided) return item
  if (delDecided && decision === 'accept') return undefined
  if (insDecided && decision === 'reject') return undefined
  const rest = { ...item }
  if (insDecided) delete rest.ins
  if (delDecided) delete rest.del
  return rest
}

function decideBlocks(blocks: readonly Block[], deciding: Deciding): Block[] {
  const joined = joinLines(decidedPieces(blocks, deciding), deciding).map(({ block }) => block)
  return joined.length > 0 ? joined : [{ type: 'paragraph', children: [{ text: '' }] }]
}

function decidedPieces(blocks: readonly Block[], deciding: Deciding): DecidedBlock[] {
  return blocks.flatMap((one, index) => {
    const block = decideBlock(withoutPlacedEnd(one, blocks[index + 1]), deciding)
    return block ? [{ block, from: [index] }] : []
  })
}

/** An end that waited and has a line behind it after all: somebody wrote one there, and no decision joins it. */
function withoutPlacedEnd(block: Block, next: Block | undefined): Block {
  if (!isLineBlock(block) || !block.mark?.leaving || !next || !isLineBlock(next)) return block
  const { leaving: _, ...mark } = block.mark
  return withMark(block, block.children, mark)
}

/** A block without what was decided in it; the mark at its end waits for the block that follows. */
function decideBlock(block: Block, deciding: Deciding): Block | undefined {
  if (isLineBlock(block)) return decideLine(block, deciding)
  if (block.type === 'table') return decideTable(block, deciding)
  return decidePending(block, deciding)
}

function decideLine<Line extends LineBlock>(line: Line, deciding: Deciding): Line {
  const children = decideInlines(line.children, deciding)
  const formatted = decideLineFormat(line, deciding)
  return children === line.children ? formatted : { ...formatted, children }
}

function decideLineFormat<Line extends LineBlock>(line: Line, { decision, isChosen }: Deciding): Line {
  if (!line.pFmt || !isChosen(line.pFmt.rev)) return line
  const { pFmt, ...rest } = line
  if (decision === 'accept') return rest as Line
  const { children, mark } = line
  return { ...pFmt.prev, children, ...(mark && { mark }) } as unknown as Line
}

function decideInlines(children: Inline[], deciding: Deciding): Inline[] {
  const decided = children.map((child) => decideInline(child, deciding))
  if (isSame(decided, children)) return children
  return tidyInlines(housed(children, decided, deciding))
}

function decideInline(child: Inline, deciding: Deciding): Inline | undefined {
  const decided = decidePending(child, deciding)
  return decided && isTextLeaf(decided) ? decideFormat(decided, deciding) : decided
}

function decideFormat(leaf: TextLeaf, { decision, isChosen }: Deciding): TextLeaf {
  if (!leaf.fmt || !isChosen(leaf.fmt.rev)) return leaf
  const { fmt, ...rest } = leaf
  return decision === 'accept' ? rest : { ...withoutFormat(rest), ...fmt.prev }
}

const formatKeys: readonly (keyof LeafFormat)[] = ['bold', 'italic', 'underline', 'superscript', 'lead', 'xml']

function withoutFormat(leaf: TextLeaf): TextLeaf {
  const kept = Object.entries(leaf).filter(([key]) => !formatKeys.some((format) => format === key))
  return Object.fromEntries(kept) as unknown as TextLeaf
}

/** Comments whose words have all gone: an opinion is not lost with its text. */
function housed(before: readonly Inline[], decided: readonly (Inline | undefined)[], deciding: Deciding): Inline[] {
  const after = decided.map((child) => (child ? [child] : []))
  const home = (id: string): void => {
    const last = before.findLastIndex((child) => isTextLeaf(child) && child.comments?.includes(id))
    const at = homeOf(before, decided, last, deciding)
    if (!at) return
    const pieces = after[at.index] ?? []
    const index = at.edge === 'end' ? pieces.length - 1 : 0
    const leaf = pieces[index]
    if (leaf && isTextLeaf(leaf)) after[at.index] = pieces.toSpliced(index, 1, ...commented(leaf, id, at.edge))
  }
  const ids = before.flatMap((child) => (isTextLeaf(child) ? (child.comments ?? []) : []))
  for (const id of new Set(ids)) if (deciding.homeless.has(id)) home(id)
  return after.flat()
}

interface LeafHome {
  index: number
  /** `whole`: the words that take the place of the old ones. */
  edge: 'whole' | 'start' | 'end'
}

/** The other half of a replacement, else the nearest words before, then behind. */
function homeOf(
  before: readonly Inline[],
  decided: readonly (Inline | undefined)[],
  gone: number,
  { decision, isChosen }: Deciding,
): LeafHome | undefined {
  if (gone < 0) return undefined
  const hasWords = (index: number): boolean => {
    const child = decided[index]
    return child !== undefined && isTextLeaf(child) && child.text !== ''
  }
  const beside = decision === 'accept' ? gone + 1 : gone - 1
  if (hasWords(beside) && isChosen(decision === 'accept' ? before[beside]?.ins : before[beside]?.del))
    return { index: beside, edge: 'whole' }
  for (let index = gone - 1; index >= 0; index--) if (hasWords(index)) return { index, edge: 'end' }
  for (let index = gone + 1; index < decided.length; index++) if (hasWords(index)) return { index, edge: 'start' }
  return undefined
}

function commented(leaf: TextLeaf, id: string, edge: LeafHome['edge']): TextLeaf[] {
  if (edge === 'whole') return [withComment(leaf, id, false)]
  const characters = Array.from(leaf.text)
  const [head, tail] =
    edge === 'end'
      ? [characters.slice(0, -1).join(''), characters.slice(-1).join('')]
      : [characters.slice(0, 1).join(''), characters.slice(1).join('')]
  const point = withComment({ ...leaf, text: edge === 'end' ? tail : head }, id, true)
  const rest = { ...leaf, text: edge === 'end' ? head : tail }
  if (rest.text === '') return [point]
  return edge === 'end' ? [rest, point] : [point, rest]
}

/**
 * A line whose mark has gone gives its words to the head of the line that follows, whose properties survive (17.13.5.15,
 * 17.13.5.20). In front of something that is no line only an empty one goes, and never the last of its container. Where
 * what is in the way is undecided itself, the mark waits, so that decisions in turn do what they do together.
 */
function joinLines(pieces: readonly DecidedBlock[], deciding: Deciding): DecidedBlock[] {
  const out: DecidedBlock[] = []
  let carried: Inline[] = []
  let joined: number[] = []
  pieces.forEach(({ block, from }, index) => {
    if (!isLineBlock(block)) {
      out.push({ block, from })
      return
    }
    const children = carried.length > 0 ? joinedInlines(carried, block.children) : block.children
    const all = [...joined, ...from]
    let mark = block.mark && decideMark(block.mark, deciding)
    carried = []
    joined = []
    if (block.mark && !mark) {
      const next = pieces[index + 1]?.block
      if (next && isLineBlock(next)) {
        carried = children
        joined = all
        return
      }
      if (isEmpty(children) && (next || out.length > 0)) return
      if (isUndecided(next) || (!isEmpty(children) && children.every(isUndecidedInline))) mark = leaving
    }
    out.push({ block: withMark(block, children, mark), from: all })
  })
  return out
}

/** One for all, so that a line whose end still waits keeps its identity. */
const leaving: ParagraphMark = { leaving: true }

/** A later decision may take it away. */
function isUndecided(block: Block | undefined): boolean {
  if (!block || isLineBlock(block)) return false
  if (block.type !== 'table') return (block.ins ?? block.del) !== undefined
  return block.children.every((row) => row.ins ?? row.del ?? row.children.every((cell) => cell.cellRev))
}

function isUndecidedInline(child: Inline): boolean {
  return (child.ins ?? child.del) !== undefined || (isTextLeaf(child) && child.text === '')
}

/** Undefined: the mark goes. */
function decideMark(mark: ParagraphMark, deciding: Deciding): ParagraphMark | undefined {
  if (mark.leaving) return undefined
  const pending = decidePending(mark, deciding)
  if (!pending?.fmt || !deciding.isChosen(pending.fmt.rev)) return pending
  const { fmt: _, ...rest } = pending
  return rest
}

function withMark(block: LineBlock, children: Inline[], mark: ParagraphMark | undefined): LineBlock {
  if (children === block.children && mark === block.mark) return block
  const { mark: _, ...rest } = block
  return { ...rest, children, ...(mark && Object.keys(mark).length > 0 && { mark }) }
}

/** A title sentence stands at the start of its line alone; it may go on where the head is nothing else. */
function joinedInlines(head: readonly Inline[], tail: readonly Inline[]): Inline[] {
  if (isEmpty(head)) return [...tail]
  if (head.every((child) => isTextLeaf(child) && (child.lead === true || child.text === '')))
    return tidyInlines([...head, ...tail])
  const words = tail.map((child) => {
    if (!isTextLeaf(child) || !child.lead) return child
    const { lead: _, ...rest } = child
    return rest
  })
  return tidyInlines([...head, ...words])
}

function isEmpty(children: readonly Inline[]): boolean {
  return children.every((child) => isTextLeaf(child) && child.text === '')
}

function decideTable(table: Table, deciding: Deciding): Table | undefined {
  const rows = table.children.flatMap((row) => decideRow(row, deciding) ?? [])
  if (rows.length === 0) return undefined
  return isSame(rows, table.children) ? table : { ...table, children: rows }
}

function decideRow(row: TableRow, deciding: Deciding): TableRow | undefined {
  const decided = decidePending(row, deciding)
  if (!decided) return undefined
  const cells = decided.children.flatMap((cell) => decideCell(cell, deciding) ?? [])
  if (cells.length === 0) return undefined
  return isSame(cells, decided.children) ? decided : { ...decided, children: cells }
}

function decideCell(cell: TableCell, deciding: Deciding): TableCell | undefined {
  const { decision, isChosen } = deciding
  const children = decideBlocks(cell.children, deciding) as Paragraph[]
  const same = isSame(children, cell.children)
  if (!cell.cellRev || !isChosen(cell.cellRev.rev)) return same ? cell : { ...cell, children }
  const { cellRev, ...rest } = cell
  const goes = cellRev.kind === (decision === 'accept' ? 'del' : 'ins')
  return goes ? undefined : { ...rest, children: same ? cell.children : children }
}

function isSame<Item>(a: readonly (Item | undefined)[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

function noteReferences(body: readonly Block[]): Set<string> {
  const found = new Set<string>()
  const look = (children: readonly Inline[]): void => {
    for (const child of children) if (!isTextLeaf(child) && child.type === 'note') found.add(child.note)
  }
  for (const block of body) {
    if (isLineBlock(block)) look(block.children)
    else if (block.type === 'table')
      for (const row of block.children)
        for (const cell of row.children) for (const paragraph of cell.children) look(paragraph.children)
  }
  return found
}
