import type { LedgerEdit } from './edit-ledger.ts'
import { ledgerReader } from './ledger-reader.ts'
import type { Ledger } from './ledger.ts'

/**
 * A link leads to a row, whatever the row is called. Names by which links may call rows of `before`, and what they must call
 * them once the edits are made: a row that is renamed takes its links along, so that another may be added under the old name.
 */
export function followedNames(
  before: Ledger,
  edits: readonly LedgerEdit[],
  after: Ledger,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  if (!edits.some(mayMoveLinks)) return names
  const reader = ledgerReader(before, [])
  const known = new Set(after.rows.map(({ indicator }) => indicator))
  const newNames = namesAfter(edits, before)
  for (const row of before.rows) {
    const name = newNames.get(row.indicator) ?? row.indicator
    if (!known.has(name)) continue
    for (const called of [row.indicator, ...row.formerly])
      if (called !== name && reader.row(called) === row) names.set(called, name)
  }
  return names
}

function mayMoveLinks(edit: LedgerEdit): boolean {
  return (
    edit.edit === 'addRow' || edit.edit === 'set' || (edit.edit === 'changeRow' && edit.change.indicator !== undefined)
  )
}

/** New names of the rows that are renamed, by their old ones. A name that is taken is refused, and the row keeps its own. */
function namesAfter(edits: readonly LedgerEdit[], { rows }: Ledger): ReadonlyMap<string, string> {
  const taken = new Set(rows.map((row) => row.indicator))
  const firstNames = new Map(rows.map((row) => [row.indicator, row.indicator]))
  for (const edit of edits) {
    if (edit.edit === 'addRow') taken.add(edit.row.indicator)
    if (edit.edit !== 'changeRow') continue
    const wanted = edit.change.indicator
    if (wanted === undefined || wanted === '' || wanted.includes('|') || taken.has(wanted)) continue
    taken.delete(edit.indicator)
    taken.add(wanted)
    const first = firstNames.get(edit.indicator)
    if (first === undefined) continue
    firstNames.delete(edit.indicator)
    firstNames.set(wanted, first)
  }
  return new Map([...firstNames].map(([name, first]) => [first, name]))
}
