import { leftBehind, pointsIn } from '../../comments/comment-places.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Comment,
  type Inline,
  type Report,
  type Review,
} from '../../report/schema.ts'
import type { Relationship } from '../read/package-parts.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  readSourcePart,
  sourceDescendants,
  sourceElements,
  withChildren,
  wordElement,
  writeSourcePart,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import { addPart, targetOf } from './package-index.ts'

const w14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export interface PatchedComments {
  /** Comments that the file did not have: their number there, and the leaves that they begin before and end behind. */
  added: Map<string, { number: string; first: Inline; last: Inline }>
  /** Replies to comments of the file: their numbers, and that of the comment of the thread whose marks theirs stand behind. */
  replies: Map<string, { number: string; behind: string }>
  /** Numbers of those that are gone. */
  removed: ReadonlySet<string>
}

/**
 * A reply stands on the words of the comment that it answers (ECMA-376 gives every comment marks of its own). Where that
 * comment is one of the file, `known`, which may stand on no words, its marks there are followed instead; not where it has
 * lost its words since, for its marks then say nothing of the character that it stands at now.
 */
export function withReplyAnchors(
  body: readonly Block[],
  { comments }: Pick<Review, 'comments'>,
  known: Pick<Review, 'comments'>,
): Block[] {
  const points = pointsIn(body)
  const ofFile = new Set(known.comments.flatMap(({ id }) => (points.has(id) ? [] : id)))
  const placed = new Set<string>()
  eachLeaf(body, (leaf) => leaf.comments?.forEach((id) => placed.add(id)))
  const repliesTo = new Map<string, string[]>()
  for (const { id, parent } of comments)
    if (parent !== undefined && !placed.has(id) && !ofFile.has(parent))
      repliesTo.set(parent, [...(repliesTo.get(parent) ?? []), id])
  if (repliesTo.size === 0) return [...body]
  const children = <Item extends Inline>(inlines: readonly Item[]): Item[] =>
    inlines.map((inline) => {
      if (!isTextLeaf(inline) || !inline.comments) return inline
      const more = inline.comments.flatMap((id) => repliesTo.get(id) ?? [])
      return more.length > 0 ? { ...inline, comments: [...inline.comments, ...more].sort() } : inline
    })
  return body.map((block): Block => {
    if (isLineBlock(block)) return { ...block, children: children(block.children) }
    if (block.type !== 'table') return block
    return {
      ...block,
      children: block.children.map((row) => ({
        ...row,
        children: row.children.map((cell) => ({
          ...cell,
          children: cell.children.map((line) => ({ ...line, children: children(line.children) })),
        })),
      })),
    }
  })
}

function eachLeaf(body: readonly Block[], meet: (leaf: Inline & { text: string; comments?: string[] }) => void): void {
  const line = (children: readonly Inline[]): void => {
    for (const child of children) if (isTextLeaf(child) && child.text !== '') meet(child)
  }
  for (const block of body) {
    if (isLineBlock(block)) line(block.children)
    else if (block.type === 'table')
      for (const row of block.children)
        for (const cell of row.children) for (const one of cell.children) line(one.children)
  }
}

/** Brings comments and threads to the state of the report; their parts are untouched where nothing changed. */
export function patchComments(
  parts: Map<string, Uint8Array>,
  related: readonly Relationship[],
  mainPart: string,
  base: Review | undefined,
  { review, body }: Pick<Report, 'review' | 'body'>,
  { lastId, document }: { lastId: number; document: SourceElement },
): PatchedComments {
  const [before, now] = [base?.comments ?? [], review?.comments ?? []]
  if (JSON.stringify(before.map(contentOf)) === JSON.stringify(now.map(contentOf)))
    return { added: new Map(), replies: new Map(), removed: new Set() }
  const known = new Map(before.map((comment) => [comment.id, comment]))
  const kept = new Set(now.map(({ id }) => id))
  const removed = new Set(before.flatMap(({ id }) => (kept.has(id) ? [] : id.slice(1))))
  const places = placesOf(body)
  const added: PatchedComments['added'] = new Map()
  const replies: PatchedComments['replies'] = new Map()
  const newNumber = (id: string): string | undefined => (added.get(id) ?? replies.get(id))?.number
  const numberOf = (id: string): string => newNumber(id) ?? id.slice(1)
  const marked = markedComments(document)
  now.forEach(({ id, parent }, index) => {
    if (known.has(id)) return
    const number = String(lastId + 1 + added.size + replies.size)
    const place = places.get(id)
    if (place) added.set(id, { number, ...place })
    else if (parent !== undefined && known.has(parent)) {
      const thread = now.slice(0, index).filter((one) => one.id === parent || one.parent === parent)
      const behind = thread.map((one) => numberOf(one.id)).findLast((one) => marked.has(one))
      if (behind === undefined) return
      replies.set(id, { number, behind })
      marked.add(number)
    }
  })
  const isNew = (id: string): boolean => newNumber(id) !== undefined
  const path = targetOf(parts, related, 'comments') ?? addCommentsPart(parts, mainPart)
  const source = readSourcePart(parts.get(path) ?? new Uint8Array(), path)
  const threaded = now.some((comment) => isNew(comment.id) || threadOf(comment) !== threadOf(known.get(comment.id)))
  const ids = new ParagraphIds(parts)
  const written = writeComments(source.root, { now, known, isNew, removed, numberOf, ids })
  parts.set(path, writeSourcePart(source, written))
  if (threaded || removed.size > 0) writeThreads(parts, related, mainPart, written, { now, numberOf })
  return { added, replies, removed }
}

