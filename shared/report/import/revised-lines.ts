import { blockBefore } from '../deleted.ts'
import { tidyInlines } from '../inlines.ts'
import { inlineText } from '../plain-text.ts'
import { isTextLeaf, type Block, type Inline, type LineBlock, type LineFormat, type TextLeaf } from '../schema.ts'
import { readStructure, type LineStructure } from '../structure.ts'
import { lineRevisions, type SourceBlock, type SourceLine } from './source-block.ts'

/** Makes the block of a line whose printed number has been taken from its words. */
export type BuildLine = (line: SourceLine, structure: LineStructure) => LineBlock

/** What a line that is revised where its number stands may be in the report, best first. */
export interface RevisedLine {
  readings: LineBlock[]
  /** The first of them leaves the number to the report. */
  counted: boolean
}

/** A paragraph with everything rejected or accepted: its number is that of the line that ends it. */
export interface PrintedParagraph {
  /** Indices of the lines whose words it has. */
  from: number[]
  /** The first line that has words, and the last. */
  begins: number
  ends: number
  number: string
  /** Number and words, without blanks. */
  text: string
}

export interface RevisedLines {
  lines: Map<number, RevisedLine>
  /** What the file prints with everything rejected and accepted. */
  old: PrintedParagraph[]
  new: PrintedParagraph[]
}

/**
 * Numbers of revised lines are revisions themselves in a Word file; the report computes them. By index, for lines whose
 * number or kind is revised: without the number, as `usual`, and with the number as words.
 */
export function readRevisedLines(
  blocks: readonly SourceBlock[],
  usual: readonly Block[],
  build: BuildLine,
): RevisedLines {
  const lines = new Map<number, RevisedLine>()
  if (!blocks.some(isRevised)) return { lines, old: [], new: [] }
  const final = readTexts(blocks)
  const original = readTexts(blocks.map(seenBefore))
  blocks.forEach((block, index) => {
    if (block.type !== 'line' || !concerns(block, blockBefore(blocks, index))) return
    const counted = countedLine(block, original.lines.get(index), final.lines.get(index), build)
    const readings = [
      ...(counted ? [counted] : []),
      usual[index] as LineBlock,
      { type: 'paragraph', children: block.children, ...lineRevisions(withoutLevels(block), { type: 'paragraph' }) },
    ] satisfies LineBlock[]
    lines.set(index, {
      readings,
      counted: counted !== undefined,
    })
  })
  return { lines, old: original.paragraphs, new: final.paragraphs }
}

/** Without the number that the report computes. */
function countedLine(
  source: SourceLine,
  was: TextOfLine | undefined,
  now: TextOfLine | undefined,
  build: BuildLine,
): LineBlock | undefined {
  const children = withoutNumbers(source.children, was?.cut ?? 0, now?.cut ?? 0)
  const line = children && { ...source, children }
  const block = line && countedBlock(line, was, now, build)
  if (!block) return undefined
  const { children: words, ...format } = block
  const { pFmt, ...revisions } = lineRevisions(line, format)
  const counted = { ...block, ...revisions, children: withTitleSentence(words, restOf(was), restOf(now)) }
  if (!pFmt) return counted
  const { children: __, ...prev } = was?.kind ? asOriginal(line, was.kind, build) : { ...pFmt.prev, children }
  const { align, xml } = pFmt.prev
  const before = { ...prev, ...(align === undefined ? {} : { align }), xml } as LineFormat
  return { ...counted, pFmt: { ...pFmt, prev: before } }
}

function countedBlock(
  line: SourceLine,
  was: TextOfLine | undefined,
  now: TextOfLine | undefined,
  build: BuildLine,
): LineBlock | undefined {
  if (now?.kind) return build(line, now.kind)
  if (was?.kind) return asOriginal(line, was.kind, build)
  // Only the beginning of a line stands here, with the number; what kind of line it is says the one that it goes on in.
  return (was?.cut ?? now?.cut ?? 0) > 0 ? build(line, { role: 'body', section: null }) : undefined
}

function restOf(text: TextOfLine | undefined): number {
  return Math.max(0, (text?.lead ?? 0) - (text?.cut ?? 0))
}

/** Marks the words of the title sentence as each text has them; words of both are marked as the final text is. */
function withTitleSentence(children: readonly Inline[], original: number, final: number): Inline[] {
  let [was, now] = [original, final]
  const marked = children.flatMap((child): Inline[] => {
    const length = isTextLeaf(child) ? child.text.length : 1
    const [ofOld, ofNew] = [child.ins ? 0 : was, child.del ? 0 : now]
    if (!child.ins) was = Math.max(0, was - length)
    if (!child.del) now = Math.max(0, now - length)
    if (!isTextLeaf(child)) return [child]
    const ends = [...new Set([ofOld, ofNew, length])].filter((end) => end > 0 && end <= length).sort((a, b) => a - b)
    return ends.map((end, at) => {
      const piece = { ...child, text: child.text.slice(ends[at - 1] ?? 0, end) }
      const lead = end <= (child.del ? ofOld : ofNew)
      return withLead(piece, lead, end <= ofOld)
    })
  })
  return tidyInlines(marked)
}

export function withLead(leaf: TextLeaf, now: boolean, was: boolean): TextLeaf {
  const fmt = leaf.fmt && was ? { fmt: { ...leaf.fmt, prev: { ...leaf.fmt.prev, lead: true as const } } } : {}
  return { ...leaf, ...(now ? { lead: true as const } : {}), ...fmt }
}

function withoutLevels({ level: _, before, ...line }: SourceLine): SourceLine {
  return { ...line, ...(before && { before: { ...before, level: undefined } }) }
}

