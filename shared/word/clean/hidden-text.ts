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
  type SourceElement,
} from '../revisions/source-tree.ts'

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
export function isHidingTableStyle(element: SourceElement): boolean {
  if (!isWordElement(element, 'style') || attributeOf(element, 'type') !== 'table') return false
  for (const inner of sourceDescendants(element)) if (isWordElement(inner, 'rPr') && vanishOf(inner)) return true
  return false
}

/** What the run's styles and its own properties make of it; formulas have runs of their own. */
export function hiddenRun(run: SourceElement, paragraphStyle: string | undefined, hides: HidesText): Hidden {
  if (run.name !== 'r' || (run.namespace !== namespaces.word && run.namespace !== namespaces.math)) return 'no'
  const properties = sourceChild(run, 'rPr')
  return hides(vanishOf(properties), attributeOf(sourceChild(properties, 'rStyle'), 'val'), paragraphStyle)
}

/** The style of the paragraph that an element begins, or that of the paragraph around it. */
export function paragraphStyleIn(element: SourceElement, outer: string | undefined): string | undefined {
  if (!isWordElement(element, 'p')) return outer
  return attributeOf(sourceChild(sourceChild(element, 'pPr'), 'pStyle'), 'val')
}

/** A picture or text box that its program was told not to show. */
export function isHiddenObject(element: SourceElement): boolean {
  if (element.name === 'docPr' && element.namespace !== namespaces.word)
    return ['1', 'true', 'on'].includes(attributeOf(element, 'hidden') ?? '')
  return (
    element.namespace === 'urn:schemas-microsoft-com:vml' &&
    /(?:^|;)\s*visibility\s*:\s*hidden/i.test(attributeOf(element, 'style') ?? '')
  )
}

function vanishOf(properties: SourceElement | undefined): boolean | undefined {
  const found = sourceChild(properties, 'vanish')
  return found && !['0', 'false', 'off'].includes(attributeOf(found, 'val') ?? '')
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
