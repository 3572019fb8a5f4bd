import { noNumber, revisedNumbers, type RevisedNumber } from '../../revisions/revised-numbers.ts'
import { joinsNext } from '../deleted.ts'
import { inlineText } from '../plain-text.ts'
import { isTextLeaf, type Block, type Inline, type LineBlock, type LineFormat, type TextLeaf } from '../schema.ts'
import { readStructure, type LineStructure } from '../structure.ts'
import { lineRevisions, type SourceBlock, type SourceLine } from './source-block.ts'

/** Makes the block of a line whose printed number has been taken from its words. */
export type BuildLine = (line: SourceLine, structure: LineStructure) => LineBlock

/** What a line that is revised where its number stands may be in the report, best first. */
export interface RevisedLine {
  readings: LineBlock[]
  /** What the file prints of the line with everything rejected and accepted, without blanks. */
  old: string
  new: string
}

/**
 * Numbers of revised lines are revisions themselves in a Word file; the report computes them. By index, for lines whose
 * number or kind is revised: without the number, with a label of their own, as `usual`, and with the number as words.
 */
export function readRevisedLines(
  blocks: readonly SourceBlock[],
  usual: readonly Block[],
  build: BuildLine,
): Map<number, RevisedLine> {
  const lines = new Map<number, RevisedLine>()
  if (!blocks.some(isRevised)) return lines
  const final = readTexts(blocks)
  const original = readTexts(blocks.map((block) => (block.type === 'line' ? mirrored(block) : block)))
  blocks.forEach((block, index) => {
    if (block.type !== 'line' || !concerns(block, blocks[index - 1])) return
    const counted = countedLine(block, original.get(index), final.get(index), build)
    const readings = [
      ...(counted ?? []),
      usual[index] as LineBlock,
      { type: 'paragraph', children: block.children, ...lineRevisions(withoutLevels(block), { type: 'paragraph' }) },
    ] satisfies LineBlock[]
    lines.set(index, {
      readings,
      old: bare(inlineText(mirrored(block).children)),
      new: bare(inlineText(block.children)),
    })
  })
  return lines
}

