import type { HeadingLevel, ListMarker, SectionKind } from './schema.ts'

/** What one printed line is in a report. Offsets are within the line. */
export interface LineStructure {
  role: 'blank' | 'title' | 'meeting' | 'speaker' | 'date' | 'salutation' | 'heading' | 'list-item' | 'body'
  /** Headings only. */
  level?: HeadingLevel
  marker?: ListMarker
  /** End of the printed number (一、 or （一）), blanks after it included. */
  labelEnd?: number
  /** End of the title sentence where title and body share the line. */
  leadEnd?: number
  /** Section that opens with this line. */
  opens?: SectionKind
  /** Section the line stands in. */
  section: SectionKind | null
  /** The sentence goes on in the next line: a copy from a PDF broke it. */
  brokenAfter?: true
}
