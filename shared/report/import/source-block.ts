import type {
  Align,
  HeadingLevel,
  Inline,
  LineBlock,
  LineFormat,
  OpaqueBlock,
  PageBreak,
  ParagraphMark,
  Revision,
  Table,
} from '../schema.ts'

/** A paragraph as a file has it, its printed number at the head of its text, before anything is known of its role. */
export interface SourceLine {
  type: 'line'
  children: Inline[]
  align?: Align
  /** Level the file itself gives the paragraph (style, outline level, number of #). */
  level?: HeadingLevel
  /** The file itself calls the paragraph its title. */
  title?: true
  mark?: ParagraphMark
  /** What the paragraph was before its format was changed: its properties as XML, and what the model knows of them. */
  before?: { rev: Revision; xml: string; align: Align | undefined; level: HeadingLevel | undefined }
  /** The paragraph of the file that the line was read from. */
  from?: object
}

/** What a reader of a format hands on: lines to be understood, and blocks that are what they are. */
export type SourceBlock = SourceLine | Table | PageBreak | OpaqueBlock

/** The revisions of a line that became a block of this format; rejecting them makes it again what it was. */
export function lineRevisions(line: SourceLine, format: LineFormat): Pick<LineBlock, 'mark' | 'pFmt'> {
  const { mark, before } = line
  if (!before) return mark ? { mark } : {}
  const { rev, xml, align, level } = before
  const { align: _, ...kept } = format
  const other: LineFormat =
    level === line.level ? kept : level === undefined ? { type: 'paragraph' } : { type: 'heading', level, label: '' }
  const prev: LineFormat = { ...other, ...(align && align !== 'justify' ? { align } : {}), xml }
  return { ...(mark ? { mark } : {}), pFmt: { rev, prev } }
}
