import type { ReactNode } from 'react'
import type { LineBlock, Table, TableRow } from '../../shared/report/schema.ts'
import type { PagePreset } from '../../shared/templates/templates.ts'
import { textWidth } from '../../shared/word/write/page-layout.ts'
import { leadingHeaders, tableColumns, usualAlign } from '../../shared/word/write/table-grid.ts'

interface Properties {
  table: Table
  preset: PagePreset
  className: string
  inlines: (line: LineBlock) => ReactNode
}

/** Rows marked as heads repeat on each page, and no row is cut in two. */
export function PrintedTable({ table, preset, className, inlines }: Properties): ReactNode {
  const heads = leadingHeaders(table.children)
  const row = (one: TableRow, index: number, head: boolean): ReactNode => (
    <tr key={index} className={one.del ? 'zg-row-deleted' : one.ins ? 'zg-row-inserted' : undefined}>
      {one.children.map((cell, at) => (
        <td key={at} colSpan={cell.colSpan} rowSpan={cell.rowSpan}>
          {cell.children.map((paragraph, line) => (
            <p
              key={line}
              style={{ textAlign: paragraph.align ?? cell.align ?? (head ? 'center' : usualAlign(paragraph)) }}
            >
              {inlines(paragraph)}
            </p>
          ))}
        </td>
      ))}
    </tr>
  )
  return (
    <table className={`zg-table ${className}`.trim()}>
      <colgroup>
        {tableColumns(table, textWidth(preset)).map((width, index) => (
          // Shares of the table, which is a little narrower than the text; fixed widths would push its last border out.
          <col key={index} style={{ width: `${(width / textWidth(preset)) * 100}%` }} />
        ))}
      </colgroup>
      {heads > 0 && <thead>{table.children.slice(0, heads).map((one, index) => row(one, index, true))}</thead>}
      <tbody>{table.children.slice(heads).map((one, index) => row(one, index, false))}</tbody>
    </table>
  )
}
