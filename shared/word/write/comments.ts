import type { CommentedBody, TextComment } from '../../report/commented-body.ts'
import { commentId } from '../../report/commented-body.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type Table } from '../../report/schema.ts'
import { textContent } from './text-content.ts'
import { escapeXml, rootAttributes, xmlHead } from './xml.ts'

export interface CommentAuthor {
  name: string
  initials: string
  /** `YYYY-MM-DDThh:mm:ss`, local wall time: Word shows the date of a comment as it is written. */
  date: string
}

/** Where the comments of a text begin and end, told piece by piece while its lines are written. */
export interface CommentWriter {
  /** Ranges that begin before this leaf or block. */
  before(piece: Inline | Block): string
  /** Ranges that end behind it, each with the mark of its comment. */
  after(piece: Inline | Block): string
  /** Ranges that begin before the printed number of a line, and those that end behind it. */
  aroundLabel(children: readonly Inline[]): { before: string; after: string }
  /** The part with the comments that have a place; undefined without any. */
  commentsXml(author: CommentAuthor): string | undefined
}

/** For a text that is handed out without comments. */
export const noComments: CommentWriter = {
  before: () => '',
  after: () => '',
  aroundLabel: () => ({ before: '', after: '' }),
  commentsXml: () => undefined,
}

/** `printed` is the body that is written, `marked` what its leaves were marked by. */
export function createCommentWriter(
  comments: readonly TextComment[],
  { labels, blocks }: Pick<CommentedBody, 'labels' | 'blocks'>,
  printed: readonly Block[],
): CommentWriter {
  const ranges = readRanges(printed, blocks)
  const numbers = new Map([...ranges.keys()].map((id) => [id, numberOf(id)]))
  const starts = new Map<Inline | Block, string[]>()
  const ends = new Map<Inline | Block, string[]>()
  for (const [id, { first, last }] of ranges) {
    if (!labels.has(id)) push(starts, first, id)
    if (labels.get(id) !== 'within') push(ends, last, id)
  }
  const opened = (ids: readonly string[]): string =>
    ids.map((id) => `<w:commentRangeStart w:id="${numbers.get(id) ?? 0}"/>`).join('')
  const closed = (ids: readonly string[]): string => ids.map((id) => rangeEnd(numbers.get(id) ?? 0)).join('')
  return {
    before: (piece) => opened(starts.get(piece) ?? []),
    after: (piece) => closed(ends.get(piece) ?? []),
    aroundLabel(children) {
      const own = [...labels].filter(([id]) => children.some((child) => ranges.get(id)?.first === child))
      const within = own.filter(([, reach]) => reach === 'within')
      return { before: opened(own.map(([id]) => id)), after: closed(within.map(([id]) => id)) }
    },
    commentsXml: (author) => commentsXml(comments, numbers, author),
  }
}

/** `comment-3` → 3. */
const numberOf = (id: string): number => Number(id.slice(commentId(0).length - 1))

function push(map: Map<Inline | Block, string[]>, piece: Inline | Block, id: string): void {
  const list = map.get(piece)
  if (list) list.push(id)
  else map.set(piece, [id])
}

interface Range {
  first: Inline | Block
  last: Inline | Block
}

/** First and last piece that each comment stands on, in the order of the text. */
function readRanges(printed: readonly Block[], blocks: CommentedBody['blocks']): Map<string, Range> {
  const ranges = new Map<string, Range>()
  const meet = (piece: Inline | Block, ids: readonly string[]): void => {
    for (const id of ids) ranges.set(id, { first: ranges.get(id)?.first ?? piece, last: piece })
  }
  const meetLine = (children: readonly Inline[]): void => {
    for (const child of children)
      if (isTextLeaf(child) && child.comments && child.text !== '') meet(child, child.comments)
  }
  for (const block of printed) {
    if (isLineBlock(block)) meetLine(block.children)
    else if (block.type === 'table') for (const children of cellLines(block)) meetLine(children)
    else if (block.type === 'opaque') meet(block, blocks.get(block) ?? [])
  }
  return ranges
}

function cellLines(table: Table): Inline[][] {
  return table.children.flatMap((row) => row.children.flatMap((cell) => cell.children.map(({ children }) => children)))
}

function rangeEnd(number: number): string {
  return (
    `<w:commentRangeEnd w:id="${number}"/>` +
    `<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${number}"/></w:r>`
  )
}

/** A comment without a place is left out: Word would delete it (ECMA-376 part 1, 17.13.4). */
function commentsXml(
  comments: readonly TextComment[],
  numbers: ReadonlyMap<string, number>,
  { name, initials, date }: CommentAuthor,
): string | undefined {
  const attributes = `w:author="${escapeXml(name)}" w:date="${escapeXml(date)}" w:initials="${escapeXml(initials)}"`
  const written = comments.flatMap(({ paragraphs }, index) => {
    const number = numbers.get(commentId(index))
    if (number === undefined) return []
    return `<w:comment w:id="${number}" ${attributes}>${paragraphs.map(commentParagraph).join('')}</w:comment>`
  })
  return written.length === 0 ? undefined : `${xmlHead}<w:comments ${rootAttributes}>${written.join('')}</w:comments>`
}

function commentParagraph(text: string, index: number): string {
  const mark = index === 0 ? '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' : ''
  return `<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${mark}<w:r>${textContent(text)}</w:r></w:p>`
}
