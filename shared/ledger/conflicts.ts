import { otherScope } from '../checks/price-basis.ts'
import { entryOf } from '../checks/entry-of.ts'
import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  negate,
  parseDecimal,
  subtract,
  type Fraction,
} from '../numbers/decimal.ts'
import {
  disjoint,
  formatInterval,
  interval,
  quotient,
  scale,
  shift,
  tooCoarse,
  type Interval,
} from '../numbers/interval.ts'
import { magnitudes } from '../numbers/units.ts'
import { toBaseUnit } from '../numbers/base-units.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { decimalsOf, inUnit, intervalOfValue, splitUnit } from './figure-value.ts'
import type { FigureContent } from './ledger.ts'
import type { ConflictGuess, Proposal, ReportConflict, ReportReading } from './proposal.ts'
import { cellKey } from './read-report.ts'

/**
 * Where a later report gives a year another value than the report that was first to give it: by name (上年3106万元), or by a
 * growth rate that cannot come from the first value. Rates in comparable prices say nothing of values.
 */
export function findConflicts(readings: readonly ReportReading[], indicators: IndicatorEntry[]): ReportConflict[] {
  const first = new Map<string, Proposal>()
  const conflicts: ReportConflict[] = []
  for (const { proposals } of [...readings].sort(byYear)) {
    for (const proposal of proposals) {
      if (proposal.cell.kind !== 'result' || proposal.cell.period === 'term') continue
      const known = first.get(cellKey(proposal.cell))
      if (known?.content.value === undefined || known.content.value === null)
        first.set(cellKey(proposal.cell), proposal)
      else conflicts.push(...conflictOfValues(known, proposal, indicators))
      const before = first.get(cellKey({ ...proposal.cell, year: proposal.cell.year - 1 }))
      if (before) conflicts.push(...conflictOfGrowth(before, proposal, indicators))
    }
  }
  return conflicts
}

/** By the year, reports of one year by the names of their files: the order they were handed in does not matter. */
export function byYear(a: ReportReading, b: ReportReading): number {
  return (a.year ?? 0) - (b.year ?? 0) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)
}

function conflictOfValues(first: Proposal, later: Proposal, indicators: IndicatorEntry[]): ReportConflict[] {
  if (first.content.source.file === later.content.source.file) return []
  const [own, other] = [valuesOf(first.content), valuesOf(later.content)]
  if (!own || !other || !disjoint(own, other) || !sameMeasure(first.content, later.content)) return []
  const reason = reasonOf({ first, later, apart: apartOf(own, other), year: first.cell.year, indicators })
  return [{ cell: first.cell, first, later, by: 'value', guess: guesses[reason] }]
}

/** The value of the year before that the rate leaves, against the one that was published then. */
function conflictOfGrowth(first: Proposal, later: Proposal, indicators: IndicatorEntry[]): ReportConflict[] {
  if (first.content.source.file === later.content.source.file || !isComputable(later, indicators)) return []
  const reason = growthAgreement(first, later, indicators)
  const implied = impliedBefore(later.content)
  if (reason === 'incomparable' || reason === 'agrees' || reason === 'coarse' || !implied) return []
  const said = { range: printedRange(implied, first.content), unit: first.content.unit }
  return [{ cell: first.cell, first, later, by: 'growth', implied: said, guess: guesses[reason] }]
}

/** Why a growth rate need not come from the value that was published the year before. */
export type GrowthGap = 'comparablePrices' | 'newSeries' | 'scope' | 'estimate' | 'revised' | 'check'

/** `coarse`: the digits allow nearly any growth. `incomparable`: one of the three numbers is missing. */
export type GrowthAgreement = GrowthGap | 'agrees' | 'coarse' | 'incomparable'

const guesses: Readonly<Record<GrowthGap, ConflictGuess>> = {
  comparablePrices: 'revised',
  newSeries: 'scope',
  scope: 'scope',
  estimate: 'revised',
  revised: 'revised',
  check: 'check',
}

/** Does the growth that one report states lead from the value of the report before to its own? */
export function growthAgreement(first: Proposal, later: Proposal, indicators: IndicatorEntry[]): GrowthAgreement {
  if (!sameMeasure(first.content, later.content)) return 'incomparable'
  const [own, implied] = [valuesOf(first.content), impliedBefore(later.content)]
  if (!own || !implied) return 'incomparable'
  if (!disjoint(own, implied)) return isCoarse(own, later.content) ? 'coarse' : 'agrees'
  return reasonOf({ first, later, apart: apartOf(own, implied), year: later.cell.year, indicators })
}

/** 3亿元 to 4亿元 is anything from nothing to 80%. */
function isCoarse(own: Interval, { growth, growthUnit, value, unit }: FigureContent): boolean {
  const values = value === null ? undefined : intervalOfValue(value, unit)
  const ratio = values && quotient(values, own)
  if (growthUnit !== '%' || growth === null || !ratio) return false
  return tooCoarse(scale(shift(ratio, fraction(-1n)), fraction(100n)), growthInterval(growth))
}

/** Amounts in current prices, and what has no prices; an amount that the catalogue does not know may have any. */
function isComputable({ cell }: Proposal, indicators: IndicatorEntry[]): boolean {
  const basis = entryOf(indicators, cell.indicator)?.basis
  return basis === 'nominal' || basis === 'none'
}

