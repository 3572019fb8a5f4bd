import { blockBefore, joinsNext } from '../deleted.ts'
import { inlineLength, mapText, sliceFinal, tidyInlines, trimFinal } from '../inlines.ts'
import { numberBlocks } from '../numbering.ts'
import { inlineText } from '../plain-text.ts'
import {
  currentFormat,
  isTextLeaf,
  type Block,
  type Heading,
  type Inline,
  type LineBlock,
  type ListItem,
  type Note,
  type Paragraph,
  type Report,
} from '../schema.ts'
import { revisedNumbers } from '../../revisions/revised-numbers.ts'
import { readStructure, type LineStructure } from '../structure.ts'
import { readMeta } from './read-meta.ts'
import { chooseReadings, hasWords } from './choose-readings.ts'
import { readRevisedLines, withLead, type BuildLine } from './revised-lines.ts'
import { lineRevisions, type SourceBlock, type SourceLine } from './source-block.ts'

export interface ImportSource {
  id: string
  /** File name with its ending. */
  name: string
  format: 'docx' | 'txt' | 'md'
}

export interface AssembledReport {
  report: Report
  brokenLines: number
  /** What each block of the body was made of. */
  sources: SourceBlock[]
}

/** Turns paragraphs as they were printed into a report: title block, headings, lists, sections, meta. No word is lost. */
export function assembleReport(
  source: readonly SourceBlock[],
  notes: Record<string, Note>,
  { id, name, format }: ImportSource,
): AssembledReport {
  const blocks = source
    .map((block) => (block.type === 'line' ? trimmedLine(block) : block))
    .filter((block, index, all) => !isBlank(block) || joinsNext(blockBefore(all, index)))
  const lines = blocks.filter((block) => block.type === 'line').filter(isRead)
  const texts = lines.map((line) => inlineText(line.children))
  const structure = readStructure(
    texts,
    lines.map((line) => (line.title ? 'title' : line.level)),
  )
  const body = withLabels(blocks, structure)
  return {
    report: {
      format: currentFormat,
      id,
      meta: { ...readMeta(texts, structure, name), source: { name, format } },
      body: body.length > 0 ? body : [{ type: 'paragraph', children: [{ text: '' }] }],
      notes,
      checks: { ignored: [] },
    },
    sources: blocks,
    brokenLines: structure.filter((line) => line.brokenAfter).length,
  }
}

/** Indents are the layout's business, so blanks around a line go. */
function trimmedLine(line: SourceLine): SourceLine {
  const text = inlineText(line.children)
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  if (start === 0 && end === text.length) return line
  return { ...line, children: trimFinal(line.children, start, end) }
}

function isBlank(block: SourceBlock): boolean {
  return block.type === 'line' && inlineLength(block.children) === 0 && !block.mark && !block.before
}

/** A line that was struck out as a whole is no part of the structure. */
function isRead(line: SourceLine): boolean {
  return inlineText(line.children) !== ''
}

/** It stays what its style says; its number is part of what was struck out. */
function struckOut({ level }: SourceLine): LineStructure | undefined {
  return level && { role: 'heading', section: null, level }
}

/** Numbers that the report computes itself are dropped from the text; those printed differently stay as labels. */
function withLabels(blocks: readonly SourceBlock[], structure: readonly LineStructure[]): Block[] {
  const printed: (string | undefined)[] = []
  let next = 0
  const body = blocks.map((block): Block => {
    if (block.type !== 'line') {
      printed.push(undefined)
      return block
    }
    const line = (isRead(block) ? structure[next++] : struckOut(block)) ?? { role: 'body', section: null }
    const built = buildBlock(block, line)
    printed.push(built.printed)
    const { children: _, ...format } = built.block as LineBlock
    return { ...built.block, ...lineRevisions(block, format) }
  })
  const usual = body.map((block, index) =>
    isLabelled(block) && printed[index] !== undefined ? { ...block, label: printed[index] } : block,
  )
  const chosen = chooseReadings(readRevisedLines(blocks, usual, buildWithoutNumber), usual)
  const revised = new Map([...chosen].filter(([index, line]) => line !== usual[index]))
  const computed = revised.size > 0 ? numbersBeside(body, revised) : numberBlocks(body).map((number) => [number])
  return body.map((block, index) => {
    const line = revised.get(index)
    if (line) return line
    const label = printed[index]
    if (!isLabelled(block) || label === undefined || computed[index]?.every((number) => number === label)) return block
    return { ...block, label }
  })
}

function isLabelled(block: Block): block is Heading | ListItem {
  return block.type === 'heading' || block.type === 'list-item'
}

/** What the report counts with everything rejected and accepted: a number that stays is the same in both. */
function numbersBeside(body: readonly Block[], revised: ReadonlyMap<number, LineBlock>): string[][] {
  const lines = body.map((block, index) => revised.get(index) ?? block)
  return revisedNumbers(lines, hasWords).map((number) => [number.old, number.new])
}

/** For a line whose number was taken from its words: `labelEnd` only tells whether it had one. */
const buildWithoutNumber: BuildLine = (line, structure) => {
  const { block } = buildBlock(line, { ...structure, labelEnd: 0 })
  if (block.type !== 'heading' || (structure.labelEnd ?? 0) === 0) return block as LineBlock
  const { label: _, ...numbered } = block
  return numbered
}

