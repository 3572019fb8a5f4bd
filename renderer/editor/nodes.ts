import { Node } from 'slate'
import {
  isLineBlock,
  type Block,
  type Heading,
  type LineBlock,
  type NoteReference,
  type OpaqueInline,
  type Paragraph,
  type Table,
  type TableCell,
  type TableRow,
} from '../../shared/report/schema.ts'

/** Types that may stand at the top level of a body. */
const blockTypes: ReadonlySet<string> = new Set<Block['type']>([
  'title',
  'meeting',
  'speaker',
  'salutation',
  'heading',
  'paragraph',
  'list-item',
  'table',
  'page-break',
  'opaque',
])

export const isBlockType = (type: string): boolean => blockTypes.has(type)

export const isOfType = (node: Node, type: string): boolean => Node.isElement(node) && node.type === type

export const isTable = (node: Node): node is Table => isOfType(node, 'table')
export const isRow = (node: Node): node is TableRow => isOfType(node, 'table-row')
export const isCell = (node: Node): node is TableCell => isOfType(node, 'table-cell')
export const isHeading = (node: Node): node is Heading => isOfType(node, 'heading')
export const isParagraph = (node: Node): node is Paragraph => isOfType(node, 'paragraph')
export const isNote = (node: Node): node is NoteReference => isOfType(node, 'note')

export function isInlineVoid(node: Node): node is NoteReference | OpaqueInline {
  return isOfType(node, 'note') || isOfType(node, 'opaque-inline')
}

export function isLine(node: Node): node is LineBlock {
  return Node.isElement(node) && isLineBlock(node)
}
