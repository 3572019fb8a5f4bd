import { foldForNumbers } from '../numbers/find-quantities.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { SectionKind } from '../report/schema.ts'
import type { LineStructure } from '../report/structure.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { readCatalogue, type Catalogue } from './catalogue.ts'
import { compactParagraph, type CompactParagraph } from './compact-paragraph.ts'
import { readPeriod, readStatementYear, readStretch } from './period.ts'
import { entityAfter, entityBefore, entityOfSentence, readLevel, widerPlace, type Level } from './place-scope.ts'
import type { Figure, RawStatement } from './raw-statement.ts'
import { readClauses } from './read-clauses.ts'
import { readRole } from './role.ts'
import { keepStatements, placeStatements, type StatedParagraph, type StatementCache } from './statement-cache.ts'
import type { Bound, Statement } from './statement.ts'

export interface StatementLine extends LineStructure {
  start: number
  end: number
  text: string
}

export interface StatementSource {
  text: string
  lines: readonly StatementLine[]
  /** Of the whole text, in reading order. */
  quantities: readonly Quantity[]
  /** The year the report is given in. */
  year: number | null
  place: string | null
  indicators: readonly IndicatorEntry[]
}

/** What the report says of its indicators, in reading order. Offsets are those of the text. */
export function findStatements(report: StatementSource, cache: StatementCache = new Map()): Statement[] {
  const catalogue = catalogueOf(report.indicators)
  const level = readLevel(report.place, report.text)
  const found: Statement[] = []
  let next = 0
  let stretch: { section: SectionKind | null; spanning: boolean } = { section: null, spanning: false }
  for (const paragraph of findParagraphs(report)) {
    const { section } = paragraph.line
    const { words, opensStretch, statements: known } = readWords(paragraph.text, cache)
    if (opensStretch !== undefined) stretch = { section, spanning: opensStretch }
    else if (section !== stretch.section) stretch = { section, spanning: false }
    while ((report.quantities[next]?.start ?? Infinity) < paragraph.start) next++
    const first = next
    while ((report.quantities[next]?.start ?? Infinity) < paragraph.end) next++
    const own = report.quantities.slice(first, next)
    if (!own.some(isAmount)) continue
    const context = { line: paragraph.line, level, spanning: stretch.spanning }
    const key = `${report.year}|${report.place}|${level}|${section}|${stretch.spanning}`
    const kept = known.get(key)
    if (kept) {
      found.push(...placeStatements(kept, paragraph.start, found.length, own))
      continue
    }
    const compact = compactParagraph(words, paragraph.start)
    const raw = readClauses(compact.masked, figuresOf(own, compact), catalogue)
    const finish = finisher(report, compact, context)
    const base = found.length
    const indices = new Map(raw.map((statement, index) => [statement, base + index]))
    const statements = raw.map((statement) => finish(statement, indices))
    known.set(key, keepStatements(statements, paragraph.start, base, own))
    found.push(...statements)
  }
  return nameLocalRevenue(found, level)
}

const catalogues = new WeakMap<readonly IndicatorEntry[], Catalogue>()

/** The catalogue of one list of entries is made ready once. */
function catalogueOf(entries: readonly IndicatorEntry[]): Catalogue {
  let catalogue = catalogues.get(entries)
  if (!catalogue) {
    catalogue = readCatalogue(entries)
    catalogues.set(entries, catalogue)
  }
  return catalogue
}

function readWords(text: string, cache: StatementCache): StatedParagraph {
  let read = cache.get(text)
  if (!read) {
    const words = foldForNumbers(text)
    read = { words, opensStretch: readStretch(words), statements: new Map() }
    cache.set(text, read)
  }
  return read
}

interface Paragraph {
  start: number
  end: number
  text: string
  line: StatementLine
}

const silentRoles = new Set<LineStructure['role']>(['title', 'meeting', 'speaker', 'date', 'salutation', 'blank'])

/** Lines that a PDF copy broke are one paragraph; title block and annex state nothing. */
function findParagraphs({ text, lines }: StatementSource): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (!line || silentRoles.has(line.role) || line.section === 'annex') continue
    let last = line
    while (last.brokenAfter) {
      let following = index + 1
      while (lines[following]?.role === 'blank') following++
      const continued = lines[following]
      if (!continued) break
      index = following
      last = continued
    }
    const words = last === line ? line.text : text.slice(line.start, last.end)
    paragraphs.push({ start: line.start, end: last.end, text: words, line })
  }
  return paragraphs
}

