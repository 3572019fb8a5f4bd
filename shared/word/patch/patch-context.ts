import { isTextLeaf, type Inline, type NoteReference, type OpaqueInline } from '../../report/schema.ts'
import { namespaces } from '../read/namespaces.ts'
import {
  isWordElement,
  withChildren,
  wordElement,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import { readFragment } from './fragment.ts'
import type { LineCharacter } from './line-characters.ts'
import { revisionAttributes } from './patch-properties.ts'
import type { Wrapper, WrittenItem } from './written-item.ts'

export interface ContextSource {
  /** An element of the document: new ones take its prefix. */
  anyElement: SourceElement
  /** Ids of the revisions that the report still has. */
  liveRevisions: ReadonlySet<string>
  /** Numbers of comments that the file does not have yet, and the leaves that they begin before and end behind. */
  newComments: ReadonlyMap<string, CommentEnds>
  /** Number of a note in its part. */
  noteNumber: (note: string) => { kind: 'footnote' | 'endnote'; number: string } | undefined
  firstId: number
}

/** Number of a comment in the file, and the leaves that it begins before and ends behind. */
export interface CommentEnds {
  number: string
  first: Inline
  last: Inline
}

/** What the lines of one file share while they are written. */
export class PatchContext {
  readonly anyElement: SourceElement
  readonly liveRevisions: ReadonlySet<string>
  /** Looks of new words in a paragraph without any. */
  usualProperties: SourceElement | undefined
  readonly #source: ContextSource
  readonly #moved = new Map<string, CommentEnds>()
  readonly #used = new Set<SourceElement>()
  #next: number

  constructor(source: ContextSource) {
    this.anyElement = source.anyElement
    this.liveRevisions = source.liveRevisions
    this.#source = source
    this.#next = source.firstId
  }

  nextId(): string {
    return String(this.#next++)
  }

  /** A comment that the file has gets its marks where its words are now; those that it had are to be left out. */
  move(comment: string, ends: CommentEnds): void {
    this.#moved.set(comment, ends)
  }

  /** Numbers of the comments whose old marks are left out. */
  movedNumbers(): Set<string> {
    return new Set([...this.#moved.values()].map(({ number }) => number))
  }

  commentsBefore({ inline }: LineCharacter, previous: LineCharacter | undefined): WrittenItem[] {
    if (!inline || previous?.inline === inline) return []
    return this.#commentsAt(inline, 'first').map((number) =>
      this.#beside(wordElement(this.anyElement, 'commentRangeStart', { id: number })),
    )
  }

  commentsAfter({ inline }: LineCharacter, next: LineCharacter | undefined): WrittenItem[] {
    if (!inline || next?.inline === inline) return []
    return this.#commentsAt(inline, 'last').flatMap((number) => [
      this.#beside(wordElement(this.anyElement, 'commentRangeEnd', { id: number })),
      this.#beside(
        wordElement(this.anyElement, 'r', {}, [wordElement(this.anyElement, 'commentReference', { id: number })]),
      ),
    ])
  }

  #commentsAt(inline: Inline, end: 'first' | 'last'): string[] {
    if (!isTextLeaf(inline)) return []
    return (inline.comments ?? []).flatMap((id) => {
      const known = this.#source.newComments.get(id) ?? this.#moved.get(id)
      return known?.[end] === inline ? [known.number] : []
    })
  }

  #beside(node: SourceElement): WrittenItem {
    return { node, holders: [], wrappers: [], beside: true }
  }

  /** Something that is no text and stands in a line. */
  newObject(inline: NoteReference | OpaqueInline): Pick<WrittenItem, 'node' | 'properties' | 'beside'>[] {
    if (inline.type === 'note') {
      const note = this.#source.noteNumber(inline.note)
      if (!note) return []
      const raised = wordElement(this.anyElement, 'vertAlign', { val: 'superscript' })
      const properties = wordElement(this.anyElement, 'rPr', {}, [raised])
      return [{ node: wordElement(this.anyElement, `${note.kind}Reference`, { id: note.number }), properties }]
    }
    const node = readFragment(inline.xml, this.anyElement)
    if (!node) return []
    const inRun =
      isWordElement(node, 'drawing', 'pict', 'object', 'sym', 'contentPart') ||
      node.namespace === namespaces.compatibility
    return [inRun ? { node: wordElement(this.anyElement, 'r', {}, [node]), beside: true } : { node, beside: true }]
  }

  /** The revision of the file around these nodes, with an id of its own where it was cut in two; or a new one. */
  wrap({ source, kind, revision }: Wrapper, inner: readonly SourceNode[]): SourceElement {
    if (source && !this.#used.has(source)) {
      this.#used.add(source)
      return withChildren(source, inner)
    }
    if (source) {
      const { slice: _, ...rest } = withChildren(source, inner)
      const id = wordElement(source, '', { id: this.nextId() }).attributes
      return { ...rest, children: inner, attributes: [...source.attributes.filter(({ name }) => name !== 'id'), ...id] }
    }
    const attributes = revision ? revisionAttributes(revision) : { author: '' }
    return wordElement(this.anyElement, kind, { id: this.nextId(), ...attributes }, inner)
  }

  /** Changes of format get their ids when they are written. */
  numbered(properties: SourceElement): SourceElement {
    return withChildren(
      properties,
      properties.children.map((child) => {
        if (!isWordElement(child, 'rPrChange')) return child
        const hasId = child.attributes.some(({ name }) => name === 'id')
        if (hasId && !this.#used.has(child)) {
          this.#used.add(child)
          return child
        }
        const id = wordElement(child, '', { id: this.nextId() }).attributes
        const { slice: _, ...rest } = child
        return { ...rest, attributes: [...id, ...child.attributes.filter(({ name }) => name !== 'id')] }
      }),
    )
  }
}
