import { longestHistory } from './parse-ledger.ts'
import { contentOf, sameContent } from './edit-ledger.ts'
import { findRow, isAt, type FigurePlace, type Ledger, type LedgerFigure, type LedgerRow } from './ledger.ts'

/** A figure that two copies of a ledger give differently; the later one counts. */
export interface MergedFigure extends FigurePlace {
  kept: LedgerFigure
  given: LedgerFigure
}

/**
 * Two copies of one place's ledger (a report's file, the workspace) as one: rows of `own` first and in its order, and of
 * a figure that both have the one that was changed later, the other going to its history.
 */
export function mergeLedgers(own: Ledger, other: Ledger): { ledger: Ledger; differing: MergedFigure[] } {
  const differing: MergedFigure[] = []
  const taken = new Set<LedgerRow>()
  const rows = own.rows.map((row) => {
    const partner = findRow(other, row.indicator) ?? other.rows.find((one) => row.formerly.includes(one.indicator))
    if (!partner || taken.has(partner)) return row
    taken.add(partner)
    return mergeRows(row, partner, differing)
  })
  const names = new Set(rows.map(({ indicator }) => indicator))
  const added = other.rows.filter((row) => !taken.has(row) && !names.has(row.indicator))
  const columns = own.columns ?? other.columns
  return { ledger: { ...own, rows: [...rows, ...added], ...(columns && { columns }) }, differing }
}

function mergeRows(own: LedgerRow, other: LedgerRow, differing: MergedFigure[]): LedgerRow {
  const figures = own.figures.map((figure) => {
    const partner = other.figures.find((one) => isAt(one, figure))
    if (!partner || sameContent(figure, partner)) return figure
    const [kept, given] = partner.changedAt > figure.changedAt ? [partner, figure] : [figure, partner]
    const { year, period, kind } = figure
    differing.push({ indicator: own.indicator, year, period, kind, kept, given })
    return withHistory(kept, given)
  })
  const added = other.figures.filter((one) => !own.figures.some((figure) => isAt(figure, one)))
  const names = [...own.formerly, ...other.formerly, other.indicator].filter((name) => name !== own.indicator)
  const formerly = [...new Set(names)]
  if (
    added.length === 0 &&
    formerly.length === own.formerly.length &&
    figures.every((one, at) => one === own.figures[at])
  )
    return own
  const inOrder = [...figures, ...added].sort((a, b) => a.year - b.year || (a.period < b.period ? -1 : 1))
  return { ...own, formerly, figures: inOrder }
}

/** The content that gave way is kept, unless the history has it already. */
function withHistory(kept: LedgerFigure, given: LedgerFigure): LedgerFigure {
  if (kept.history.some(({ content }) => sameContent(content, given))) return kept
  const change = { at: given.changedAt, by: given.changedBy, content: contentOf(given) }
  return { ...kept, history: [change, ...kept.history].slice(0, longestHistory) }
}
