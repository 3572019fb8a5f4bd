import { SaxesParser, type SaxesAttributeNS } from 'saxes'
import { namespaces, transitional } from '../read/namespaces.ts'
import { ReadRefusal } from '../read/read-refusal.ts'
import { decodeXml, deepest, mostAttributes } from '../read/xml-tree.ts'

/**
 * An element as it stands in a part, to be changed and written back. What nobody touched keeps its `slice` of the source
 * and is written from it, character for character; every change makes a new element without one.
 */
export interface SourceElement {
  /** As written, with its prefix. */
  tag: string
  namespace: string
  name: string
  /** In their order, namespace declarations included. */
  attributes: readonly SourceAttribute[]
  children: readonly SourceNode[]
  slice?: readonly [start: number, end: number]
}

export type SourceNode = SourceElement | string

export interface SourceAttribute {
  /** As written, with its prefix. */
  tag: string
  namespace: string
  name: string
  value: string
}

export interface SourcePart {
  text: string
  root: SourceElement
}

/** Throws a refusal for what is no XML of people: DOCTYPE, depth, broken nesting. */
export function readSourcePart(bytes: Uint8Array, part: string): SourcePart {
  const text = decodeXml(bytes, part)
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: OpenElement[] = []
  let root: SourceElement | undefined
  parser.on('doctype', () => {
    throw new ReadRefusal('unsafeParts', `${part}: DOCTYPE`)
  })
  parser.on('error', (error) => {
    throw new ReadRefusal('damaged', `${part}: ${error.message}`)
  })
  let start = 0
  parser.on('opentagstart', () => (start = text.lastIndexOf('<', parser.position - 1)))
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) throw new ReadRefusal('tooDeep', `${part}: deeper than ${deepest}`)
    const attributes = Object.values(tag.attributes).map(readAttribute)
    if (attributes.length > mostAttributes) throw new ReadRefusal('tooDeep', `${part}: too many attributes`)
    open.push({ tag: tag.name, namespace: transitional(tag.uri), name: tag.local, attributes, children: [], start })
  })
  const addText = (content: string): void => void open.at(-1)?.children.push(content)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (!closed) return
    const { start: from, ...element } = closed
    const whole: SourceElement = { ...element, slice: [from, parser.position] }
    const outer = open.at(-1)
    if (outer) outer.children.push(whole)
    else root = whole
  })
  parser.write(text).close()
  if (!root) throw new ReadRefusal('damaged', `${part}: no element`)
  return { text, root }
}

type OpenElement = Omit<SourceElement, 'children' | 'slice'> & { children: SourceNode[]; start: number }

function readAttribute({ name, uri, local, value }: SaxesAttributeNS): SourceAttribute {
  return { tag: name, namespace: transitional(uri), name: local, value }
}

/** The part with another root; bytes are UTF-8 whatever the source was. */
export function writeSourcePart({ text, root: source }: SourcePart, root: SourceElement): Uint8Array {
  const head = text.slice(0, source.slice?.[0] ?? 0).replace(/^\uFEFF/, '')
  const declared = head.replace(/(<\?xml[^>]*encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2')
  return new TextEncoder().encode(declared + writeSource(root, text))
}

/** XML of an element; untouched ones are copied from the text of their part. */
export function writeSource(element: SourceElement, text: string): string {
  if (element.slice) return text.slice(element.slice[0], element.slice[1])
  const attributes = element.attributes.map(({ tag, value }) => ` ${tag}="${escapeAttribute(value)}"`).join('')
  if (element.children.length === 0) return `<${element.tag}${attributes}/>`
  const content = element.children.map((child) =>
    typeof child === 'string' ? escapeText(child) : writeSource(child, text),
  )
  return `<${element.tag}${attributes}>${content.join('')}</${element.tag}>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
}

/** Blanks other than spaces would come back as spaces (XML 1.0 § 3.3.3). */
function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`)
}

export function isElement(node: SourceNode | undefined): node is SourceElement {
  return typeof node === 'object'
}

export function isWordElement(node: SourceElement, ...names: readonly string[]): boolean
export function isWordElement(node: SourceNode | undefined, ...names: readonly string[]): node is SourceElement
export function isWordElement(node: SourceNode | undefined, ...names: readonly string[]): boolean {
  return isElement(node) && node.namespace === namespaces.word && names.includes(node.name)
}

export function sourceElements(element: SourceElement | undefined): SourceElement[] {
  return element?.children.filter(isElement) ?? []
}

export function sourceChild(
  element: SourceElement | undefined,
  ...names: readonly string[]
): SourceElement | undefined {
  return element?.children.find((child): child is SourceElement => isWordElement(child, ...names))
}

/** Value of an attribute of WordprocessingML, or of no namespace. */
export function attributeOf(element: SourceElement | undefined, name: string): string | undefined {
  return element?.attributes.find(
    (attribute) => attribute.name === name && (attribute.namespace === namespaces.word || attribute.namespace === ''),
  )?.value
}

export function* sourceDescendants(element: SourceElement): Generator<SourceElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    yield child
    yield* sourceDescendants(child)
  }
}

/** The same element with other children; itself where they are the same. */
export function withChildren(element: SourceElement, children: readonly SourceNode[]): SourceElement {
  if (
    children.length === element.children.length &&
    children.every((child, index) => child === element.children[index])
  )
    return element
  const { slice: _, ...rest } = element
  return { ...rest, children }
}

/** The same element under another name of its namespace. */
export function renamed(element: SourceElement, name: string): SourceElement {
  const { slice: _, ...rest } = element
  return { ...rest, name, tag: sisterTag(element, name) }
}

/** A new element of WordprocessingML with the prefix that `beside` has. */
export function wordElement(
  beside: SourceElement,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly SourceNode[] = [],
): SourceElement {
  return {
    tag: sisterTag(beside, name),
    namespace: namespaces.word,
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({
      tag: sisterTag(beside, key),
      namespace: namespaces.word,
      name: key,
      value,
    })),
    children,
  }
}

function sisterTag(element: SourceElement, name: string): string {
  const colon = element.tag.indexOf(':')
  return colon < 0 ? name : `${element.tag.slice(0, colon + 1)}${name}`
}

/** Children that leave their element take the namespaces along that it declares. */
export function freed(element: SourceElement, children: readonly SourceNode[]): SourceNode[] {
  const declared = element.attributes.filter(({ tag }) => tag === 'xmlns' || tag.startsWith('xmlns:'))
  if (declared.length === 0) return [...children]
  return children.map((child) => {
    if (typeof child === 'string') return child
    const missing = declared.filter(({ tag }) => !child.attributes.some((own) => own.tag === tag))
    if (missing.length === 0) return child
    const { slice: _, ...rest } = child
    return { ...rest, attributes: [...child.attributes, ...missing] }
  })
}
