import type { PlaceLevel, ReportKind, SectionKind } from '../report/schema.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { entryOfRow } from './computed-growth.ts'
import { readFigureKey } from './figure-key.ts'
import { isAt, type LedgerFigure, type LedgerRow } from './ledger.ts'
import type { PhrasingContext } from './phrasing.ts'
import { inUsualOrder } from './usual-order.ts'

/** An indicator of a section, and whether the section says it. */
export interface SectionRow {
  row: LedgerRow
  /** What the section would say: the target or the result. */
  figure: LedgerFigure | undefined
  written: boolean
}

export interface SectionWords {
  kind: SectionKind | null
  text: string
  /** Keys of the bound words in it. */
  keys: readonly string[]
}

/** What a report of the year tells and plans: results of the year before, of a half-year report those of its own first half. */
export function phrasingContext(
  year: number,
  kind: ReportKind,
  section: SectionKind | null,
): Omit<PhrasingContext, 'unit'> {
  const half = kind === 'half-year'
  return {
    resultYear: half ? year : year - 1,
    targetYear: year,
    period: half ? 'half-year' : 'year',
    targetsFirst: section === 'targets' || section === 'tasks' || section === 'guidance',
  }
}

/** Those that the ledger has a target or a result for, in the order of a report. */
export function sectionRows(
  rows: readonly LedgerRow[],
  section: SectionWords,
  context: PhrasingContext,
  level: PlaceLevel,
  indicators: readonly IndicatorEntry[],
): SectionRow[] {
  const place = context.targetsFirst
    ? { year: context.targetYear, period: 'year' as const, kind: 'target' as const }
    : { year: context.resultYear, period: context.period, kind: 'result' as const }
  const bound = new Set(
    section.keys.flatMap((key) => {
      const reference = readFigureKey(key)
      return reference?.kind === place.kind && reference.year === place.year ? [reference.indicator] : []
    }),
  )
  return inUsualOrder(rows, level).flatMap((row) => {
    const figure = row.figures.find((one) => isAt(one, place))
    if (!figure) return []
    const names = [row.indicator, ...row.formerly]
    const written = names.some((name) => bound.has(name)) || says(section.text, row, indicators)
    return [{ row, figure, written }]
  })
}

function says(text: string, row: LedgerRow, indicators: readonly IndicatorEntry[]): boolean {
  const aliases = entryOfRow(row, indicators)?.aliases ?? []
  return [row.indicator, ...aliases.map(({ name }) => name)].some(
    (name) => /^[^…#]+$/.test(name) && text.includes(name),
  )
}
