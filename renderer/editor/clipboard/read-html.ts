import { tidyInlines } from '../../../shared/report/inlines.ts'
import { styleName } from './quiet-html.ts'
import type { SourceBlock, SourceLine } from '../../../shared/report/import/source-block.ts'
import {
  highestCell,
  widestCell,
  type Align,
  type HeadingLevel,
  type Inline,
  type Table,
  type TableCell,
  type TableRow,
  type TextLeaf,
} from '../../../shared/report/schema.ts'

/** The little of a DOM node that is read: a document parsed apart, which runs nothing and loads nothing. */
export interface HtmlNode {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<HtmlNode>
  getAttribute?: (name: string) => string | null
}

/**
 * What Word, WPS or a web page has put on the clipboard, as paragraphs and tables of words. Only what is listed here is
 * taken over: bold, italic, underline, superscript, headings, alignment, tables; everything else is text or nothing.
 */
export function readHtml(body: HtmlNode): SourceBlock[] {
  const reader = new Reader()
  for (const child of body.childNodes) reader.read(child, {})
  return reader.end()
}

type Marks = Omit<TextLeaf, 'text'>
type LineProperties = Pick<SourceLine, 'align' | 'level' | 'title'>

const ignored = new Set(
  [
    'SCRIPT',
    'STYLE',
    'HEAD',
    'TITLE',
    'META',
    'LINK',
    'TEMPLATE',
    'NOSCRIPT',
    'IFRAME',
    'OBJECT',
    'EMBED',
    'SVG',
    'MATH',
  ].concat(['IMG', 'VIDEO', 'AUDIO', 'CANVAS', 'INPUT', 'BUTTON', 'SELECT', 'TEXTAREA', 'XML', 'DEL', 'S', 'STRIKE']),
)
const blocks = new Set(
  [
    'P',
    'DIV',
    'H1',
    'H2',
    'H3',
    'H4',
    'H5',
    'H6',
    'LI',
    'UL',
    'OL',
    'SECTION',
    'ARTICLE',
    'MAIN',
    'HEADER',
    'FOOTER',
  ].concat([
    'ASIDE',
    'NAV',
    'BLOCKQUOTE',
    'PRE',
    'DL',
    'DD',
    'DT',
    'FIGURE',
    'FIGCAPTION',
    'CENTER',
    'HR',
    'CAPTION',
    'TR',
    'TD',
    'TH',
  ]),
)
const markOf: Record<string, Marks> = {
  B: { bold: true },
  STRONG: { bold: true },
  I: { italic: true },
  EM: { italic: true },
  U: { underline: true },
  INS: {},
  SUP: { superscript: true },
}

class Reader {
  private readonly done: SourceBlock[] = []
  private line: Inline[] = []
  private properties: LineProperties = {}

  read(node: HtmlNode, marks: Marks): void {
    if (node.nodeType === 3) this.addText(node.textContent ?? '', marks)
    if (node.nodeType !== 1) return
    const name = node.nodeName.toUpperCase()
    const style = readStyle(node)
    if (ignored.has(name) || style['display'] === 'none' || style['mso-hide'] === 'all') return
    if (name === 'TABLE') this.addTable(node, marks)
    else if (name === 'BR') this.addBreak(style)
    else if (blocks.has(name)) this.readBlock(node, name, style, marks)
    else this.readChildren(node, withStyle({ ...marks, ...markOf[name] }, style))
  }

  end(): SourceBlock[] {
    this.endLine()
    return this.done
  }

  private readChildren(node: HtmlNode, marks: Marks): void {
    for (const child of node.childNodes) this.read(child, marks)
  }

  private readBlock(node: HtmlNode, name: string, style: Style, marks: Marks): void {
    this.endLine()
    const outer = this.properties
    this.properties = { ...outer, ...lineProperties(node, name, style) }
    if (name === 'LI') this.addText(itemNumber(node), marks)
    this.readChildren(node, withStyle(marks, style))
    this.endLine()
    this.properties = outer
  }

  private addBreak(style: Style): void {
    this.endLine()
    if (style['page-break-before'] === 'always') this.done.push({ type: 'page-break', children: [{ text: '' }] })
  }

  private addText(raw: string, marks: Marks): void {
    const text = collapse(raw)
    if (text !== '') this.line.push({ text, ...marks })
  }

  private endLine(): void {
    const children = tidyInlines(this.line)
    this.line = []
    if (children.some((child) => 'text' in child && child.text.trim() !== '')) {
      this.done.push({ type: 'line', children: withoutWraps(children), ...this.properties })
    }
  }

  private addTable(node: HtmlNode, marks: Marks): void {
    this.endLine()
    const rows = rowsOf(node)
      .map((row) => readRow(row, marks))
      .filter((row) => row.children.length > 0)
    const cells = rows.flatMap((row) => row.children)
    // A table of one cell is a frame around text.
    if (cells.length === 1 && cells[0]) this.done.push(...cells[0].children.map((line) => asLine(line.children)))
    else if (cells.length > 1) this.done.push({ type: 'table', children: rows } satisfies Table)
  }
}

