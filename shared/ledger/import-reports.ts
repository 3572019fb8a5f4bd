import { createCheckCache } from '../checks/check-cache.ts'
import { maybeSamePlace } from '../checks/earlier-reports.ts'
import { compare } from '../numbers/decimal.ts'
import { disjoint, widthOf } from '../numbers/interval.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { byYear, findConflicts, saysSame, valuesOf } from './conflicts.ts'
import { contentOf, sameContent, type LedgerEdit } from './edit-ledger.ts'
import { equalValues, inUnit } from './figure-value.ts'
import { findFigure, findRow, type FigureContent, type Ledger } from './ledger.ts'
import { mostFigures, mostRows } from './parse-ledger.ts'
import type { GivenReport, ImportStep, Proposal, RefusedReport, ReportConflict, ReportReading } from './proposal.ts'
import { cellKey, readLedgerReport } from './read-report.ts'

/** Past reports of one place, read and held against each other. */
export interface ReportChain {
  /** Full name of the place; null: neither the ledger nor a report says it. */
  place: string | null
  /** By year. */
  readings: ReportReading[]
  refused: RefusedReport[]
  conflicts: ReportConflict[]
}

/** Reads reports in any order; one of another place, without a year, or read already under another name is refused. */
export function readChain(
  reports: readonly GivenReport[],
  place: string | null,
  indicators: IndicatorEntry[],
): ReportChain {
  const cache = createCheckCache()
  const all = reports.map((report) => readLedgerReport(report, indicators, cache)).sort(byYear)
  const own = place ?? commonPlace(all)
  const readings: ReportReading[] = []
  const refused: RefusedReport[] = []
  for (const reading of all) {
    const refusal = refusalOf(reading, readings, own)
    if (refusal) refused.push(refusal)
    else readings.push(reading)
  }
  return { place: own, readings, refused, conflicts: findConflicts(readings, indicators) }
}

/** The place of most reports, of as many the one of the latest: a county that became a district goes by its new name. */
function commonPlace(readings: readonly ReportReading[]): string | null {
  const places = readings.flatMap(({ place }) => (place === null ? [] : [place])).reverse()
  const votes = (place: string): number => places.filter((other) => maybeSamePlace(place, other)).length
  return places.reduce<string | null>((best, one) => (best === null || votes(one) > votes(best) ? one : best), null)
}

function refusalOf(
  { file, year, place, text }: ReportReading,
  taken: readonly ReportReading[],
  own: string | null,
): RefusedReport | undefined {
  if (!maybeSamePlace(own, place)) return { file, reason: 'otherPlace', named: place ?? '' }
  if (year === null) return { file, reason: 'noYear', named: '' }
  const twin = taken.find((other) => bare(other.text) === bare(text))
  return twin && { file, reason: 'duplicate', named: twin.file }
}

function bare(text: string): string {
  return text.replace(/\s/g, '')
}

/** The proposals that are accepted unless the user says otherwise. */
export function headlineProposals({ readings }: ReportChain): Proposal[] {
  return readings.flatMap(({ proposals }) => proposals.filter(({ headline }) => headline))
}

/**
 * What becomes of the ledger when the proposals are accepted, a step for each cell that changes. Of several proposals for a
 * cell that of the year's own report counts. A figure that stands there and says the same keeps its digits and its state.
 */
export function planImport(ledger: Ledger, accepted: readonly Proposal[]): ImportStep[] {
  const byCell = new Map<string, Proposal>()
  for (const proposal of accepted) {
    const indicator = findRow(ledger, proposal.cell.indicator)?.indicator ?? proposal.cell.indicator
    const named = { ...proposal, cell: { ...proposal.cell, indicator } }
    const rival = byCell.get(cellKey(named.cell))
    if (!rival || comesFirst(named, rival)) byCell.set(cellKey(named.cell), named)
  }
  return [...byCell.values()].sort(inOrder).flatMap((proposal) => stepOf(ledger, proposal))
}

function inOrder(a: Proposal, b: Proposal): number {
  const [own, other] = [cellKey(a.cell), cellKey(b.cell)]
  return a.cell.year - b.cell.year || a.sentence.start - b.sentence.start || (own < other ? -1 : own > other ? 1 : 0)
}

