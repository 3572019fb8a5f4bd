import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Inline,
  type ParagraphMark,
  type Pending,
  type Revision,
  type TableCell,
} from '../../report/schema.ts'
import { escapeXml } from './xml.ts'

/** Writes the revisions of a report as those of Word (ECMA-376 part 1, 17.13.5). */
export interface ReviewWriter {
  /** The runs of a piece inside its insertion and deletion. */
  wrapped(pending: Pending, runs: string): string
  /** Borders of moves before and behind a piece. */
  before(piece: Inline): string
  after(piece: Inline): string
  /** What stands at the end of the run properties of changed text; `old` are the properties before. */
  formatChange(revision: Revision | undefined, old: string): string
  /** Run properties of a paragraph mark. */
  mark(mark: ParagraphMark | undefined): string
  /** What stands at the end of the properties of a changed paragraph. */
  paragraphChange(revision: Revision | undefined, old: string): string
  /** Marks in the properties of a row. */
  row(pending: Pending): string
  cell(revised: TableCell['cellRev']): string
}

/** For a text that is handed out without its review. */
export const noReviewWriter: ReviewWriter = {
  wrapped: (_, runs) => runs,
  before: () => '',
  after: () => '',
  formatChange: () => '',
  mark: () => '',
  paragraphChange: () => '',
  row: () => '',
  cell: () => '',
}

/** As they stand in CT_ParaRPr. */
const markOrder = ['ins', 'del', 'moveFrom', 'moveTo']

/** `firstId`: ids of comments are counted before those of revisions. */
export function createReviewWriter(body: readonly Block[], firstId: number): ReviewWriter {
  let next = firstId
  const nextId = (): string => String(next++)
  const attributes = ({ author, date }: Revision): string =>
    `w:id="${nextId()}" w:author="${escapeXml(author)}"${wordDate(date)}`
  const empty = (name: string, revision: Revision): string => `<w:${name} ${attributes(revision)}/>`
  const moves = readMoves(body)
  const nameOf = (kind: 'ins' | 'del', { move }: Revision): string =>
    move !== undefined && moves.has(move) ? (kind === 'ins' ? 'moveTo' : 'moveFrom') : kind
  const border = (piece: Inline, edge: 'first' | 'last'): string =>
    [...moves]
      .flatMap(([name, { from, to }]) => [
        { side: 'moveFrom', name, ...from },
        { side: 'moveTo', name, ...to },
      ])
      .filter((range) => range[edge] === piece)
      .map(({ side, name, revision, id }) =>
        edge === 'first'
          ? `<w:${side}RangeStart w:id="${(id.value ??= nextId())}" w:author="${escapeXml(revision.author)}"${wordDate(revision.date)} w:name="${escapeXml(name)}"/>`
          : `<w:${side}RangeEnd w:id="${id.value ?? ''}"/>`,
      )
      .join('')
  return {
    wrapped({ ins, del }, runs) {
      if (runs === '') return ''
      const dead = del && nameOf('del', del) === 'del' ? asDeleted(runs) : runs
      const inner = del ? element(nameOf('del', del), attributes(del), dead) : dead
      return ins ? element(nameOf('ins', ins), attributes(ins), inner) : inner
    },
    before: (piece) => border(piece, 'first'),
    after: (piece) => border(piece, 'last'),
    formatChange: (revision, old) =>
      revision
        ? `<w:rPrChange ${attributes(revision)}>${old ? `<w:rPr>${old}</w:rPr>` : '<w:rPr/>'}</w:rPrChange>`
        : '',
    mark(mark) {
      const { ins, del, fmt } = mark ?? {}
      const sides = [
        ...(ins ? [{ name: nameOf('ins', ins), of: ins }] : []),
        ...(del ? [{ name: nameOf('del', del), of: del }] : []),
      ]
      const marks = markOrder.flatMap((one) => sides.flatMap(({ name, of }) => (name === one ? empty(name, of) : [])))
      const change = fmt ? `<w:rPrChange ${attributes(fmt.rev)}><w:rPr/></w:rPrChange>` : ''
      return marks.length === 0 && change === '' ? '' : `<w:rPr>${marks.join('')}${change}</w:rPr>`
    },
    paragraphChange: (revision, old) =>
      revision ? `<w:pPrChange ${attributes(revision)}><w:pPr>${old}</w:pPr></w:pPrChange>` : '',
    row: ({ ins, del }) => (ins ? empty('ins', ins) : '') + (del ? empty('del', del) : ''),
    cell: (revised) =>
      revised && revised.kind !== 'merge' ? empty(revised.kind === 'ins' ? 'cellIns' : 'cellDel', revised.rev) : '',
  }
}

/** A date in another form makes Word call the file damaged, a missing one does not. */
export function wordDate(date: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/.test(date) ? ` w:date="${date}"` : ''
}

function element(name: string, attributes: string, content: string): string {
  return `<w:${name} ${attributes}>${content}</w:${name}>`
}

/** Text in a deletion is `delText`; Word does not open a file with `t` there. */
function asDeleted(runs: string): string {
  return runs.replaceAll(/<(\/?)w:t(?=[ >])/g, '<$1w:delText')
}

interface Range {
  first: Inline
  last: Inline
  revision: Revision
  /** Given when its start is written. */
  id: { value?: string }
}

/** Moves of which both ends are in the text; of the others the one end is an insertion or a deletion. */
function readMoves(body: readonly Block[]): Map<string, { from: Range; to: Range }> {
  const sides = { ins: new Map<string, Range>(), del: new Map<string, Range>() }
  const meet = (children: readonly Inline[]): void => {
    for (const piece of children)
      for (const side of ['ins', 'del'] as const) {
        const revision = piece[side]
        if (revision?.move === undefined || (isTextLeaf(piece) && piece.text === '')) continue
        const known = sides[side].get(revision.move)
        sides[side].set(revision.move, { first: known?.first ?? piece, last: piece, revision, id: {} })
      }
  }
  for (const block of body) {
    if (isLineBlock(block)) meet(block.children)
    else if (block.type === 'table')
      for (const row of block.children)
        for (const cell of row.children) for (const line of cell.children) meet(line.children)
  }
  const both = [...sides.ins].flatMap(([name, to]) => {
    const from = sides.del.get(name)
    return from ? [[name, { from, to }] as const] : []
  })
  return new Map(both)
}
