import type { Interval } from '../numbers/interval.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { computeGrowth } from './computed-growth.ts'
import type { FigureReference } from './figure-key.ts'
import { isAt, type Ledger, type LedgerFigure, type LedgerRow } from './ledger.ts'

/** What the ledger has for one number of the text. */
export interface LedgerNumber {
  /** Signed decimal. */
  value: string
  /** With magnitude; % or 百分点 for growth. */
  unit: string
  /** Of growth that was computed and not published: all that the values can mean. */
  implied?: Interval
  row: LedgerRow
  figure: LedgerFigure
}

/** Why a reference leads nowhere: the row, or the cell of the row, or the number of the cell is gone. */
export type Gone = 'noRow' | 'noFigure'

export interface LedgerReader {
  ledger: Ledger
  indicators: readonly IndicatorEntry[]
  row(indicator: string): LedgerRow | undefined
  number(reference: FigureReference): LedgerNumber | Gone
}

/** Looks rows up by their name and by those that they had before. */
export function ledgerReader(ledger: Ledger, indicators: readonly IndicatorEntry[]): LedgerReader {
  const rows = new Map<string, LedgerRow>()
  for (const row of ledger.rows) for (const name of row.formerly) if (!rows.has(name)) rows.set(name, row)
  for (const row of ledger.rows) rows.set(row.indicator, row)
  const row = (indicator: string): LedgerRow | undefined => rows.get(indicator)
  return {
    ledger,
    indicators,
    row,
    number(reference) {
      const found = row(reference.indicator)
      if (!found) return 'noRow'
      const figure = found.figures.find((one) => isAt(one, reference))
      return (figure && numberOf(found, figure, reference.part, indicators)) ?? 'noFigure'
    },
  }
}

/** Undefined: the cell has no such number. */
export function numberOf(
  row: LedgerRow,
  figure: LedgerFigure,
  part: FigureReference['part'],
  indicators: readonly IndicatorEntry[],
): LedgerNumber | undefined {
  if (part === 'value')
    return figure.value === null ? undefined : { value: figure.value, unit: figure.unit, row, figure }
  const published = figure.growth
  if (published !== null) {
    return { value: published, unit: figure.growthUnit === 'value' ? figure.unit : figure.growthUnit, row, figure }
  }
  const computed = computeGrowth(row, figure, indicators)
  return computed && { value: computed.value, unit: computed.unit, implied: computed.implied, row, figure }
}
