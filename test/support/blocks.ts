import {
  currentFormat,
  type Block,
  type Heading,
  type HeadingLevel,
  type Inline,
  type ListItem,
  type ListMarker,
  type Note,
  type NoteReference,
  type PageBreak,
  type Paragraph,
  type Report,
  type Table,
  type TableCell,
} from '../../shared/report/schema.ts'
import { reportMeta } from './report-meta.ts'

/** Blocks in one line each, for tests of printing. A string stands for one leaf. */
type Content = string | Inline[]

export const leaves = (content: Content): Inline[] => (typeof content === 'string' ? [{ text: content }] : content)

export const line = <Type extends 'title' | 'meeting' | 'speaker' | 'salutation'>(
  type: Type,
  content: Content,
): { type: Type; children: Inline[] } => ({ type, children: leaves(content) })

export const heading = (level: HeadingLevel, content: Content, more: Partial<Heading> = {}): Heading => ({
  type: 'heading',
  level,
  children: leaves(content),
  ...more,
})

export const paragraph = (content: Content, more: Partial<Paragraph> = {}): Paragraph => ({
  type: 'paragraph',
  children: leaves(content),
  ...more,
})

export const item = (marker: ListMarker, content: Content, more: Partial<ListItem> = {}): ListItem => ({
  type: 'list-item',
  marker,
  children: leaves(content),
  ...more,
})

export const cell = (content: Content, more: Partial<TableCell> = {}): TableCell => ({
  type: 'table-cell',
  children: [paragraph(content)],
  ...more,
})

/** Rows of cells; the first row is a head when `header` is set. */
export const table = (rows: TableCell[][], more: Partial<Table> & { header?: true } = {}): Table => {
  const { header, ...rest } = more
  return {
    type: 'table',
    children: rows.map((children, index) => ({
      type: 'table-row',
      children,
      ...(header && index === 0 ? { header } : {}),
    })),
    ...rest,
  }
}

export const pageBreak: PageBreak = { type: 'page-break', children: [{ text: '' }] }

export const noteMark = (note: string): NoteReference => ({ type: 'note', note, children: [{ text: '' }] })

export function reportOf(body: Block[], notes: Record<string, Note> = {}): Report {
  return {
    format: currentFormat,
    id: 'test',
    meta: reportMeta(),
    body,
    notes,
    checks: { ignored: [] },
  }
}
