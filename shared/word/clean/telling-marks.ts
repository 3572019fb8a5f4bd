import { namespaces } from '../read/namespaces.ts'
import { rewritten } from './rewrite.ts'
import {
  attributeOf,
  freed,
  isElement,
  isWordElement,
  sourceDescendants,
  withChildren,
  type SourceAttribute,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'

const word2010 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const vml = 'urn:schemas-microsoft-com:vml'

/** What people and programs wrote beside the text: it goes with all that is in it. */
const notes = [
  'helpText',
  'statusText',
  'alias',
  'tag',
  'dataBinding',
  'tblCaption',
  'tblDescription',
  'permStart',
  'permEnd',
]

export function isTellingMark(element: SourceElement): boolean {
  if (element.namespace === word2010 || /\/word\/2012\/wordml$/.test(element.namespace))
    return /^conflictDel$|^customXmlConflict|^dataBinding$/.test(element.name) || isConflictMark(element)
  if (isWordElement(element, 'placeholder', 'smartTagPr', 'customXmlPr')) return true
  return isWordElement(element, ...notes)
}

function isConflictMark(element: SourceElement): boolean {
  return element.name === 'conflictIns' && element.children.length === 0
}

/** Borders around text that say what a program took it for. */
export function isTellingBorder(element: SourceElement): boolean {
  if (element.name === 'conflictIns') return element.namespace === word2010
  return isWordElement(element, 'smartTag', 'customXml')
}

export function isTellingAttribute(element: SourceElement, { name, namespace, value }: SourceAttribute): boolean {
  if (value === '') return false
  if (isWordElement(element, 'hyperlink'))
    return namespace === namespaces.word && /^(?:tooltip|docLocation)$/.test(name)
  if (element.namespace === namespaces.word) return false
  if (element.name === 'docPr' || element.name === 'cNvPr') return ['descr', 'title', 'name'].includes(name)
  if (/^hlink(?:Click|Hover)$/.test(element.name)) return name === 'tooltip'
  return element.namespace === vml && (name === 'alt' || name === 'title')
}

/** Names that programs give bookmarks for their own lists of contents and references. */
export function isPlainBookmark(name: string): boolean {
  return /^(?:_Toc|_Ref|_Hlt|b)\d+$/.test(name)
}

/** A story without notes that people wrote beside the text; bookmarks get names that say nothing. */
export function withoutMarks(source: SourceElement): SourceElement {
  const root = withoutLastPlace(source)
  const names = new Map<string, string>()
  for (const element of sourceDescendants(root)) {
    const name = isWordElement(element, 'bookmarkStart') ? attributeOf(element, 'name') : undefined
    if (name !== undefined && !isPlainBookmark(name)) names.set(name, `b${9000 + names.size}`)
  }
  return bare(root, names)
}

/** Where the last hand worked: Word keeps it in a bookmark of its own. */
function withoutLastPlace(root: SourceElement): SourceElement {
  const last = new Set<string | undefined>()
  for (const element of sourceDescendants(root))
    if (isWordElement(element, 'bookmarkStart') && attributeOf(element, 'name') === '_GoBack')
      last.add(attributeOf(element, 'id'))
  if (last.size === 0) return root
  return rewritten(root, (element) =>
    isWordElement(element, 'bookmarkStart', 'bookmarkEnd') && last.has(attributeOf(element, 'id')) ? [] : [element],
  )
}

function bare(element: SourceElement, names: ReadonlyMap<string, string>): SourceElement {
  const children = element.children.flatMap((child): SourceNode[] => {
    if (!isElement(child)) return [isWordElement(element, 'instrText') ? renamedIn(child, names) : child]
    if (isTellingMark(child)) return []
    const inner = bare(child, names)
    return isTellingBorder(child) ? freed(inner, inner.children) : [inner]
  })
  const inner = withChildren(element, children)
  const attributes = inner.attributes.flatMap((attribute) => bareAttribute(inner, attribute, names))
  if (attributes.length === inner.attributes.length && attributes.every((one, at) => one === inner.attributes[at]))
    return inner
  const { slice: _, ...rest } = inner
  return { ...rest, attributes }
}

function bareAttribute(
  element: SourceElement,
  attribute: SourceAttribute,
  names: ReadonlyMap<string, string>,
): SourceAttribute[] {
  if (isTellingAttribute(element, attribute)) return attribute.name === 'name' ? [{ ...attribute, value: '' }] : []
  const refers =
    (isWordElement(element, 'bookmarkStart') && attribute.name === 'name') ||
    (isWordElement(element, 'hyperlink') && attribute.name === 'anchor')
  const value = refers
    ? (names.get(attribute.value) ?? attribute.value)
    : isWordElement(element, 'fldSimple') && attribute.name === 'instr'
      ? renamedIn(attribute.value, names)
      : attribute.value
  return [value === attribute.value ? attribute : { ...attribute, value }]
}

function renamedIn(instruction: string, names: ReadonlyMap<string, string>): string {
  return names.size === 0 ? instruction : instruction.replace(/[^\s"\\]+/g, (word) => names.get(word) ?? word)
}
