import { leftBehind } from '../../comments/comment-places.ts'
import { isLineBlock, isTextLeaf, type Block, type Comment, type Inline } from '../../report/schema.ts'
import { revisionsIn } from '../../revisions/revisions-in.ts'
import type { CommentWriter } from './comments.ts'
import { wordDate } from './review.ts'
import { textContent } from './text-content.ts'
import { escapeXml, rootAttributes, xmlHead } from './xml.ts'

const w14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml'
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

/** The comments of a report with their threads: where they stand, and the parts that hold them. */
export interface ReviewComments {
  writer: CommentWriter
  /** Comments with a place in the text: Word deletes any other. */
  count: number
  /** word/comments.xml and, where there are threads, word/commentsExtended.xml; undefined without a comment. */
  commentsXml?: string
  threadsXml?: string
}

export function createReviewComments(comments: readonly Comment[], body: readonly Block[]): ReviewComments {
  const places = readPlaces(body)
  /** A reply stands on the words of the comment that it answers. */
  const placeOf = ({ id, parent }: Comment): Place | undefined =>
    places.get(id) ?? (parent === undefined ? undefined : places.get(parent))
  const placed = comments.filter((comment) => placeOf(comment))
  const numbers = new Map(placed.map(({ id }, index) => [id, index]))
  const starts = new Map<Inline, number[]>()
  const ends = new Map<Inline, number[]>()
  placed.forEach((comment, number) => {
    const place = placeOf(comment)
    if (!place) return
    push(starts, place.first, number)
    push(ends, place.last, number)
  })
  const writer: CommentWriter = {
    before: (piece) =>
      (starts.get(piece as Inline) ?? []).map((number) => `<w:commentRangeStart w:id="${number}"/>`).join(''),
    after: (piece) => (ends.get(piece as Inline) ?? []).map(rangeEnd).join(''),
    aroundLabel: () => ({ before: '', after: '' }),
    commentsXml: () => undefined,
  }
  if (placed.length === 0) return { writer, count: 0 }
  const parents = placed.map(({ parent }) => (parent === undefined ? undefined : numbers.get(parent)))
  return {
    writer,
    count: placed.length,
    commentsXml: `${xmlHead}<w:comments ${rootAttributes} xmlns:w14="${w14}" xmlns:mc="${compatibility}" mc:Ignorable="w14">${placed.map(commentXml).join('')}</w:comments>`,
    threadsXml: `${xmlHead}<w15:commentsEx xmlns:w15="${w15}">${placed
      .map(({ done }, number) => threadXml(number, parents[number], done))
      .join('')}</w15:commentsEx>`,
  }
}

interface Place {
  first: Inline
  last: Inline
}

function readPlaces(body: readonly Block[]): Map<string, Place> {
  const places = new Map<string, Place>()
  const isLeft = leftBehind(body)
  const meet = (children: readonly Inline[]): void => {
    for (const piece of children)
      if (isTextLeaf(piece) && piece.text !== '')
        for (const id of piece.comments ?? [])
          if (!isLeft(piece, id)) places.set(id, { first: places.get(id)?.first ?? piece, last: piece })
  }
  for (const block of body) {
    if (isLineBlock(block)) meet(block.children)
    else if (block.type === 'table')
      for (const row of block.children)
        for (const cell of row.children) for (const line of cell.children) meet(line.children)
  }
  return places
}

function push(map: Map<Inline, number[]>, piece: Inline, number: number): void {
  map.set(piece, [...(map.get(piece) ?? []), number])
}

function rangeEnd(number: number): string {
  return (
    `<w:commentRangeEnd w:id="${number}"/>` +
    `<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${number}"/></w:r>`
  )
}

/** Threads are told by the id of a comment's last paragraph, 1 … 7FFFFFFF; counted, so that one report gives one file. */
const paraId = (number: number): string => (0x2a000001 + number).toString(16).toUpperCase()

function commentXml({ author, initials, date, paragraphs }: Comment, number: number): string {
  const lines = paragraphs.length > 0 ? paragraphs : ['']
  const written = lines.map((text, index) => {
    const id = index === lines.length - 1 ? ` w14:paraId="${paraId(number)}"` : ''
    const mark = index === 0 ? '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' : ''
    const words = text === '' ? '' : `<w:r>${textContent(text)}</w:r>`
    return `<w:p${id}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${mark}${words}</w:p>`
  })
  const short = initials === '' ? '' : ` w:initials="${escapeXml(initials)}"`
  return `<w:comment w:id="${number}" w:author="${escapeXml(author)}"${wordDate(date)}${short}>${written.join('')}</w:comment>`
}

function threadXml(number: number, parent: number | undefined, done: boolean): string {
  const answers = parent === undefined ? '' : ` w15:paraIdParent="${paraId(parent)}"`
  return `<w15:commentEx w15:paraId="${paraId(number)}"${answers} w15:done="${done ? 1 : 0}"/>`
}

/** Everybody who revised or commented, so that Word shows one colour for each; undefined for nobody. */
export function peopleXml(body: readonly Block[], comments: readonly Comment[]): string | undefined {
  const authors = [...revisionsIn(body).map(({ revision }) => revision.author), ...comments.map(({ author }) => author)]
  const people = [...new Set(authors)].filter((author) => author !== '').sort()
  if (people.length === 0) return undefined
  const entries = people.map(
    (author) =>
      `<w15:person w15:author="${escapeXml(author)}"><w15:presenceInfo w15:providerId="None" w15:userId="${escapeXml(author)}"/></w15:person>`,
  )
  return `${xmlHead}<w15:people xmlns:w15="${w15}">${entries.join('')}</w15:people>`
}
