import { namespaces } from '../read/namespaces.ts'
import { readHiding, type Hidden, type HidesText } from '../read/hiding-styles.ts'
import { findMainPart, readRelationships } from '../read/package-parts.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  readSourcePart,
  sourceChild,
  sourceDescendants,
  sourceElements,
  withChildren,
  type SourceElement,
} from '../revisions/source-tree.ts'
import { rewritten, withValues } from './rewrite.ts'

type Parts = ReadonlyMap<string, Uint8Array>

/** The rule of every part: stories of a folder share the styles of its document. */
export function hidingOf(parts: Parts): (part: string) => HidesText {
  const byFolder = new Map<string, HidesText>()
  let main: HidesText | undefined
  const mainPart = mainOf(parts)
  for (const part of parts.keys()) {
    if (part !== mainPart && !/(?:^|\/)glossary\/[^/]*\.xml$/i.test(part)) continue
    const styles = readRelationships(parts, part).find(({ type, external }) => type === 'styles' && !external)
    const bytes = styles && parts.get(styles.target)
    if (!bytes) continue
    const hides = hidingOfStyles(readSourcePart(bytes, styles.target).root)
    byFolder.set(folderOf(part), hides)
    if (part === mainPart) main = hides
  }
  const none = readHiding([], false)
  return (part) => byFolder.get(folderOf(part)) ?? main ?? none
}

function mainOf(parts: Parts): string | undefined {
  try {
    return findMainPart(parts)
  } catch {
    return undefined
  }
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1)
}

function hidingOfStyles(root: SourceElement): HidesText {
  const defaults = sourceChild(sourceChild(root, 'docDefaults'), 'rPrDefault')
  const styles = sourceElements(root).filter((element) => isWordElement(element, 'style'))
  return readHiding(
    styles.map((style) => ({
      id: attributeOf(style, 'styleId') ?? '',
      type: attributeOf(style, 'type') ?? 'paragraph',
      standard: ['1', 'true', 'on'].includes(attributeOf(style, 'default') ?? ''),
      basedOn: attributeOf(sourceChild(style, 'basedOn'), 'val'),
      vanish: vanishOf(sourceChild(style, 'rPr')),
    })),
    vanishOf(sourceChild(defaults, 'rPr')) === true,
  )
}

/** A style of tables, or a part of one, that hides the text in it: programs differ in how far. */
function isHidingTableStyle(element: SourceElement): boolean {
  if (!isWordElement(element, 'style') || attributeOf(element, 'type') !== 'table') return false
  for (const inner of sourceDescendants(element)) if (isWordElement(inner, 'rPr') && vanishOf(inner)) return true
  return false
}

/** What the run's styles and its own properties make of it; formulas have runs of their own. */
export function hiddenRun(run: SourceElement, paragraphStyle: string | undefined, hides: HidesText): Hidden {
  if (run.name !== 'r' || (run.namespace !== namespaces.word && run.namespace !== namespaces.math)) return 'no'
  const properties = sourceChild(run, 'rPr')
  // Made for the ends of paragraphs: on text of its own, programs differ in what they show.
  if (isOn(sourceChild(properties, 'specVanish')) && vanishOf(properties) !== true) return 'unsure'
  return hides(vanishOf(properties), attributeOf(sourceChild(properties, 'rStyle'), 'val'), paragraphStyle)
}

/** The style of the paragraph that an element begins, or that of the paragraph around it. */
export function paragraphStyleIn(element: SourceElement, outer: string | undefined): string | undefined {
  if (!isWordElement(element, 'p')) return outer
  return attributeOf(sourceChild(sourceChild(element, 'pPr'), 'pStyle'), 'val')
}

function vanishOf(properties: SourceElement | undefined): boolean | undefined {
  const found = sourceChild(properties, 'vanish')
  return found && isOn(found)
}

function isOn(found: SourceElement | undefined): boolean {
  return found !== undefined && !['0', 'false', 'off'].includes(attributeOf(found, 'val') ?? '')
}

/** A hidden row of which nothing is left once hidden text has gone; with words left, programs differ in what they show. */
export function isEmptyHiddenRow(row: SourceElement): boolean {
  return isWordElement(row, 'tr') && isOn(sourceChild(sourceChild(row, 'trPr'), 'hidden')) && !showsAnything(row)
}

function showsAnything(element: SourceElement): boolean {
  for (const inner of sourceDescendants(element))
    if (isWordElement(inner, 'r') && sourceElements(inner).some((one) => !isWordElement(one, 'rPr'))) return true
  return false
}

/**
 * The marks of hiding, once nothing hidden is left: what stays is seen. A list number that was hidden has no text any
 * more. Where somebody has to decide what is seen, all marks stay, and the copy is not handed out.
 */
export function withoutHidingMarks(root: SourceElement): SourceElement {
  const numbered = rewritten(root, (element) => [hidesNumber(element) ? withoutNumber(element) : element])
  return rewritten(numbered, (element) => (isWordElement(element, 'vanish', 'specVanish') ? [] : [element]))
}

function hidesNumber(element: SourceElement): boolean {
  return isWordElement(element, 'lvl') && vanishOf(sourceChild(element, 'rPr')) === true
}

function withoutNumber(level: SourceElement): SourceElement {
  return withChildren(
    level,
    level.children.map((child) =>
      isWordElement(child, 'lvlText') ? withValues(child, ({ name }) => (name === 'val' ? '' : undefined)) : child,
    ),
  )
}

/** Whether a story still holds text of which nobody can say that readers see it. */
export function hasUnsureText(element: SourceElement, hides: HidesText, outer?: string): boolean {
  if (isHidingTableStyle(element)) return true
  const paragraphStyle = paragraphStyleIn(element, outer)
  const content = element.children.some((child) => isElement(child) && !isWordElement(child, 'rPr'))
  if (content && hiddenRun(element, paragraphStyle, hides) !== 'no') return true
  return element.children.some((child) => isElement(child) && hasUnsureText(child, hides, paragraphStyle))
}

/** Notes that nothing refers to, as a hidden reference leaves them: nobody sees them, and they are read all the same. */
export function unreferredNotes(stories: readonly SourceElement[]): Set<SourceElement> {
  const referred = new Set<string>()
  const notes: [string, SourceElement][] = []
  for (const root of stories) {
    for (const element of sourceDescendants(root)) {
      if (isWordElement(element, 'footnoteReference', 'endnoteReference'))
        referred.add(`${element.name.replace('Reference', '')} ${attributeOf(element, 'id') ?? ''}`)
      else if (isWordElement(element, 'footnote', 'endnote') && isOrdinaryNote(element))
        notes.push([`${element.name} ${attributeOf(element, 'id') ?? ''}`, element])
    }
  }
  return new Set(notes.filter(([key]) => !referred.has(key)).map(([, note]) => note))
}

/** Lines that part notes from text have a type; in the settings their numbers stand alone. */
function isOrdinaryNote(note: SourceElement): boolean {
  const type = attributeOf(note, 'type')
  return (type === undefined || type === 'normal') && note.children.some(isElement)
}
