import { dropUses } from '../patch/safe-package.ts'
import { findMainPart, readRelationships, type Relationship } from '../read/package-parts.ts'
import { attributeOf, isElement, readSourcePart, withChildren, writeSourcePart } from '../revisions/source-tree.ts'

type Parts = ReadonlyMap<string, Uint8Array>

/** Last pieces of the relationship types that lead to what a reader sees; whatever else a program put in goes. */
const shown = new Set(
  (
    'officeDocument core-properties extended-properties styles numbering settings fontTable font theme themeOverride ' +
    'header footer footnotes endnotes image svg hyperlink chart chartEx chartStyle chartColorStyle chartUserShapes ' +
    'diagramData diagramLayout diagramQuickStyle diagramColors diagramDrawing'
  ).split(' '),
)

/** Text that other files bring along: readers see it, so it is not dropped, and it cannot be searched. */
const inserted = new Set(['aFChunk', 'subDocument'])

/** Parts that a reader sees something of, found by their relationships from the package down. */
export function shownParts(parts: Parts): Set<string> {
  const found = new Set<string>()
  const open = ['']
  for (let owner = open.pop(); owner !== undefined; owner = open.pop()) {
    for (const { type, target, external, id } of relationsOf(parts, owner)) {
      if (external || !shown.has(type) || found.has(target) || !parts.has(target)) continue
      if (['header', 'footer', 'image'].includes(type) && !refersTo(parts, owner, id)) continue
      found.add(target)
      open.push(target)
    }
  }
  return found
}

/** Parts whose text is inserted on opening. */
export function insertedParts(parts: Parts): Set<string> {
  const found = new Set<string>()
  for (const owner of ['', ...shownParts(parts)])
    for (const { type, target, external } of relationsOf(parts, owner))
      if (!external && inserted.has(type)) found.add(target)
  return found
}

/** The parts that a reader sees something of, and text that is inserted; relationships and types that led elsewhere go. */
export function withShownParts(parts: Parts): Map<string, Uint8Array> {
  if (!hasMain(parts)) return new Map(parts)
  const kept = new Set([...shownParts(parts), ...insertedParts(parts)])
  const result = new Map([...parts].filter(([name]) => name === contentTypes || kept.has(relationsOwner(name) ?? name)))
  const root = parts.get('_rels/.rels')
  if (root) result.set('_rels/.rels', root)
  for (const owner of ['', ...kept]) dropRelationships(result, owner, kept)
  dropTypes(result)
  return result
}

const contentTypes = '[Content_Types].xml'

/** Programs differ in the case of names, and some write them as addresses. */
function relationsOf(parts: Parts, owner: string): Relationship[] {
  return readRelationships(parts, owner).map((relation) => {
    if (relation.external || parts.has(relation.target)) return relation
    const wanted = [relation.target.toLowerCase(), unescaped(relation.target).toLowerCase()]
    const target = [...parts.keys()].find(
      (name) => wanted.includes(name.toLowerCase()) || wanted.includes(unescaped(name).toLowerCase()),
    )
    return target === undefined ? relation : { ...relation, target }
  })
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function hasMain(parts: Parts): boolean {
  try {
    return parts.has(findMainPart(parts)) && readRelationships(parts, '').some(({ type }) => type === 'officeDocument')
  } catch {
    return false
  }
}

function relationsOwner(name: string): string | undefined {
  const found = /^(.*?)_rels\/([^/]*)\.rels$/.exec(name)
  return found ? `${found[1] ?? ''}${found[2] ?? ''}` : undefined
}

function refersTo(parts: Parts, owner: string, id: string): boolean {
  const bytes = parts.get(owner)
  if (!bytes || bytes[0] === 0xff || bytes[0] === 0xfe) return true
  const text = new TextDecoder().decode(bytes)
  return text.includes(`"${id}"`) || text.includes(`'${id}'`)
}

function dropRelationships(parts: Map<string, Uint8Array>, owner: string, kept: ReadonlySet<string>): void {
  const slash = owner.lastIndexOf('/') + 1
  const name = `${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`
  const bytes = parts.get(name)
  if (!bytes) return
  const lost = new Set(
    relationsOf(parts, owner)
      .filter(
        ({ external, target, type }) => !external && !(kept.has(target) && (shown.has(type) || inserted.has(type))),
      )
      .filter(({ type, target }) => type !== 'hyperlink' || !target.startsWith('#'))
      .map(({ id }) => id),
  )
  if (lost.size === 0) return
  const source = readSourcePart(bytes, name)
  const children = source.root.children.filter(
    (child) => !isElement(child) || !lost.has(attributeOf(child, 'Id') ?? ''),
  )
  parts.set(name, writeSourcePart(source, withChildren(source.root, children)))
  dropUses(parts, owner, lost)
}

function dropTypes(parts: Map<string, Uint8Array>): void {
  const bytes = parts.get(contentTypes)
  if (!bytes) return
  const source = readSourcePart(bytes, contentTypes)
  const children = source.root.children.filter((child) => {
    const part = isElement(child) ? attributeOf(child, 'PartName') : undefined
    return part === undefined || parts.has(part.replace(/^\//, ''))
  })
  const root = withChildren(source.root, children)
  if (root !== source.root) parts.set(contentTypes, writeSourcePart(source, root))
}
