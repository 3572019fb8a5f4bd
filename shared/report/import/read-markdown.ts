import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import { inlineLength, tidyInlines } from '../inlines.ts'
import type { HeadingLevel, Inline, Table, TableCell, TextLeaf } from '../schema.ts'
import type { SourceBlock, SourceLine } from './source-block.ts'

/** Headings, lists, tables, bold and italics of Markdown (CommonMark with GitHub's tables); HTML stays as text. */
export function readMarkdown(text: string): SourceBlock[] {
  const tokens = lexer(text)
  const levels = readLevels(tokens)
  return tokens.flatMap((token) => readBlock(token as MarkedToken, levels))
}

type Levels = Map<number, HeadingLevel | 'title'>
type Marks = Pick<TextLeaf, 'bold' | 'italic'>

/** A single heading of the highest rank at the head of the file is the title; the others keep their order of rank. */
function readLevels(tokens: readonly Token[]): Levels {
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading')
  const depths = [...new Set(headings.map((heading) => heading.depth))].sort((a, b) => a - b)
  const first = tokens.find((token) => token.type !== 'space')
  const titled = first === headings[0] && headings.filter((heading) => heading.depth === depths[0]).length === 1
  return new Map(
    depths.map((depth, rank) => {
      const level = titled ? rank : rank + 1
      return [depth, level === 0 ? 'title' : (Math.min(level, 4) as HeadingLevel)]
    }),
  )
}

function readBlock(token: MarkedToken, levels: Levels): SourceBlock[] {
  switch (token.type) {
    case 'space':
    case 'hr':
      return []
    case 'heading':
      return readHeading(token, levels)
    case 'paragraph':
      return readLines(token.tokens)
    case 'text':
      return readLines(token.tokens ?? [token])
    case 'list':
      return token.items.flatMap((item) => readItem(item, token.ordered, levels))
    case 'blockquote':
      return token.tokens.flatMap((child) => readBlock(child as MarkedToken, levels))
    case 'table':
      return [readTable(token)]
    case 'code':
      return rawLines(token.text)
    case 'html':
    case 'def':
    case 'br':
    case 'checkbox':
    case 'codespan':
    case 'del':
    case 'em':
    case 'escape':
    case 'image':
    case 'link':
    case 'list_item':
    case 'strong':
      return rawLines(token.raw)
  }
}

function readHeading({ tokens, depth }: Tokens.Heading, levels: Levels): SourceLine[] {
  const level = levels.get(depth)
  return readLines(tokens).map((line) => {
    if (level === 'title') return { ...line, title: true }
    return level === undefined ? line : { ...line, level }
  })
}

/** A number is part of the words and stays; a bullet is only a sign of the file format. */
function readItem(item: Tokens.ListItem, ordered: boolean, levels: Levels): SourceBlock[] {
  const blocks = item.tokens.flatMap((child) => readBlock(child as MarkedToken, levels))
  const number = ordered ? /^\s*\d+[.)]/.exec(item.raw)?.[0].trim() : undefined
  const [first] = blocks
  if (number === undefined) return blocks
  if (first?.type !== 'line') return [{ type: 'line', children: [{ text: number }] }, ...blocks]
  return [{ ...first, children: tidyInlines([{ text: `${number} ` }, ...first.children]) }, ...blocks.slice(1)]
}

/** Each line of a paragraph is one of its own: Chinese writers rarely leave blank lines between paragraphs. */
function readLines(tokens: readonly Token[]): SourceLine[] {
  const lines: Inline[][] = [[]]
  for (const leaf of tokens.flatMap((token) => readInline(token as MarkedToken, {}))) {
    leaf.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      lines.at(-1)?.push({ ...leaf, text })
    })
  }
  return lines
    .map((children): SourceLine => ({ type: 'line', children: tidyInlines(children) }))
    .filter((line) => inlineLength(line.children) > 0)
}

function readInline(token: MarkedToken, marks: Marks): TextLeaf[] {
  const inside = (tokens: readonly Token[], more: Marks): TextLeaf[] =>
    tokens.flatMap((child) => readInline(child as MarkedToken, { ...marks, ...more }))
  switch (token.type) {
    case 'strong':
      return inside(token.tokens, { bold: true })
    case 'em':
      return inside(token.tokens, { italic: true })
    case 'del':
    case 'link':
      return inside(token.tokens, {})
    case 'br':
      return [{ text: '\n' }]
    case 'text':
      return token.tokens ? inside(token.tokens, {}) : [{ ...marks, text: decodeEntities(token.text) }]
    case 'escape':
    case 'codespan':
    case 'image':
      return [{ ...marks, text: token.text }]
    case 'checkbox':
    case 'html':
    case 'blockquote':
    case 'code':
    case 'def':
    case 'heading':
    case 'hr':
    case 'list_item':
    case 'list':
    case 'paragraph':
    case 'space':
    case 'table':
      return [{ ...marks, text: token.raw }]
  }
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: '\u3000',
}

function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp|ensp|emsp);/g, (whole, name: string) => entities[name] ?? whole)
}

function rawLines(text: string): SourceLine[] {
  return text.split('\n').map((line) => ({ type: 'line', children: [{ text: line }] }))
}

function readTable(token: Tokens.Table): Table {
  const cell = (cell: Tokens.TableCell): TableCell => {
    const lines = readLines(cell.tokens)
    const children = lines.length > 0 ? lines.map((line) => line.children) : [[{ text: '' }]]
    const found: TableCell = {
      type: 'table-cell',
      children: children.map((line) => ({ type: 'paragraph', children: line })),
    }
    return cell.align ? { ...found, align: cell.align } : found
  }
  return {
    type: 'table',
    children: [
      { type: 'table-row', header: true, children: token.header.map(cell) },
      ...token.rows.map((row) => ({ type: 'table-row' as const, children: row.map(cell) })),
    ],
  }
}
