import { findStatements } from '../indicators/find-statements.ts'
import { ledgerReader } from '../ledger/ledger-reader.ts'
import { findQuantities } from '../numbers/find-quantities.ts'
import { movedQuantity, type Quantity } from '../numbers/quantity.ts'
import { simplified } from '../report/simplified.ts'
import { readLine } from '../report/read-line.ts'
import { readStructure, type LineCache } from '../report/structure.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { bindStatements } from './bound-statements.ts'
import type { CheckCache, ReadParagraph } from './check-cache.ts'
import { longestParagraph } from './longest-paragraph.ts'
import { readPlace } from './read-place.ts'
import { readYear } from './read-year.ts'
import type { ReadInput, LineView, ParagraphView, PriorView, ReportView } from './rule.ts'

/** Text → lines with their structure, paragraphs, quantities, statements, year and place. */
export function readReport(input: ReadInput, cache: CheckCache): ReportView {
  const own = readOne(input.text, input.year, input.place, input.indicators, cache)
  return {
    ...own,
    statements: bindStatements(own.statements, input.links ?? []),
    prior: input.prior.map((report) => readPrior(report, own, input.indicators, cache)),
    formulations: input.formulations,
    usage: input.usage,
    terms: input.terms,
    names: input.names,
    ledger: input.ledger && input.ledger.rows.length > 0 ? ledgerReader(input.ledger, input.indicators) : undefined,
    links: input.links ?? [],
    carried: input.carried ?? [],
    notes: input.notes ?? [],
  }
}

/** An earlier report is read once and kept. Its year is only what its own text says. */
function readPrior(
  report: { name: string; text: string },
  own: { place: string | null },
  indicators: IndicatorEntry[],
  cache: CheckCache,
): PriorView {
  const key = JSON.stringify([report.name, own.place, report.text])
  let view = cache.prior.get(key)
  if (!view) {
    view = { name: report.name, ...readOne(report.text, null, own.place, indicators, cache) }
    cache.prior.set(key, view)
  }
  return view
}

type OneReport = Omit<PriorView, 'name'>

/** A text read for itself, without anything to check it against. */
export function readOne(
  raw: string,
  knownYear: number | null,
  knownPlace: string | null,
  indicators: IndicatorEntry[],
  cache: CheckCache,
): OneReport {
  const text = simplified(raw)
  const lines = readLines(text, cache.lines)
  const paragraphs = joinParagraphs(text, lines)
  const quantities = placeQuantities(paragraphs, readParagraphs(paragraphs, cache))
  const year = knownYear ?? readYear(lines)
  const place = knownPlace ?? readPlace(lines)
  const statements = findStatements({ text, lines, quantities, year, place, indicators }, cache.statements)
  return { text, source: raw, year, place, lines, paragraphs, quantities, statements, indicators }
}

export function readLines(text: string, known: LineCache = new Map()): LineView[] {
  const lines: { start: number; end: number; text: string }[] = []
  for (let start = 0; start <= text.length;) {
    const feed = text.indexOf('\n', start)
    const stop = feed < 0 ? text.length : feed
    const end = stop > start && text.charAt(stop - 1) === '\r' ? stop - 1 : stop
    lines.push({ start, end, text: readLine(text.slice(start, end), known).line })
    start = stop + 1
  }
  const structure = readStructure(
    lines.map((line) => line.text),
    [],
    known,
  )
  return lines.map((line, index) => ({ ...(structure[index] ?? { role: 'body', section: null }), ...line }))
}

/** A line that goes on in the next one belongs to the same paragraph, over blank lines between them. */
export function joinParagraphs(text: string, lines: readonly LineView[]): ParagraphView[] {
  const paragraphs: ParagraphView[] = []
  for (let index = 0; index < lines.length;) {
    let last = index
    while (lines[last]?.brokenAfter) {
      let next = last + 1
      while (lines[next]?.role === 'blank') next++
      if (next >= lines.length) break
      last = next
    }
    const start = lines[index]?.start ?? 0
    const end = lines[last]?.end ?? start
    if (end > start) {
      const words = last === index ? (lines[index]?.text ?? '') : text.slice(start, end)
      paragraphs.push({ start, end, text: words, firstLine: index, lastLine: last + 1 })
    }
    index = last + 1
  }
  return paragraphs
}

/** What is known of each paragraph of a view. */
export function readParagraphs(paragraphs: readonly ParagraphView[], cache: CheckCache): readonly ReadParagraph[] {
  let read = cache.views.get(paragraphs)
  if (!read) {
    read = paragraphs.map(({ text }) => readParagraph(cache, text))
    cache.views.set(paragraphs, read)
  }
  return read
}

function readParagraph(cache: CheckCache, text: string): ReadParagraph {
  let entry = cache.paragraphs.get(text)
  if (!entry) {
    const quantities = text.length > longestParagraph ? [] : findQuantities(text)
    entry = { quantities, placed: undefined, contributions: undefined }
    cache.paragraphs.set(text, entry)
  }
  return entry
}

/** Quantities with offsets of the whole text; where nothing before a paragraph has changed, the same as in the last check. */
function placeQuantities(paragraphs: readonly ParagraphView[], read: readonly ReadParagraph[]): Quantity[] {
  const all: Quantity[] = []
  for (const [index, paragraph] of read.entries()) {
    const start = paragraphs[index]?.start ?? 0
    const first = all.length
    let { placed } = paragraph
    if (placed?.start !== start || placed.first !== first) {
      const quantities = paragraph.quantities.map((quantity) => movedQuantity(quantity, start))
      relinkRanges(quantities, first)
      placed = { start, first, quantities }
      paragraph.placed = placed
    }
    for (const quantity of placed.quantities) all.push(quantity)
  }
  return all
}

/** `rangeWith` counts within a paragraph; in the list of the report the two ends of a range are always neighbours. */
function relinkRanges(quantities: readonly Quantity[], first: number): void {
  for (let index = 0; index + 1 < quantities.length; index++) {
    const quantity = quantities[index]
    const next = quantities[index + 1]
    if (quantity?.rangeWith === undefined || next?.rangeWith === undefined) continue
    if (quantity.rangeWith !== next.rangeWith + 1) continue
    quantity.rangeWith = first + index + 1
    next.rangeWith = first + index
    index++
  }
}