/** The year's own report before later ones, a value before a mere growth, then the later report. */
function comesFirst(a: Proposal, b: Proposal): boolean {
  const order =
    Number(isOwn(b)) - Number(isOwn(a)) ||
    Number(b.content.value !== null) - Number(a.content.value !== null) ||
    b.reportYear - a.reportYear
  return order < 0 || (order === 0 && a.content.source.file < b.content.source.file)
}

function isOwn({ cell: { kind, year, period }, reportYear }: Proposal): boolean {
  return reportYear === (kind === 'result' && (period === 'year' || period === 'term') ? year + 1 : year)
}

function stepOf(ledger: Ledger, proposal: Proposal): ImportStep[] {
  const { cell, content } = proposal
  const figure = findFigure(ledger, cell)
  if (!figure) return [{ cell, proposal, before: null, after: content }]
  const before = contentOf(figure)
  const { department, person } = before.source
  const after = { ...content, source: { ...content.source, department, person } }
  if (before.value === null && before.growth === null) {
    return [{ cell, proposal, before: null, after: { ...after, unit: after.unit || before.unit } }]
  }
  const kept = keeping(before, after)
  return sameContent(kept, before) ? [] : [{ cell, proposal, before, after: kept }]
}

/** What stands in the ledger, with what the report knows besides; the report's figure where the two differ. */
function keeping(before: FigureContent, after: FigureContent): FigureContent {
  const { state, source, value, unit, bound, settlement } = after
  const own = agreesOnValue(before, after) ? before : { ...before, value, unit, bound, settlement, source, state }
  const growth = growthIn(own.unit, after)
  if (growth !== null && !(before.growth !== null && sameGrowth(before, { ...after, growth })))
    return { ...own, growth, growthUnit: after.growthUnit, state }
  return own.unit === before.unit ? own : { ...own, growth: growthIn(own.unit, before) }
}

/** An increase in the unit of the value is an amount of that unit. */
function growthIn(unit: string, { growth, growthUnit, unit: from }: FigureContent): string | null {
  return growth === null || growthUnit !== 'value' ? growth : (inUnit(growth, from, unit) ?? null)
}

/** The same value, or the same rounded to fewer digits; a report that gives only the growth says nothing against it. */
function agreesOnValue(before: FigureContent, after: FigureContent): boolean {
  if (after.value === null || saysSame(before, after)) return true
  const [own, other] = [valuesOf(before), valuesOf(after)]
  if (!own || !other || disjoint(own, other)) return false
  const [width, given] = [widthOf(own), widthOf(other)]
  return width !== undefined && (given === undefined || compare(width, given) <= 0)
}

function sameGrowth(a: FigureContent, b: FigureContent): boolean {
  return a.growthUnit === b.growthUnit && a.growth !== null && b.growth !== null && equalValues(a.growth, b.growth)
}

/** The steps as edits of the ledger, new rows first: those of the catalogue in its order, then the place's own. */
export function importEdits(ledger: Ledger, steps: readonly ImportStep[], indicators: IndicatorEntry[]): LedgerEdit[] {
  const order = new Map(indicators.map(({ name }, index) => [name, index]))
  const fresh = new Map<string, Proposal>()
  for (const { cell, proposal } of steps) {
    if (findRow(ledger, cell.indicator)) continue
    const known = fresh.get(cell.indicator)
    if (!known || (known.row.unit === '' && proposal.row.unit !== '')) fresh.set(cell.indicator, proposal)
  }
  const rows = [...fresh].sort(([a], [b]) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity) || 0)
  const added = rows.slice(0, Math.max(0, mostRows - ledger.rows.length))
  const names = new Set([...ledger.rows.map(({ indicator }) => indicator), ...added.map(([name]) => name)])
  const room = mostFigures - ledger.rows.reduce((sum, { figures }) => sum + figures.length, 0)
  return [
    ...added.map(([indicator, { row }]): LedgerEdit => ({ edit: 'addRow', row: { ...row, indicator } })),
    ...steps
      .filter(({ cell }) => names.has(cell.indicator))
      .slice(0, Math.max(0, room))
      .map(({ cell, after }): LedgerEdit => ({ edit: 'set', ...cell, content: withRowsUnit(after) })),
  ]
}

/** A growth alone takes the unit of its row. */
function withRowsUnit({ unit, ...content }: FigureContent): Partial<FigureContent> {
  return unit === '' && content.value === null ? content : { ...content, unit }
}
