/**
 * A paragraph of prose holds a handful of slips; one that holds more is no prose, and each finding costs a look at its
 * sentence, which may be the whole paragraph.
 */
export const mostInParagraph = 20
