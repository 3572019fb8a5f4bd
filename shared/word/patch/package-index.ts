import type { Relationship } from '../read/package-parts.ts'
import { readSourcePart, withChildren, writeSourcePart, type SourceElement } from '../revisions/source-tree.ts'

type Parts = Map<string, Uint8Array>

/** The part of this type that the main part refers to. */
export function targetOf(
  parts: ReadonlyMap<string, Uint8Array>,
  related: readonly Relationship[],
  type: string,
): string | undefined {
  const found = related.find((relationship) => relationship.type === type && !relationship.external)?.target
  return found !== undefined && parts.has(found) ? found : undefined
}

/** A part that the package does not have yet, made known to its main part. */
export function addPart(
  parts: Parts,
  mainPart: string,
  { name, type, contentType, xml }: { name: string; type: string; contentType: string; xml: string },
): string {
  const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1)
  const path = `${folder}${name}`
  parts.set(path, new TextEncoder().encode(xml))
  append(parts, '[Content_Types].xml', 'Override', { PartName: `/${path}`, ContentType: contentType })
  const rels = `${folder}_rels/${mainPart.slice(folder.length)}.rels`
  if (!parts.has(rels)) parts.set(rels, new TextEncoder().encode(emptyRelationships))
  append(parts, rels, 'Relationship', { Id: freeId(parts, rels), Type: type, Target: name })
  return path
}

const emptyRelationships =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

function append(parts: Parts, path: string, tag: string, values: Record<string, string>): void {
  const bytes = parts.get(path)
  if (!bytes) return
  const source = readSourcePart(bytes, path)
  const { root } = source
  const prefix = root.tag.includes(':') ? `${root.tag.split(':')[0] ?? ''}:` : ''
  const entry: SourceElement = {
    tag: prefix + tag,
    namespace: root.namespace,
    name: tag,
    attributes: Object.entries(values).map(([name, value]) => ({ tag: name, namespace: '', name, value })),
    children: [],
  }
  parts.set(path, writeSourcePart(source, withChildren(root, [...root.children, entry])))
}

function freeId(parts: Parts, rels: string): string {
  const text = new TextDecoder().decode(parts.get(rels))
  let number = 1
  while (text.includes(`"rIdZg${number}"`)) number++
  return `rIdZg${number}`
}