const asLine = (children: Inline[]): SourceLine => ({ type: 'line', children })

/** Rows of the table itself, not of tables inside its cells. */
function rowsOf(table: HtmlNode): HtmlNode[] {
  return [...table.childNodes].flatMap((child) => {
    const name = child.nodeName.toUpperCase()
    if (name === 'TR') return [child]
    return ['THEAD', 'TBODY', 'TFOOT'].includes(name) ? rowsOf(child) : []
  })
}

function readRow(row: HtmlNode, marks: Marks): TableRow {
  const cells = [...row.childNodes].filter((child) => ['TD', 'TH'].includes(child.nodeName.toUpperCase()))
  const heads = cells.length > 0 && cells.every((cell) => cell.nodeName.toUpperCase() === 'TH')
  return { type: 'table-row', ...(heads && { header: true }), children: cells.map((cell) => readCell(cell, marks)) }
}

function readCell(cell: HtmlNode, marks: Marks): TableCell {
  const reader = new Reader()
  for (const child of cell.childNodes) reader.read(child, marks)
  const lines = reader.end().flatMap(linesOf)
  const colSpan = span(cell, 'colspan', widestCell)
  const rowSpan = span(cell, 'rowspan', highestCell)
  return {
    type: 'table-cell',
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    children: lines.length > 0 ? lines : [{ type: 'paragraph', children: [{ text: '' }] }],
  }
}

/** A table inside a cell becomes lines of the cell. */
function linesOf(block: SourceBlock): TableCell['children'] {
  if (block.type === 'line') return [{ type: 'paragraph', children: trimLine(block.children) }]
  if (block.type !== 'table') return []
  return block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))
}

function span(cell: HtmlNode, name: string, most: number): number {
  const value = Number(cell.getAttribute?.(name))
  return Number.isInteger(value) && value > 1 && value <= most ? value : 1
}

type Style = Record<string, string>

function readStyle(node: HtmlNode): Style {
  const style: Style = {}
  const written = node.getAttribute?.('style') ?? node.getAttribute?.(styleName) ?? ''
  for (const part of written.split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0)
      style[part.slice(0, colon).trim().toLowerCase()] = part
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return style
}

function withStyle(marks: Marks, style: Style): Marks {
  const result = { ...marks }
  const weight = style['font-weight']
  if (weight !== undefined) {
    if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) result.bold = true
    else delete result.bold
  }
  if (style['font-style'] === 'italic') result.italic = true
  if ((style['text-decoration'] ?? style['text-decoration-line'] ?? '').includes('underline')) result.underline = true
  if (style['vertical-align'] === 'super') result.superscript = true
  return result
}

function lineProperties(node: HtmlNode, name: string, style: Style): LineProperties {
  const align =
    style['text-align'] ?? node.getAttribute?.('align')?.toLowerCase() ?? (name === 'CENTER' ? 'center' : '')
  const level = Number(/^H([1-6])$/.exec(name)?.[1] ?? 0)
  const title = /\bMsoTitle\b/.test(node.getAttribute?.('class') ?? '')
  return {
    ...((align === 'center' || align === 'right') && { align: align satisfies Align }),
    ...(level > 0 && { level: Math.min(level, 4) as HeadingLevel }),
    ...(title && { title: true as const }),
  }
}

/** Numbers of a list on a web page are drawn by the browser; Word writes them as text. */
function itemNumber(item: HtmlNode): string {
  const parent = (item as { parentNode?: HtmlNode | null }).parentNode
  if (parent?.nodeName.toUpperCase() !== 'OL') return ''
  const items = [...parent.childNodes].filter((child) => child.nodeName.toUpperCase() === 'LI')
  return `${(Number(parent.getAttribute?.('start')) || 1) + items.indexOf(item)}.`
}

const wrap = '\n'

/** Blanks as a browser shows them; a line end of the source stays marked until its neighbours are known. */
function collapse(raw: string): string {
  return raw.replace(/[ \t\n\r\f\u00A0]+/g, (blank) => (/[\n\r]/.test(blank) ? wrap : ' '))
}

/** The line ends of the source are blanks between Latin words and nothing between Chinese characters. */
function withoutWraps(children: readonly Inline[]): Inline[] {
  const text = children.map((child) => ('text' in child ? child.text : '')).join('')
  let at = 0
  const joined = children.map((child): Inline => {
    if (!('text' in child)) return child
    const start = at
    at += child.text.length
    return {
      ...child,
      text: child.text.replace(/\n/g, (_, index: number) =>
        isLatin(text[start + index - 1]) && isLatin(text[start + index + 1]) ? ' ' : '',
      ),
    }
  })
  return tidyInlines(joined)
}

const isLatin = (unit: string | undefined): boolean => unit !== undefined && /[!-~]/.test(unit)

function trimLine(children: readonly Inline[]): Inline[] {
  const last = children.length - 1
  return tidyInlines(
    children.map((child, index) => {
      if (!('text' in child)) return child
      const text = index === 0 ? child.text.trimStart() : child.text
      return { ...child, text: index === last ? text.trimEnd() : text }
    }),
  )
}
