import { isRevisedBreak } from '../../report/deleted.ts'
import { inlineLength, tidyInlines } from '../../report/inlines.ts'
import type { SourceBlock, SourceLine } from '../../report/import/source-block.ts'
import { readMark } from '../../report/line-marks.ts'
import { inlineText } from '../../report/plain-text.ts'
import type { Inline, PageBreak, ParagraphMark, Pending } from '../../report/schema.ts'
import { simplified } from '../../report/simplified.ts'
import { gapStyle } from '../gap-style.ts'
import { namespaces } from './namespaces.ts'
import { opaqueLabels } from './opaque-labels.ts'
import { chosenBranch, readParagraphContent } from './read-runs.ts'
import { readTable } from './read-table.ts'
import type { StoryContext } from './story-context.ts'
import { headingLevel, readParagraphProperties } from './styles.ts'
import { child, elements, isWord, serialize, valueOf, type XmlElement } from './xml-tree.ts'

/** Elements around blocks that add nothing to be seen. */
const holders = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'del', 'moveFrom', 'moveTo'])
const ignored =
  /^(?:sectPr|bookmark(?:Start|End)|comment(?:RangeStart|RangeEnd)|move(?:From|To)Range(?:Start|End)|customXml\w*Range(?:Start|End)|proofErr|perm(?:Start|End)|tcPr|sdtPr|sdtEndPr|customXmlPr|smartTagPr)$/

/** Blocks of a body, a cell or a text box, in the order of the text, with their revisions. */
export function readBlocks(holder: XmlElement, context: StoryContext): SourceBlock[] {
  const blocks: SourceBlock[] = []
  for (const element of flattened(holder, context)) {
    const read = isWord(element, 'p')
      ? readParagraph(element, context)
      : isWord(element, 'tbl')
        ? tableBlocks(element, context)
        : unknownBlock(element, context)
    for (const block of read) if (!context.origins.has(block)) context.origins.set(block, [element])
    blocks.push(...read)
  }
  return blocks
}

function tableBlocks(element: XmlElement, context: StoryContext): SourceBlock[] {
  const table = readTable(element, context, (cell) => readBlocks(cell, context))
  return table ? [table] : []
}

/** Borders of moves and comments between the blocks are met on the way, in their order. */
function* flattened(holder: XmlElement, context: StoryContext): Generator<XmlElement> {
  for (const element of elements(holder)) {
    if (element.namespace === namespaces.compatibility && element.name === 'AlternateContent')
      yield* flattened(chosenBranch(element), context)
    else if (element.namespace !== namespaces.word) yield element
    else if (holders.has(element.name)) yield* flattened(element, context)
    else if (!ignored.test(element.name)) yield element
    else if (element.name.startsWith('comment')) context.comments.meet(element)
    else if (element.name.startsWith('move')) context.revisions.moveRange(element)
  }
}

function readParagraph(paragraph: XmlElement, context: StoryContext): SourceBlock[] {
  const properties = child(paragraph, 'pPr')
  const style = context.styles.paragraph(valueOf(properties, 'pStyle'))
  const own = { ...style, ...readParagraphProperties(properties) }
  context.revisions.kept(properties)
  const revised = readParagraphRevisions(properties, context)
  const breaks = breakBefore(own.pageBreakBefore, properties, revised.before, context)
  const { pieces, textBoxes } = readParagraphContent(paragraph, context)
  const label = own.numbering ? context.numbers.next(own.numbering) : ''
  const read = joinSoftReturns(pieces, own.align === 'center' || own.title === true)
  const lines: SourceBlock[] = breaks ? [breaks] : []
  let first = true
  for (const [index, piece] of read.entries()) {
    if (!Array.isArray(piece)) {
      lines.push(piece)
      continue
    }
    // What went on behind a page break that came or went is one paragraph without it; behind the last there is nothing.
    const gap = read[index - 1]
    if (index > 0 && gap && !Array.isArray(gap) && isRevisedBreak(gap)) {
      if (inlineLength(piece) === 0) continue
      const { ins, del } = gap
      const before = lines.findLast((line) => line.type === 'line')
      if (before && inlineLength(before.children) > 0) before.mark = { ...(ins && { ins }), ...(del && { del }) }
    }
    const children = first ? withLabel(label, piece) : piece
    first = false
    const line: SourceLine = { type: 'line', children: tidyInlines(children), from: paragraph }
    if (own.align) line.align = own.align
    const level = headingLevel(own.level)
    if (level) line.level = level
    if (own.title) line.title = true
    lines.push(own.contents ? contentsLine(line) : line)
  }
  const last = lines.findLast((line) => line.type === 'line')
  if (last) Object.assign(last, revised)
  if (own.name === gapStyle && last && inlineLength(last.children) === 0 && lines.some(isRevisedBreak))
    lines.splice(lines.indexOf(last), 1)
  if (last && breaks && isRevisedBreak(breaks) && changesBreakAlone(properties)) delete last.before
  return [...lines, ...textBoxes.flatMap((box) => readBlocks(box, context)), ...sectionBreak(properties)]
}

