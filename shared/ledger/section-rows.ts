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
  /** A □ waits for it there. */
  waiting: boolean
}

export interface SectionWords {
  kind: SectionKind | null
  text: string
  /** Keys of the bound words in it. */
  keys: readonly string[]
  /** Indicators that a □ of it waits for. */
  waiting?: readonly string[]
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
    const waiting = names.some((name) => section.waiting?.includes(name))
    const isBound = names.some((name) => bound.has(name))
    const written = isBound || (!waiting && says(section.text, row, indicators))
    return [{ row, figure, written, waiting: waiting && !isBound }]
  })
}

/** Where every indicator has its place: the sections that tell the results and set the targets. */
export function tellsAll(kind: SectionKind | null): boolean {
  return kind === 'review' || kind === 'targets'
}

/** Sections that name no figures of their own. */
const without: ReadonlySet<SectionKind> = new Set(['self-building', 'problems', 'guidance', 'opening', 'closing'])

/** In the other sections only what is written there already, and what the heading speaks of by its group or its name. */
export function fittingRows(
  rows: readonly SectionRow[],
  kind: SectionKind | null,
  heading: string,
  indicators: readonly IndicatorEntry[],
): SectionRow[] {
  if (kind === null || tellsAll(kind)) return [...rows]
  if (without.has(kind)) return []
  return rows.filter(({ row, written, waiting }) => {
    const group = row.group === '' ? (entryOfRow(row, indicators)?.group ?? '') : row.group
    return written || waiting || sharesWord(heading, group)
  })
}

/** 农业农村 and 推进农业现代化 share 农业. */
function sharesWord(heading: string, group: string): boolean {
  for (let at = 0; at + 2 <= group.length; at += 2) if (heading.includes(group.slice(at, at + 2))) return true
  return false
}

function says(text: string, row: LedgerRow, indicators: readonly IndicatorEntry[]): boolean {
  const aliases = entryOfRow(row, indicators)?.aliases ?? []
  return [row.indicator, ...aliases.map(({ name }) => name)].some(
    (name) => /^[^…#]+$/.test(name) && text.includes(name),
  )
}