/** Without the number that the report computes; then with the number as a label of its own. */
function countedLine(
  source: SourceLine,
  was: TextOfLine | undefined,
  now: TextOfLine | undefined,
  build: BuildLine,
): LineBlock[] | undefined {
  const children = withoutNumbers(source.children, was?.cut ?? 0, now?.cut ?? 0)
  const line = children && { ...source, children }
  const block = line && countedBlock(line, was, now, build)
  if (!block) return undefined
  const { children: _, ...format } = block
  const { pFmt, ...revisions } = lineRevisions(line, format)
  const counted = { ...block, ...revisions }
  const label = now?.label || was?.label
  if (!pFmt) return [counted, labelled(counted, label)]
  const { children: __, ...prev } = was?.kind ? asOriginal(line, was.kind, build) : { ...pFmt.prev, children }
  const { align, xml } = pFmt.prev
  const before = { ...prev, ...(align === undefined ? {} : { align }), xml } as LineFormat
  return [
    { ...counted, pFmt: { ...pFmt, prev: before } },
    { ...labelled(counted, now?.label), pFmt: { ...pFmt, prev: labelled(before, was?.label) } },
  ]
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

function labelled<Item extends { type: string }>(item: Item, label: string | undefined): Item {
  return label && (item.type === 'heading' || item.type === 'list-item') ? { ...item, label } : item
}

function withoutLevels({ level: _, before, ...line }: SourceLine): SourceLine {
  return { ...line, ...(before && { before: { ...before, level: undefined } }) }
}

const bare = (text: string): string => text.replace(/\s+/g, '')

/** So many lines are tried one after the other; those behind them all at once. */
const mostSteps = 300

/**
 * For every line the best reading with which the report prints what the file prints. Numbers only depend on what stands
 * before them, so the first line that is wrong is at fault, or one of those that its pending end joins it with.
 */
export function chooseReadings(
  lines: ReadonlyMap<number, RevisedLine>,
  usual: readonly Block[],
): Map<number, LineBlock> {
  const chosen = new Map([...lines.keys()].map((index) => [index, 0]))
  const body = [...usual]
  const read = (index: number, choice: number): void => {
    chosen.set(index, choice)
    const block = lines.get(index)?.readings[choice]
    if (block) body[index] = block
  }
  const hasMore = (index: number): boolean => (chosen.get(index) ?? 0) + 1 < (lines.get(index)?.readings.length ?? 0)
  for (const index of lines.keys()) read(index, 0)
  for (let step = 0; lines.size > 0; step++) {
    const numbers = revisedNumbers(body, hasWords)
    const wrong = [...lines].flatMap(([index, line]) => {
      if (printsAs(body[index] as LineBlock, numbers[index] ?? noNumber, line)) return []
      const joined = joinedFrom(body, index)
      const at = joined.findIndex(hasMore)
      return at < 0 ? [] : [joined.slice(0, at + 1)]
    })
    if (wrong.length === 0) break
    const isFew = step < mostSteps
    for (const joined of isFew ? wrong.slice(0, 1) : wrong) {
      const last = joined.at(-1) as number
      if (hasMore(last)) read(last, (chosen.get(last) ?? 0) + 1)
      // With another reading behind them, those before it may be right as they were.
      if (isFew) for (const index of joined.slice(0, -1)) read(index, 0)
    }
  }
  return new Map([...lines.keys()].map((index) => [index, body[index] as LineBlock]))
}

function printsAs({ children }: LineBlock, number: RevisedNumber, line: RevisedLine): boolean {
  const was = bare(number.old + inlineText(children.map(turned)))
  return was === line.old && bare(number.new + inlineText(children)) === line.new
}

/** A line and those behind it that it becomes one with when its end goes. */
function joinedFrom(body: readonly Block[], index: number): number[] {
  const joined = [index]
  for (let at = index; joinsNext(body[at]); at++) joined.push(at + 1)
  return joined
}

const hasWords = ({ children }: LineBlock): boolean =>
  children.some((child) => !isTextLeaf(child) || child.text.trim() !== '')

function isRevised(block: SourceBlock): boolean {
  return block.type === 'line' && concerns(block, undefined)
}

function concerns({ children, mark, before }: SourceLine, previous: SourceBlock | undefined): boolean {
  const ofMark = previous?.type === 'line' ? previous.mark : undefined
  const [first] = children.filter((child) => !isTextLeaf(child) || child.text !== '')
  return [mark?.ins, mark?.del, before, ofMark?.ins, ofMark?.del, first?.ins, first?.del].some((one) => one)
}

interface TextOfLine {
  /** Units of the number that stands in this line, and what it prints. */
  cut: number
  label: string
  /** What the paragraph is that ends with this line; its first line may be another. */
  kind?: LineStructure
}

/** Lines as one text has them: without what is deleted, joined where a paragraph mark is. */
function readTexts(blocks: readonly SourceBlock[]): Map<number, TextOfLine> {
  const paragraphs = joined(blocks).filter(({ text }) => text !== '')
  const structure = readStructure(
    paragraphs.map(({ text }) => text),
    paragraphs.map(({ last }) => (last.title ? 'title' : last.level)),
  )
  const texts = new Map<number, TextOfLine>()
  paragraphs.forEach(({ from, begins, text }, number) => {
    const line = structure[number]
    if (!line) return
    const numbered = line.role === 'heading' || line.role === 'list-item'
    const cut = numbered ? (line.labelEnd ?? 0) : 0
    const ends = from.at(-1) ?? begins
    const lead = line.leadEnd !== undefined && from.length === 1 ? { leadEnd: line.leadEnd - cut } : {}
    const { leadEnd: _, ...rest } = line
    const kind = { ...rest, ...lead, labelEnd: cut }
    texts.set(begins, { cut, label: text.slice(0, cut).trim() })
    texts.set(ends, { ...(texts.get(ends) ?? { cut: 0, label: '' }), kind })
  })
  return texts
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
    if (block.mark?.del && blocks[index + 1]?.type === 'line') return
    paragraphs.push({ from, begins: begins < 0 ? index : begins, last: block, text })
    from = []
    begins = -1
    text = ''
  })
  return paragraphs
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
