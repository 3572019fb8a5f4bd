import { namespaces } from './namespaces.ts'
import { ReadRefusal } from './read-refusal.ts'
import { elements, readXml, type XmlElement } from './xml-tree.ts'

/** Unpacked parts by name, without a leading slash. */
export type Parts = ReadonlyMap<string, Uint8Array>

export interface Relationship {
  id: string
  /** Last piece of the type: styles, footnotes, image. */
  type: string
  target: string
  external: boolean
}

/** Parts are looked up by exact name; producers differ in case at most. */
function partNamed(parts: Parts, name: string): string | undefined {
  if (parts.has(name)) return name
  const lower = name.toLowerCase()
  for (const key of parts.keys()) if (key.toLowerCase() === lower) return key
  return undefined
}

export function readPart(parts: Parts, name: string): XmlElement | undefined {
  const found = partNamed(parts, name)
  const bytes = found === undefined ? undefined : parts.get(found)
  return bytes && readXml(bytes, name)
}

/** Relationships of a part; `''` is the package itself. */
export function readRelationships(parts: Parts, part: string): Relationship[] {
  const slash = part.lastIndexOf('/') + 1
  const tree = readPart(parts, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`)
  return elements(tree)
    .filter((element) => element.name === 'Relationship')
    .map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
      target:
        attributes['TargetMode'] === 'External'
          ? (attributes['Target'] ?? '')
          : resolveTarget(part, attributes['Target'] ?? ''),
      external: attributes['TargetMode'] === 'External',
    }))
}

/** The main document; a spreadsheet or presentation has one of another kind. */
export function findMainPart(parts: Parts): string {
  const main = readRelationships(parts, '').find(({ type, external }) => type === 'officeDocument' && !external)
  const name = main ? partNamed(parts, main.target) : partNamed(parts, 'word/document.xml')
  if (name === undefined) throw new ReadRefusal('notAReport', 'no main part')
  return name
}

/** Part of this type that the main document refers to. */
export function relatedPart(
  parts: Parts,
  relationships: readonly Relationship[],
  type: string,
): XmlElement | undefined {
  const found = relationships.find((relationship) => relationship.type === type && !relationship.external)
  return found && readPart(parts, found.target)
}

export function isWordRoot(element: XmlElement, name: string): boolean {
  return element.namespace === namespaces.word && element.name === name
}

/** Target as seen from the part that owns it; `..` cannot climb out of the package. */
function resolveTarget(part: string, target: string): string {
  const path = target.replace(/#.*$/, '')
  const base = path.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const piece of path.split('/')) {
    if (piece === '..') base.pop()
    else if (piece !== '.' && piece !== '') base.push(piece)
  }
  return base.join('/')
}
