import { inlineLength } from '../../report/inlines.ts'
import { lineRevisions, type SourceBlock } from '../../report/import/source-block.ts'
import {
  highestCell,
  widestCell,
  type Paragraph,
  type Table,
  type TableCell,
  type TableRow,
} from '../../report/schema.ts'
import type { StoryContext } from './story-context.ts'
import { child, countOf, elements, isOn, isWord, valueOf, type XmlElement } from './xml-tree.ts'

/** Reads the blocks of a cell. */
export type ReadCell = (cell: XmlElement) => SourceBlock[]

/** A table with its merged cells; undefined where no row is left after the revisions. */
export function readTable(table: XmlElement, context: StoryContext, readCell: ReadCell): Table | undefined {
  for (const name of ['tblPr', 'tblGrid']) context.revisions.kept(child(table, name))
  const rows: TableRow[] = []
  /** Cells that go on downwards, by grid column. */
  const open = new Map<number, TableCell>()
  for (const row of inside(table, 'tr')) {
    const properties = child(row, 'trPr')
    context.revisions.kept(properties)
    for (const inner of elements(row)) if (isWord(inner, 'tblPrEx')) context.revisions.kept(inner)
    const pending = context.revisions.marks(properties)
    const cells = readCells(row, { open, context, readCell })
    if (cells.length === 0) continue
    const found: TableRow = { type: 'table-row', ...pending, children: cells }
    context.origins.set(found, [row])
    if (isOn(properties, 'tblHeader')) found.header = true
    rows.push(found)
  }
  if (rows.length === 0) return undefined
  const columns = elements(child(table, 'tblGrid'))
    .filter((element) => isWord(element, 'gridCol'))
    .map((element) => countOf(element.attributes['w'], 0, widestColumn))
  const widths = columns.length > 0 && columns.every((width) => width >= 1)
  return { type: 'table', ...(widths ? { columns } : {}), children: rows }
}

/** Rows and cells may stand in content controls. */
function inside(holder: XmlElement, name: string): XmlElement[] {
  return elements(holder).flatMap((element) => {
    if (isWord(element, name)) return [element]
    return ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'del', 'moveFrom'].some((wrapper) =>
      isWord(element, wrapper),
    )
      ? inside(element, name)
      : []
  })
}

/** Word itself makes no more columns, and no page is wider than 22 inches (in twips). */
const mostColumns = 63
const widestColumn = 31_680

interface TableState {
  open: Map<number, TableCell>
  context: StoryContext
  readCell: ReadCell
}

function readCells(row: XmlElement, { open, context, readCell }: TableState): TableCell[] {
  const cells: TableCell[] = []
  let column = countOf(valueOf(child(row, 'trPr'), 'gridBefore'), 0, mostColumns)
  if (column > 0) cells.push(cell(column, []))
  let beside: TableCell | undefined
  for (const element of inside(row, 'tc')) {
    const own = child(element, 'tcPr')
    context.revisions.kept(own)
    const cellRev = readCellRevision(own, context)
    const span = countOf(valueOf(own, 'gridSpan'), 1, mostColumns)
    const paragraphs = readCell(element).flatMap((block) => cellParagraphs(block, context))
    const vertical = child(own, 'vMerge')
    const above = open.get(column)
    if (vertical && vertical.attributes['val'] !== 'restart' && above && (above.rowSpan ?? 1) < highestCell) {
      goOn(above, paragraphs, 'rowSpan')
    } else if (valueOf(own, 'hMerge') === 'continue' && beside && (beside.colSpan ?? 1) < widestCell) {
      goOn(beside, paragraphs, 'colSpan')
    } else {
      const fresh = { ...cell(span, paragraphs), ...(cellRev ? { cellRev } : {}) }
      context.origins.set(fresh, [element])
      cells.push(fresh)
      beside = fresh
      if (vertical) open.set(column, fresh)
      else open.delete(column)
    }
    column += span
  }
  return cells
}

const cellRevisions = { cellIns: 'ins', cellDel: 'del', cellMerge: 'merge' } as const

function readCellRevision(properties: XmlElement | undefined, { revisions }: StoryContext): TableCell['cellRev'] {
  for (const [name, kind] of Object.entries(cellRevisions)) {
    const found = child(properties, name)
    if (found) return { kind, rev: revisions.read(found) }
  }
  return undefined
}

function cell(span: number, paragraphs: Paragraph[]): TableCell {
  const children: Paragraph[] = paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph', children: [{ text: '' }] }]
  return { type: 'table-cell', ...(span > 1 ? { colSpan: span } : {}), children }
}

/** The cell covers one place more; words that its continuation holds are not lost. */
function goOn(target: TableCell, paragraphs: readonly Paragraph[], direction: 'rowSpan' | 'colSpan'): void {
  target[direction] = (target[direction] ?? 1) + 1
  target.children.push(...paragraphs.filter((paragraph) => inlineLength(paragraph.children) > 0))
}

/** Cells hold paragraphs alone: a table inside one is read cell by cell, a break is left out. */
function cellParagraphs(block: SourceBlock, context: StoryContext): Paragraph[] {
  switch (block.type) {
    case 'line': {
      const paragraph: Paragraph = {
        type: 'paragraph',
        children: block.children,
        ...(block.align && block.align !== 'justify' ? { align: block.align } : {}),
        ...lineRevisions(block, { type: 'paragraph' }),
      }
      context.origins.set(paragraph, [block.from as XmlElement])
      return [paragraph]
    }
    case 'table':
      context.tally.nestedTables++
      return block.children
        .flatMap((row) => row.children.flatMap((inner) => inner.children))
        .filter((paragraph) => inlineLength(paragraph.children) > 0)
    case 'opaque':
      return block.words === undefined
        ? [
            {
              type: 'paragraph',
              children: [
                { text: '' },
                { type: 'opaque-inline', xml: block.xml, label: block.label, children: [{ text: '' }] },
                { text: '' },
              ],
            },
          ]
        : [{ type: 'paragraph', children: [{ text: block.words }] }]
    case 'page-break':
      return []
  }
}
