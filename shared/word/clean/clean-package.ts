import { dropPart, safePackage } from '../patch/safe-package.ts'
import type { HidesText } from '../read/hiding-styles.ts'
import { namespaces } from '../read/namespaces.ts'
import { decidePackage } from '../revisions/decide-package.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  readSourcePart,
  sourceDescendants,
  sourceElements,
  withChildren,
  writeSourcePart,
  type SourceElement,
  type SourceNode,
  type SourcePart,
} from '../revisions/source-tree.ts'
import { sweepStory } from '../revisions/sweep-story.ts'
import { xmlParts } from '../revisions/xml-parts.ts'
import { withoutAsides } from './asides.ts'
import { withoutForeign } from './foreign.ts'
import {
  hasUnsureText,
  hiddenRun,
  hidingOf,
  isEmptyHiddenRow,
  paragraphStyleIn,
  unreferredNotes,
  withoutHidingMarks,
} from './hidden-text.ts'
import { withShownParts } from './kept-parts.ts'
import { withKnownSettings } from './known-settings.ts'
import { plainPicture } from './pictures/plain-picture.ts'
import { plainControl } from './plain-controls.ts'
import { withPlainFields } from './plain-fields.ts'
import { plainProperties, wordsOf } from './plain-properties.ts'
import { plainShape, withPlainShapeNames } from './plain-shapes.ts'
import { withPlainStyles } from './plain-styles.ts'
import { rewritten } from './rewrite.ts'
import { withoutMarks } from './telling-marks.ts'
import { withUsedFonts } from './used-fonts.ts'

/** Parts that hold nothing but the review, or what a program noted about the author and his computer. */
const tellingParts =
  /(?:^|\/)(?:comments\w*|people|persons?)\.xml$|^docProps\/(?:custom\.xml|thumbnail\.\w+)$|(?:^|\/)vba(?:Project|Data)\b/i

/**
 * 清样: the package as its final text stands, without a trace of the review. Revisions are accepted in every story,
 * comments and hidden text go, and so do names, save marks (rsid) and properties of the house. Layout and text stay.
 */
export function cleanPackage(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const clean = withShownParts(decidePackage(withoutRemarks(safePackage(parts)), 'accept', 'all'))
  for (const name of [...clean.keys()]) if (tellingParts.test(name)) dropPart(clean, name)
  const isXml = xmlParts(clean)
  const hides = hidingOf(clean)
  const sources = new Map<string, SourcePart>()
  const roots = new Map<string, SourceElement>()
  for (const [name, bytes] of clean) {
    if (isAboutParts(name)) continue
    if (!isXml(name) && !isDrawing(name)) {
      clean.set(name, plainPicture(bytes) ?? bytes)
      continue
    }
    const source = readSourcePart(bytes, name)
    sources.set(name, source)
    roots.set(name, cleanRoot(source.root, hides(name)))
  }
  for (const [name, root] of withUsedFonts(withPlainStyles(seenText(roots, hides)))) {
    const source = sources.get(name)
    if (source && root !== source.root) clean.set(name, writeSourcePart(source, root))
  }
  return clean
}

/** Drawings are XML too, whatever their type says. */
function isDrawing(name: string): boolean {
  return /\.(?:svg|vml)$/i.test(name)
}

function isAboutParts(name: string): boolean {
  return /\.rels$|^\[Content_Types\]/.test(name)
}

function withoutRemarks(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const isXml = xmlParts(parts)
  return new Map(
    [...parts].map(([name, bytes]) => [
      name,
      isXml(name) || isDrawing(name) || isAboutParts(name) ? withoutAsides(bytes, name) : bytes,
    ]),
  )
}

function cleanRoot(root: SourceElement, hides: HidesText): SourceElement {
  if (root.namespace !== namespaces.word) return withPlainParts(withoutMarks(root))
  const shown = sweepStory(root, withoutTraces(root, { hides, paragraphStyle: undefined }))
  return withPlainParts(withoutMarks(withPlainFields(root.name === 'settings' ? withKnownSettings(shown) : shown)))
}

function withPlainParts(root: SourceElement): SourceElement {
  const plain = rewritten(withoutForeign(root), (element) =>
    element.namespace === namespaces.word ? plainControl(element) : plainShape(element),
  )
  return withPlainShapeNames(plain)
}

/** The stories without notes that nothing refers to and, if nothing hidden is left, without marks of hiding. */
function seenText(
  roots: ReadonlyMap<string, SourceElement>,
  hides: (part: string) => HidesText,
): Map<string, SourceElement> {
  const unseen = unreferredNotes([...roots.values()])
  const referred = new Map([...roots].map(([name, root]) => [name, withoutNotes(root, unseen)]))
  const unsure = [...referred].some(([name, root]) => hasUnsureText(root, hides(name)))
  const text = [...referred.values()].flatMap((root) => paragraphWords(root)).join('\n')
  return new Map(
    [...referred].map(([name, root]) => {
      if (root.name === 'coreProperties' || root.name === 'Properties')
        return [name, plainProperties(root, (words) => words.trim() !== '' && text.includes(words.trim()))]
      return [name, unsure ? root : withoutHidingMarks(root)]
    }),
  )
}

/** What readers see of a story, a paragraph each. */
function paragraphWords(root: SourceElement): string[] {
  const words: string[] = []
  for (const element of [root, ...sourceDescendants(root)]) {
    if (isWordElement(element, 'p')) words.push('')
    if (isWordElement(element, 't')) words.push((words.pop() ?? '') + wordsOf(element))
  }
  return words
}

function withoutNotes(root: SourceElement, unseen: ReadonlySet<SourceElement>): SourceElement {
  if (unseen.size === 0) return root
  return withChildren(
    root,
    root.children.filter((child) => !isElement(child) || !unseen.has(child)),
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
    if (isEmptyHiddenRow(inner)) return []
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
