import type { RenderElementProps } from 'slate-react'
import { LineElement } from './LineElement.tsx'
import { TableCellElement, TableElement, TableRowElement } from './TableElement.tsx'
import { NoteElement, OpaqueElement, OpaqueInlineElement, PageBreakElement } from './VoidElements.tsx'

export function ReportElementView({ element, ...rest }: RenderElementProps) {
  switch (element.type) {
    case 'table':
      return <TableElement element={element} {...rest} />
    case 'table-row':
      return <TableRowElement element={element} {...rest} />
    case 'table-cell':
      return <TableCellElement element={element} {...rest} />
    case 'page-break':
      return <PageBreakElement element={element} {...rest} />
    case 'opaque':
      return <OpaqueElement element={element} {...rest} />
    case 'note':
      return <NoteElement element={element} {...rest} />
    case 'opaque-inline':
      return <OpaqueInlineElement element={element} {...rest} />
    case 'title':
    case 'meeting':
    case 'speaker':
    case 'salutation':
    case 'heading':
    case 'paragraph':
    case 'list-item':
      return <LineElement element={element} {...rest} />
  }
}
