import { freed, isElement, withChildren, type SourceElement, type SourceNode } from '../revisions/source-tree.ts'
import { withAttributes } from './rewrite.ts'

const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const declaring = 'http://www.w3.org/2000/xmlns/'

/** Vocabularies in which a page, its text and its drawings are written; programs keep notes of their own in others. */
const known = new RegExp(
  '^(?:' +
    [
      String.raw`http://schemas\.openxmlformats\.org/(?:wordprocessingml|drawingml|officeDocument|package|markup-compatibility|schemaLibrary)/.*`,
      String.raw`http://schemas\.microsoft\.com/office/(?:word/20(?:06|10|12|15|16|18|20|23)|drawing/20\d\d|drawingml/20\d\d|thememl/2012)/.*`,
      String.raw`http://purl\.oclc\.org/ooxml/.*`,
      String.raw`http://purl\.org/dc/(?:elements/1\.1|terms|dcmitype)/`,
      String.raw`http://www\.w3\.org/(?:XML/1998/namespace|2000/xmlns/|2001/XMLSchema-instance|2000/svg|1999/xlink)`,
      String.raw`urn:schemas-microsoft-com:(?:vml|office:(?:office|word))`,
    ].join('|') +
    ')$',
)
/** Of the known ones: marks on comments and controls, and strokes of a pen, which lie beside as pictures too. */
const notes = /\/word\/20\d\d\/(?:wordml\/(?:sdtdatahash|sdtformatlock|cid|cex)|wordprocessingInk)$/

function isKnown(namespace: string): boolean {
  return namespace === '' || (known.test(namespace) && !notes.test(namespace))
}

/** A part without elements, attributes and declarations of vocabularies that are not about what a reader sees. */
export function withoutForeign(root: SourceElement): SourceElement {
  const [plain] = domestic(root, new Map())
  return plain !== undefined && isElement(plain) ? plain : root
}

type Prefixes = ReadonlyMap<string, string>

function domestic(element: SourceElement, outer: Prefixes): SourceNode[] {
  const prefixes = new Map(outer)
  for (const { namespace, name, tag, value } of element.attributes)
    if (namespace === declaring && tag.startsWith('xmlns:')) prefixes.set(name, value)
  const isForeign = (prefix: string): boolean => !isKnown(prefixes.get(prefix) ?? '')
  const children = element.children.flatMap((child): SourceNode[] => {
    if (!isElement(child)) return [child]
    if (!isKnown(child.namespace) || needs(child, isForeign)) return []
    return domestic(child, prefixes)
  })
  const inner = withoutEmptied(element, withChildren(element, children))
  const alternatives = inner.namespace === compatibility && inner.name === 'AlternateContent'
  if (alternatives && !inner.children.some((child) => isElement(child) && child.name === 'Choice'))
    return inner.children.flatMap((child) => (isElement(child) ? freed(child, child.children) : []))
  return [withKnownAttributes(inner, isForeign)]
}

/** A choice for programs that know a foreign vocabulary. */
function needs(element: SourceElement, isForeign: (prefix: string) => boolean): boolean {
  if (element.namespace !== compatibility || element.name !== 'Choice') return false
  const required = element.attributes.find(({ name }) => name === 'Requires')?.value ?? ''
  return required.split(/\s+/).some(isForeign)
}

/** An extension that held nothing else goes with what it held. */
function withoutEmptied(before: SourceElement, after: SourceElement): SourceElement {
  if (before === after) return after
  return withChildren(
    after,
    after.children.filter((child) => !isElement(child) || !isEmptiedExtension(child)),
  )
}

function isEmptiedExtension({ name, children, attributes }: SourceElement): boolean {
  return name === 'ext' && children.length === 0 && attributes.some((attribute) => attribute.name === 'uri')
}

function withKnownAttributes(element: SourceElement, isForeign: (prefix: string) => boolean): SourceElement {
  return withAttributes(
    element,
    element.attributes.flatMap((attribute) => {
      if (attribute.namespace === declaring) return isKnown(attribute.value) ? [attribute] : []
      if (!isKnown(attribute.namespace)) return []
      if (attribute.namespace !== compatibility) return [attribute]
      const prefixes = attribute.value.split(/\s+/).filter((prefix) => !isForeign(prefix.replace(/:.*/, '')))
      const value = prefixes.join(' ')
      if (value === '') return []
      return [value === attribute.value ? attribute : { ...attribute, value }]
    }),
  )
}
