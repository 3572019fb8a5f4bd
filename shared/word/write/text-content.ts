import { allowedInXml, escapeXml } from './xml.ts'

/** Line feeds and tabs inside a line are elements of their own. */
export function textContent(text: string): string {
  return allowedInXml(text)
    .split(/(\r\n?|\n|\t)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === '\t' ? '<w:tab/>' : /^[\r\n]/.test(piece) ? '<w:br/>' : textElement(piece)))
    .join('')
}

function textElement(text: string): string {
  const preserve = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''
  return `<w:t${preserve}>${escapeXml(text)}</w:t>`
}
