import {
  isElement,
  isWordElement,
  renamed,
  withChildren,
  wordElement,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import type { PatchContext } from './patch-context.ts'
import type { Wrapper, WrittenItem } from './written-item.ts'

/** The paragraph with these items: neighbours that agree share their run, their revision and their link. */
export function writeLine(
  paragraph: SourceElement,
  items: readonly WrittenItem[],
  context: PatchContext,
): SourceElement {
  const properties = paragraph.children.filter((child) => isWordElement(child, 'pPr'))
  return withChildren(paragraph, [...properties, ...writeHolders(items, 0, context)])
}

function writeHolders(items: readonly WrittenItem[], depth: number, context: PatchContext): SourceNode[] {
  return grouped(items, (item) => item.holders[depth]).flatMap(([holder, group]) => {
    if (!holder) return writeWrappers(group, 0, context)
    const inner = writeHolders(group, depth + 1, context)
    return [withContent(holder, inner)]
  })
}

/** A holder keeps its properties; the content control its content element in its place. */
function withContent(holder: SourceElement, inner: readonly SourceNode[]): SourceElement {
  if (!isWordElement(holder, 'sdt'))
    return withChildren(holder, [
      ...holder.children.filter((child) => isWordElement(child, 'smartTagPr', 'customXmlPr')),
      ...inner,
    ])
  return withChildren(
    holder,
    holder.children.flatMap((child) => (isWordElement(child, 'sdtContent') ? inner : [child])),
  )
}

function writeWrappers(items: readonly WrittenItem[], depth: number, context: PatchContext): SourceNode[] {
  const keyOf = (item: WrittenItem): Wrapper | undefined => (isBeside(item) ? undefined : item.wrappers[depth])
  return grouped(items, keyOf, sameWrapper).flatMap(([wrapper, group]) => {
    if (!wrapper) return writeRuns(group, context)
    return [context.wrap(wrapper, writeWrappers(group, depth + 1, context))]
  })
}

function sameWrapper(a: Wrapper | undefined, b: Wrapper | undefined): boolean {
  if (!a || !b) return a === b
  if (a.source ?? b.source) return a.source === b.source
  return a.kind === b.kind && a.revision?.id === b.revision?.id
}

function isBeside(item: WrittenItem): boolean {
  return item.beside === true || (item.run === undefined && !isRunContent(item.node))
}

function isRunContent(node: SourceElement): boolean {
  return isWordElement(node, 't', 'br', 'tab', 'footnoteReference', 'endnoteReference', 'commentReference')
}

function writeRuns(items: readonly WrittenItem[], context: PatchContext): SourceNode[] {
  return grouped(items, (item) => item, sameRun).flatMap(([first, group]) => {
    if (isBeside(first)) return group.map(({ node }) => node)
    const deleted = first.wrappers.some(({ source, kind, revision }) =>
      source ? source.name === 'del' : kind === 'del' && !revision?.move,
    )
    const content = writeContent(group, deleted)
    const run = first.run ?? wordElement(first.node, 'r')
    const properties = first.properties && context.numbered(first.properties)
    const children = properties && properties.children.length > 0 ? [properties, ...content] : content
    return [withChildren(run, sameContent(run, children) ? run.children : children)]
  })
}

/** A run that comes out as it was is the run of the file. */
function sameContent(run: SourceElement, children: readonly SourceNode[]): boolean {
  return run.children.length === children.length && run.children.every((child, index) => child === children[index])
}

function sameRun(a: WrittenItem, b: WrittenItem): boolean {
  if (isBeside(a) || isBeside(b)) return false
  if (a.run && b.run && a.run !== b.run) return false
  return sameProperties(a.properties, b.properties)
}

export function sameProperties(a: SourceElement | undefined, b: SourceElement | undefined): boolean {
  if (a === b) return true
  if (
    !a ||
    !b ||
    a.tag !== b.tag ||
    a.children.length !== b.children.length ||
    a.attributes.length !== b.attributes.length
  )
    return false
  return (
    a.attributes.every(
      ({ tag, value }, index) => b.attributes[index]?.tag === tag && b.attributes[index].value === value,
    ) &&
    a.children.every((child, index) => {
      const other = b.children[index]
      return isElement(child) ? isElement(other) && sameProperties(child, other) : child === other
    })
  )
}

function writeContent(items: readonly WrittenItem[], deleted: boolean): SourceNode[] {
  return grouped(items, ({ node, text }) => (text === undefined ? node : 't')).flatMap(([, group]) => {
    const [first] = group
    if (first?.text === undefined) return group.map(({ node }) => livingOrDead(node, deleted))
    const text = group.map((item) => item.text ?? '').join('')
    const name = deleted ? 'delText' : 't'
    const source = group.find(({ run }) => run)?.node ?? first.node
    const whole = group.every(({ node }) => node === source) && textIn(source) === text
    if (whole) return [source.name === name ? source : renamed(source, name)]
    const element = wordElement(source, name, {}, [text])
    const keeps = source.attributes.some((attribute) => attribute.tag === preserve.tag) || /^\s|\s$/.test(text)
    return [keeps ? { ...element, attributes: [preserve] } : element]
  })
}

function textIn({ children }: SourceElement): string {
  return children.filter((child) => typeof child === 'string').join('')
}

const preserve = {
  tag: 'xml:space',
  namespace: 'http://www.w3.org/XML/1998/namespace',
  name: 'space',
  value: 'preserve',
}

const dead: Readonly<Record<string, string>> = { instrText: 'delInstrText' }
const living: Readonly<Record<string, string>> = { delInstrText: 'instrText' }

function livingOrDead(node: SourceElement, deleted: boolean): SourceElement {
  const name = isWordElement(node, 'instrText', 'delInstrText') ? (deleted ? dead : living)[node.name] : undefined
  return name === undefined ? node : renamed(node, name)
}

/** Neighbours with one key in one group. */
function grouped<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  same: (a: Key, b: Key) => boolean = Object.is,
): [Key, Item[]][] {
  const groups: [Key, Item[]][] = []
  for (const item of items) {
    const key = keyOf(item)
    const last = groups.at(-1)
    if (last && same(last[0], key)) last[1].push(item)
    else groups.push([key, [item]])
  }
  return groups
}
