import { strFromU8 } from 'fflate'

/** The words of every page, whichever way the file begins one; a page without words is none. */
export function printedPages(parts: ReadonlyMap<string, Uint8Array>): string[] {
  return strFromU8(parts.get('word/document.xml') ?? new Uint8Array())
    .split(/<w:pageBreakBefore\/>|<w:br w:type="page"\/>/)
    .map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(''))
    .filter((words) => words.trim() !== '')
}

/** The words of every paragraph of a Word file as anybody reads them who opens it; empty ones are left out. */
export function printedParagraphs(parts: ReadonlyMap<string, Uint8Array>): string[] {
  return strFromU8(parts.get('word/document.xml') ?? new Uint8Array())
    .split(/<w:p[ >]/)
    .slice(1)
    .map((one) =>
      [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([, words]) => words)
        .join('')
        .replaceAll('&quot;', '"'),
    )
    .filter((words) => words.trim() !== '')
}
