/**
 * Characters (UTF-16 units) of the longest paragraph that is checked. Reports of a province that a PDF copy has run together
 * into one line have half of it; beyond it the patterns of the rules would take minutes.
 */
export const longestParagraph = 60_000
