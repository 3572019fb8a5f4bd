import { findRows } from '../../shared/ledger/find-rows.ts'
import { numberOf, type LedgerReader } from '../../shared/ledger/ledger-reader.ts'
import { isAt, type LedgerFigure, type LedgerRow } from '../../shared/ledger/ledger.ts'
import {
  phrasingsOf,
  unitChoices,
  waitingPhrasing,
  type Phrasing,
  type PhrasingContext,
} from '../../shared/ledger/phrasing.ts'
import { inUsualOrder } from '../../shared/ledger/usual-order.ts'
import { fillsOfRow, rowOfField, type FieldFill, type WaitingField } from '../../shared/ledger/waiting-fields.ts'
import type { PlaceLevel } from '../../shared/report/schema.ts'

/** As many rows as anybody looks through; more are narrowed by typing. */
const mostRows = 60

export interface PickerState {
  /** Index of the row whose phrasings are shown. */
  row: number
  /** Index of the phrasing that Enter inserts; undefined: the rows are walked through, and Enter inserts the first. */
  phrasing: number | undefined
  /** Index among the units of the row. */
  unit: number
}

export const atStart: PickerState = { row: 0, phrasing: undefined, unit: 0 }

export interface PickerList {
  rows: readonly LedgerRow[]
  /** How many there are, with those that are not listed. */
  count: number
  row: LedgerRow | undefined
  units: readonly string[]
  phrasings: readonly PickerChoice[]
}

/** `fill`: the number for the □ that the picker is open for. */
export interface PickerChoice extends Phrasing {
  fill?: FieldFill
}

/** The □ with the text around it. */
export interface FieldAt {
  place: WaitingField
  text: string
}

/** What fits a □: without a query its own indicator comes first, whether or not the ledger has its figure. */
export function fieldList(
  query: string,
  state: PickerState,
  reader: LedgerReader,
  context: PhrasingContext,
  level: PlaceLevel,
  { place, text }: FieldAt,
): PickerList {
  const own = query.trim() === '' ? rowOfField(place, reader) : undefined
  const fits = (row: LedgerRow): boolean => row !== own && fillsOfRow(place, row, text, reader, context).length > 0
  const others = findRows(inUsualOrder(reader.ledger.rows, level), query, reader.indicators).filter(fits)
  const found = own ? [own, ...others] : others
  const rows = found.slice(0, mostRows)
  const row = rows[state.row]
  const fills = row ? fillsOfRow(place, row, text, reader, context) : []
  const phrasings = fills.map((fill): PickerChoice => {
    const { key, kind, year, part, words } = fill
    return { id: part, kind, year, leaves: [{ text: words, indicator: key }], fill }
  })
  return { rows, count: found.length, row, units: [], phrasings }
}

export function pickerList(
  query: string,
  state: PickerState,
  reader: LedgerReader,
  context: PhrasingContext,
  level: PlaceLevel,
): PickerList {
  const found = findRows(inUsualOrder(reader.ledger.rows, level), query, reader.indicators)
  const rows = found.slice(0, mostRows)
  const row = rows[state.row]
  const units = row ? unitChoices(row) : []
  const unit = units[state.unit]
  const phrasings = row ? phrasingsOf(row, reader, { ...context, ...(unit !== undefined && { unit }) }) : []
  const choices = row && phrasings.length === 0 ? [waitingPhrasing(row, context)] : phrasings
  return { rows, count: found.length, row, units, phrasings: choices }
}

export type PickerMove = 'down' | 'up' | 'right' | 'left' | 'unit'

/** ↓ goes through the rows, and from the last one on into its phrasings; → goes into the phrasings of any row at once. */
export function movePicker(state: PickerState, move: PickerMove, { rows, phrasings, units }: PickerList): PickerState {
  const { row, phrasing, unit } = state
  switch (move) {
    case 'unit':
      return { ...state, unit: (unit + 1) % Math.max(1, units.length) }
    case 'right':
      return phrasing === undefined && phrasings.length > 0 ? { ...state, phrasing: 0 } : state
    case 'left':
      return { ...state, phrasing: undefined }
    case 'down':
      if (phrasing !== undefined) return { ...state, phrasing: Math.min(phrasing + 1, phrasings.length - 1) }
      if (row + 1 < rows.length) return { row: row + 1, phrasing: undefined, unit: 0 }
      return phrasings.length > 0 ? { ...state, phrasing: 0 } : state
    case 'up':
      if (phrasing !== undefined) return { ...state, phrasing: phrasing > 0 ? phrasing - 1 : undefined }
      return { row: Math.max(0, row - 1), phrasing: undefined, unit: 0 }
  }
}

/** What a row shows: its result, and how it grew. */
export function rowNumbers(
  row: LedgerRow,
  reader: LedgerReader,
  { resultYear, period }: PhrasingContext,
): { figure: LedgerFigure | undefined; value: string; change: string } {
  const figure = row.figures.find((one) => isAt(one, { year: resultYear, period, kind: 'result' }))
  const growth = figure && numberOf(row, figure, 'growth', reader.indicators)
  return {
    figure,
    value: figure && figure.value !== null ? figure.value + figure.unit : '',
    change: growth ? `${growth.value.startsWith('-') ? '' : '+'}${growth.value}${growth.unit}` : '',
  }
}
