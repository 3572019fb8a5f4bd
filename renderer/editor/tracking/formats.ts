import type { LeafFormat, LineBlock, LineFormat, TextLeaf } from '../../../shared/report/schema.ts'

export const leafFormatKeys: ReadonlySet<string> = new Set<keyof LeafFormat>([
  'bold',
  'italic',
  'underline',
  'superscript',
  'lead',
  'xml',
])

/** What belongs to the words or to their review and not to how a line looks. */
const besideFormat: ReadonlySet<string> = new Set(['children', 'mark', 'pFmt'])

/** Work on a section is not a change of the text: its state, and the advice of a template, are not recorded. */
const unrecorded: ReadonlySet<string> = new Set([...besideFormat, 'section', 'state', 'guidance'])

export const isRecordedOfLine = (key: string): boolean => !unrecorded.has(key)

/** All properties of a line that a rejection has to bring back. */
export function lineFormat(line: LineBlock): LineFormat {
  return Object.fromEntries(Object.entries(line).filter(([key]) => !besideFormat.has(key))) as LineFormat
}

export function leafFormat(leaf: TextLeaf): LeafFormat {
  return Object.fromEntries(Object.entries(leaf).filter(([key]) => leafFormatKeys.has(key)))
}

const ofReview: ReadonlySet<string> = new Set(['text', 'ins', 'del', 'fmt', 'comments', 'points'])

/** What new words take over from a leaf: how it looks and what it stands for, none of its revisions and comments. */
export function looksOf(leaf: Partial<TextLeaf>): Partial<TextLeaf> {
  return Object.fromEntries(Object.entries(leaf).filter(([key]) => !ofReview.has(key)))
}

export function isSame(a: object, b: object): boolean {
  return sorted(a) === sorted(b)
}

function sorted(value: object): string {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
