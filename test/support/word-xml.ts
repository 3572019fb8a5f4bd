import { docxEntries, p, r, type DocxParts } from './docx-package.ts'

/** Pieces of Word documents with revisions by 周书记 and 林镇长, in a line each. */

export const by = (author: string, id: number, more = ''): string =>
  `w:id="${id}" w:author="${author}" w:date="2026-01-05T10:30:00Z"${more}`
export const zhou = (id: number): string => by('周书记', id)
export const lin = (id: number): string => by('林镇长', id)
export const ins = (text: string, who: string): string => `<w:ins ${who}>${r(text)}</w:ins>`
export const gone = (text: string): string => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`
export const del = (text: string, who: string): string => `<w:del ${who}>${gone(text)}</w:del>`
export const mark = (name: string, who: string): string => `<w:rPr><w:${name} ${who}/></w:rPr>`
export const para = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
export const width = '<w:tcW w:w="2000" w:type="dxa"/>'
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${width}${properties}</w:tcPr>${content}</w:tc>`
export const row = (cells: string, properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`
export const table = (rows: string, columns = 2, properties = '', grid = ''): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>${properties}</w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(columns)}${grid}</w:tblGrid>${rows}</w:tbl>`
export const size = '<w:pgSz w:w="11906" w:h="16838"/>'
export const section = `<w:sectPr>${size}</w:sectPr>`
export const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
export const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`
export const goneCode = (text: string): string =>
  `<w:r><w:delInstrText xml:space="preserve">${text}</w:delInstrText></w:r>`
export const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
export const commentStart = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`
export const commentEnd = (id: number): string => `<w:commentRangeEnd w:id="${id}"/>${reference('comment', id)}`
export const comment = (id: number, text: string, author = '周书记'): string =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2026-01-05T10:30:00Z" w:initials="周">${p(text)}</w:comment>`
export const noteEdges = (kind: string): string =>
  `<w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}><w:${kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:${kind}>`

export const box = (content: string, id = 1): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="600000"/><wp:docPr id="${id}" name="文本框 ${id}"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="s${id}" style="width:140pt;height:47pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

export const utc =
  ' xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du" w16du:dateUtc="2026-01-05T02:30:00Z"'
export const from = (id: number, name: string): string => `<w:moveFromRangeStart ${zhou(id)} w:name="${name}"/>`
export const to = (id: number, name: string): string => `<w:moveToRangeStart ${zhou(id)} w:name="${name}"/>`

const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const kinds = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const

/** A whole Word file that any program takes; `headers` by the name of their part without its ending. */
export function wordFile(parts: DocxParts, headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  const body = parts.body.includes('<w:sectPr', parts.body.lastIndexOf('</w:p>')) ? parts.body : parts.body + section
  const entries = docxEntries({ ...parts, body })
  const names = ['document.main', ...kinds.filter((kind) => parts[kind] !== undefined)]
  const overrides = names.map((name) => partType(name.replace('.main', ''), name))
  const opening = /<w:document ([^>]*)>/.exec(entries['word/document.xml'] ?? '')?.[1] ?? ''
  for (const [name, content] of Object.entries(headers)) {
    entries[`word/${name}.xml`] = `<w:hdr ${opening}>${content}</w:hdr>`
    overrides.push(partType(name, 'header'))
  }
  entries['[Content_Types].xml'] =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  return entries
}

function partType(name: string, kind: string): string {
  return `<Override PartName="/word/${name}.xml" ContentType="${types}.${kind}+xml"/>`
}

export function bytesOf(entries: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(entries).map(([name, text]) => [name, new TextEncoder().encode(text)]))
}
