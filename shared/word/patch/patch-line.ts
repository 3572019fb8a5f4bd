import { isTextLeaf, type Inline, type Revision, type TextLeaf } from '../../report/schema.ts'
import {
  isWordElement,
  sourceChild,
  withChildren,
  wordElement,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import { lineCharacters, matchShown, type NumberedPiece, type LineCharacter } from './line-characters.ts'
import { lineItems, propertiesOf, type LineItem } from './line-items.ts'
import type { PatchContext } from './patch-context.ts'
import { patchRunProperties } from './patch-properties.ts'
import { writeLine } from './write-line.ts'
import type { Wrapper, WrittenItem } from './written-item.ts'

/**
 * A paragraph with its content as the report has it. What the report does not show stays where it stood; characters that
 * were there keep their runs, with the properties that nobody here knows; new ones get the run of their neighbour.
 */
export function patchLine(
  paragraph: SourceElement,
  before: readonly NumberedPiece[],
  now: readonly NumberedPiece[],
  context: PatchContext,
): SourceElement {
  const items = lineItems(paragraph)
  const numbered = printsNumbers(items, before)
  const [old, fresh] = [lineCharacters(before, numbered), lineCharacters(now, numbered)]
  const itemOf = matchShown(items, old)
  const oldOf = matchShown(old, fresh)
  const shownBy = new Map<number, number>()
  itemOf.forEach((item, index) => {
    if (item >= 0) shownBy.set(item, index)
  })
  const surviving = new Set([...oldOf].flatMap((index) => (index >= 0 ? (itemOf[index] ?? -1) : -1)))
  const fates = new WrapperFates(items, { shownBy, old, surviving, live: context.liveRevisions })
  const written: WrittenItem[] = []
  let next = 0
  const keepHidden = (end: number): void => {
    for (; next < end; next++) {
      const item = items[next]
      if (item && !shownBy.has(next)) written.push(...fates.hidden(item))
    }
  }
  const firstShown = items.findIndex((_, index) => shownBy.has(index))
  fresh.forEach((character, index) => {
    const origin = oldOf[index] ?? -1
    const place = origin < 0 ? -1 : (itemOf[origin] ?? -1)
    // Shown by something that stays as it is: a number that the file counts itself, words of a field.
    if (origin >= 0 && place < 0) return
    if (place >= next) keepHidden(place)
    else if (index === 0 && firstShown > 0) keepHidden(firstShown)
    written.push(...context.commentsBefore(character, index === 0 ? undefined : fresh[index - 1]))
    const item = items[place]
    if (item && place >= next) {
      written.push(keptItem(item, character, old[origin], fates))
      next = place + 1
    } else written.push(...newItem(character, items, next, context))
    written.push(...context.commentsAfter(character, fresh[index + 1]))
  })
  keepHidden(items.length)
  return writeLine(paragraph, written, context)
}

/** Numbers that the file holds as text are text here too; those it counts itself are left out. */
function printsNumbers(items: readonly LineItem[], before: readonly NumberedPiece[]): boolean {
  const number = before.map((piece) => piece.number).find((one) => one.old !== '' || one.new !== '')
  if (number === undefined) return true
  const bare = (text: string): string => text.replace(/[\s\u3000]/g, '')
  const text = bare(items.map(({ shown }) => shown).join(''))
  const forms = number.old === number.new ? [number.new] : [number.old + number.new, number.new + number.old]
  return forms.some((form) => text.startsWith(bare(form)))
}

function keptItem(
  item: LineItem,
  { inline, onlyPending }: LineCharacter,
  old: LineCharacter | undefined,
  fates: WrapperFates,
): WrittenItem {
  const was = old?.inline
  const properties = propertiesOf(item)
  const leaf = inline && isTextLeaf(inline) && !onlyPending ? inline : undefined
  const before = was && isTextLeaf(was) ? was : undefined
  return {
    node: item.node,
    text: isWordElement(item.node, 't', 'delText') ? item.shown : undefined,
    run: item.run,
    properties: leaf ? patchRunProperties(properties, before, leaf, item.run ?? item.node) : properties,
    holders: item.holders,
    wrappers: inline ? fates.of(item, inline) : fates.kept(item),
  }
}

/** A new character takes the looks of the one before it, else of the one behind. */
function newItem(
  { shown, inline, onlyPending }: LineCharacter,
  items: readonly LineItem[],
  at: number,
  context: PatchContext,
): WrittenItem[] {
  const isLook = (item: LineItem): boolean => isWordElement(item.node, 't', 'delText', 'tab')
  const look = items.slice(0, at).findLast(isLook) ?? items.slice(at).find(isLook)
  const holders = commonHolders(items[at - 1], items[at])
  const wrappers = wrappersOf(inline)
  if (inline && !isTextLeaf(inline)) {
    return context.newObject(inline).map((one) => ({ holders, wrappers, ...one }))
  }
  const beside = context.anyElement
  const node =
    shown === '\n'
      ? wordElement(beside, 'br')
      : shown === '\f'
        ? wordElement(beside, 'br', { type: 'page' })
        : shown === '\t'
          ? wordElement(beside, 'tab')
          : wordElement(beside, 't')
  const base = withoutChange(propertiesOf(look) ?? context.usualProperties)
  const properties = inline && !onlyPending ? patchRunProperties(base, marksOf(base), inline, beside) : base
  return [{ node, text: node.name === 't' ? shown : undefined, properties, holders, wrappers }]
}

function withoutChange(properties: SourceElement | undefined): SourceElement | undefined {
  return (
    properties &&
    withChildren(
      properties,
      properties.children.filter((child) => !isWordElement(child, 'rPrChange', 'rStyle') || keepsStyle(child)),
    )
  )
}

/** The style of a note's mark or of a comment's is not that of words. */
function keepsStyle(child: SourceNode): boolean {
  if (typeof child === 'string' || child.name !== 'rStyle') return false
  return !child.attributes.some(({ value }) => /reference/i.test(value))
}

/** The marks that the properties themselves say: a new character gets those its leaf has beyond them. */
function marksOf(properties: SourceElement | undefined): TextLeaf {
  const on = (name: string): boolean => {
    const found = sourceChild(properties, name)
    return (
      found !== undefined &&
      !found.attributes.some(({ name: key, value }) => key === 'val' && /^(?:0|false|off|none)$/.test(value))
    )
  }
  return {
    text: '',
    ...(on('b') ? { bold: true as const } : {}),
    ...(on('i') ? { italic: true as const } : {}),
    ...(on('u') ? { underline: true as const } : {}),
    ...(on('vertAlign') ? { superscript: true as const } : {}),
  }
}

function commonHolders(one: LineItem | undefined, other: LineItem | undefined): SourceElement[] {
  if (!one || !other) return []
  const end = one.holders.findIndex((holder, index) => other.holders[index] !== holder)
  return one.holders.slice(0, end < 0 ? one.holders.length : end)
}

export function wrappersOf(inline: Inline | undefined): Wrapper[] {
  const wrapper = (kind: 'ins' | 'del', revision: Revision | undefined): Wrapper[] =>
    revision ? [{ kind, revision }] : []
  return [...wrapper('ins', inline?.ins), ...wrapper('del', inline?.del)]
}

interface Matches {
  shownBy: ReadonlyMap<number, number>
  old: readonly LineCharacter[]
  surviving: ReadonlySet<number>
  live: ReadonlySet<string>
}

/** What has become of the insertions and deletions of a paragraph, told by the characters in them. */
class WrapperFates {
  readonly #revisions = new Map<SourceElement, Revision>()
  readonly #survivors = new Set<SourceElement>()
  readonly #live: ReadonlySet<string>

  constructor(items: readonly LineItem[], { shownBy, old, surviving, live }: Matches) {
    this.#live = live
    items.forEach((item, index) => {
      const inline = old[shownBy.get(index) ?? -1]?.inline
      for (const wrapper of item.wrappers) {
        const revision = inline?.[sideOf(wrapper)]
        if (revision) this.#revisions.set(wrapper, revision)
        if (surviving.has(index)) this.#survivors.add(wrapper)
      }
    })
  }

  /** Wrappers of a character whose leaf says which are pending; the file's own where they are the same. */
  of(item: LineItem, inline: Inline): Wrapper[] {
    return wrappersOf(inline).map(({ kind, revision }) => {
      const source = item.wrappers.find(
        (wrapper) => sideOf(wrapper) === kind && this.#revisions.get(wrapper)?.id === revision?.id,
      )
      return source ? { kind, source, revision } : { kind, revision }
    })
  }

  kept(item: LineItem): Wrapper[] {
    return item.wrappers
      .filter((wrapper) => this.#isPending(wrapper))
      .map((source) => ({ kind: sideOf(source), source }))
  }

  /** Something that shows nothing goes with the revision that was decided, but for borders and marks of comments. */
  hidden(item: LineItem): WrittenItem[] {
    const gone = item.wrappers.some((wrapper) => !this.#isPending(wrapper) && !this.#survivors.has(wrapper))
    if (gone && item.run && !isWordElement(item.node, 'commentReference')) return []
    return [
      {
        node: item.node,
        text: isWordElement(item.node, 't', 'delText') ? item.shown : undefined,
        run: item.run,
        properties: propertiesOf(item),
        holders: item.holders,
        wrappers: this.kept(item),
      },
    ]
  }

  #isPending(wrapper: SourceElement): boolean {
    const revision = this.#revisions.get(wrapper)
    return revision === undefined || this.#live.has(revision.id)
  }
}

function sideOf({ name }: SourceElement): 'ins' | 'del' {
  return name === 'ins' || name === 'moveTo' ? 'ins' : 'del'
}
