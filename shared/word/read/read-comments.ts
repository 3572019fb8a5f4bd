import type { Comment, Review } from '../../report/schema.ts'
import { relatedPart, type Parts, type Relationship } from './package-parts.ts'
import { child, descendants, elements, isOn, isWord, type XmlElement } from './xml-tree.ts'

/** Which comments cover the place that is read; their ids in the report are those of the file with a letter in front. */
export class OpenComments {
  readonly #open = new Set<string>()
  /** Those whose range held words. */
  readonly #covered = new Set<string>()
  /** In the order of their marks in the text. */
  readonly #referred = new Set<string>()

  meet({ name, attributes }: XmlElement): void {
    const id = commentId(attributes['id'])
    if (name === 'commentRangeStart') this.#open.add(id)
    else if (name === 'commentRangeEnd') this.#open.delete(id)
  }

  /** The mark of a comment: its id, where no range has said yet what it stands on. */
  refer(number: string | undefined): string | undefined {
    const id = commentId(number)
    this.#referred.add(id)
    this.#open.delete(id)
    return this.#covered.has(id) ? undefined : id
  }

  /** Sorted ids, undefined for none. */
  covering(): string[] | undefined {
    for (const id of this.#open) this.#covered.add(id)
    return this.#open.size === 0 ? undefined : [...this.#open].sort()
  }

  order(): string[] {
    return [...this.#referred]
  }
}

export function commentId(id: string | undefined): string {
  return `c${id ?? ''}`
}

const w14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
/** The second is that of files from before Word 2013 was finished. */
const w15 = [
  'http://schemas.microsoft.com/office/word/2012/wordml',
  'http://schemas.microsoft.com/office/word/2010/11/wordml',
]
const dateUtc = '{http://schemas.microsoft.com/office/word/2023/wordml/word16du}dateUtc'

interface Thread {
  paraId: string
  parent: string | undefined
  done: boolean
}

/** 批注 and the switch 修订 of a Word file; undefined where there is nothing of it. */
export function readReview(
  parts: Parts,
  relationships: readonly Relationship[],
  order: readonly string[],
): Review | undefined {
  const tracking = readTracking(relatedPart(parts, relationships, 'settings'))
  const found = elements(relatedPart(parts, relationships, 'comments')).filter((element) => isWord(element, 'comment'))
  if (found.length === 0 && tracking === 'off') return undefined
  const threads = readThreads(relatedPart(parts, relationships, 'commentsExtended'))
  return { tracking, comments: inThreads(found, threads, order), opinions: {} }
}

function readTracking(settings: XmlElement | undefined): Review['tracking'] {
  const protection = child(settings, 'documentProtection')?.attributes
  if (protection?.['edit'] === 'trackedChanges' && ['1', 'true', 'on'].includes(protection['enforcement'] ?? ''))
    return 'locked'
  return isOn(settings, 'trackRevisions') ? 'on' : 'off'
}

function readThreads(root: XmlElement | undefined): Thread[] {
  return elements(root).flatMap((element) => {
    const uri = w15.find((one) => one === element.namespace)
    const value = (name: string): string | undefined => element.attributes[`{${uri ?? ''}}${name}`]
    const paraId = value('paraId')?.toUpperCase()
    if (uri === undefined || element.name !== 'commentEx' || paraId === undefined) return []
    const done = ['1', 'true', 'on'].includes(value('done') ?? '')
    return [{ paraId, parent: value('paraIdParent')?.toUpperCase(), done }]
  })
}

/** Replies stand behind the first comment of their thread, which they name: threads have one level. */
function inThreads(found: readonly XmlElement[], threads: readonly Thread[], order: readonly string[]): Comment[] {
  const owner = new Map<string, string>()
  for (const element of found)
    for (const id of paragraphIds(element)) owner.set(id, commentId(element.attributes['id']))
  const threadOf = new Map(threads.map((thread) => [owner.get(thread.paraId), thread]))
  const parentOf = (id: string): string | undefined => owner.get(threadOf.get(id)?.parent ?? '')
  const firstOf = (id: string): string => {
    let first = id
    for (let parent = parentOf(first), step = 0; parent !== undefined && step < 99; parent = parentOf(first), step++)
      first = parent
    return first
  }
  const place = (id: string): number => order.indexOf(id) + 1 || order.length + 1
  return found
    .map((element): Comment => {
      const id = commentId(element.attributes['id'])
      const first = firstOf(id)
      return {
        ...readComment(element, id),
        ...(first === id ? {} : { parent: first }),
        done: threadOf.get(id)?.done ?? false,
      }
    })
    .toSorted(
      (a, b) =>
        place(a.parent ?? a.id) - place(b.parent ?? b.id) ||
        Number(a.parent !== undefined) - Number(b.parent !== undefined) ||
        place(a.id) - place(b.id),
    )
}

function readComment(element: XmlElement, id: string): Omit<Comment, 'done'> {
  const { attributes } = element
  const utc = attributes[dateUtc]
  return {
    id,
    author: attributes['author'] ?? '',
    initials: attributes['initials'] ?? '',
    date: attributes['date'] ?? '',
    ...(utc === undefined ? {} : { dateUtc: utc }),
    paragraphs: [...descendants(element)].filter((inner) => isWord(inner, 'p')).map(paragraphText),
  }
}

function paragraphIds(element: XmlElement): string[] {
  return [...descendants(element)]
    .filter((inner) => isWord(inner, 'p'))
    .flatMap(({ attributes }) => attributes[`{${w14}}paraId`]?.toUpperCase() ?? [])
}

/** The final text: what was struck out in a comment is left out. */
function paragraphText(paragraph: XmlElement): string {
  let text = ''
  for (const inner of elements(paragraph)) {
    if (isWord(inner, 'del') || isWord(inner, 'moveFrom') || isWord(inner, 'pPr')) continue
    if (isWord(inner, 't')) text += inner.children.filter((piece) => typeof piece === 'string').join('')
    else if (isWord(inner, 'tab')) text += '\t'
    else if (isWord(inner, 'br') || isWord(inner, 'cr')) text += '\n'
    else text += paragraphText(inner)
  }
  return text
}
