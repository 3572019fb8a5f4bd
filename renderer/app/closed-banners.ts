import type { MissingFont } from '../../shared/word/write/fonts.ts'

const ofFonts = 'missingFonts'

/** One banner for each set of missing fonts: once closed it comes back only when the set changes. */
export function fontsBanner(missing: readonly MissingFont[]): string {
  return [ofFonts, ...missing.map(({ font }) => font)].join('|')
}

/** What was closed for a report is closed for that report; fonts and the database are missing on the computer. */
export function stillClosed(closed: readonly string[]): string[] {
  return closed.filter((id) => id.startsWith(ofFonts) || id === 'ledgerUnkept')
}
