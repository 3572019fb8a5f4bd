import type { FileParts } from '../report-files.ts'

/** The part of a report file that holds the Word file it was imported from, as it was. */
export const sourcePart = 'source.docx'

/** Larger sources are not kept: a report file has to stay below the limits of what can be opened. */
const largestSource = 30 * 1024 * 1024

export function keptSource(bytes: Uint8Array): FileParts {
  return bytes.length <= largestSource ? { [sourcePart]: bytes } : {}
}