/** Numbers of the comments that have a mark in the text. */
function markedComments(document: SourceElement): Set<string> {
  const marks = [...sourceDescendants(document)].filter((inner) => isWordElement(inner, 'commentReference'))
  return new Set(marks.map((mark) => attributeOf(mark, 'id') ?? ''))
}

function contentOf({ id, author, initials, date, paragraphs, parent, done }: Comment): unknown {
  return [id, author, initials, date, paragraphs, parent ?? null, done]
}

function threadOf(comment: Comment | undefined): string {
  return `${comment?.parent ?? ''} ${comment?.done ?? ''}`
}

/** The first and the last leaf of every comment. */
export function placesOf(body: readonly Block[]): Map<string, { first: Inline; last: Inline }> {
  const places = new Map<string, { first: Inline; last: Inline }>()
  const isLeft = leftBehind(body)
  eachLeaf(body, (leaf) => {
    for (const id of leaf.comments ?? [])
      if (!isLeft(leaf, id)) places.set(id, { first: places.get(id)?.first ?? leaf, last: leaf })
  })
  return places
}

function addCommentsPart(parts: Map<string, Uint8Array>, mainPart: string): string {
  return addPart(parts, mainPart, {
    name: 'comments.xml',
    type: `${office}/comments`,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml',
    xml: `${xmlHead}<w:comments xmlns:w="${word}"></w:comments>`,
  })
}

interface Written {
  now: readonly Comment[]
  known: ReadonlyMap<string, Comment>
  isNew: (id: string) => boolean
  removed: ReadonlySet<string>
  numberOf: (id: string) => string
  ids: ParagraphIds
}

function writeComments(root: SourceElement, { now, known, isNew, removed, numberOf, ids }: Written): SourceElement {
  const byNumber = new Map(now.map((comment) => [numberOf(comment.id), comment]))
  const kept = root.children.flatMap((child): SourceNode[] => {
    if (!isWordElement(child, 'comment')) return [child]
    const number = attributeOf(child, 'id') ?? ''
    if (removed.has(number)) return []
    const comment = byNumber.get(number)
    const before = comment && known.get(comment.id)
    if (!comment || !before) return [child]
    const same = before.paragraphs.join('\n') === comment.paragraphs.join('\n')
    return [ids.given(same ? child : withWords(child, comment), ids)]
  })
  const fresh = now.flatMap((comment): SourceElement[] =>
    isNew(comment.id) ? [ids.given(newComment(root, comment, numberOf(comment.id)), ids)] : [],
  )
  return withIgnorable(withChildren(root, [...kept, ...fresh]))
}

function newComment(root: SourceElement, comment: Comment, number: string): SourceElement {
  const { author, initials, date } = comment
  const empty = wordElement(root, 'comment', {
    id: number,
    author,
    ...(date === '' ? {} : { date }),
    ...(initials === '' ? {} : { initials }),
  })
  return withWords(empty, comment)
}

function withWords(element: SourceElement, { paragraphs }: Comment): SourceElement {
  const mark = wordElement(element, 'r', {}, [wordElement(element, 'annotationRef')])
  const lines = (paragraphs.length > 0 ? paragraphs : ['']).map((text, index) => {
    const words = { ...wordElement(element, 't', {}, [text]), attributes: [preserve] }
    const run = text === '' ? [] : [wordElement(element, 'r', {}, [words])]
    return wordElement(element, 'p', {}, [...(index === 0 ? [mark] : []), ...run])
  })
  const { slice: _, ...rest } = element
  return { ...rest, children: lines }
}