function isAmount({ kind }: Quantity): boolean {
  return kind !== 'date' && kind !== 'listcount'
}

function figuresOf(quantities: readonly Quantity[], compact: CompactParagraph): Figure[] {
  const figures: Figure[] = []
  for (let index = 0; index < quantities.length; index++) {
    const quantity = quantities[index]
    if (!quantity) continue
    const upper = quantities[index + 1]
    const last = upper && isPair(quantities, index) ? upper : quantity
    figures.push({
      quantity,
      ...(last === quantity ? {} : { upper: last }),
      start: compact.fromText(quantity.start),
      end: compact.fromText(last.end),
    })
    if (last !== quantity) index++
  }
  return figures
}

/** The two ends of a range are neighbours; `rangeWith` may count within a paragraph or within the report. */
function isPair(quantities: readonly Quantity[], index: number): boolean {
  const low = quantities[index]?.rangeWith
  const high = quantities[index + 1]?.rangeWith
  return low !== undefined && high !== undefined && low === high + 1
}

function finisher(
  report: StatementSource,
  compact: CompactParagraph,
  { line, level, spanning }: { line: StatementLine; level: Level; spanning: boolean },
): (raw: RawStatement, indices: ReadonlyMap<RawStatement, number>) => Statement {
  return (raw, indices) => {
    const { subject, value, growth } = raw
    const words = { text: compact.masked, raw, section: line.section, spanning }
    const year = readStatementYear(words, report.year)
    const { role, cue, provisional } = readRole(words)
    const partOf = raw.partOf && indices.get(raw.partOf)
    return {
      start: compact.toText(raw.start),
      end: endOf(compact, raw.end),
      indicator: subject.name,
      surface: compact.text.slice(subject.start, subject.end),
      surfaceStart: compact.toText(subject.start),
      surfaceEnd: subject.end > subject.start ? endOf(compact, subject.end) : compact.toText(subject.start),
      known: subject.entry !== undefined,
      value: value?.quantity ?? null,
      ...(value?.upper ? { valueMax: value.upper } : {}),
      growth: growth?.quantity ?? null,
      growthSign: raw.growthSign,
      growthKind: raw.growthKind,
      growthBase:
        typeof raw.growthBase === 'number' && year !== null && raw.growthBase === year - 1
          ? 'last-year'
          : raw.growthBase,
      bound: boundOf(value ?? growth),
      year: raw.priorYear ?? (raw.prior && year !== null ? year - 1 : year),
      period: readPeriod(words),
      role: raw.prior ? 'prior' : role,
      provisional,
      place:
        widerPlace(compact.masked, raw, level) ??
        entityBefore(compact.masked, raw, report.place) ??
        entityAfter(compact.masked, raw) ??
        entityOfSentence(compact.masked, raw) ??
        '',
      section: line.section,
      ...(partOf === undefined ? {} : { partOf }),
      cue,
      sentenceStart: compact.toText(raw.sentence.start),
      sentenceEnd: endOf(compact, raw.sentence.end),
    }
  }
}

/** End of the last character, so that blanks after it stay outside. */
function endOf(compact: CompactParagraph, end: number): number {
  return end === 0 ? compact.toText(0) : compact.toText(end - 1) + 1
}

function boundOf(figure: Figure | undefined): Bound {
  if (!figure) return 'exact'
  if (figure.upper) return 'range'
  switch (figure.quantity.qualifier) {
    case '>':
    case '>=':
      return '≥'
    case '<=':
      return '≤'
    case '~':
    case '<~':
      return '≈'
    case '':
      return 'exact'
  }
}

/** A town's 财政收入 beside its 财政总收入 or 地方财政收入 is the local one. */
function nameLocalRevenue(statements: Statement[], level: Level): Statement[] {
  if (level !== 'township') return statements
  const named = statements.some(
    ({ indicator, surface }) => (indicator === '财政总收入' || indicator === '地方财政收入') && surface !== '财政收入',
  )
  if (!named) return statements
  return statements.map((statement) =>
    statement.surface === '财政收入' && statement.indicator === '财政总收入'
      ? { ...statement, indicator: '地方财政收入' }
      : statement,
  )
}
