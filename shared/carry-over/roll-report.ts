import { leftover } from '../checks/rules/leftover.ts'
import { longestParagraph } from '../checks/longest-paragraph.ts'
import { longestPriorText, mostPriorReports, type PriorReport } from '../desktop/prior-reports.ts'
import type { Stamp } from '../ledger/edit-ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { withCarried, withCarriedFigures } from '../report/carried.ts'
import { inlineLength, tidyInlines } from '../report/inlines.ts'
import { inlineText, plainText, type PlainLine, type PlainText } from '../report/plain-text.ts'
import { currentFormat, isTextLeaf, type Block, type Inline, type Report, type ReportMeta } from '../report/schema.ts'
import { decideReport } from '../revisions/decide.ts'
import { opensSpeech } from '../report/section-words.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { readFigures } from './read-figures.ts'
import { readSide, type ReadSide } from './read-side.ts'
import { nextLink, rollFigures, type BoundFigure } from './roll-figures.ts'
import { rollLedger } from './roll-ledger.ts'
import { rollMeta, type DatedMeta } from './roll-meta.ts'
import { isTitleLine, rollTitleBlock } from './roll-title-block.ts'
import { rollYears } from './roll-years.ts'
import { blank, type RolledWords } from './rolled-words.ts'
import type { RollChange, RolledReport } from './rolled-report.ts'
import { editBody, mapLines, offsetAfter, withoutOverlaps } from './text-edits.ts'

/** Last year's file, and the name that the checks cite it by. */
export interface LastReport {
  name: string
  report: Report
  ledger: Ledger
  prior: readonly PriorReport[]
}

export interface RollSetting {
  /** Identity of the new report. */
  id: string
  indicators: IndicatorEntry[]
  stamp: Stamp
}

/**
 * 转结: last year's report as the beginning of the next. Its structure and words stay, each sentence marked as carried over;
 * what names the year goes on by one where that is certain; every figure gives way to a □ that waits for the new one.
 * Undefined: the report names no year to go on from.
 */
export function rollReport(last: LastReport, { id, indicators, stamp }: RollSetting): RolledReport | undefined {
  const meta = datedMeta(last.report.meta)
  if (!meta) return undefined
  const accepted = decideReport(last.report, 'accept', 'all')
  const body = cleanBody(accepted.body)
  const plain = plainText(body)
  const side = readSide({ name: last.name, text: plain.text, year: meta.year, place: meta.place || null }, indicators)
  const next = rollMeta(meta)
  const { ledger, changes: ledgerChanges } = rollLedger(last.ledger, side, { stamp, indicators })
  const words = withoutOverlaps([
    ...rollTitleBlock(side.lines, meta.year, next.meeting),
    ...rollYears(side.lines, meta.year),
    ...rollFigures(side, meta.year, ledger, boundFigures(body, plain)),
    ...findBlanks(side),
  ])
  const made = words.filter((one) => one.text !== plain.text.slice(one.start, one.end))
  const edited = editBody(body, plain, made)
  return {
    report: {
      format: currentFormat,
      id,
      meta: next.meta,
      body: markCarried(edited, side, plain, made),
      notes: accepted.notes,
      checks: { ignored: last.report.checks.ignored.filter(({ indicator }) => indicator !== undefined) },
    },
    ledger,
    prior: [...asPrior(last), ...last.prior].slice(0, mostPriorReports),
    changes: [...next.changes, ...textChanges(words, made, plain, plainText(edited)), ...ledgerChanges],
  }
}

function datedMeta(meta: ReportMeta): DatedMeta | undefined {
  return meta.year === null ? undefined : { ...meta, year: meta.year }
}

function asPrior({ name, report }: LastReport): PriorReport[] {
  const { text } = plainText(report.body)
  return text.length > longestPriorText ? [] : [{ name: name.slice(0, 255), text }]
}

/** Comments and marks of an earlier roll gone: a new report begins as clean copy. */
function cleanBody(body: readonly Block[]): Block[] {
  return mapLines(body, (children) => tidyInlines(children.map(cleanInline)))
}

function cleanInline(inline: Inline): Inline {
  if (!isTextLeaf(inline)) return inline
  const { comments: _, carried: __, ...leaf } = inline
  const link = leaf.field && leaf.indicator !== undefined ? nextLink(leaf.indicator) : undefined
  return link ? { ...leaf, ...link } : leaf
}

