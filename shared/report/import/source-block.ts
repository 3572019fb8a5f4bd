import type { Align, HeadingLevel, Inline, OpaqueBlock, PageBreak, Table } from '../schema.ts'

/** A paragraph as a file has it, its printed number at the head of its text, before anything is known of its role. */
export interface SourceLine {
  type: 'line'
  children: Inline[]
  align?: Align
  /** Level the file itself gives the paragraph (style, outline level, number of #). */
  level?: HeadingLevel
  /** The file itself calls the paragraph its title. */
  title?: true
}

/** What a reader of a format hands on: lines to be understood, and blocks that are what they are. */
export type SourceBlock = SourceLine | Table | PageBreak | OpaqueBlock
