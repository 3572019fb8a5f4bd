import { leftover } from '../checks/rules/leftover.ts'
import { longestParagraph } from '../checks/longest-paragraph.ts'
import { longestPriorText, mostPriorReports, type PriorReport } from '../desktop/prior-reports.ts'
import type { Stamp } from '../ledger/edit-ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LedgerLoss } from '../ledger/unread-words.ts'
import { ledgerReader } from '../ledger/ledger-reader.ts'
import { readSentences } from '../report/carried.ts'
import { tidyInlines } from '../report/inlines.ts'
import { inlineText, plainText, type PlainLine, type PlainText } from '../report/plain-text.ts'
import {
  currentFormat,
  isTextLeaf,
  type Block,
  type Inline,
  type Report,
  type ReportMeta,
  type TrendChart,
} from '../report/schema.ts'
import { decideReport } from '../revisions/decide.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { findLeftFigures } from './left-figures.ts'
import { markRolled } from './mark-rolled.ts'
import { readSide, type ReadSide } from './read-side.ts'
import { rollAnnexes, rollCharts } from './roll-annexes.ts'
import { nextLink, rollFigures, type BoundFigure } from './roll-figures.ts'
import { rollLedger } from './roll-ledger.ts'
import { rollMeta, type DatedMeta, type NextMeeting } from './roll-meta.ts'
import { rollNotes } from './roll-notes.ts'
import { rollTables } from './roll-tables.ts'
import { rollTitleBlock } from './roll-title-block.ts'
import { rollYears } from './roll-years.ts'
import type { RolledWords } from './rolled-words.ts'
import type { RollChange, RolledReport } from './rolled-report.ts'
import { editBody, mapLines, offsetAfter, withoutOverlaps } from './text-edits.ts'

/** Last year's file, and the name that the checks cite it by. */
export interface LastReport {
  name: string
  report: Report
  ledger: Ledger
  prior: readonly PriorReport[]
  /** What of its ledger could not be read. */
  loss?: LedgerLoss
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
  const clean = cleanBody(accepted.body)
  const read = (text: string): ReadSide =>
    readSide({ name: last.name, text, year: meta.year, place: meta.place || null }, indicators)
  const lastSide = read(plainText(clean).text)
  const next = rollMeta(meta)
  const { ledger, changes: ledgerChanges } = rollLedger(last.ledger, lastSide, { stamp, indicators })
  const reader = ledgerReader(ledger, indicators)
  const body = rollCharts(rollAnnexes(clean, reader), meta.year, reader)
  const plain = plainText(body)
  const side = body === clean ? lastSide : read(plain.text)
  const words = rollWords({ body, plain, side, meta, ledger, meeting: next.meeting })
  const made = words.filter((one) => one.text !== plain.text.slice(one.start, one.end))
  const edited = editBody(body, plain, made)
  const notes = rollNotes(accepted.notes, meta.year)
  return {
    report: {
      format: currentFormat,
      id,
      meta: next.meta,
      body: markRolled(edited, side, plain, words).map(withReviewState),
      notes: notes.notes,
      checks: { ignored: last.report.checks.ignored.filter(({ indicator }) => indicator !== undefined) },
    },
    ledger,
    prior: [...asPrior(last), ...last.prior].slice(0, mostPriorReports),
    changes: [
      ...next.changes,
      ...textChanges(words, made, plain, plainText(edited)),
      ...notes.changes,
      ...chartChanges(clean, body, meta.year),
      ...ledgerChanges,
    ],
  }
}

interface Rolling {
  body: readonly Block[]
  plain: PlainText
  side: ReadSide
  meta: DatedMeta
  ledger: Ledger
  meeting: NextMeeting
}

/** What becomes of last year's words, in the order of the text. */
function rollWords({ body, plain, side, meta: { year }, ledger, meeting }: Rolling): RolledWords[] {
  const bound = boundFigures(body, plain)
  const isAnnex = ({ start }: RolledWords): boolean => {
    const index = lineAt(plain, start)?.path[0]
    const block = index === undefined ? undefined : body[index]
    return block?.type === 'table' && block.annex !== undefined
  }
  const inTables = new Set(plain.lines.filter(({ type }) => type === 'table-cell').map(({ start }) => start))
  const figures = rollFigures(side, year, ledger, { bound, inTables })
  const others = [
    ...rollYears(side.lines, year),
    ...figures,
    ...findBlanks(side),
    ...findLeftFigures(side, year, figures),
  ]
  const words = [
    ...rollTitleBlock(side.lines, year, meeting),
    ...rollTables(body, plain, year, bound),
    // What the ledger says in its tables is of the years that their heads name.
    ...others.filter((one) => !isAnnex(one)),
  ]
  return withoutOverlaps(words).map((one) => {
    if (lineAt(plain, one.start)?.type !== 'opaque') return one
    // Nobody can write into a picture or text box of another program.
    return {
      what: one.what,
      reason: 'object',
      start: one.start,
      end: one.end,
      text: plain.text.slice(one.start, one.end),
    }
  })
}

/** Of each chart what became of it; blocks of the two bodies stand at the same places. */
function chartChanges(last: readonly Block[], body: readonly Block[], year: number): RollChange[] {
  return body.flatMap((block, index): RollChange[] => {
    const [before, chart] = [chartOf(last[index]), chartOf(block)]
    if (!before || !chart) return []
    const end = chart.points.at(-1)?.year ?? year
    const reason = chart.until === undefined ? 'chartStays' : end < year ? 'chart' : ''
    const place = { in: 'ledger', indicator: chart.indicator, year: chart.until ?? end } as const
    return [{ what: 'chart', before: yearsOf(before), after: yearsOf(chart), certain: reason === '', reason, place }]
  })
}

const chartOf = (block: Block | undefined): TrendChart | undefined =>
  block?.type === 'opaque' && !block.del ? block.chart : undefined

const yearsOf = ({ title, points }: TrendChart): string =>
  `${title}${points[0]?.year ?? ''}—${points.at(-1)?.year ?? ''}`

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
  const { comments: _, points: __, carried: ___, ...leaf } = inline
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
  const rows = rowsOfTables(after)
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
        sentence: line ? (rows.get(rowOf(line)) ?? sentenceIn(after.text, line, start)) : '',
      },
    }
  })
}

/** A cell alone says little: its row stands for it. */
function rowsOfTables({ text, lines }: PlainText): ReadonlyMap<string, string> {
  const rows = new Map<string, string>()
  for (const line of lines) {
    if (line.type !== 'table-cell') continue
    const before = rows.get(rowOf(line))
    const words = text.slice(line.start, line.end)
    rows.set(rowOf(line), before === undefined ? words : `${before}\u3000${words}`)
  }
  return rows
}

/** '' for a line that is none of a table. */
const rowOf = ({ type, path }: PlainLine): string => (type === 'table-cell' ? path.slice(0, 2).join('.') : '')

function sentenceIn(text: string, { start, end }: PlainLine, at: number): string {
  const line = text.slice(start, end)
  const sentences = readSentences(line)
  const own = sentences.find((one) => at - start < one.end) ?? sentences.at(-1)
  return own?.text ?? line
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