const preserve = {
  tag: 'xml:space',
  namespace: 'http://www.w3.org/XML/1998/namespace',
  name: 'space',
  value: 'preserve',
}

/** Ids that threads are told by, 1 … 7FFFFFFF and unique in the package; counted, so that the same report gives the same file. */
class ParagraphIds {
  readonly #known = new Set<string>()
  #next = 0x2a000001

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    const decoder = new TextDecoder()
    for (const [name, bytes] of parts)
      if (name.endsWith('.xml'))
        for (const [, id = ''] of decoder.decode(bytes).matchAll(/paraId(?:Parent)?="([0-9A-Fa-f]{8})"/g))
          this.#known.add(id.toUpperCase())
  }

  next(): string {
    for (;;) {
      const id = (this.#next++).toString(16).toUpperCase().padStart(8, '0')
      if (!this.#known.has(id)) return id
    }
  }

  /** The last paragraph of a comment has an id. */
  given(comment: SourceElement, ids: ParagraphIds): SourceElement {
    const last = sourceElements(comment).findLast((child) => isWordElement(child, 'p'))
    if (!last || paraIdOf(last) !== undefined) return comment
    const { slice: _, ...rest } = last
    const id = { tag: 'w14:paraId', namespace: w14, name: 'paraId', value: ids.next() }
    return withChildren(
      comment,
      comment.children.map((child) => (child === last ? { ...rest, attributes: [...last.attributes, id] } : child)),
    )
  }
}

function paraIdOf(paragraph: SourceElement | undefined): string | undefined {
  return paragraph?.attributes.find(({ namespace, name }) => namespace === w14 && name === 'paraId')?.value
}

/** Programs that do not know the extension pass over it. */
function withIgnorable(root: SourceElement): SourceElement {
  const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
  const has = (tag: string): boolean => root.attributes.some((attribute) => attribute.tag === tag)
  const declared = (tag: string, value: string): SourceElement['attributes'] =>
    has(tag) ? [] : [{ tag, namespace: '', name: tag, value }]
  const ignorable = root.attributes.find(({ namespace, name }) => namespace === compatibility && name === 'Ignorable')
  const words = new Set([...(ignorable?.value.split(/\s+/) ?? []), 'w14'])
  const rest = root.attributes.filter((attribute) => attribute !== ignorable)
  const { slice: _, ...element } = root
  return {
    ...element,
    attributes: [
      ...rest,
      ...declared('xmlns:w14', w14),
      ...declared('xmlns:mc', compatibility),
      {
        tag: ignorable?.tag ?? 'mc:Ignorable',
        namespace: compatibility,
        name: 'Ignorable',
        value: [...words].filter(Boolean).join(' '),
      },
    ],
  }
}

function writeThreads(
  parts: Map<string, Uint8Array>,
  related: readonly Relationship[],
  mainPart: string,
  comments: SourceElement,
  { now, numberOf }: Pick<Written, 'now' | 'numberOf'>,
): void {
  const path =
    targetOf(parts, related, 'commentsExtended') ??
    addPart(parts, mainPart, {
      name: 'commentsExtended.xml',
      type: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml',
      xml: `${xmlHead}<w15:commentsEx xmlns:w15="${w15}"></w15:commentsEx>`,
    })
  const source = readSourcePart(parts.get(path) ?? new Uint8Array(), path)
  const byNumber = new Map(sourceElements(comments).map((element) => [attributeOf(element, 'id') ?? '', element]))
  const idOf = (id: string): string | undefined =>
    paraIdOf(sourceElements(byNumber.get(numberOf(id))).findLast((child) => isWordElement(child, 'p')))
  const old = new Map(sourceElements(source.root).map((element) => [valueIn(element, 'paraId'), element]))
  const prefix = source.root.tag.split(':')[0] ?? 'w15'
  const entries = now.flatMap((comment): SourceElement[] => {
    const paraId = idOf(comment.id)
    if (paraId === undefined) return []
    const parent = comment.parent === undefined ? undefined : idOf(comment.parent)
    const known = old.get(paraId)
    if (
      known &&
      (valueIn(known, 'done') === '1') === comment.done &&
      (valueIn(known, 'paraIdParent') !== undefined) === (parent !== undefined)
    )
      return [known]
    const values = { paraId, ...(parent === undefined ? {} : { paraIdParent: parent }), done: comment.done ? '1' : '0' }
    const attributes = Object.entries(values).map(([name, value]) => ({
      tag: `${prefix}:${name}`,
      namespace: source.root.namespace,
      name,
      value,
    }))
    return [
      { tag: `${prefix}:commentEx`, namespace: source.root.namespace, name: 'commentEx', attributes, children: [] },
    ]
  })
  parts.set(path, writeSourcePart(source, withChildren(source.root, entries)))
}

/**
 * Comments whose marks went with a row of a table or the like: a file may not hold a comment that stands nowhere. The ids
 * that other parts keep of them go too.
 */
export function dropUnplaced(
  parts: Map<string, Uint8Array>,
  related: readonly Relationship[],
  before: SourceElement,
  after: SourceElement,
): void {
  const placed = referredComments(after)
  const lost = [...referredComments(before)].filter((number) => !placed.has(number))
  const path = targetOf(parts, related, 'comments')
  if (lost.length === 0 || path === undefined) return
  const isLost = (child: SourceNode): boolean =>
    isElement(child) && lost.includes(attributeOf(child, 'id') ?? '') && isWordElement(child, 'comment')
  const source = readSourcePart(parts.get(path) ?? new Uint8Array(), path)
  const kept = withChildren(
    source.root,
    source.root.children.filter((child) => !isLost(child)),
  )
  if (kept.children.length < source.root.children.length) parts.set(path, writeSourcePart(source, kept))
  const ids = new Set([...sourceDescendants(kept)].map(paraIdOf))
  for (const type of ['commentsExtended', 'commentsIds']) {
    const beside = targetOf(parts, related, type)
    const entries = beside === undefined ? undefined : readSourcePart(parts.get(beside) ?? new Uint8Array(), beside)
    if (!entries || beside === undefined) continue
    const { root } = entries
    const left = root.children.filter((child) => !isElement(child) || ids.has(valueIn(child, 'paraId')))
    if (left.length < root.children.length) parts.set(beside, writeSourcePart(entries, withChildren(root, left)))
  }
}

function referredComments(root: SourceElement): Set<string> {
  const references = [...sourceDescendants(root)].filter((element) => isWordElement(element, 'commentReference'))
  return new Set(references.map((element) => attributeOf(element, 'id') ?? ''))
}

function valueIn(element: SourceElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value
}

/** The text with marks of replies behind those of their threads, never inside an insertion or deletion. */
export function withReplies(document: SourceElement, replies: PatchedComments['replies']): SourceElement {
  return [...replies.values()].reduce(withReply, document)
}

function withReply(document: SourceElement, { number, behind }: { number: string; behind: string }): SourceElement {
  const isMark = (element: SourceElement, name: string): boolean =>
    isWordElement(element, name) && attributeOf(element, 'id') === behind
  const holds = (element: SourceElement, name: string): boolean =>
    isMark(element, name) ||
    (isWordElement(element, 'r', 'ins', 'del', 'moveFrom', 'moveTo') &&
      [...sourceDescendants(element)].some((inner) => isMark(inner, name)))
  const make = (name: string, children: SourceNode[] = []): SourceElement =>
    wordElement(document, name, name === 'r' ? {} : { id: number }, children)
  const ranged = [...sourceDescendants(document)].some((inner) => isMark(inner, 'commentRangeEnd'))
  const added = (element: SourceElement): SourceElement =>
    withChildren(
      element,
      element.children.flatMap((child): SourceNode[] => {
        if (!isElement(child)) return [child]
        const start = ranged && holds(child, 'commentRangeStart') ? [make('commentRangeStart')] : []
        const end = holds(child, 'commentReference')
          ? [...(ranged ? [make('commentRangeEnd')] : []), make('r', [make('commentReference')])]
          : []
        if (isMark(child, 'commentRangeStart')) return [child, ...start]
        const inner = start.length + end.length > 0 ? child : added(child)
        return [...start, inner, ...end]
      }),
    )
  return added(document)
}

/** The text without the marks of comments that are gone. */
export function withoutComments(element: SourceElement, numbers: ReadonlySet<string>): SourceElement {
  if (numbers.size === 0) return element
  const isOne = (child: SourceElement): boolean =>
    isWordElement(child, 'commentRangeStart', 'commentRangeEnd', 'commentReference') &&
    numbers.has(attributeOf(child, 'id') ?? '')
  const children = element.children.flatMap((child): SourceNode[] => {
    if (!isElement(child)) return [child]
    if (isOne(child)) return []
    const inner = withoutComments(child, numbers)
    const emptied =
      inner !== child && isWordElement(inner, 'r') && sourceElements(inner).every((one) => isWordElement(one, 'rPr'))
    return emptied ? [] : [inner]
  })
  return withChildren(element, children)
}
