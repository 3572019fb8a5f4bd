import type { FigureKind, FigurePlace, LedgerPeriod } from './ledger.ts'

/** Which number of a figure stands in the text. */
export type FigurePart = 'value' | 'growth'

export interface FigureReference extends FigurePlace {
  part: FigurePart
}

const periods: ReadonlySet<string> = new Set<LedgerPeriod>([
  'year',
  'half-year',
  'first-quarter',
  'three-quarters',
  'term',
])
const kinds: ReadonlySet<string> = new Set<FigureKind>(['result', 'target'])
const parts: ReadonlySet<string> = new Set<FigurePart>(['value', 'growth'])

/** What a bound figure of the text carries as `indicator`: `一般公共预算收入|2025|year|result|value`. */
export function figureKey({ indicator, year, period, kind, part }: FigureReference): string {
  return [indicator, year, period, kind, part].join('|')
}

/** Undefined: no reference to a figure. */
export function readFigureKey(key: string): FigureReference | undefined {
  const match = /^([^|]+)\|(\d{4})\|([a-z-]+)\|([a-z]+)\|([a-z]+)$/.exec(key)
  if (!match) return undefined
  const [, indicator = '', year = '', period = '', kind = '', part = ''] = match
  if (!periods.has(period) || !kinds.has(kind) || !parts.has(part)) return undefined
  return {
    indicator,
    year: Number(year),
    period: period as LedgerPeriod,
    kind: kind as FigureKind,
    part: part as FigurePart,
  }
}