interface BuiltBlock {
  block: Block
  /** The number as it was printed, for blocks that have one. */
  printed?: string
}

function buildBlock(source: SourceLine, line: LineStructure): BuiltBlock {
  switch (line.role) {
    case 'title':
      return { block: { type: 'title', children: joinSpaced(plain(source.children)) } }
    case 'meeting':
    case 'date':
      return { block: { type: 'meeting', children: plain(source.children) } }
    case 'speaker':
      return { block: { type: 'speaker', children: plain(source.children) } }
    case 'salutation':
      return { block: { type: 'salutation', children: plain(source.children) } }
    case 'heading':
      return buildHeading(source, line)
    case 'list-item':
      return buildItem(source, line)
    case 'blank':
    case 'body':
      return { block: buildParagraph(source, line) }
  }
}

function buildParagraph(source: SourceLine, line: LineStructure): Paragraph {
  const paragraph: Paragraph = { type: 'paragraph', children: tidyInlines(source.children) }
  if (source.align === 'center' || source.align === 'right') paragraph.align = source.align
  if (line.opens) paragraph.section = line.opens
  return paragraph
}

function buildHeading(source: SourceLine, line: LineStructure): BuiltBlock {
  const { label, children } = splitLabel(source.children, line.labelEnd ?? 0)
  const shift = inlineText(source.children).length - inlineText(children).length
  const heading: Heading = { type: 'heading', level: line.level ?? 1, children: plain(children) }
  if (line.leadEnd !== undefined) {
    heading.runIn = true
    const end = Math.max(0, line.leadEnd - shift)
    const lead = plain(sliceFinal(children, 0, end)).map((child) =>
      isTextLeaf(child) && child.text !== '' ? withLead(child, true, true) : child,
    )
    heading.children = tidyInlines([...lead, ...sliceFinal(children, end, Infinity)])
  }
  if (line.opens) heading.section = line.opens
  if (label !== '') return { block: heading, printed: label }
  heading.label = ''
  return { block: heading }
}

function buildItem(source: SourceLine, line: LineStructure): BuiltBlock {
  const { label, children } = splitLabel(source.children, line.labelEnd ?? 0)
  const item: ListItem = { type: 'list-item', marker: line.marker ?? 'decimal', children: tidyInlines(children) }
  return { block: item, printed: label }
}

/** Residue of a conversion before the number ([bookmark: _GoBack]) goes behind it, where it is seen and can be deleted. */
function splitLabel(children: readonly Inline[], end: number): { label: string; children: Inline[] } {
  const head = sliceFinal(children, 0, end)
  const tail = sliceFinal(children, end, Infinity)
  // A number that somebody revised by itself stays in the text, where it can be decided.
  const decidable = revisionIds(tail)
  if ([...revisionIds(head)].some((id) => !decidable.has(id))) return { label: '', children: [...children] }
  const printed = inlineText(head)
  const residue = /^(?:[\s\u3000]*\[bookmark: *\w*\])+/.exec(printed)?.[0] ?? ''
  const rest = withComments(tail, commentIds(head))
  return {
    label: printed.slice(residue.length).trim(),
    children: residue === '' ? rest : [{ text: residue.trim() }, ...rest],
  }
}

function revisionIds(children: readonly Inline[]): Set<string> {
  return new Set(
    children.flatMap((child) =>
      [child.ins, child.del, isTextLeaf(child) ? child.fmt?.rev : undefined].flatMap((revision) => revision?.id ?? []),
    ),
  )
}

function commentIds(children: readonly Inline[]): Set<string> {
  return new Set(children.flatMap((child) => (isTextLeaf(child) ? (child.comments ?? []) : [])))
}

/** Comments on a number alone stand on the words behind it. */
function withComments(children: readonly Inline[], ids: ReadonlySet<string>): Inline[] {
  const known = commentIds(children)
  const missing = [...ids].filter((id) => !known.has(id))
  const at = children.findIndex((child) => isTextLeaf(child) && child.text !== '')
  const first = children[at]
  if (missing.length === 0 || !first || !isTextLeaf(first)) return [...children]
  return children.with(at, { ...first, comments: [...(first.comments ?? []), ...missing].sort() })
}

/** Titles and headings get their type from the layout: bold and underline of a whole line say nothing more. */
function plain(children: readonly Inline[]): Inline[] {
  const leaves = children.filter(isTextLeaf).filter((leaf) => leaf.text.trim() !== '')
  const tidy = children.map((child) => {
    if (!isTextLeaf(child)) return child
    const leaf = { ...child }
    for (const mark of ['bold', 'italic', 'underline'] as const) {
      if (leaves.every((other) => other[mark])) Reflect.deleteProperty(leaf, mark)
    }
    return leaf
  })
  return tidyInlines(tidy)
}

/** 政 府 工 作 报 告: blanks between single characters were there to stretch the line. */
function joinSpaced(children: Inline[]): Inline[] {
  const words = inlineText(children)
    .trim()
    .split(/[\s\u3000]+/)
  if (words.length < 3 || words.some((word) => word.length > 1)) return children
  return tidyInlines(mapText(children, (text) => text.replace(/[\s\u3000]+/g, '')))
}
