import type { PlaceLevel } from '../report/schema.ts'
import type { IndicatorEntry } from '../templates/templates.ts'

/** Amounts that may reach this many 元 in a county are printed in 亿元 there. */
const hundredBillion = 1e11

/** The unit a new row is shown in: amounts of a town stand in 万元, the large ones of a county in 亿元, those of one person in 元. */
export function usualUnit({ units, dimension, range }: IndicatorEntry, level: PlaceLevel | undefined): string {
  const unit = units[0] ?? ''
  if (unit !== '元' || dimension !== 'money') return unit
  const isTown = level === undefined || level === 'town' || level === 'township' || level === 'subdistrict'
  return !isTown && Number(range?.county?.[1] ?? 0) >= hundredBillion ? '亿元' : '万元'
}
