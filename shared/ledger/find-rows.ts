import type { IndicatorEntry } from '../templates/templates.ts'
import { entryOfRow } from './computed-growth.ts'
import type { LedgerRow } from './ledger.ts'

/** Rows for a few characters of a name, the likeliest first; without any all of them, in their order. */
export function findRows(
  rows: readonly LedgerRow[],
  query: string,
  indicators: readonly IndicatorEntry[],
): readonly LedgerRow[] {
  const wanted = query.trim().toUpperCase()
  if (wanted === '') return rows
  return rows
    .map((row, index) => ({ row, index, rank: rankOf(row, wanted, indicators) }))
    .filter(({ rank }) => rank < none)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ row }) => row)
}

const none = 9

/** Own name before other names, its beginning before its middle, and last names that hold the characters in their order. */
function rankOf(row: LedgerRow, wanted: string, indicators: readonly IndicatorEntry[]): number {
  const others = [...row.formerly, ...(entryOfRow(row, indicators)?.aliases.map(({ name }) => name) ?? [])]
  const own = match(row.indicator.toUpperCase(), wanted)
  const other = Math.min(none, ...others.map((name) => match(name.toUpperCase(), wanted)))
  return Math.min(own * 2, other < scattered ? other * 2 + 1 : none)
}

const scattered = 3

function match(name: string, wanted: string): number {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.includes(wanted)) return 2
  let at = -1
  for (const character of wanted) {
    at = name.indexOf(character, at + 1)
    if (at < 0) return none
  }
  return scattered
}
