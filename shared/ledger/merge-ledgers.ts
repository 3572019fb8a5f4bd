import { longestHistory } from './parse-ledger.ts'
import { contentOf, sameContent } from './edit-ledger.ts'
import {
  findRow,
  isAt,
  isEmpty,
  isPlaceholder,
  type FigurePlace,
  type Ledger,
  type LedgerFigure,
  type LedgerRow,
} from './ledger.ts'

/** A figure that two copies of a ledger give differently; the later one counts. */
export interface MergedFigure extends FigurePlace {
  kept: LedgerFigure
  given: LedgerFigure
}

/**
 * Two copies of one place's ledger (a report's file, the workspace) as one: rows of `own` first and in its order, and of
 * a figure that both have the one that was changed later, the other going to its history. What is empty replaces nothing: a
 * cell that merely waits for its figure, a row without unit or group.
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
    return partner ? mergeFigures(figure, partner, own.indicator, differing) : figure
  })
  const added = other.figures.filter((one) => !own.figures.some((figure) => isAt(figure, one)))
  const names = [...own.formerly, ...other.formerly, other.indicator].filter((name) => name !== own.indicator)
  const formerly = [...new Set(names)]
  const row = filledRow(own, other)
  if (
    row === own &&
    added.length === 0 &&
    formerly.length === own.formerly.length &&
    figures.every((one, at) => one === own.figures[at])
  )
    return own
  const inOrder = [...figures, ...added].sort((a, b) => a.year - b.year || (a.period < b.period ? -1 : 1))
  return { ...row, formerly, figures: inOrder }
}

function mergeFigures(
  figure: LedgerFigure,
  partner: LedgerFigure,
  indicator: string,
  differing: MergedFigure[],
): LedgerFigure {
  if (sameContent(figure, partner)) return figure
  const [kept, given] = comesLater(partner, figure) ? [partner, figure] : [figure, partner]
  const filled = filledFigure(kept, given)
  // Nothing was said there that could give way.
  if (isPlaceholder(given)) return filled
  const { year, period, kind } = figure
  differing.push({ indicator, year, period, kind, kept: filled, given: filledFigure(given, kept) })
  return withHistory(filled, given)
}

function comesLater(figure: LedgerFigure, than: LedgerFigure): boolean {
  if (isPlaceholder(figure) !== isPlaceholder(than)) return isPlaceholder(than)
  return figure.changedAt > than.changedAt
}

function filledRow(row: LedgerRow, other: LedgerRow): LedgerRow {
  const unit = row.unit || other.unit
  const group = row.group || other.group
  const department = row.department || other.department
  const prices = row.basis.prices || other.basis.prices
  const scope = row.basis.scope || other.basis.scope
  const { basis } = row
  const isFull = unit === row.unit && group === row.group && department === row.department
  if (isFull && prices === basis.prices && scope === basis.scope) return row
  return { ...row, unit, group, department, basis: { prices, scope } }
}

/** The unit and 预计 of the same number, unless somebody took them off. */
function filledFigure(figure: LedgerFigure, other: LedgerFigure): LedgerFigure {
  if (!isEmpty(figure) && figure.value !== other.value) return figure
  const was = figure.history.map(({ content }) => content)
  const unit = figure.unit || (was.some((one) => one.unit !== '') ? '' : other.unit)
  const isSame = !isEmpty(figure) && figure.growth === other.growth
  const isOpen = isSame && was.every((one) => one.settlement === '')
  const settlement = figure.settlement || (isOpen ? other.settlement : '')
  return unit === figure.unit && settlement === figure.settlement ? figure : { ...figure, unit, settlement }
}

/** The content that gave way is kept, unless the history has it already. */
function withHistory(kept: LedgerFigure, given: LedgerFigure): LedgerFigure {
  if (kept.history.some(({ content }) => sameContent(content, given))) return kept
  const change = { at: given.changedAt, by: given.changedBy, content: contentOf(given) }
  return { ...kept, history: [change, ...kept.history].slice(0, longestHistory) }
}
