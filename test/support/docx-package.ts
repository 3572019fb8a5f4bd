import { zipSync, type Zippable } from 'fflate'

/** Parts of a Word file of one's own; what is left out is made up so that the file can be read. */
export interface DocxParts {
  /** Content of `w:body`. */
  body: string
  /** Content of `w:styles`, `w:numbering`, `w:footnotes`, `w:endnotes`, `w:comments`. */
  styles?: string
  numbering?: string
  footnotes?: string
  endnotes?: string
  comments?: string
  /** Relationships of the document besides those to the parts above. */
  relationships?: string
  /** Further parts by name. */
  more?: Record<string, string>
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export const documentNamespaces = [
  `xmlns:w="${word}"`,
  `xmlns:r="${office}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

export function docxEntries(parts: DocxParts): Record<string, string> {
  const kinds = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const
  const present = kinds.filter((kind) => parts[kind] !== undefined)
  const related = present.map(
    (kind, index) => `<Relationship Id="own${index}" Type="${office}/${kind}" Target="${kind}.xml"/>`,
  )
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationships(
      `<Relationship Id="main" Type="${office}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': `${declaration}<w:document ${documentNamespaces}><w:body>${parts.body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(related.join('') + (parts.relationships ?? '')),
    ...Object.fromEntries(
      present.map((kind) => [
        `word/${kind}.xml`,
        `${declaration}<w:${kind} ${documentNamespaces}>${parts[kind] ?? ''}</w:${kind}>`,
      ]),
    ),
    ...parts.more,
  }
}

export function docx(parts: DocxParts): Uint8Array {
  return zipOf(docxEntries(parts))
}

export function zipOf(entries: Record<string, string>): Uint8Array {
  const zippable: Zippable = {}
  for (const [name, text] of Object.entries(entries)) zippable[name] = new TextEncoder().encode(text)
  return zipSync(zippable, { mtime: new Date(1980, 0, 1) })
}

export function relationships(content: string): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
}

/** `w:p` with one run of the text, its properties before it. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`
}

export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}
