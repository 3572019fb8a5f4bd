import { namespaces } from '../read/namespaces.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  sourceElements,
  withChildren,
  type SourceElement,
  type SourceNode,
} from './source-tree.ts'

/** Takes out what a decision left without its other half: borders of ranges, parts of fields. */
export function sweepStory(before: SourceElement, after: SourceElement): SourceElement {
  const known = new Set(unpaired(before))
  const orphans = new Set(unpaired(after).filter((element) => !known.has(element)))
  return orphans.size === 0 ? after : without(after, orphans)
}

function unpaired(root: SourceElement): SourceElement[] {
  const ranges = new Map<string, SourceElement>()
  const orphans: SourceElement[] = []
  const fields: Field[][] = [[]]
  walk(root)
  orphans.push(...ranges.values())
  for (const open of fields[0] ?? []) orphans.push(...open.parts)
  return orphans

  function walk(element: SourceElement): void {
    const own = storyHolders.includes(element.name) && element.namespace === namespaces.word
    if (own) fields.push([])
    for (const child of sourceElements(element)) {
      meetRange(child, ranges, orphans)
      meetField(child, fields.at(-1) ?? [], orphans)
      walk(child)
    }
    if (own) for (const open of fields.pop() ?? []) orphans.push(...open.parts)
  }
}

const storyHolders = ['body', 'hdr', 'ftr', 'footnote', 'endnote', 'comment', 'txbxContent']

/** A complex field that has begun: what would be left of it without its end. */
interface Field {
  parts: SourceElement[]
}

const border = /^(bookmark|commentRange|moveFromRange|moveToRange|perm|customXml\w+Range)(Start|End)$/

function meetRange(element: SourceElement, open: Map<string, SourceElement>, orphans: SourceElement[]): void {
  if (element.namespace !== namespaces.word) return
  const found = border.exec(element.name)
  if (!found) return
  const key = `${found[1] ?? ''} ${attributeOf(element, 'id') ?? ''}`
  if (found[2] === 'Start') {
    const twin = open.get(key)
    if (twin) orphans.push(twin)
    open.set(key, element)
  } else if (!open.delete(key)) orphans.push(element)
}

function meetField(element: SourceElement, open: Field[], orphans: SourceElement[]): void {
  const inner = open.at(-1)
  if (isWordElement(element, 'instrText', 'delInstrText')) (inner?.parts ?? orphans).push(element)
  if (!isWordElement(element, 'fldChar')) return
  const type = attributeOf(element, 'fldCharType')
  if (type === 'begin') open.push({ parts: [element] })
  else if (type === 'separate') (inner?.parts ?? orphans).push(element)
  else if (type === 'end' && !open.pop()) orphans.push(element)
}

/** Runs that held nothing else go with them. */
function without(element: SourceElement, orphans: ReadonlySet<SourceElement>): SourceElement {
  const children = element.children.flatMap((child): SourceNode[] => {
    if (!isElement(child)) return [child]
    if (orphans.has(child)) return []
    const inner = without(child, orphans)
    const emptied =
      inner !== child && isWordElement(inner, 'r') && sourceElements(inner).every((one) => isWordElement(one, 'rPr'))
    return emptied ? [] : [inner]
  })
  return withChildren(element, children)
}