export function sameMeasure(a: FigureContent, b: FigureContent): boolean {
  return baseOf(a.unit) === baseOf(b.unit)
}

function baseOf(unit: string): string {
  return toBaseUnit(splitUnit(unit).measure).unit
}

/** Values that the printed figure can mean; 左右 and one-sided bounds reach five per cent around it. */
export function valuesOf({ value, unit, bound }: FigureContent): Interval | undefined {
  if (value === null) return undefined
  const exact = intervalOfValue(value, unit)
  if (bound === '' || !exact.low || !exact.high) return exact
  return interval(
    bound === '>=' ? exact.low : multiply(exact.low, fraction(19n, 20n)),
    bound === '<=' ? exact.high : multiply(exact.high, fraction(21n, 20n)),
  )
}

/** 3618万元、增长16.5% → the values of the year before, in base units; undefined where the growth says nothing of them. */
export function impliedBefore(content: FigureContent): Interval | undefined {
  const { growth, growthUnit, unit } = content
  const values = valuesOf(content)
  if (!values || growth === null) return undefined
  if (growthUnit === '%') return quotient(values, shift(scale(growthInterval(growth), percent), fraction(1n)))
  const increase = growthUnit === 'value' ? intervalOfValue(growth, unit) : growthInterval(growth)
  const { low, high } = increase
  return {
    low: values.low && high && subtract(values.low, high),
    high: values.high && low && subtract(values.high, low),
  }
}

const percent = fraction(1n, 100n)

/** The rates that round to the printed digits. */
export function growthInterval(growth: string): Interval {
  const half = fraction(5n, 10n ** BigInt(decimalsOf(growth) + 1))
  const value = parseDecimal(growth)
  return { low: subtract(value, half), high: add(value, half) }
}

/** In the unit of the content and one digit finer than it is printed. */
export function printedRange(values: Interval, { unit, value }: FigureContent): string {
  const { magnitude, measure } = splitUnit(unit)
  const power = multiply(fraction(10n ** BigInt(magnitudes[magnitude] ?? 0)), toBaseUnit(measure).factor)
  return formatInterval(scale(values, divide(fraction(1n), power)), decimalsOf(value ?? '') + 1)
}

/** How far apart the middles are, as a share of the first one. */
function apartOf(a: Interval, b: Interval): Fraction | undefined {
  if (!a.low || !a.high || !b.low || !b.high) return undefined
  const [one, other] = [add(a.low, a.high), add(b.low, b.high)]
  if (one.num === 0n) return undefined
  const share = divide(subtract(other, one), one)
  return share.num < 0n ? negate(share) : share
}

interface Apart {
  first: Proposal
  later: Proposal
  apart: Fraction | undefined
  /** The later of the years that are compared. */
  year: number
  indicators: IndicatorEntry[]
}

const usualRevision = fraction(1n, 20n)
/** Values at current prices are revised with every census; ten per cent is the most that the yearbooks show. */
const revisionOfPrices = fraction(1n, 10n)

/** What a person would suppose first; nothing follows from it. */
function reasonOf({ first, later, apart, year, indicators }: Apart): GrowthGap {
  const entry = entryOf(indicators, first.cell.indicator)
  const words = wordsNear(later)
  if (entry?.breaks?.includes(year)) return 'newSeries'
  if (entry?.basis === 'real' || /可比价|可比口径|不变价|扣除价格|实际增长/.test(words)) return 'comparablePrices'
  // What places are judged by goes by many names; of the rest another name is another thing: 一本上线, 本科上线.
  const renamed = entry?.headline !== true && entry?.customary !== true && first.surface !== later.surface
  if (renamed || scopeOf(first) !== scopeOf(later) || /口径|剔除|不含|不再包括/.test(words)) return 'scope'
  if (first.content.settlement === 'estimate' || first.content.settlement === 'flash') return 'estimate'
  if (later.content.settlement === 'final' || otherScope.test(words)) return 'revised'
  const usual = entry?.basis === 'mixed' ? revisionOfPrices : usualRevision
  return apart && compare(apart, usual) <= 0 ? 'revised' : 'check'
}

/** The clause of the figure: a sentence may name the scope of another one. */
function wordsNear({ content: { source }, surface }: Proposal): string {
  const at = source.sentence.indexOf(surface)
  if (at < 0) return source.sentence
  const behind = source.sentence.slice(at, at + 80)
  return source.sentence.slice(Math.max(0, at - 20), at) + (/^[^；;。]*/.exec(behind)?.[0] ?? '')
}

/** 全部财政收入 beside 财政收入: words of the name that say what is counted. */
export function scopeOf({ row, surface }: Proposal): string {
  return row.basis.scope || (/全口径|全部|本级|地方/.exec(surface)?.[0] ?? '')
}

/** In the same unit and as many digits as said: 8.3亿元 and 83000万元. */
export function saysSame(a: FigureContent, b: FigureContent): boolean {
  if (a.value === null || b.value === null) return a.value === b.value
  const moved = inUnit(b.value, b.unit, a.unit)
  return moved !== undefined && compare(parseDecimal(moved), parseDecimal(a.value)) === 0
}
