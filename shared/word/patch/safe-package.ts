import {
  attributeOf,
  isElement,
  readSourcePart,
  withChildren,
  writeSourcePart,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import { xmlParts } from '../revisions/xml-parts.ts'
import { namespaces } from '../read/namespaces.ts'

/**
 * A package without what may not leave the house: macros, and whatever lies outside the file and is fetched on opening.
 * Links that wait for a click stay where they lead to the web or to a mailbox. Without any of it the parts are the same.
 */
export function safePackage(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const safe = new Map(parts)
  for (const name of parts.keys()) if (/(?:^|\/)vba(?:Project|Data)\b/i.test(name)) dropPart(safe, name)
  for (const [name, bytes] of [...safe]) {
    if (!/(?:^|\/)_rels\/[^/]*\.rels$/.test(name)) continue
    const { part, unsafe } = withoutUnsafe(name, bytes)
    if (!unsafe.size) continue
    safe.set(name, part)
    dropUses(safe, name.replace(/_rels\/([^/]*)\.rels$/, '$1'), unsafe)
  }
  return safe
}

const harmless = /^(?:https?|mailto):/i

function withoutUnsafe(name: string, bytes: Uint8Array): { part: Uint8Array; unsafe: Set<string> } {
  const source = readSourcePart(bytes, name)
  const unsafe = new Set<string>()
  const children = source.root.children.filter((child) => {
    if (!isElement(child) || attributeOf(child, 'TargetMode') !== 'External') return true
    const link = attributeOf(child, 'Type')?.endsWith('/hyperlink') && harmless.test(attributeOf(child, 'Target') ?? '')
    if (!link) unsafe.add(attributeOf(child, 'Id') ?? '')
    return link
  })
  return { part: unsafe.size > 0 ? writeSourcePart(source, withChildren(source.root, children)) : bytes, unsafe }
}

/** Elements that are nothing without their relationship; others only lose the attribute. */
const dependent = [
  'attachedTemplate',
  'OLEObject',
  'altChunk',
  'subDoc',
  'control',
  'sourceFileName',
  'frame',
  'externalData',
  'objectEmbed',
  'objectLink',
  'printerSettings',
  'contentPart',
  'imgLayer',
]

export function dropUses(parts: Map<string, Uint8Array>, owner: string, ids: ReadonlySet<string>): void {
  const bytes = parts.get(owner)
  if (!bytes || !xmlParts(parts)(owner)) return
  const source = readSourcePart(bytes, owner)
  const [root] = withoutUses(source.root, ids)
  if (isElement(root) && root !== source.root) parts.set(owner, writeSourcePart(source, root))
}

function withoutUses(element: SourceElement, ids: ReadonlySet<string>): SourceNode[] {
  const children = element.children.flatMap((child) => (isElement(child) ? withoutUses(child, ids) : [child]))
  const inner = withChildren(element, children)
  const attributes = element.attributes.filter(
    ({ namespace, value }) => namespace !== namespaces.relationships || !ids.has(value),
  )
  if (attributes.length === element.attributes.length) return [inner]
  if (dependent.includes(element.name)) return []
  if (element.name === 'hyperlink') return [...inner.children]
  const { slice: _, ...rest } = inner
  return [{ ...rest, attributes }]
}

/** A part with its content type and the relationships that lead to it. */
export function dropPart(parts: Map<string, Uint8Array>, name: string): void {
  parts.delete(name)
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  parts.delete(`${folder}_rels/${name.slice(folder.length)}.rels`)
  for (const [path, bytes] of parts) {
    if (path !== '[Content_Types].xml' && !path.endsWith('.rels')) continue
    const source = readSourcePart(bytes, path)
    const owner = path.replace(/_rels\/[^/]*$/, '')
    const children = source.root.children.filter((child) => {
      if (!isElement(child)) return true
      if (path === '[Content_Types].xml') return attributeOf(child, 'PartName') !== `/${name}`
      const target = attributeOf(child, 'Target') ?? ''
      return (
        attributeOf(child, 'TargetMode') === 'External' ||
        (target.startsWith('/') ? target.slice(1) : owner + target) !== name
      )
    })
    const root = withChildren(source.root, children)
    if (root !== source.root) parts.set(path, writeSourcePart(source, root))
  }
}