/** The same of a text however it sets its blanks. */
export const bare = (text: string): string => text.replace(/\s+/g, '')

function isRevised(block: SourceBlock): boolean {
  return block.type === 'line' && concerns(block, undefined)
}

function concerns({ children, mark, before }: SourceLine, previous: SourceBlock | undefined): boolean {
  const ofMark = previous?.type === 'line' ? previous.mark : undefined
  const [first] = children.filter((child) => !isTextLeaf(child) || child.text !== '')
  return [mark?.ins, mark?.del, before, ofMark?.ins, ofMark?.del, first?.ins, first?.del].some((one) => one)
}

interface TextOfLine {
  /** Units of the number that stands in this line. */
  cut: number
  /** Units of its words that are of the title sentence, with the number. */
  lead: number
  /** What the paragraph is that ends with this line; its first line may be another. */
  kind?: LineStructure
}

/** Lines as one text has them: without what is deleted, joined where a paragraph mark is. */
function readTexts(blocks: readonly SourceBlock[]): { lines: Map<number, TextOfLine>; paragraphs: PrintedParagraph[] } {
  const all = joined(blocks).filter(({ text }) => text !== '')
  const structure = readStructure(
    all.map(({ text }) => text),
    all.map(({ last }) => (last.title ? 'title' : last.level)),
  )
  const lines = new Map<number, TextOfLine>()
  const paragraphs: PrintedParagraph[] = []
  all.forEach(({ from, begins, text }, number) => {
    const line = structure[number]
    if (!line) return
    const numbered = line.role === 'heading' || line.role === 'list-item'
    const cut = numbered ? (line.labelEnd ?? 0) : 0
    const ends = from.at(-1) ?? begins
    let lead = line.leadEnd ?? 0
    for (const index of from) {
      const length = lengthOf(blocks[index])
      lines.set(index, { cut: index === begins ? cut : 0, lead: Math.min(lead, length) })
      lead = Math.max(0, lead - length)
    }
    // The title sentence may stand in several lines: it is marked in each of them, not while the last one is built.
    const kind = { ...line, ...(line.leadEnd === undefined ? {} : { leadEnd: 0 }), labelEnd: cut }
    lines.set(ends, { ...(lines.get(ends) ?? { cut: 0, lead: 0 }), kind })
    paragraphs.push({ from, begins, ends, number: text.slice(0, cut).trim(), text: bare(text) })
  })
  return { lines, paragraphs }
}

function lengthOf(block: SourceBlock | undefined): number {
  return block?.type === 'line' ? inlineText(block.children).length : 0
}

interface JoinedLines {
  from: number[]
  /** The first line that has words. */
  begins: number
  last: SourceLine
  text: string
}

function joined(blocks: readonly SourceBlock[]): JoinedLines[] {
  const paragraphs: JoinedLines[] = []
  let from: number[] = []
  let begins = -1
  let text = ''
  blocks.forEach((block, index) => {
    if (block.type !== 'line') return
    const words = inlineText(block.children)
    from.push(index)
    if (begins < 0 && words !== '') begins = index
    text += words
    if (block.mark?.del && behindGone(blocks, index)?.type === 'line') return
    paragraphs.push({ from, begins: begins < 0 ? index : begins, last: block, text })
    from = []
    begins = -1
    text = ''
  })
  return paragraphs
}

/** A page break that has gone parts no lines. */
function behindGone(blocks: readonly SourceBlock[], index: number): SourceBlock | undefined {
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at]
    if (block?.type !== 'page-break' || !block.del) return block
  }
  return undefined
}

function seenBefore(block: SourceBlock): SourceBlock {
  if (block.type === 'line') return mirrored(block)
  return block.type === 'page-break' ? turned(block) : block
}

/** Seen from the original, what was inserted is not there and what was deleted is. */
function mirrored(line: SourceLine): SourceLine {
  const { mark, before, level: _, ...rest } = line
  const level = before ? before.level : line.level
  return {
    ...rest,
    ...(level === undefined ? {} : { level }),
    ...(mark && { mark: turned(mark) }),
    children: line.children.map(turned),
  }
}

function turned<Item extends Pick<TextLeaf, 'ins' | 'del'>>(item: Item): Item {
  const { ins, del, ...rest } = item
  return { ...rest, ...(del && { ins: del }), ...(ins && { del: ins }) } as Item
}

function asOriginal(line: SourceLine, structure: LineStructure, build: BuildLine): LineBlock {
  const block = build(mirrored(line), structure)
  return { ...block, children: block.children.map(turned) }
}

/** Undefined where a number of the one text would be words of the other. */
function withoutNumbers(children: readonly Inline[], original: number, final: number): Inline[] | undefined {
  let [was, now] = [original, final]
  const rest: Inline[] = []
  let comments: string[] = []
  for (const child of children) {
    const length = isTextLeaf(child) ? child.text.length : 1
    const ofOld = child.ins ? undefined : Math.min(was, length)
    const ofNew = child.del ? undefined : Math.min(now, length)
    if (ofOld !== undefined && ofNew !== undefined && ofOld !== ofNew) return undefined
    was -= ofOld ?? 0
    now -= ofNew ?? 0
    const cut = ofOld ?? ofNew ?? 0
    if (cut > 0 && !isTextLeaf(child)) return undefined
    if (!isTextLeaf(child)) rest.push(child)
    else if (cut < length) {
      const all = comments.length > 0 ? { comments: [...new Set([...comments, ...(child.comments ?? [])])].sort() } : {}
      rest.push({ ...child, text: child.text.slice(cut), ...all })
      comments = []
    } else comments.push(...(child.comments ?? []))
  }
  return comments.length > 0 ? undefined : rest.length > 0 ? rest : [{ text: '' }]
}
