import { dropPart } from '../patch/safe-package.ts'
import type { HidesText } from '../read/hiding-styles.ts'
import { namespaces } from '../read/namespaces.ts'
import { decidePackage } from '../revisions/decide-package.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  readSourcePart,
  sourceElements,
  withChildren,
  writeSourcePart,
  type SourceElement,
  type SourceNode,
  type SourcePart,
} from '../revisions/source-tree.ts'
import { sweepStory } from '../revisions/sweep-story.ts'
import { withoutMarks } from './telling-marks.ts'
import { withPlainFields } from './plain-fields.ts'
import { withKnownSettings } from './known-settings.ts'
import { withShownParts } from './kept-parts.ts'
import { xmlParts } from '../revisions/xml-parts.ts'
import { hiddenRun, hidingOf, paragraphStyleIn, unreferredNotes } from './hidden-text.ts'

/** Parts that hold nothing but the review, or what a program noted about the author and his computer. */
export const tellingParts =
  /(?:^|\/)(?:comments\w*|people|persons?)\.xml$|^docProps\/(?:custom\.xml|thumbnail\.\w+)$|(?:^|\/)vba(?:Project|Data)\b/i

/**
 * 清样: the package as its final text stands, without a trace of the review. Revisions are accepted in every story,
 * comments and hidden text go, and so do names, save marks (rsid) and properties of the house. Layout and text stay.
 */
export function cleanPackage(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const clean = withShownParts(decidePackage(parts, 'accept', 'all'))
  for (const name of [...clean.keys()]) if (tellingParts.test(name)) dropPart(clean, name)
  const isXml = xmlParts(clean)
  const hides = hidingOf(clean)
  const sources = new Map<string, SourcePart>()
  const roots = new Map<string, SourceElement>()
  for (const [name, bytes] of clean) {
    if (!isXml(name) || /\.rels$|^\[Content_Types\]/.test(name)) continue
    const source = readSourcePart(bytes, name)
    sources.set(name, source)
    roots.set(name, cleanRoot(source.root, hides(name)))
  }
  const unseen = unreferredNotes([...roots.values()])
  for (const [name, source] of sources) {
    const root = withoutNotes(roots.get(name) ?? source.root, unseen)
    if (root !== source.root) clean.set(name, writeSourcePart(source, root))
  }
  return clean
}

function cleanRoot(root: SourceElement, hides: HidesText): SourceElement {
  if (root.name === 'coreProperties' || root.name === 'Properties') return withoutNames(root)
  if (root.namespace !== namespaces.word) return withoutMarks(root)
  const shown = sweepStory(root, withoutTraces(root, { hides, paragraphStyle: undefined }))
  return withoutMarks(withPlainFields(root.name === 'settings' ? withKnownSettings(shown) : shown))
}

function withoutNotes(root: SourceElement, unseen: ReadonlySet<SourceElement>): SourceElement {
  if (unseen.size === 0) return root
  return withChildren(
    root,
    root.children.filter((child) => !isElement(child) || !unseen.has(child)),
  )
}

/** Fields of docProps/core.xml and app.xml that name people, places of files and the house. */
export const namingFields = [
  ...['creator', 'lastModifiedBy', 'subject', 'keywords', 'description', 'category', 'contentStatus', 'identifier'],
  ...['contributor', 'publisher', 'Manager', 'Company', 'HyperlinkBase', 'Template'],
]

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
  'permStart',
  'permEnd',
]

interface Around {
  hides: HidesText
  paragraphStyle: string | undefined
}

function withoutTraces(element: SourceElement, around: Around): SourceElement {
  const paragraphStyle = paragraphStyleIn(element, around.paragraphStyle)
  const children = element.children.flatMap((child): SourceNode[] => {
    if (!isElement(child)) return [child]
    if (isWordElement(child, ...traces) || isTrackingLock(child)) return []
    if (hiddenRun(child, paragraphStyle, around.hides) === 'yes') return []
    const inner = withoutTraces(child, { ...around, paragraphStyle })
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
