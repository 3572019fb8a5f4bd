import type { LedgerEdit } from './edit-ledger.ts'
import { speaksOfLevel } from './direction-words.ts'
import { decimalsOf, inUnit } from './figure-value.ts'
import { noSource, type FigureContent, type FigureSource } from './ledger.ts'
import type { FigureLink } from './links.ts'
import { printedDigits, signOf, unitOf } from './print-like.ts'

/** A bound figure that was changed by typing: what the ledger would have to say. It is offered, never done by itself. */
export interface LedgerOffer {
  link: FigureLink
  /** As the ledger has it: 4126万元. */
  ledger: string
  /** As the text would have it there: 4162万元. */
  printed: string
  edit: LedgerEdit
}

/** Undefined where no certain number can be read: 近3000万元 says none. `source` is where it is said: this report and its sentence. */
export function ledgerOffer(link: FigureLink, source: Partial<FigureSource>): LedgerOffer | undefined {
  const { state, reference, number, printed } = link
  if (state !== 'stale' || !reference || !number || !printed) return undefined
  const { quantity } = printed
  if (quantity.qualifier !== '' && reference.kind !== 'target') return undefined
  const digits = withDecimals(printedDigits(quantity), quantity.decimals)
  const moved = inUnit(digits, unitOf(printed), number.unit)
  if (moved === undefined) return undefined
  const { indicator } = number.row
  // 减少300人 is no number of people that the ledger could take over.
  if (reference.part === 'value' && !speaksOfLevel(printed.direction, indicator)) return undefined
  const value = signOf(printed, reference.part, indicator) < 0 ? `-${moved}` : moved
  const said = { ...noSource, ...source }
  const content: Partial<FigureContent> =
    reference.part === 'value'
      ? { value, source: said, state: 'reported' }
      : { growth: value, ...(number.implied && growthUnitOf(number.unit)), source: said, state: 'reported' }
  const { part: _, ...place } = reference
  return {
    link,
    ledger: number.value + number.unit,
    printed: value + number.unit,
    // A row may have been renamed since the words were bound.
    edit: { edit: 'set', ...place, indicator: number.row.indicator, content },
  }
}

/** Growth that was computed has no unit of its own in the ledger yet. */
function growthUnitOf(unit: string): Pick<FigureContent, 'growthUnit'> {
  return { growthUnit: unit === '百分点' ? '百分点' : '%' }
}

function withDecimals(digits: string, decimals: number): string {
  const missing = decimals - decimalsOf(digits)
  if (missing <= 0) return digits
  return `${digits}${digits.includes('.') ? '' : '.'}${'0'.repeat(missing)}`
}

/** Figures that have become stale between two readings of the text, the ledger being the same. */
export function newlyStale(before: readonly FigureLink[], after: readonly FigureLink[]): FigureLink[] {
  const known = new Map<string, number>()
  for (const link of before) {
    if (link.state === 'stale') known.set(nameOf(link), (known.get(nameOf(link)) ?? 0) + 1)
  }
  return after.filter((link) => {
    if (link.state !== 'stale') return false
    const left = known.get(nameOf(link)) ?? 0
    known.set(nameOf(link), left - 1)
    return left <= 0
  })
}

function nameOf({ key, printed }: FigureLink): string {
  return `${key} ${printed?.direction.sign ?? 1} ${printed?.quantity.text ?? ''}`
}