/** Revisions of the mark at the end of a paragraph and of its properties, with all of these as they were. */
function readParagraphRevisions(
  properties: XmlElement | undefined,
  { revisions, styles }: StoryContext,
): Pick<SourceLine, 'mark' | 'before'> {
  const ofMark = child(properties, 'rPr')
  const mark: ParagraphMark = revisions.marks(ofMark)
  const format = child(ofMark, 'rPrChange')
  if (format) mark.fmt = { rev: revisions.read(format), xml: xmlOf(child(format, 'rPr')) }
  const change = child(properties, 'pPrChange')
  const old = child(change, 'pPr')
  const style = { ...styles.paragraph(valueOf(old, 'pStyle')), ...readParagraphProperties(old) }
  return {
    ...(Object.keys(mark).length > 0 ? { mark } : {}),
    ...(change && {
      before: { rev: revisions.read(change), xml: xmlOf(old), align: style.align, level: headingLevel(style.level) },
    }),
  }
}

function xmlOf(properties: XmlElement | undefined): string {
  return properties ? serialize(properties) : ''
}

/**
 * Soft returns part lines where they stand for paragraphs: in titles, before numbers, and in copies from web pages that
 * have many. A single one inside a sentence is only a blank.
 */
function joinSoftReturns(pieces: readonly Piece[], parted: boolean): Piece[] {
  const lines = pieces.filter((piece) => Array.isArray(piece)).filter((piece) => inlineLength(piece) > 0)
  const numbered = lines.some((piece) => readMark(simplified(inlineText(piece))) !== undefined)
  if (parted || numbered || lines.length > 2) return [...pieces]
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (!Array.isArray(piece) || !Array.isArray(last)) joined.push(piece)
    else if (inlineLength(piece) > 0)
      joined[joined.length - 1] = inlineLength(last) > 0 ? [...last, { text: '\u3000' }, ...piece] : piece
  }
  return joined
}

type Piece = Inline[] | PageBreak

/** A number that ends in a letter or digit is set off from the words behind it. */
function withLabel(label: string, piece: Inline[]): Inline[] {
  if (label === '' || inlineLength(piece) === 0) return piece
  return [{ text: /[\p{L}\p{N}]$/u.test(label) && !/[是要]$/.test(label) ? `${label} ` : label }, ...piece]
}

function pageBreak(pending: Pending = {}): PageBreak {
  return { type: 'page-break', ...pending, children: [{ text: '' }] }
}

/** Nothing of the line was changed but the page break before it. */
function changesBreakAlone(properties: XmlElement | undefined): boolean {
  const rest = (of: XmlElement | undefined): string =>
    elements(of)
      .filter((element) => !['pageBreakBefore', 'rPr', 'sectPr', 'pPrChange'].includes(element.name))
      .map(serialize)
      .join('')
  return rest(properties) === rest(child(child(properties, 'pPrChange'), 'pPr'))
}

/** The one that the paragraph's properties say, or said before they were changed. */
function breakBefore(
  now: boolean | undefined,
  properties: XmlElement | undefined,
  before: SourceLine['before'],
  { styles }: StoryContext,
): PageBreak | undefined {
  if (!before) return now ? pageBreak() : undefined
  const old = child(child(properties, 'pPrChange'), 'pPr')
  const was = { ...styles.paragraph(valueOf(old, 'pStyle')), ...readParagraphProperties(old) }.pageBreakBefore
  if (now) return pageBreak(was ? {} : { ins: before.rev })
  return was ? pageBreak({ del: before.rev }) : undefined
}

/** Sections end with their last paragraph; all kinds but `continuous` begin a new page. */
function sectionBreak(properties: XmlElement | undefined): SourceBlock[] {
  const section = child(properties, 'sectPr')
  return section && valueOf(section, 'type') !== 'continuous' ? [pageBreak()] : []
}

/** Lines of a table of contents repeat the headings: they are shown, never read as headings. */
function contentsLine(line: SourceLine): SourceBlock {
  const text = line.children.map((inline) => ('text' in inline ? inline.text : '')).join('')
  return { type: 'opaque', xml: '', label: opaqueLabels.contents, words: text, children: [{ text: '' }] }
}

function unknownBlock(element: XmlElement, context: StoryContext): SourceBlock[] {
  if (isWord(element, 'altChunk')) context.tally.embedded++
  else context.tally.opaque++
  const label = isWord(element, 'altChunk')
    ? opaqueLabels.embedded
    : element.namespace === namespaces.math
      ? opaqueLabels.formula
      : opaqueLabels.content
  return [{ type: 'opaque', xml: serialize(element), label, children: [{ text: '' }] }]
}
