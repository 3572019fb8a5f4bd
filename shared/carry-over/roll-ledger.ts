import { printedAmount, printedDigits } from '../checks/amounts.ts'
import { relativeYear } from '../checks/statement-year.ts'
import { growthValue } from '../indicators/printed-growth.ts'
import type { Statement } from '../indicators/statement.ts'
import { editLedger, type LedgerEdit, type Stamp } from '../ledger/edit-ledger.ts'
import {
  findFigure,
  findRow,
  noSource,
  type FigureContent,
  type Ledger,
  type LedgerBound,
  type LedgerRow,
} from '../ledger/ledger.ts'
import { levelOfPlace } from '../ledger/department.ts'
import { usualUnit } from '../ledger/usual-unit.ts'
import { isDecimal } from '../numbers/decimal.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { entryOf } from '../checks/entry-of.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { PlaceLevel } from '../report/schema.ts'
import type { ReadSide } from './read-side.ts'
import type { RollChange } from './rolled-report.ts'

/**
 * The ledger one year on: what last year's report set as targets of its year is entered where the ledger does not have it, and
 * every row gets a cell that waits for the result of that year. Nothing that stands in the ledger is touched.
 */
export function rollLedger(
  ledger: Ledger,
  last: ReadSide,
  { stamp, indicators }: { stamp: Stamp; indicators: readonly IndicatorEntry[] },
): { ledger: Ledger; changes: RollChange[] } {
  const year = last.year
  if (year === null) return { ledger, changes: [] }
  const said = statedFigures(last, year, (indicator, { section }) => {
    if (findRow(ledger, indicator)) return true
    return section === 'targets' || entryOf(indicators, indicator)?.headline === true
  })
  const rows = said.map(({ indicator }): LedgerEdit => ({ edit: 'addRow', row: { indicator } }))
  const withRows = completeRows(
    editLedger(ledger, rows, stamp),
    said,
    indicators,
    levelOfPlace(last.place ?? ledger.place),
  )
  const missing = said.filter((figure) => !findFigure(withRows, { ...figure, period: 'year' }))
  const stated = editLedger(withRows, missing.map(setOf), stamp)
  const awaiting = stated.rows
    .map(({ indicator }) => ({ indicator, year, period: 'year', kind: 'result' }) as const)
    .filter((cell) => !findFigure(stated, cell))
  const edits = awaiting.map((cell): LedgerEdit => ({ edit: 'set', ...cell, content: {} }))
  return {
    ledger: editLedger(stated, edits, stamp),
    changes: [
      ...missing.map(({ indicator, year: of, kind, printed }) =>
        change(kind === 'target' ? 'target' : 'result', indicator, of, printed),
      ),
      ...awaiting.map(({ indicator }) => change('awaited', indicator, year, '')),
    ],
  }
}

function change(what: RollChange['what'], indicator: string, year: number, after: string): RollChange {
  return {
    what,
    before: '',
    after,
    certain: what !== 'awaited',
    reason: what === 'awaited' ? 'open' : '',
    place: { in: 'ledger', indicator, year },
  }
}

/** What a row does not say itself: the unit that its figures have, last year's report or the catalogue gives it, and its heading. */
function completeRows(
  ledger: Ledger,
  said: readonly StatedFigure[],
  indicators: readonly IndicatorEntry[],
  level: PlaceLevel | undefined,
): Ledger {
  const rows = ledger.rows.map((row): LedgerRow => {
    const entry = entryOf(indicators, row.indicator)
    const stated = said.flatMap(({ indicator, content }) => (indicator === row.indicator ? content : []))
    const unit = row.unit || unitOf([...row.figures, ...stated], entry, level)
    const group = row.group || (entry?.group ?? '')
    if (row.figures.length > 0) return unit === row.unit && group === row.group ? row : { ...row, unit, group }
    const prices = entry?.basis === 'nominal' || entry?.basis === 'real' ? entry.basis : ''
    const department = row.department || (entry?.department ?? '')
    return { ...row, unit, group, department, basis: { ...row.basis, prices: row.basis.prices || prices } }
  })
  return { ...ledger, rows }
}

/** Where a number stands without a unit the catalogue says nothing against it. */
function unitOf(
  figures: readonly FigureContent[],
  entry: IndicatorEntry | undefined,
  level: PlaceLevel | undefined,
): string {
  const known = figures.find(({ unit }) => unit !== '')?.unit
  if (known !== undefined) return known
  return entry && figures.every(({ value }) => value === null) ? usualUnit(entry, level) : ''
}

interface StatedFigure {
  indicator: string
  year: number
  kind: 'target' | 'result'
  content: FigureContent
  printed: string
}

function setOf({ indicator, year, kind, content }: StatedFigure): LedgerEdit {
  const { unit, ...unmeasured } = content
  // A growth alone takes the unit of its row.
  const known = unit === '' && content.value === null ? unmeasured : content
  return { edit: 'set', indicator, year, period: 'year', kind, content: known }
}

/** A row that is there, a headline, or what the report itself sets as a target. Of these the first that the report says of each indicator, year and kind; of the review only what was reached. */
function statedFigures(
  last: ReadSide,
  year: number,
  isWanted: (indicator: string, statement: Statement) => boolean,
): StatedFigure[] {
  const figures = new Map<string, StatedFigure>()
  for (const statement of last.statements) {
    const relative = relativeYear(statement, year)
    const kind = kindOf(statement, relative)
    const { indicator } = statement
    if (!kind || !isWanted(indicator, statement)) continue
    const content = contentOf(statement, last)
    if (!content) continue
    const key = `${indicator}|${kind}`
    if (figures.has(key)) continue
    const printed = last.text.slice(statement.start, statement.end)
    figures.set(key, { indicator, year: year + (kind === 'target' ? 0 : -1), kind, content, printed })
  }
  return [...figures.values()]
}

function kindOf(statement: Statement, relative: number | null): StatedFigure['kind'] | undefined {
  const { known, place, period, role, indicator } = statement
  if (!known || place !== '' || (period !== 'year' && period !== 'point') || indicator.includes('|')) return undefined
  if (relative === 0 && role === 'target') return 'target'
  return relative === -1 && (role === 'achieved' || role === 'part') ? 'result' : undefined
}

function contentOf(statement: Statement, last: ReadSide): FigureContent | undefined {
  const { value, valueMax, growthBase, growthKind, provisional, sentenceStart, sentenceEnd } = statement
  const amount = value && !valueMax ? decimalOf(value) : null
  const growth = growthBase === 'last-year' && !valueMax ? growthValue(statement) : null
  if (amount === null && growth === null) return undefined
  return {
    value: amount,
    unit: value ? value.magnitude + value.unit : '',
    growth,
    growthUnit: growthKind === '百分点' ? '百分点' : growthKind === '绝对' ? 'value' : '%',
    bound: boundOf(statement),
    settlement: provisional ? 'estimate' : '',
    source: {
      ...noSource,
      file: last.name.slice(0, 255),
      sentence: last.source.slice(sentenceStart, Math.min(sentenceEnd, sentenceStart + 2000)),
    },
    state: 'reported',
  }
}

/** As printed, in the printed magnitude; null for numbers in characters. */
function decimalOf(quantity: Quantity): string | null {
  const digits = printedDigits(quantity).replace(/[,，\s]/g, '')
  return quantity.han !== true && isDecimal(digits) && printedAmount(quantity) !== '' ? digits : null
}

function boundOf({ bound }: Statement): LedgerBound {
  return bound === '≥' ? '>=' : bound === '≤' ? '<=' : bound === '≈' ? '~' : ''
}
