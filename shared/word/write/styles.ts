import { gapStyle } from '../gap-style.ts'
import type { PagePreset } from '../../templates/templates.ts'
import { cellSize, titleSize } from './page-layout.ts'
import { escapeXml, rootAttributes, xmlHead } from './xml.ts'

/** Named styles of every block (GB/T 9704-2012, 7.3): a clerk changes one of them and the whole report follows. */
export function stylesXml(preset: PagePreset, withComments = false): string {
  const { fonts, size, line } = preset
  const body = { font: fonts.body, size, spacing: line.spacing }
  const cell = { pitch: { line: 320, rule: 'atLeast' }, spacing: 0, size: cellSize(preset) } as const
  const styles = [
    paragraphStyle({ id: 'Normal', name: 'Normal', isDefault: true, pitch: exact(line.pitch), jc: 'both', ...body }),
    paragraphStyle({
      id: 'Title',
      name: 'Title',
      next: 'ZgSubtitle',
      keepNext: true,
      jc: 'center',
      font: fonts.title,
      size: titleSize(preset),
      spacing: 0,
      plain: true,
    }),
    paragraphStyle({ id: 'ZgSubtitle', name: '政稿会议', keepNext: true, jc: 'center', font: fonts.subtitle }),
    heading(1, fonts.heading1),
    heading(2, fonts.heading2),
    heading(3, fonts.body),
    heading(4, fonts.body),
    paragraphStyle({ id: 'ZgBody', name: '政稿正文', indent: preset.size }),
    paragraphStyle({ id: 'ZgListItem', name: '政稿列表', basedOn: 'ZgBody' }),
    paragraphStyle({ id: 'ZgSalutation', name: '政稿称呼', next: 'ZgBody' }),
    paragraphStyle({ id: 'ZgAnnex', name: '政稿附件', font: fonts.heading1, jc: 'left', outline: 0 }),
    paragraphStyle({ id: 'ZgClassification', name: '政稿密级', font: fonts.heading1, jc: 'left' }),
    paragraphStyle({ id: 'ZgCell', name: '政稿表格文字', ...cell }),
    paragraphStyle({ id: 'ZgCellHead', name: '政稿表头', basedOn: 'ZgCell', font: fonts.heading1, jc: 'center' }),
    paragraphStyle({
      id: 'ZgPageNumber',
      name: '政稿页码',
      pitch: exact(280),
      font: fonts.pageNumber,
      size: 28,
      spacing: 0,
    }),
    paragraphStyle({ id: 'ZgGap', name: gapStyle, pitch: exact(20), size: 2, spacing: 0 }),
    paragraphStyle({ id: 'FootnoteText', name: 'footnote text', pitch: exact(320), size: 21, spacing: 0 }),
    paragraphStyle({ id: 'EndnoteText', name: 'endnote text', pitch: exact(320), size: 21, spacing: 0 }),
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    characterStyle('ZgLead1', '政稿段首句一', fontSlots(fonts.heading1)),
    characterStyle('ZgLead', '政稿段首句二', fontSlots(fonts.heading2)),
    characterStyle('ZgLead3', '政稿段首句三', fontSlots(fonts.body)),
    characterStyle('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
    characterStyle('EndnoteReference', 'endnote reference', '<w:vertAlign w:val="superscript"/>'),
    ...(withComments ? commentStyles() : []),
    tableStyles,
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>',
  ]
  return `${xmlHead}<w:styles ${rootAttributes}>${defaults(preset)}${styles.join('')}</w:styles>`
}

/** Word's own styles for the bubbles beside the text. */
function commentStyles(): string[] {
  return [
    paragraphStyle({ id: 'CommentText', name: 'annotation text', pitch: exact(320), size: 21, spacing: 0, jc: 'left' }),
    characterStyle('CommentReference', 'annotation reference', '<w:sz w:val="21"/><w:szCs w:val="21"/>'),
  ]
}

interface Pitch {
  line: number
  rule: 'exact' | 'atLeast'
}

const exact = (line: number): Pitch => ({ line, rule: 'exact' })

interface ParagraphStyle {
  id: string
  name: string
  isDefault?: true
  basedOn?: string
  next?: string
  keepNext?: true
  pitch?: Pitch
  /** First line two characters in, for this body size in half points. */
  indent?: number
  jc?: 'both' | 'left' | 'center'
  outline?: number
  font?: string
  size?: number
  spacing?: number
  /** Says explicitly what the built-in style of the same name would otherwise add: bold, italic, blue. */
  plain?: true
}

/** The Title and Heading styles of Word are blue, bold and spaced: everything they set is set back. */
function heading(level: 1 | 2 | 3 | 4, font: string): string {
  return paragraphStyle({
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'ZgBody',
    next: 'ZgBody',
    ...(level <= 2 ? { keepNext: true as const } : {}),
    outline: level - 1,
    font,
    plain: true,
  })
}

/** Children in the order of CT_Style, CT_PPrBase and CT_RPr (ECMA-376 part 1, 17.7.4.17, 17.3.1.26, 17.3.2.28). */
function paragraphStyle(style: ParagraphStyle): string {
  const head =
    `<w:style w:type="paragraph"${style.isDefault ? ' w:default="1"' : ''} w:styleId="${style.id}"${isOwn(style.id) ? ' w:customStyle="1"' : ''}>` +
    `<w:name w:val="${style.name}"/>` +
    (style.isDefault ? '' : `<w:basedOn w:val="${style.basedOn ?? 'Normal'}"/>`) +
    (style.next ? `<w:next w:val="${style.next}"/>` : '') +
    '<w:qFormat/>'
  const paragraph =
    (style.keepNext ? '<w:keepNext/>' : '') +
    '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>' +
    (style.pitch
      ? `<w:spacing w:before="0" w:after="0" w:line="${style.pitch.line}" w:lineRule="${style.pitch.rule}"/>`
      : '') +
    (style.indent ? `<w:ind w:firstLineChars="200" w:firstLine="${style.indent * 20}"/>` : '') +
    (style.jc ? `<w:jc w:val="${style.jc}"/>` : '') +
    (style.outline === undefined ? '' : `<w:outlineLvl w:val="${style.outline}"/>`)
  const run =
    (style.font ? fontSlots(style.font) : '') +
    (style.plain
      ? '<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:color w:val="000000"/>'
      : '') +
    (style.spacing === undefined ? '' : `<w:spacing w:val="${style.spacing}"/>`) +
    (style.size ? `<w:sz w:val="${style.size}"/><w:szCs w:val="${style.size}"/>` : '')
  return `${head}<w:pPr>${paragraph}</w:pPr>${run ? `<w:rPr>${run}</w:rPr>` : ''}</w:style>`
}

function characterStyle(id: string, name: string, run: string): string {
  const own = isOwn(id) ? ' w:customStyle="1"' : ''
  return `<w:style w:type="character"${own} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>${run}</w:rPr></w:style>`
}

const isOwn = (id: string): boolean => id.startsWith('Zg')

/** The same font in all four slots: “ ” … — are ambiguous and would turn into a Latin font (layout of quotation marks). */
function fontSlots(font: string): string {
  const name = escapeXml(font)
  return `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`
}

function defaults(preset: PagePreset): string {
  return (
    `<w:docDefaults><w:rPrDefault><w:rPr>${fontSlots(preset.fonts.body)}<w:color w:val="000000"/>` +
    `<w:sz w:val="${preset.size}"/><w:szCs w:val="${preset.size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault/></w:docDefaults>'
  )
}

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`

const tableStyles =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>' +
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="table" w:customStyle="1" w:styleId="ZgTable"><w:name w:val="政稿表格"/><w:basedOn w:val="TableNormal"/>' +
  `<w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders></w:tblPr></w:style>`
