import { strFromU8 } from 'fflate'

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
