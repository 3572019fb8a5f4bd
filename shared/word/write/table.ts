import { noNumber } from '../../revisions/revised-numbers.ts'
import type { Align, Paragraph, Pending, Table } from '../../report/schema.ts'
import { lineRuns, type StoryWriters } from './runs.ts'
import { leadingHeaders, placeCells, tableColumns, usualAlign, type PlacedCell } from './table-grid.ts'

/**
 * A table over the whole text width with every width written: without them WPS lets a table collapse.
 * `breakBefore` puts it on a new page.
 */
export function tableXml(table: Table, textWidth: number, writers: StoryWriters, breakBefore: boolean): string {
  const grid = placeCells(table.children)
  const columns = tableColumns(table, textWidth)
  const headers = leadingHeaders(table.children)
  const rows = grid.map((cells, index) =>
    rowXml(cells, table.children[index] ?? {}, {
      columns,
      writers,
      header: index < headers,
      breakBefore: breakBefore && index === 0,
    }),
  )
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="ZgTable"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>' +
    `<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
  )
}

interface RowContext {
  columns: readonly number[]
  writers: StoryWriters
  header: boolean
  breakBefore: boolean
}

function rowXml(places: readonly PlacedCell[], pending: Pending, row: RowContext): string {
  const cells = places.map((place, index) => cellXml(place, row, row.breakBefore && index === 0))
  return `<w:tr><w:trPr><w:cantSplit/>${row.header ? '<w:tblHeader/>' : ''}${row.writers.review.row(pending)}</w:trPr>${cells.join('')}</w:tr>`
}

function cellXml({ column, span, merge, cell }: PlacedCell, row: RowContext, breakBefore: boolean): string {
  const width = row.columns.slice(column, column + span).reduce((sum, one) => sum + one, 0)
  const properties =
    `<w:tcW w:w="${width}" w:type="dxa"/>` +
    (span > 1 ? `<w:gridSpan w:val="${span}"/>` : '') +
    (merge ? `<w:vMerge w:val="${merge}"/>` : '') +
    '<w:vAlign w:val="center"/>' +
    row.writers.review.cell(cell?.cellRev)
  const paragraphs = cell?.children ?? [{ type: 'paragraph' as const, children: [{ text: '' }] }]
  const content = paragraphs.map((paragraph, index) =>
    cellParagraph(paragraph, cell?.align, row, breakBefore && index === 0),
  )
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.join('')}</w:tc>`
}

function cellParagraph(
  paragraph: Paragraph,
  cellAlign: Align | undefined,
  row: RowContext,
  breakBefore: boolean,
): string {
  const style = row.header ? 'ZgCellHead' : 'ZgCell'
  const align = paragraph.align ?? cellAlign ?? (row.header ? undefined : usualAlign(paragraph))
  const properties =
    `<w:pStyle w:val="${style}"/>` +
    (breakBefore ? '<w:pageBreakBefore/>' : '') +
    (align ? `<w:jc w:val="${align === 'justify' ? 'both' : align}"/>` : '') +
    row.writers.review.mark(paragraph.mark)
  return `<w:p><w:pPr>${properties}</w:pPr>${lineRuns(noNumber, paragraph.children, row.writers)}</w:p>`
}
