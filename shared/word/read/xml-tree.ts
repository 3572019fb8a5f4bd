import { SaxesParser } from 'saxes'
import { namespaces, transitional } from './namespaces.ts'
import { ReadRefusal } from './read-refusal.ts'

/** Light tree of a part. Attributes of WordprocessingML go by their local name, all others as `{namespace}name`. */
export interface XmlElement {
  namespace: string
  /** Local name. */
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

/** Deeper nesting and longer attribute lists occur in no document of people. */
export const deepest = 512
export const mostAttributes = 1000

/** Throws a refusal for DOCTYPE (OOXML has none; it brings entity bombs and foreign files), depth, or broken XML. */
export function readXml(bytes: Uint8Array, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  parser.on('doctype', () => {
    throw new ReadRefusal('unsafeParts', `${part}: DOCTYPE`)
  })
  parser.on('error', (error) => {
    throw new ReadRefusal('damaged', `${part}: ${error.message}`)
  })
  parser.on('opentag', (tag) => {
    const element: XmlElement = {
      namespace: transitional(tag.uri),
      name: tag.local,
      attributes: readAttributes(tag.attributes, part),
      children: [],
    }
    if (open.length >= deepest) throw new ReadRefusal('tooDeep', `${part}: deeper than ${deepest}`)
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('text', (text) => void open.at(-1)?.children.push(text))
  parser.on('cdata', (text) => void open.at(-1)?.children.push(text))
  parser.on('closetag', () => void open.pop())
  parser.write(decodeXml(bytes, part)).close()
  if (!root) throw new ReadRefusal('damaged', `${part}: no element`)
  return root
}

function readAttributes(
  found: Record<string, { uri: string; local: string; value: string; prefix: string }>,
  part: string,
): Record<string, string> {
  const attributes: Record<string, string> = {}
  let count = 0
  for (const { uri, local, value, prefix } of Object.values(found)) {
    if (prefix === 'xmlns' || (prefix === '' && local === 'xmlns')) continue
    if (++count > mostAttributes) throw new ReadRefusal('tooDeep', `${part}: more than ${mostAttributes} attributes`)
    const space = transitional(uri)
    const key = space === '' || space === namespaces.word ? local : `{${space}}${local}`
    if (key !== '__proto__') attributes[key] = value
  }
  return attributes
}

/** UTF-8 or UTF-16 (ECMA-376 part 2, 8.1.4 allows no other). */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new ReadRefusal('damaged', `${part}: not ${encoding}`)
  }
}

export function elements(parent: XmlElement | undefined): XmlElement[] {
  return parent?.children.filter((child) => typeof child !== 'string') ?? []
}

export function isWord(element: XmlElement, name: string): boolean {
  return element.name === name && element.namespace === namespaces.word
}

/** First child of WordprocessingML with this name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return elements(parent).find((element) => isWord(element, name))
}

/** `w:val` of the first child with this name. */
export function valueOf(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes['val']
}

/** A whole number within [least, most]; anything else in the file counts as `least`. */
export function countOf(value: string | undefined, least: number, most: number): number {
  const count = Number(value ?? least)
  return Number.isInteger(count) && count >= least ? Math.min(count, most) : least
}

/** A switch: present and not said to be off (ECMA-376 part 1, 17.17.4). */
export function isOn(parent: XmlElement | undefined, name: string): boolean | undefined {
  const element = child(parent, name)
  return element && !['0', 'false', 'off'].includes(element.attributes['val'] ?? '')
}

export function* descendants(parent: XmlElement): Generator<XmlElement> {
  for (const element of elements(parent)) {
    yield element
    yield* descendants(element)
  }
}

/** The element as XML with its own namespace declarations: what is kept of things the model does not know. */
export function serialize(element: XmlElement): string {
  const prefixes = new Map<string, string>()
  const prefixOf = (uri: string): string => {
    if (!prefixes.has(uri)) prefixes.set(uri, uri === namespaces.word ? 'w' : `n${prefixes.size}`)
    return prefixes.get(uri) ?? ''
  }
  const body = write(element)
  const declarations = [...prefixes].map(([uri, prefix]) => ` xmlns:${prefix}="${escape(uri)}"`).join('')
  return body.replace(/^<[^\s/>]+/, (start) => start + declarations)

  function write(node: XmlElement): string {
    const name = node.namespace === '' ? node.name : `${prefixOf(node.namespace)}:${node.name}`
    const attributes = Object.entries(node.attributes).map(
      ([key, value]) => ` ${attributeName(key, node)}="${escape(value)}"`,
    )
    const children = node.children.map((inner) => (typeof inner === 'string' ? escape(inner) : write(inner)))
    return `<${name}${attributes.join('')}${children.length > 0 ? `>${children.join('')}</${name}>` : '/>'}`
  }

  function attributeName(key: string, { namespace }: XmlElement): string {
    const match = /^\{(.*)\}(.+)$/.exec(key)
    if (!match) return namespace === namespaces.word ? `w:${key}` : key
    return match[1] === 'http://www.w3.org/XML/1998/namespace'
      ? `xml:${match[2] ?? ''}`
      : `${prefixOf(match[1] ?? '')}:${match[2] ?? ''}`
  }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
}
