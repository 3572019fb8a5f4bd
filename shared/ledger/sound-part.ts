import * as v from 'valibot'
import type { Ledger, LedgerFigure, LedgerRow } from './ledger.ts'
import { columnsSchema, figureSchema, mostFigures, mostRows, placeNameSchema, rowSchema } from './parse-ledger.ts'

/** What could not be read of a stored ledger: a whole row, one figure of it, or an earlier content of a figure. */
export interface UnreadPart {
  what: 'row' | 'figure' | 'history'
  /** As far as it is a name. */
  indicator: string
  /** Place of the row in the ledger, from 1. */
  row: number
  /** Of the figure; null: of none, or no year. */
  year: number | null
}

export interface SoundPart {
  ledger: Ledger
  unread: UnreadPart[]
}

/** Everything of a stored ledger that can be read, so that one bad value hides no more than itself. Undefined: no ledger. */
export function readSoundPart(raw: unknown): SoundPart | undefined {
  if (!isRecord(raw)) return undefined
  const { place, rows } = raw
  if (!v.is(placeNameSchema, place) || !Array.isArray(rows) || rows.length > mostRows) return undefined
  const unread: UnreadPart[] = []
  const names = new Set<string>()
  const sound = rows.flatMap((row, at) => soundRow(row, at + 1, names, unread) ?? [])
  if (sound.reduce((sum, { figures }) => sum + figures.length, 0) > mostFigures) return undefined
  const columns = v.safeParse(columnsSchema, raw['columns'])
  return { ledger: { place, rows: sound, ...(columns.success && { columns: columns.output }) }, unread }
}

/** Of two rows with one name the first counts. */
function soundRow(raw: unknown, row: number, names: Set<string>, unread: UnreadPart[]): LedgerRow | undefined {
  const found: UnreadPart[] = []
  const read = v.safeParse(rowSchema, raw)
  const sound = read.success ? read.output : withoutUnread(raw, row, found)
  if (!sound || names.has(sound.indicator)) {
    unread.push({ what: 'row', indicator: nameOf(raw), row, year: null })
    return undefined
  }
  names.add(sound.indicator)
  unread.push(...found)
  return sound
}

function withoutUnread(raw: unknown, row: number, unread: UnreadPart[]): LedgerRow | undefined {
  if (!isRecord(raw) || !Array.isArray(raw['figures'])) return undefined
  const cells = new Set<string>()
  const figures = raw['figures'].flatMap((one: unknown) => {
    const part = { indicator: nameOf(raw), row, year: yearOf(one) }
    const { figure, whole } = soundFigure(one)
    const cell = figure && `${figure.year}|${figure.period}|${figure.kind}`
    if (!figure || !cell || cells.has(cell)) {
      unread.push({ what: 'figure', ...part })
      return []
    }
    cells.add(cell)
    if (!whole) unread.push({ what: 'history', ...part })
    return figure
  })
  const read = v.safeParse(rowSchema, { ...raw, figures })
  return read.success ? read.output : undefined
}

function soundFigure(raw: unknown): { figure?: LedgerFigure; whole: boolean } {
  const read = v.safeParse(figureSchema, raw)
  if (read.success) return { figure: read.output, whole: true }
  if (!isRecord(raw) || !Array.isArray(raw['history'])) return { whole: false }
  const bare = v.safeParse(figureSchema, { ...raw, history: [] })
  if (!bare.success) return { whole: false }
  const history = raw['history'].flatMap((change: unknown) => {
    const one = v.safeParse(figureSchema, { ...raw, history: [change] })
    return one.success ? one.output.history : []
  })
  return { figure: { ...bare.output, history: history.slice(0, 100) }, whole: false }
}

function nameOf(raw: unknown): string {
  const name = isRecord(raw) ? raw['indicator'] : undefined
  return typeof name === 'string' ? name.slice(0, 60) : ''
}

function yearOf(raw: unknown): number | null {
  const year = isRecord(raw) ? raw['year'] : undefined
  return typeof year === 'number' && Number.isInteger(year) ? year : null
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}
