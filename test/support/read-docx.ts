import { strFromU8, unzipSync } from 'fflate'

/** The parts of a Word file by path, as text. */
export function docxParts(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))
}

/** Text of every paragraph in the order of the file, found by pattern alone: independent of the product's reader and writer. */
export function docxParagraphs(bytes: Uint8Array): string[] {
  const document = docxParts(bytes).get('word/document.xml') ?? ''
  return [...document.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, content = '']) =>
    [...content.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>|<w:(?:foot|end)noteReference /g)]
      .map(([found, text, element]) =>
        element === 'tab'
          ? '\t'
          : element === 'br'
            ? '\n'
            : found.includes('Reference ')
              ? '\uFFFC'
              : decode(text ?? ''),
      )
      .join(''),
  )
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
