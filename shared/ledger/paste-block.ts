import { readCell } from './cell-text.ts'
import type { LedgerEdit } from './edit-ledger.ts'
import {
  findFigure,
  noSource,
  type FigureContent,
  type FigureKind,
  type FigurePlace,
  type FigureState,
  type Ledger,
  type LedgerPeriod,
} from './ledger.ts'

/** A column of figures of the grid. */
export interface FigureColumn {
  year: number
  kind: FigureKind
}

export interface PastedBlock {
  edits: LedgerEdit[]
  /** Cells whose words are no figure of their row, as they were pasted. */
  refused: { indicator: string; text: string }[]
  /** How many cells that say something reach over the last row, and how many of the others over the last column. */
  below: number
  beside: number
}

/**
 * A block of cells put over the grid from its top left corner on: `rows` and `columns` are those of the grid from that
 * corner. Cells that reach over the last row or column are only counted; an empty cell changes nothing.
 */
export function pasteBlock(
  ledger: Ledger,
  period: LedgerPeriod,
  rows: readonly { indicator: string; unit: string }[],
  columns: readonly FigureColumn[],
  cells: readonly (readonly string[])[],
): PastedBlock {
  const edits: LedgerEdit[] = []
  const refused: PastedBlock['refused'] = []
  cells.slice(0, rows.length).forEach((line, down) => {
    const row = rows[down]
    if (!row) return
    line.slice(0, columns.length).forEach((text, right) => {
      const column = columns[right]
      if (!column || text.trim() === '') return
      const read = typeInto(ledger, { ...column, indicator: row.indicator, period }, text, row.unit, 'block')
      if (read) edits.push(...read)
      else refused.push({ indicator: row.indicator, text })
    })
  })
  const below = cells.slice(rows.length).reduce((sum, line) => sum + said(line), 0)
  const beside = cells.slice(0, rows.length).reduce((sum, line) => sum + said(line.slice(columns.length)), 0)
  return { edits, refused, below, beside }
}

const said = (line: readonly string[]): number => line.filter((text) => text.trim() !== '').length

/**
 * What typing `text` into a cell changes; undefined: it is no figure of the row. Of value and growth the one that is said alone
 * changes alone; said alone as it was, it takes the other off, but not from a `block`, which may only have a column of values.
 */
export function typeInto(
  ledger: Ledger,
  place: FigurePlace,
  text: string,
  unit: string,
  from: 'cell' | 'block' = 'cell',
): LedgerEdit[] | undefined {
  const read = readCell(text, unit)
  if (!read.ok) return undefined
  const before = findFigure(ledger, place)
  if (read.content.value === null && read.content.growth === null)
    return before ? [{ edit: 'clear', ...pickPlace(place) }] : []
  const content = before ? besideOld(read.content, before, from) : read.content
  if (before && sameNumbers(before, { ...before, ...content })) return []
  // The old source does not speak of the new number, and what was confirmed was the old one.
  return [
    {
      edit: 'set',
      ...pickPlace(place),
      content: { ...content, source: noSource, state: stateAfter(before?.state) },
    },
  ]
}

type Numbers = Pick<FigureContent, 'value' | 'unit' | 'growth' | 'growthUnit' | 'bound'>

function besideOld(said: Numbers, before: FigureContent, from: 'cell' | 'block'): Partial<Numbers> {
  const { value, unit, growth, growthUnit, ...rest } = said
  const isBlock = from === 'block'
  const valueAlone = growth === null && (isBlock || value !== before.value || unit !== before.unit)
  const growthAlone = value === null && (isBlock || growth !== before.growth || growthUnit !== before.growthUnit)
  if (valueAlone) return { value, unit, ...rest }
  return growthAlone ? { growth, growthUnit, ...rest } : said
}

function pickPlace({ indicator, year, period, kind }: FigurePlace): FigurePlace {
  return { indicator, year, period, kind }
}

function sameNumbers(a: FigureContent, b: Numbers): boolean {
  return (
    a.value === b.value &&
    a.growth === b.growth &&
    a.bound === b.bound &&
    (a.value === null || a.unit === b.unit) &&
    (a.growth === null || a.growthUnit === b.growthUnit)
  )
}

function stateAfter(state: FigureState | undefined): FigureState {
  return state === undefined || state === 'awaited' ? 'reported' : state === 'confirmed' ? 'reported' : state
}
