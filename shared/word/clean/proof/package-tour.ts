import { SaxesParser } from 'saxes'
import type { Trace } from './trace.ts'

type Parts = ReadonlyMap<string, Uint8Array>

/** What a relationship may lead to, by the last piece of its type: parts of which a reader sees something. */
const shownTypes =
  /\/(?:officeDocument|core-properties|extended-properties|styles|numbering|settings|fontTable|font|theme|themeOverride|header|footer|footnotes|endnotes|image|svg|chart|chartEx|chartStyle|chartColorStyle|chartUserShapes|diagram(?:Data|Layout|QuickStyle|Colors|Drawing))$/i
const inserted = /\/(?:aFChunk|subDocument)$/i

export interface Tour {
  /** Parts that the package leads to, by name. */
  reached: Set<string>
  traces: Trace[]
}

/** Follows the relationships from the package down and tells of every one that leads elsewhere, and of stray parts. */
export function tourPackage(parts: Parts): Tour {
  const tour: Tour = { reached: new Set(), traces: [] }
  const open = ['']
  for (let owner = open.pop(); owner !== undefined; owner = open.pop()) {
    const name = owner.replace(/[^/]*$/, (file) => `_rels/${file}.rels`)
    const bytes = parts.get(name)
    if (!bytes) continue
    tour.reached.add(name)
    for (const relation of relationsIn(bytes)) {
      const target = follow(relation, owner, name, tour)
      if (target === undefined || tour.reached.has(target) || !parts.has(target)) continue
      tour.reached.add(target)
      open.push(target)
    }
  }
  for (const part of parts.keys())
    if (part !== '[Content_Types].xml' && !tour.reached.has(part))
      tour.traces.push({ kind: 'unknown', part, what: 'part' })
  return tour
}

interface Relation {
  type: string
  target: string
  external: boolean
}

function follow({ type, target, external }: Relation, owner: string, part: string, tour: Tour): string | undefined {
  if (external) {
    const web = type.endsWith('/hyperlink') && /^(?:https?|mailto):/i.test(target)
    if (!web) tour.traces.push({ kind: 'outside', part, what: target })
    return undefined
  }
  if (type.endsWith('/hyperlink') && target.startsWith('#')) return undefined
  if (inserted.test(type)) tour.traces.push({ kind: 'inserted', part: absolute(target, owner), what: 'part' })
  else if (!shownTypes.test(type)) tour.traces.push({ kind: 'unknown', part, what: `relationship ${target}` })
  return absolute(target, owner)
}

function relationsIn(bytes: Uint8Array): Relation[] {
  const found: Relation[] = []
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('opentag', ({ name, attributes }) => {
    if (!/^(?:\w+:)?Relationship$/.test(name)) return
    const { Type: type = '', Target: target = '', TargetMode: mode } = attributes
    found.push({ type, target, external: mode === 'External' })
  })
  parser.on('error', () => undefined)
  parser.write(new TextDecoder().decode(bytes)).close()
  return found
}

/** Addresses within a package are read as those of the web are. */
function absolute(target: string, owner: string): string {
  const path: string[] = target.startsWith('/') ? [] : owner.split('/').slice(0, -1)
  for (const piece of target.replace(/[#?].*$/s, '').split('/')) {
    if (piece === '..') path.pop()
    else if (piece !== '' && piece !== '.') path.push(piece)
  }
  return path.join('/')
}
