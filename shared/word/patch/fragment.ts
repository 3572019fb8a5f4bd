import { namespaces } from '../read/namespaces.ts'
import {
  isElement,
  isWordElement,
  readSourcePart,
  wordElement,
  type SourceAttribute,
  type SourceElement,
} from '../revisions/source-tree.ts'

/** XML that the report kept, as an element of the part that `beside` belongs to; undefined where it is none. */
export function readFragment(xml: string, beside: SourceElement): SourceElement | undefined {
  if (xml === '') return undefined
  try {
    return settled(readSourcePart(new TextEncoder().encode(xml), 'fragment').root, beside)
  } catch {
    return undefined
  }
}

/** Elements of WordprocessingML take the prefix of their surroundings, which may be a Strict file's. */
function settled(element: SourceElement, beside: SourceElement): SourceElement {
  const isWord = element.namespace === namespaces.word
  const { slice: _, ...rest } = element
  const children = element.children.map((child) => (isElement(child) ? settled(child, beside) : child))
  const attributes = element.attributes.flatMap((attribute): SourceAttribute[] => {
    if (attribute.tag.startsWith('xmlns') && attribute.value === namespaces.word && !isElsewhere(element)) return []
    if (attribute.namespace !== namespaces.word) return [attribute]
    // Earlier versions kept the attributes of a picture under this prefix, with which no program reads it.
    if (isElsewhere(element)) return [{ ...attribute, tag: attribute.name, namespace: '' }]
    return wordElement(beside, '', { [attribute.name]: attribute.value }).attributes.slice()
  })
  return { ...rest, tag: isWord ? wordElement(beside, element.name).tag : element.tag, attributes, children }
}

/** The root of something of another namespace keeps the prefixes that it declares. */
function isElsewhere(element: SourceElement): boolean {
  return element.namespace !== namespaces.word
}

/** An element with a child in its place by the order of the schema; one of the same name is replaced. */
export function withProperty(
  properties: SourceElement,
  property: SourceElement,
  order: readonly string[],
): SourceElement {
  const others = properties.children.filter((child) => !isWordElement(child, property.name))
  const rank = order.indexOf(property.name)
  const at = others.findIndex((child) => isElement(child) && order.indexOf(child.name) > rank)
  const { slice: _, ...rest } = properties
  return { ...rest, children: others.toSpliced(at < 0 ? others.length : at, 0, property) }
}

export function withoutProperty(properties: SourceElement, ...names: readonly string[]): SourceElement {
  const children = properties.children.filter((child) => !isWordElement(child, ...names))
  if (children.length === properties.children.length) return properties
  const { slice: _, ...rest } = properties
  return { ...rest, children }
}

/** CT_RPr (ECMA-376 part 1, 17.3.2.28). */
export const runPropertyOrder = [
  'ins',
  'del',
  'moveFrom',
  'moveTo',
  'rStyle',
  'rFonts',
  'b',
  'bCs',
  'i',
  'iCs',
  'caps',
  'smallCaps',
  'strike',
  'dstrike',
  'outline',
  'shadow',
  'emboss',
  'imprint',
  'noProof',
  'snapToGrid',
  'vanish',
  'webHidden',
  'color',
  'spacing',
  'w',
  'kern',
  'position',
  'sz',
  'szCs',
  'highlight',
  'u',
  'effect',
  'bdr',
  'shd',
  'fitText',
  'vertAlign',
  'rtl',
  'cs',
  'em',
  'lang',
  'eastAsianLayout',
  'specVanish',
  'oMath',
  'rPrChange',
]

/** CT_PPr (ECMA-376 part 1, 17.3.1.26). */
export const paragraphPropertyOrder = [
  'pStyle',
  'keepNext',
  'keepLines',
  'pageBreakBefore',
  'framePr',
  'widowControl',
  'numPr',
  'suppressLineNumbers',
  'pBdr',
  'shd',
  'tabs',
  'suppressAutoHyphens',
  'kinsoku',
  'wordWrap',
  'overflowPunct',
  'topLinePunct',
  'autoSpaceDE',
  'autoSpaceDN',
  'bidi',
  'adjustRightInd',
  'snapToGrid',
  'spacing',
  'ind',
  'contextualSpacing',
  'mirrorIndents',
  'suppressOverlap',
  'jc',
  'textDirection',
  'textAlignment',
  'textboxTightWrap',
  'outlineLvl',
  'divId',
  'cnfStyle',
  'rPr',
  'sectPr',
  'pPrChange',
]
