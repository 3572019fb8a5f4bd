import { relativeYear } from '../checks/statement-year.ts'
import type { PeriodKind, Statement } from '../indicators/statement.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { readDirection, speaksOfLevel } from './direction-words.ts'
import { figureKey, type FigurePart, type FigureReference } from './figure-key.ts'
import type { LedgerNumber, LedgerReader } from './ledger-reader.ts'
import type { FigurePlace, LedgerPeriod } from './ledger.ts'
import type { BoundStretch } from './links.ts'
import { saysTheSame, type PrintedFigure } from './print-like.ts'

/** A figure of the text that can be bound to a number of the ledger. */
export interface LinkOffer {
  start: number
  end: number
  reference: FigureReference
  key: string
  number: LedgerNumber
  agrees: boolean
}

/** Every statement of the own place whose cell the ledger has, unless its words are bound already. */
export function suggestLinks(
  statements: readonly Statement[],
  text: string,
  bound: readonly Pick<BoundStretch, 'start' | 'end'>[],
  reader: LedgerReader,
  reportYear: number | null,
): LinkOffer[] {
  const offers: LinkOffer[] = []
  for (const statement of statements) {
    const place = cellOf(statement, reader, reportYear)
    if (!place) continue
    for (const part of ['value', 'growth'] as const) {
      const offer = offerOf(statement, part, place, text, reader)
      if (offer && !touches(offer, bound) && !touches(offer, offers)) offers.push(offer)
    }
  }
  return offers.sort((a, b) => a.start - b.start)
}

function offerOf(
  statement: Statement,
  part: FigurePart,
  place: FigurePlace,
  text: string,
  reader: LedgerReader,
): LinkOffer | undefined {
  const quantity = statement[part]
  if (!quantity || quantity.rangeWith !== undefined) return undefined
  if (part === 'growth' && statement.growthBase !== 'last-year') return undefined
  const reference = { ...place, part }
  const number = reader.number(reference)
  if (typeof number === 'string') return undefined
  const printed = printedOf(quantity, text)
  // The sign must be what the words right before the figure say, or the link would be read otherwise than the sentence.
  if (part === 'growth' && (printed.direction.doubtful || printed.direction.sign !== statement.growthSign))
    return undefined
  // 减少300人 may be of this row, and is not its number.
  if (part === 'value' && !speaksOfLevel(printed.direction, number.row.indicator)) return undefined
  const same = saysTheSame(printed, number, part)
  if (same === undefined) return undefined
  const start = part === 'growth' ? (printed.direction.wordStart ?? quantity.start) : quantity.start
  return { start, end: quantity.end, reference, key: figureKey(reference), number, agrees: same }
}

export function printedOf(quantity: Quantity, text: string): PrintedFigure {
  return { quantity, direction: readDirection(text, quantity.start), bare: false }
}

/** The cell a statement speaks of; undefined where indicator, place or period is not that of the ledger, or not known. */
export function cellOf(statement: Statement, reader: LedgerReader, reportYear: number | null): FigurePlace | undefined {
  const row = reader.row(statement.indicator)
  const relative = relativeYear(statement, reportYear)
  const period = periods[statement.period]
  if (!row || statement.place !== '' || relative === null || reportYear === null || period === undefined)
    return undefined
  const kind = statement.role === 'target' ? 'target' : 'result'
  return { indicator: row.indicator, year: reportYear + relative, period, kind }
}

/** A quarter or a month may be any; what stood at the end of the year is the figure of the year. */
const periods: Partial<Record<PeriodKind, LedgerPeriod>> = {
  year: 'year',
  point: 'year',
  'half-year': 'half-year',
  span: 'term',
}

function touches(
  { start, end }: { start: number; end: number },
  others: readonly { start: number; end: number }[],
): boolean {
  return others.some((other) => start < other.end && other.start < end)
}

/** Numbers of the ledger that a figure of the text may stand for: of its measure, those that it agrees with first. */
export function linkChoices(
  quantity: Quantity,
  text: string,
  reader: LedgerReader,
  years: readonly number[],
): LinkOffer[] {
  const printed = printedOf(quantity, text)
  const offers: LinkOffer[] = []
  for (const row of reader.ledger.rows) {
    for (const { year, period, kind } of row.figures) {
      if (!years.includes(year)) continue
      for (const part of ['value', 'growth'] as const) {
        const reference = { indicator: row.indicator, year, period, kind, part }
        const number = reader.number(reference)
        const agrees = typeof number === 'string' ? undefined : saysTheSame(printed, number, part)
        if (typeof number === 'string' || agrees === undefined) continue
        const start = part === 'growth' ? (printed.direction.wordStart ?? quantity.start) : quantity.start
        offers.push({ start, end: quantity.end, reference, key: figureKey(reference), number, agrees })
      }
    }
  }
  return offers.sort((a, b) => Number(b.agrees) - Number(a.agrees))
}
