import { dropPart } from '../patch/safe-package.ts'
import { namespaces } from '../read/namespaces.ts'
import { decidePackage } from '../revisions/decide-package.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  readSourcePart,
  sourceChild,
  sourceElements,
  withChildren,
  writeSourcePart,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'

/** Parts that hold nothing but the review, or what a program noted about the author and his computer. */
export const tellingParts =
  /(?:^|\/)(?:comments\w*|people|persons?)\.xml$|^docProps\/custom\.xml$|(?:^|\/)vba(?:Project|Data)\b/i

/**
 * 清样: the package as its final text stands, without a trace of the review. Revisions are accepted in every story,
 * comments and hidden text go, and so do names, save marks (rsid) and properties of the house. Layout and text stay.
 */
export function cleanPackage(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const clean = decidePackage(parts, 'accept', 'all')
  for (const name of [...clean.keys()]) if (tellingParts.test(name)) dropPart(clean, name)
  for (const [name, bytes] of clean) {
    if (!/\.xml$/i.test(name) || name === '[Content_Types].xml') continue
    const source = readSourcePart(bytes, name)
    const root = cleanRoot(source.root)
    if (root !== source.root) clean.set(name, writeSourcePart(source, root))
  }
  return clean
}

function cleanRoot(root: SourceElement): SourceElement {
  if (root.name === 'coreProperties' || root.name === 'Properties') return withoutNames(root)
  return root.namespace === namespaces.word ? withoutTraces(root) : root
}

/** Fields of docProps/core.xml and app.xml that name people, places of files and the house. */
export const namingFields = ['creator', 'lastModifiedBy', 'Manager', 'Company', 'HyperlinkBase', 'Template']

function withoutNames(root: SourceElement): SourceElement {
  return withChildren(
    root,
    root.children.filter(
      (child) => !isElement(child) || !namingFields.includes(child.name) || child.children.length === 0,
    ),
  )
}

const traces = [
  'commentRangeStart',
  'commentRangeEnd',
  'commentReference',
  'annotationRef',
  'rsids',
  'rsid',
  'trackRevisions',
  'attachedTemplate',
  'docVars',
  'removePersonalInformation',
]

function withoutTraces(element: SourceElement): SourceElement {
  const children = element.children.flatMap((child): SourceNode[] => {
    if (!isElement(child)) return [child]
    if (isWordElement(child, ...traces) || isTrackingLock(child) || isHiddenRun(child)) return []
    const inner = withoutTraces(child)
    const emptied =
      inner !== child && isWordElement(inner, 'r') && sourceElements(inner).every((one) => isWordElement(one, 'rPr'))
    return emptied && sourceElements(child).some((one) => !isWordElement(one, 'rPr')) ? [] : [inner]
  })
  const inner = withChildren(element, children)
  const attributes = inner.attributes.filter(
    ({ name, namespace }) => namespace !== namespaces.word || !/^rsid/.test(name),
  )
  if (attributes.length === inner.attributes.length) return inner
  const { slice: _, ...rest } = inner
  return { ...rest, attributes }
}

function isTrackingLock(element: SourceElement): boolean {
  return isWordElement(element, 'documentProtection') && attributeOf(element, 'edit') === 'trackedChanges'
}

/** A run that is formatted as hidden (17.3.2.41), whatever is in it. */
export function isHiddenRun(element: SourceElement): boolean {
  if (!isWordElement(element, 'r')) return false
  const hidden = sourceChild(sourceChild(element, 'rPr'), 'vanish', 'webHidden')
  return hidden?.name === 'vanish' && !['0', 'false', 'off'].includes(attributeOf(hidden, 'val') ?? '')
}
