import { withCarried, withCarriedFigures } from '../report/carried.ts'
import { inlineLength } from '../report/inlines.ts'
import { inlineText, plainText, type PlainText } from '../report/plain-text.ts'
import { opensSpeech } from '../report/section-words.ts'
import { isTextLeaf, type Block, type Inline } from '../report/schema.ts'
import type { LineView } from '../checks/rule.ts'
import type { TextSpan } from './accounts.ts'
import { joined, readFigures, readWordsOfYear } from './read-figures.ts'
import type { ReadSide } from './read-side.ts'
import { isTitleLine } from './roll-title-block.ts'
import { blank, type RolledWords } from './rolled-words.ts'
import { readTableCells } from './table-cells.ts'
import { mapLines } from './text-edits.ts'

/**
 * The rolled body with the marks of what came from last year: body text and lower headings sentence by sentence, and every
 * other line that still holds a figure of last year; what the list of changes leaves to be looked at (待核) keeps a mark of its
 * own, whatever else changes in its sentence. `words`: all of that list, in the order of the text as it was. What is said at every meeting in the same words (salutation, mandate) is
 * no matter of last year; a table made from the ledger holds what the ledger says.
 */
export function markRolled(
  body: readonly Block[],
  { lines }: ReadSide,
  plain: PlainText,
  words: readonly RolledWords[],
): Block[] {
  const after = plainText(body)
  const starts = new Map(after.lines.map((line) => [line.path.join('.'), line.start + line.labelLength]))
  const byPath = new Map(plain.lines.map((line, index) => [line.path.join('.'), lines[index]]))
  const { renewed, kept } = spansAfter(words, plain)
  const serials = serialCells(body, after)
  return mapLines(body, (inlines, path, block) => {
    if (isFromLedger(body[path[0] ?? 0])) return inlines
    const children = inlines.map(withoutStaleKey)
    const at = path.join('.')
    const line = byPath.get(at)
    const text = inlineText(children)
    const from = starts.get(at) ?? 0
    const sentences = withSentences(children, line, path, block)
    const listed = line && isTitleLine(line) ? [] : inLine(kept, from, text.length)
    const own = [...(sentences ? readWordsOfYear(text) : readFigures(text)), ...listed].filter(
      ({ start, end }) =>
        !overlaps(renewed, from + start, from + end) && !isNoFigure(text, { start, end }, line, path.length > 1),
    )
    const figures = serials.has(from) ? [] : joined(own)
    const marked = sentences ?? (figures.length > 0 ? withCarried(children) : children)
    return figures.length === 0 ? marked : withCarriedFigures(marked, figures)
  })
}

/** Undefined: the sentences of the line are not marked for themselves. */
function withSentences(
  children: readonly Inline[],
  line: LineView | undefined,
  path: readonly number[],
  block: Block,
): Inline[] | undefined {
  const text = inlineText(children)
  if (!line || isTitleLine(line) || line.role === 'salutation' || line.section === 'annex') return undefined
  if (opensSpeech(text) || (path.length > 1 && text.length < shortestOfTable)) return undefined
  if (block.type !== 'heading' || block.level > 1) return withCarried(children, keepsMark)
  return block.runIn ? withCarried(children, keepsMark, leadLength(children)) : undefined
}

/** Heads of columns and names of bodies are structure. */
const shortestOfTable = 12

const keepsMark = (sentence: string): boolean => !/^各位(?:代表|委员)[^，。]{0,6}[！!：:，,]?$/.test(sentence)

/** 第十九届, 第六次 and dates of the title block are those of 报告信息; 1. in a cell numbers it. */
function isNoFigure(text: string, { start, end }: TextSpan, line: LineView | undefined, inCell: boolean): boolean {
  if (line && isTitleLine(line))
    return /^\s*[届次年月日号]/.test(text.slice(end)) || /[届次年月日]$/.test(text.slice(start, end))
  return inCell && /^[\s（(]*$/.test(text.slice(0, start)) && /^[.．、)）](?!\d)/.test(text.slice(end))
}

function isFromLedger(block: Block | undefined): boolean {
  return block?.type === 'table' && block.annex !== undefined
}

/** Starts of the cells that hold a number of order. */
function serialCells(body: readonly Block[], { lines, text }: PlainText): ReadonlySet<number> {
  const cells = lines.filter(({ type }) => type === 'table-cell')
  return new Set(
    body.flatMap((block, index) => {
      if (block.type !== 'table') return []
      const own = cells.filter(({ path }) => path[0] === index)
      return readTableCells(block, index, own, text).flatMap(({ serial, start }) => (serial ? [start] : []))
    }),
  )
}

/**
 * Where the list's words stand in the new text. What the roll wrote itself is nothing of last year: 2026年, and the □ with its
 * unit; the others stand as they were.
 */
function spansAfter(
  words: readonly RolledWords[],
  { text: before }: PlainText,
): { renewed: TextSpan[]; kept: TextSpan[] } {
  let by = 0
  const [renewed, kept]: [TextSpan[], TextSpan[]] = [[], []]
  for (const { start, end, text } of words) {
    const span = { start: start + by, end: start + by + text.length }
    by += text.length - (end - start)
    if (text !== before.slice(start, end)) renewed.push(span)
    else if (text !== blank) kept.push(span)
  }
  return { renewed, kept }
}

/** Index of the first stretch that ends behind the place. */
function firstBehind(spans: readonly TextSpan[], at: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return low
}

const overlaps = (spans: readonly TextSpan[], start: number, end: number): boolean =>
  (spans[firstBehind(spans, start)]?.start ?? Infinity) < end

/** The stretches that lie in the line that begins at `from`, as those of the line. */
function inLine(spans: readonly TextSpan[], from: number, length: number): TextSpan[] {
  const found: TextSpan[] = []
  for (let index = firstBehind(spans, from); index < spans.length; index++) {
    const { start = Infinity, end = 0 } = spans[index] ?? {}
    if (start >= from + length) break
    if (start >= from && end <= from + length) found.push({ start: start - from, end: end - from })
  }
  return found
}

/** Words beside a figure that was bound lose the link. */
function withoutStaleKey(inline: Inline): Inline {
  if (!isTextLeaf(inline) || inline.indicator === undefined || inline.text === blank) return inline
  const { indicator: _, ...leaf } = inline
  return leaf
}

function leadLength(children: readonly Inline[]): number {
  const body = children.findIndex((inline) => !isTextLeaf(inline) || !inline.lead)
  return inlineLength(body < 0 ? children : children.slice(0, body))
}
