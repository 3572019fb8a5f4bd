import { add, isDecimal, parseDecimal, shiftDecimal, subtract } from '../numbers/decimal.ts'
import { disjoint, interval } from '../numbers/interval.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { computeGrowth, type ComputedGrowth } from './computed-growth.ts'
import { editLedger, type LedgerEdit, type Stamp } from './edit-ledger.ts'
import { decimalsOf } from './figure-value.ts'
import { findFigure, findRow, type Ledger } from './ledger.ts'

/**
 * What is said alone changes that alone: a new value leaves the published growth beside it as it is, wherever the value was
 * changed (text, cell, block, returned sheet). But growth that the new value contradicts is not kept: it was published with the
 * old one, and what the values imply takes its place. Real prices, and years that are not known, contradict nothing.
 */
export function settleGrowth(
  ledger: Ledger,
  edits: readonly LedgerEdit[],
  indicators: readonly IndicatorEntry[],
): LedgerEdit[] {
  const touched = edits.some((edit) => edit.edit === 'set' && edit.content.value !== undefined)
  if (!touched) return [...edits]
  const after = editLedger(ledger, edits, nobody)
  return edits.map((edit): LedgerEdit => {
    if (edit.edit !== 'set' || edit.content.value === undefined || edit.content.growth !== undefined) return edit
    const before = findFigure(ledger, edit)
    const row = findRow(after, edit.indicator)
    const figure = findFigure(after, edit)
    if (!before || !row || !figure || before.value === figure.value || figure.growth === null) return edit
    // Whoever carries the edit out refuses what is no number.
    if (figure.value === null || !isDecimal(figure.value)) return edit
    const implied = computeGrowth(row, figure, indicators)
    const comparable = implied?.unit === figure.growthUnit
    if (!comparable || !contradictsGrowth(implied, figure.growth)) return edit
    return { ...edit, content: { ...edit.content, growth: null } }
  })
}

/** No value that rounds to what was printed gives this growth. */
export function contradictsGrowth({ implied }: ComputedGrowth, growth: string): boolean {
  return disjoint(implied, around(growth))
}

/** Only to look ahead: nothing of it is kept. */
const nobody: Stamp = { at: '', by: '' }

/** All that rounds to what was published. */
function around(growth: string): ReturnType<typeof interval> {
  const half = parseDecimal(shiftDecimal('5', -decimalsOf(growth) - 1))
  const centre = parseDecimal(growth)
  return interval(subtract(centre, half), add(centre, half))
}
