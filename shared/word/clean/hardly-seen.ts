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
import { wordsOf } from './plain-properties.ts'

export interface HardlySeen {
  /** Runs of white or tiny words, and the first of them. */
  faint: number
  words: string
  /** Pictures of which a part is cut off and still in the file. */
  cropped: number
}

/** What of a clean copy readers overlook and finders read: programs show it, so it stays, and somebody has to know. */
export function hardlySeen(parts: ReadonlyMap<string, Uint8Array>): HardlySeen {
  const found: HardlySeen = { faint: 0, words: '', cropped: 0 }
  for (const [name, bytes] of parts) {
    if (!/^word\/[^/]*\.xml$/.test(name)) continue
    const { root } = readSourcePart(bytes, name)
    for (const element of sourceDescendants(root)) if (isCropped(element)) found.cropped++
    search(root, false, found)
  }
  return found
}

function search(element: SourceElement, shaded: boolean, found: HardlySeen): void {
  const behind = shaded || isShaded(element)
  if (isWordElement(element, 'r') && isFaint(sourceChild(element, 'rPr'), behind)) {
    const words = sourceElements(element).flatMap((child) => (isWordElement(child, 't') ? wordsOf(child) : []))
    if (words.join('').trim() !== '') {
      found.faint++
      found.words ||= words.join('').trim().slice(0, longestQuote)
    }
  }
  for (const child of element.children) if (isElement(child)) search(child, behind, found)
}

/** In characters. */
const longestQuote = 20
/** In half points: two points are a line, not a word. */
const tiny = 4

function isFaint(properties: SourceElement | undefined, shaded: boolean): boolean {
  const size = attributeOf(sourceChild(properties, 'sz'), 'val')
  if (size !== undefined && Number(size) <= tiny) return true
  const white = /^F[EF]F[EF]F[EF]$/i.test(attributeOf(sourceChild(properties, 'color'), 'val') ?? '')
  return white && !shaded && !sourceChild(properties, 'highlight') && !hasShade(properties)
}

/** Paragraphs, cells, rows and tables with a ground of their own; a style of tables may bring one. */
function isShaded(element: SourceElement): boolean {
  if (element.name === 'txbxContent') return true
  const properties = sourceChild(element, 'pPr', 'tcPr', 'tblPr')
  return hasShade(properties) || (isWordElement(element, 'tbl') && sourceChild(properties, 'tblStyle') !== undefined)
}

function hasShade(properties: SourceElement | undefined): boolean {
  const shade = sourceChild(properties, 'shd')
  if (!shade) return false
  const fill = attributeOf(shade, 'fill') ?? 'auto'
  return attributeOf(shade, 'themeFill') !== undefined || !/^(?:auto|FFFFFF)$/i.test(fill)
}

function isCropped({ name, namespace, attributes }: SourceElement): boolean {
  const drawn = name === 'srcRect' && namespace.includes('/drawingml/')
  const shape = name === 'imagedata' && namespace === 'urn:schemas-microsoft-com:vml'
  if (!drawn && !shape) return false
  return attributes.some(({ name: side, value }) => /^(?:[ltrb]|crop\w+)$/.test(side) && /[1-9]/.test(value))
}
