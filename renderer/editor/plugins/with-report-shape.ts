import { Node, Transforms, type Element, type NodeEntry } from 'slate'
import {
  isLineBlock,
  type Paragraph,
  type Table,
  type TableCell,
  type TextLeaf,
} from '../../../shared/report/schema.ts'
import { isBlockType, isCell, isInlineVoid, isRow, isTable } from '../nodes.ts'
import type { ReportEditor } from '../slate-types.ts'

/** Keeps the value a body of `schema.ts`, whatever was typed, pasted or undone: never empty, lines, tables and voids in their places. */
export function withReportShape(editor: ReportEditor): ReportEditor {
  const { normalizeNode, isInline, isVoid, getSplitProperties } = editor

  editor.isInline = (element) => isInlineVoid(element) || isInline(element)
  editor.isVoid = (element) =>
    isInlineVoid(element) || element.type === 'page-break' || element.type === 'opaque' || isVoid(element)

  editor.getSplitProperties = (node, path) => {
    const properties = getSplitProperties(node, path)
    if (!Node.isElement(node)) return properties
    // What opens a section or was printed as a number belongs to the first half alone.
    return Object.fromEntries(Object.entries(properties).filter(([key]) => !ofFirstHalf.has(key)))
  }

  editor.normalizeNode = (entry, options) => {
    if (!repair(editor, entry)) normalizeNode(entry, options)
  }

  return editor
}

const ofFirstHalf: ReadonlySet<string> = new Set(['section', 'state', 'guidance', 'label'])

/** Makes at most one repair: Slate visits the node again until nothing is left to repair. */
function repair(editor: ReportEditor, [node, path]: NodeEntry): boolean {
  if (Node.isEditor(node)) return repairBody(editor)
  if (!Node.isElement(node)) return false
  if (isTable(node)) return repairTable(editor, node, path)
  if (isRow(node)) return repairRow(editor, node.children, path)
  if (isCell(node)) return repairCell(editor, node, path)
  if (isLineBlock(node)) return repairLine(editor, node, path)
  return false
}

function repairBody(editor: ReportEditor): boolean {
  if (editor.children.length === 0) {
    Transforms.insertNodes(editor, emptyParagraph(), { at: [0] })
    return true
  }
  for (const [index, child] of editor.children.entries()) {
    if (Node.isText(child) || isInlineVoid(child)) {
      Transforms.wrapNodes(editor, { type: 'paragraph', children: [] }, { at: [index] })
      return true
    }
    if (!isBlockType(child.type)) {
      Transforms.unwrapNodes(editor, { at: [index] })
      return true
    }
  }
  // Nothing but page breaks and the like would leave the caret no place to write.
  if (editor.children.every((child) => editor.isVoid(child as Element))) {
    Transforms.insertNodes(editor, emptyParagraph(), { at: [editor.children.length] })
    return true
  }
  return false
}

/** A line holds text and inline voids; a block inside it gives its text to the line. */
function repairLine(editor: ReportEditor, line: Element, path: number[]): boolean {
  let onlyLead = true
  for (const [index, child] of line.children.entries()) {
    const at = [...path, index]
    if (!Node.isText(child)) {
      onlyLead = false
      if (isInlineVoid(child)) continue
      Transforms.unwrapNodes(editor, { at })
      return true
    }
    const lost = lostProperties(child, onlyLead)
    if (lost.length > 0) {
      Transforms.unsetNodes(editor, lost, { at })
      return true
    }
    onlyLead &&= child.lead === true || child.text === ''
  }
  return false
}

/** An emptied leaf is no field, and nothing is pending on it;  a title sentence can only stand at the start of its line. */
function lostProperties(leaf: TextLeaf, atStart: boolean): string[] {
  const lost: string[] = []
  if (leaf.text === '') lost.push(...ofWords.filter((key) => key in leaf))
  if (!atStart && leaf.lead) lost.push('lead')
  return lost
}

const ofWords: readonly string[] = ['field', 'indicator', 'ins', 'del', 'fmt', 'comments', 'points']

function repairTable(editor: ReportEditor, table: Table, path: number[]): boolean {
  for (const [index, child] of (table.children as Node[]).entries()) {
    if (Node.isElement(child) && isRow(child)) continue
    Transforms.removeNodes(editor, { at: [...path, index] })
    return true
  }
  if (table.children.length === 0) {
    Transforms.removeNodes(editor, { at: path })
    return true
  }
  return padShortRow(editor, table, path)
}

/** Rows that lost a cell get an empty one; a table with joined cells keeps the shape it was imported with. */
function padShortRow(editor: ReportEditor, table: Table, path: number[]): boolean {
  const joined = table.children.some((row) => row.children.some((cell) => cell.colSpan ?? cell.rowSpan))
  if (joined) return false
  const width = Math.max(...table.children.map((row) => row.children.length))
  for (const [index, row] of table.children.entries()) {
    if (row.children.length === 0 || row.children.length === width) continue
    Transforms.insertNodes(editor, emptyCell(), { at: [...path, index, row.children.length] })
    return true
  }
  return false
}

function repairRow(editor: ReportEditor, cells: readonly Node[], path: number[]): boolean {
  for (const [index, child] of cells.entries()) {
    if (Node.isElement(child) && isCell(child)) continue
    Transforms.removeNodes(editor, { at: [...path, index] })
    return true
  }
  if (cells.length > 0) return false
  Transforms.removeNodes(editor, { at: path })
  return true
}

/** A cell holds paragraphs alone: a heading in it would be counted and printed with a number. */
function repairCell(editor: ReportEditor, cell: TableCell, path: number[]): boolean {
  if (cell.children.length === 0) {
    Transforms.insertNodes(editor, emptyParagraph(), { at: [...path, 0] })
    return true
  }
  for (const [index, child] of (cell.children as Node[]).entries()) {
    const at = [...path, index]
    if (Node.isText(child) || isInlineVoid(child)) {
      Transforms.wrapNodes(editor, { type: 'paragraph', children: [] }, { at })
      return true
    }
    if (!Node.isElement(child)) continue
    if (child.type !== 'paragraph') {
      if (isLineBlock(child)) makeParagraph(editor, child, at)
      else Transforms.unwrapNodes(editor, { at })
      return true
    }
  }
  return false
}

function makeParagraph(editor: ReportEditor, line: Element, at: number[]): void {
  const kept: ReadonlySet<string> = new Set(['type', 'children', 'align', 'mark', 'pFmt'])
  const own = Object.keys(line).filter((key) => !kept.has(key))
  Transforms.setNodes(editor, { type: 'paragraph' }, { at })
  if (own.length > 0) Transforms.unsetNodes(editor, own, { at })
}

function emptyParagraph(): Paragraph {
  return { type: 'paragraph', children: [{ text: '' }] }
}

function emptyCell(): TableCell {
  return { type: 'table-cell', children: [emptyParagraph()] }
}
