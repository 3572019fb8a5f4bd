import type { LineMark } from './line-marks.ts'
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

/** What the file itself says of a line: its level by style, or that it is the title. */
export type LineHint = HeadingLevel | 'title' | undefined

/** What a line says for itself, whatever stands around it. */
export interface TrimmedLine {
  /** As it was given. Handing this very string on spares comparing equal ones character by character. */
  line: string
  /** In simplified characters, blanks at both ends removed. */
  text: string
  /** The same with its blanks. */
  folded: string
  /** The number at its head; offsets are those of `folded`. */
  mark: LineMark | undefined
  isAnnexHeading: boolean
  /** A title that begins another report where it stands in the middle of a text. */
  opensReport: boolean
  /** The section that its words open, by the section that was open before: filled when it is asked for. */
  kinds: Map<SectionKind | null, SectionKind | undefined>
}

/** Lines by their text: a reader that is handed the same ones again reads only those that are new. */
export type LineCache = Map<string, TrimmedLine>

/** All lines of a text and what is known of them so far; the readers of roles and sections fill `structure`. */
export interface StructureContext {
  trimmed: TrimmedLine[]
  broken: boolean[]
  structure: LineStructure[]
  hints: readonly LineHint[]
}

export function isLevel(hint: LineHint): hint is HeadingLevel {
  return typeof hint === 'number'
}

const noLine: TrimmedLine = {
  line: '',
  text: '',
  folded: '',
  mark: undefined,
  isAnnexHeading: false,
  opensReport: false,
  kinds: new Map(),
}

export function lineAt(trimmed: readonly TrimmedLine[], index: number): TrimmedLine {
  return trimmed[index] ?? noLine
}
