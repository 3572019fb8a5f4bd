import { namespaces } from '../read/namespaces.ts'
import {
  attributeOf,
  isElement,
  isWordElement,
  sourceChild,
  type SourceElement,
  type SourceNode,
} from '../revisions/source-tree.ts'

/** A piece of a paragraph in the file: one character, an object, or something that shows nothing. */
export interface LineItem {
  /** How the model shows it; '' for what it does not show. */
  shown: string
  /** A content element of a run, or an element beside runs. For text the piece of it is `shown`. */
  node: SourceElement
  /** The run it stands in. */
  run?: SourceElement
  /** Links, content controls and the like around it, from the outside in. */
  holders: SourceElement[]
  /** Insertions and deletions around it, from the outside in. */
  wrappers: SourceElement[]
}

export const objectCharacter = '\uFFFC'

const holderNames = ['hyperlink', 'smartTag', 'customXml', 'fldSimple', 'dir', 'bdo', 'sdt', 'sdtContent']

/** The content of a paragraph in its order; properties are no content. */
export function lineItems(paragraph: SourceElement): LineItem[] {
  const items: LineItem[] = []
  readItems(paragraph, { holders: [], wrappers: [] }, items)
  return items
}

type Around = Pick<LineItem, 'holders' | 'wrappers'>

function readItems(element: SourceElement, around: Around, items: LineItem[]): void {
  for (const child of element.children) {
    if (!isElement(child) || isWordElement(child, 'pPr', 'sdtPr', 'sdtEndPr', 'smartTagPr', 'customXmlPr')) continue
    if (isWordElement(child, 'r')) readRun(child, around, items)
    else if (isWordElement(child, 'ins', 'del', 'moveFrom', 'moveTo'))
      readItems(child, { ...around, wrappers: [...around.wrappers, child] }, items)
    else if (isWordElement(child, ...holderNames))
      readItems(child, { ...around, holders: [...around.holders, child] }, items)
    else items.push({ ...around, node: child, shown: isShown(child) ? objectCharacter : '' })
  }
}

function isShown(element: SourceElement): boolean {
  return element.namespace !== namespaces.word
}

function readRun(run: SourceElement, around: Around, items: LineItem[]): void {
  for (const node of run.children) {
    if (!isElement(node) || isWordElement(node, 'rPr')) continue
    if (isWordElement(node, 't', 'delText')) {
      const text = node.children.filter((piece) => typeof piece === 'string').join('')
      for (const shown of text) items.push({ ...around, run, node, shown })
    } else items.push({ ...around, run, node, shown: shownAs(node) })
  }
}

function shownAs(node: SourceElement): string {
  if (node.namespace !== namespaces.word) return objectCharacter
  switch (node.name) {
    case 'tab':
    case 'ptab':
      return '\t'
    case 'noBreakHyphen':
      return '-'
    case 'cr':
      return '\n'
    case 'br':
      return attributeOf(node, 'type') === 'page' ? '\f' : '\n'
    case 'drawing':
    case 'pict':
    case 'object':
    case 'sym':
    case 'footnoteReference':
    case 'endnoteReference':
    case 'contentPart':
      return objectCharacter
    default:
      return ''
  }
}

/** Run properties of an item. */
export function propertiesOf(item: LineItem | undefined): SourceElement | undefined {
  return sourceChild(item?.run, 'rPr')
}

export function isText(node: SourceNode): boolean {
  return isWordElement(node, 't', 'delText')
}
