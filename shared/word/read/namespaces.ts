/** Namespaces of WordprocessingML by the names used in this room (ECMA-376 part 1, annex A). */
export const namespaces = {
  word: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  packageRelationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
  compatibility: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  math: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
} as const

const strict = 'http://purl.oclc.org/ooxml/'

/** Strict files (ISO/IEC 29500-1) give other names to the same things. */
const strictNames: Record<string, string> = {
  'wordprocessingml/main': namespaces.word,
  'officeDocument/relationships': namespaces.relationships,
  'officeDocument/math': namespaces.math,
}

export function transitional(uri: string): string {
  return uri.startsWith(strict) ? (strictNames[uri.slice(strict.length)] ?? uri) : uri
}