function boundFigures(body: readonly Block[], plain: PlainText): BoundFigure[] {
  const found: BoundFigure[] = []
  const starts = new Map(plain.lines.map(({ path, start, labelLength }) => [path.join('.'), start + labelLength]))
  mapLines(body, (children, path) => {
    let at = starts.get(path.join('.')) ?? 0
    for (const inline of children) {
      const end = at + (isTextLeaf(inline) ? inline.text.length : 1)
      if (isTextLeaf(inline) && inline.indicator !== undefined) found.push({ start: at, end, key: inline.indicator })
      at = end
    }
    return children
  })
  return found
}

/** What was left open in last year's report already. */
function findBlanks({ lines }: ReadSide): RolledWords[] {
  return lines.flatMap((line) => {
    if (line.text.length > longestParagraph) return []
    const reading = { text: line.text, quantities: [], formulations: [], usage: [], powers: [], terms: [] }
    return leftover.check(line.text, reading).flatMap((outcome): RolledWords[] => {
      if ('holds' in outcome) return []
      const [start, end] = [line.start + outcome.start, line.start + outcome.end]
      return [{ what: 'blank', reason: 'open', start, end, text: line.text.slice(outcome.start, outcome.end) }]
    })
  })
}

/** Body text and lower headings; what is said at every meeting in the same words (salutation, mandate) is no matter of last year. */
function markCarried(
  body: readonly Block[],
  { lines }: ReadSide,
  plain: PlainText,
  made: readonly RolledWords[],
): Block[] {
  const after = plainText(body)
  const starts = new Map(after.lines.map((line) => [line.path.join('.'), line.start + line.labelLength]))
  const renewed = renewedSpans(made)
  const byPath = new Map(plain.lines.map((line, index) => [line.path.join('.'), lines[index]]))
  const marked = mapLines(body, (inlines, path, block) => {
    const children = inlines.map(withoutStaleKey)
    const line = byPath.get(path.join('.'))
    const text = inlineText(children)
    if (!line || isTitleLine(line) || line.role === 'salutation' || line.section === 'annex') return children
    if (opensSpeech(text)) return children
    if (path.length > 1 && text.length < shortestOfTable) return children
    if (block.type !== 'heading') return withCarried(children, keepsMark)
    if (block.level > 1) return withCarried(children, keepsMark)
    return block.runIn ? withCarried(children, keepsMark, leadLength(children)) : children
  })
  return mapLines(marked, (children, path) => {
    const from = starts.get(path.join('.')) ?? 0
    const figures = readFigures(inlineText(children)).filter(
      ({ start, end }) => !renewed.overlaps(from + start, from + end),
    )
    return figures.length === 0 ? children : withCarriedFigures(children, figures)
  }).map(withReviewState)
}

/** What the roll wrote itself is nothing of last year: 2026年, and the □ with its unit. */
function renewedSpans(made: readonly RolledWords[]): { overlaps: (start: number, end: number) => boolean } {
  let by = 0
  const spans = made.map(({ start, end, text }) => {
    const span = { start: start + by, end: start + by + text.length }
    by += text.length - (end - start)
    return span
  })
  return {
    overlaps(start, end) {
      let [low, high] = [0, spans.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((spans[middle]?.end ?? Infinity) <= start) low = middle + 1
        else high = middle
      }
      return (spans[low]?.start ?? Infinity) < end
    },
  }
}

/** Heads of columns and names of bodies are structure. */
const shortestOfTable = 12

const keepsMark = (sentence: string): boolean => !/^各位(?:代表|委员)[^，。]{0,6}[！!：:，,]?$/.test(sentence)

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

/** Sections are to be gone through: 待核. */
function withReviewState(block: Block): Block {
  if (block.type !== 'heading' && !(block.type === 'paragraph' && block.section)) return block
  if (inlineText(block.children).trim() === '') return block
  return { ...block, state: 'review' }
}

function textChanges(
  words: readonly RolledWords[],
  made: readonly RolledWords[],
  before: PlainText,
  after: PlainText,
): RollChange[] {
  return words.map((one) => {
    const start = offsetAfter(made, one.start)
    const line = lineAt(after, start)
    return {
      what: one.what,
      before: before.text.slice(one.start, one.end),
      after: one.text,
      certain: one.reason === '',
      reason: one.reason,
      place: {
        in: 'text',
        start,
        end: start + one.text.length,
        line: line ? after.text.slice(line.start, line.end) : '',
      },
    }
  })
}

function lineAt({ lines }: PlainText, at: number): PlainLine | undefined {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.start ?? Infinity) <= at) low = middle
    else high = middle - 1
  }
  return lines[low]
}
