import type { HidesText } from '../read/hiding-styles.ts'
import { namespaces } from '../read/namespaces.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  readSourcePart,
  sourceDescendants,
  sourceElements,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'
import { xmlParts } from '../revisions/xml-parts.ts'
import { isKnownSetting } from './known-settings.ts'
import { strangeParts } from './kept-parts.ts'
import { tellingFields } from './plain-fields.ts'
import { isPlainBookmark, isTellingAttribute, isTellingBorder, isTellingMark } from './telling-marks.ts'
import { namingFields, tellingParts } from './clean-package.ts'
import {
  hiddenRun,
  hidingOf,
  isHiddenObject,
  isHidingTableStyle,
  paragraphStyleIn,
  unreferredNotes,
} from './hidden-text.ts'

/** What is left of the review or of people in a package; nothing in a clean copy. One `part: trace` each, every trace once. */
export function proveClean(parts: ReadonlyMap<string, Uint8Array>): string[] {
  const problems = new Set<string>()
  const hides = hidingOf(parts)
  const roots: SourceElement[] = []
  const isXml = xmlParts(parts)
  for (const name of strangeParts(parts)) problems.add(`${name}: part`)
  for (const [name, bytes] of parts) {
    if (tellingParts.test(name)) problems.add(`${name}: part`)
    if (!isXml(name) && !/\.(?:rels|vml)$/i.test(name)) continue
    const { root } = readSourcePart(bytes, name)
    roots.push(root)
    for (const element of [root, ...sourceDescendants(root)]) {
      for (const trace of tracesOf(element)) problems.add(`${name}: ${trace}`)
    }
    for (const trace of namedIn(root)) problems.add(`${name}: ${trace}`)
    if (hasHiddenRun(root, hides(name), undefined)) problems.add(`${name}: hidden text`)
  }
  if (unreferredNotes(roots).size > 0) problems.add('notes: hidden text')
  return [...problems].sort()
}

/** Of what stays because programs differ in it: a copy with such text is not handed out. */
export function staysHidden(problem: string): boolean {
  return /: hidden (?:text|object)$/.test(problem)
}

/** Objects of other programs lie in the package in their own formats, whatever they hold. */
export function unsearchedParts(parts: ReadonlyMap<string, Uint8Array>): string[] {
  return [...parts.keys()].filter(
    (name) => !/(?:\.(?:xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|odttf)|\/)$/i.test(name),
  )
}

function hasHiddenRun(element: SourceElement, hides: HidesText, outer: string | undefined): boolean {
  const paragraphStyle = paragraphStyleIn(element, outer)
  if (hiddenRun(element, paragraphStyle, hides) !== 'no' && element.children.some(isContent)) return true
  return element.children.some((child) => isElement(child) && hasHiddenRun(child, hides, paragraphStyle))
}

function isContent(node: SourceNode): boolean {
  return isElement(node) && !isWordElement(node, 'rPr')
}

const revisions =
  /^(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|(?:rPr|pPr|sectPr|tblPr|tblPrEx|tblGrid|trPr|tcPr|numbering)Change|move(?:From|To)Range(?:Start|End)|customXml(?:Ins|Del|MoveFrom|MoveTo)Range(?:Start|End)|delText|delInstrText)$/
const comments = /^(?:commentRangeStart|commentRangeEnd|commentReference|comment|annotationRef)$/
const settings = ['rsids', 'rsid', 'rsidRoot', 'trackRevisions', 'attachedTemplate', 'docVars']

function tracesOf(element: SourceElement): string[] {
  const found = marksOf(element)
  if (namingFields.includes(element.name) && element.namespace !== namespaces.word && hasText(element))
    found.push(element.name)
  if (isHiddenObject(element)) found.push('hidden object')
  if (isRelationship(element)) found.push(`relationship ${attributeOf(element, 'Target') ?? ''}`)
  if (element.namespace !== namespaces.word) return found
  if (revisions.test(element.name)) found.push(`revision ${element.name}`)
  if (comments.test(element.name)) found.push(`comment ${element.name}`)
  if (isWordElement(element, ...settings)) found.push(element.name)
  if (isHidingTableStyle(element)) found.push('hidden text')
  for (const { name, namespace } of element.attributes) {
    if (namespace !== namespaces.word) continue
    if (name.startsWith('rsid')) found.push('rsid')
    if (name === 'author' || name === 'initials') found.push(name)
  }
  return found
}

/** Fields and settings are judged by all of their part. */
function namedIn(root: SourceElement): string[] {
  const fields = [...tellingFields(root)].map(({ name }) => `field ${name}`)
  const settings = isWordElement(root, 'settings') ? sourceElements(root) : []
  return [...fields, ...settings.filter((one) => !isKnownSetting(one)).map(({ name }) => `setting ${name}`)]
}

function marksOf(element: SourceElement): string[] {
  if (isTellingMark(element) || isTellingBorder(element)) return [element.name]
  if (isWordElement(element, 'bookmarkStart') && !isPlainBookmark(attributeOf(element, 'name') ?? ''))
    return [`bookmark ${attributeOf(element, 'name') ?? ''}`]
  return element.attributes
    .filter((attribute) => isTellingAttribute(element, attribute))
    .map(({ name, value }) => `${element.name} ${name} ${value}`)
}

function hasText(element: SourceElement): boolean {
  return element.children.some((child) => (isElement(child) ? hasText(child) : child.trim() !== ''))
}

/** One that leads to a part of the review, or out of the file. */
function isRelationship(element: SourceElement): boolean {
  if (element.name !== 'Relationship') return false
  const target = attributeOf(element, 'Target') ?? ''
  const outside = attributeOf(element, 'TargetMode') === 'External' && !/^(?:https?|mailto):/i.test(target)
  return outside || tellingParts.test(target.replace(/^\//, ''))
}
