import type { IndicatorEntry } from '../templates/templates.ts'

/** The unit a new row is shown in: amounts of a town or county stand in 万元, those of one person in 元. */
export function usualUnit({ units, dimension }: IndicatorEntry): string {
  const unit = units[0] ?? ''
  return unit === '元' && dimension === 'money' ? '万元' : unit
}
