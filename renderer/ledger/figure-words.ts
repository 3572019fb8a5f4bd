import type { FigureContent } from '../../shared/ledger/ledger.ts'

/** `2841 +4.8%`: value and growth as published; a unit other than that of the row is named. */
export function figureWords({ value, unit, growth, growthUnit }: FigureContent, unitOfRow: string): string {
  const amount = value === null ? '' : `${value}${unit === unitOfRow ? '' : unit}`
  if (growth === null) return amount
  const signed = growth.startsWith('-') ? growth : `+${growth}`
  return `${amount} ${signed}${growthUnit === 'value' ? unit : growthUnit}`.trim()
}
