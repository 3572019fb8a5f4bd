import type { RenderElementProps } from 'slate-react'
import type { Table, TableCell, TableRow } from '../../../shared/report/schema.ts'

import { pendingClass } from './pending-class.ts'

type Props<Element> = Omit<RenderElementProps, 'element'> & { element: Element }

/** Text area of a page in twips: tables are drawn as a share of it. */
const textWidth = 8844

export function TableElement({ attributes, children, element }: Props<Table>) {
  const total = element.columns?.reduce((sum, width) => sum + width, 0) ?? textWidth
  return (
    <div {...attributes} className="zg-table">
      <table style={{ width: `${Math.min(100, (total / textWidth) * 100)}%` }}>
        {element.columns && (
          <colgroup>
            {element.columns.map((width, index) => (
              <col key={index} style={{ width: `${(width / total) * 100}%` }} />
            ))}
          </colgroup>
        )}
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

export function TableRowElement({ attributes, children, element }: Props<TableRow>) {
  return (
    <tr {...attributes} className={`zg-row${element.header ? ' zg-row-header' : ''}${pendingClass(element)}`}>
      {children}
    </tr>
  )
}

export function TableCellElement({ attributes, children, element }: Props<TableCell>) {
  return (
    <td
      {...attributes}
      className={element.align ? `zg-cell zg-align-${element.align}` : 'zg-cell'}
      colSpan={element.colSpan}
      rowSpan={element.rowSpan}
    >
      {children}
    </td>
  )
}
