import { entryOf } from '../checks/entry-of.ts'
import { readBasis, countsOtherwise } from '../checks/price-basis.ts'
import { relativeYear } from '../checks/statement-year.ts'
import type { Statement } from '../indicators/statement.ts'
import { findFigure, type Ledger, type LedgerFigure } from '../ledger/ledger.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import type { SaidFigure, TargetAccount, TextSpan, Verdict } from './accounts.ts'
import {
  amountOf,
  amountOfCell,
  impliedRate,
  judge,
  rateOf,
  rateOfCell,
  sizeBefore,
  sizeOf,
  sizeOfCell,
  type Measure,
  type Size,
} from './measure.ts'
import { ownWords } from './own-words.ts'
import type { ReadSide } from './read-side.ts'

/** Last year's report, this year's, and what the ledger knows beside them. */
export interface TwoYears {
  last: ReadSide
  own: ReadSide
  ledger: Ledger
}

/**
 * 去年目标 → 今年完成. Each target that last year's report (or the ledger) set for its year is held against what this year's report
 * (or the ledger) says was reached. Only intervals decide; what they leave open is 待核, what nobody says is 文中未提.
 */
export function accountForTargets({ last, own, ledger }: TwoYears): TargetAccount[] {
  const year = yearOf(last, own)
  if (year === null) return []
  const targets = [...readTargets(last), ...readLedgerTargets(ledger, year)]
  const said = new Set<string>()
  const results = readResults(own, year)
  return targets.flatMap((target) => {
    // The text says it in its own words; the ledger adds what the text leaves out.
    if (said.has(target.indicator)) return []
    said.add(target.indicator)
    return accountFor(target, { last, own, ledger, year, all: results, results: results.get(target.indicator) ?? [] })
  })
}

/** Last year's report plans for the year that this year's reviews. */
function yearOf(last: ReadSide, own: ReadSide): number | null {
  return last.year ?? (own.year === null ? null : own.year - 1)
}

interface Target extends SaidFigure {
  indicator: string
  rate: Measure | null
  amount: Measure | null
}

function readTargets(last: ReadSide): Target[] {
  return last.statements.flatMap((statement) => {
    const { indicator, role, place, period, section, known } = statement
    if (role !== 'target' || place !== '' || (period !== 'year' && period !== 'point')) return []
    if (relativeYear(statement, last.year) !== 0) return []
    // An indicator of the report's own counts where the report sets its targets; elsewhere it is a task with a figure.
    if (section !== 'targets' && !(known && entryOf(last.indicators, indicator)?.headline)) return []
    if (!known && !isName(statement)) return []
    const entry = entryOf(last.indicators, indicator)
    const { rate, amount } = measuresOf(last, statement, entry)
    if (!rate && !amount) return []
    return [{ indicator, rate, amount, ...saidOf(last, statement) }]
  })
}

/** 涨幅3%, 增速6%: what reads as a value is a rate by its name. */
function measuresOf(
  { text }: ReadSide,
  statement: Statement,
  entry: IndicatorEntry | undefined,
): { rate: Measure | null; amount: Measure | null } {
  const [rate, amount] = [rateOf(statement, entry), amountOf(statement, entry)]
  const { value, start } = statement
  const named = value !== null && /[涨增]幅|增速/.test(text.slice(start, value.start))
  return !rate && named && amount?.unit === '%' ? { rate: amount, amount: null } : { rate, amount }
}

/** 坚持三个原则, 销售收入过10亿元的企业: no name that another report would say again. */
function isName({ indicator, value, growth }: Statement): boolean {
  return !/[\d·]|过$/.test(indicator) && (value ?? growth)?.han !== true
}

function readLedgerTargets(ledger: Ledger, year: number): Target[] {
  return ledger.rows.flatMap(({ indicator }) => {
    const figure = findFigure(ledger, { indicator, year, period: 'year', kind: 'target' })
    if (!figure) return []
    const [rate, amount] = [rateOfCell(figure), amountOfCell(figure)]
    return rate || amount ? [{ indicator, rate, amount, ...saidOfCell(figure) }] : []
  })
}

function saidOf(side: ReadSide, statement: Statement): SaidFigure {
  const { start, end, sentenceStart, sentenceEnd } = statement
  return {
    printed: ownWords(side, statement),
    span: { start, end },
    sentence: { start: sentenceStart, end: sentenceEnd },
  }
}

function saidOfCell({ value, unit, growth, growthUnit, bound }: LedgerFigure): SaidFigure {
  const end = bound === '>=' ? '以上' : bound === '<=' ? '以内' : bound === '~' ? '左右' : ''
  const rate = growth === null ? '' : `${growth}${growthUnit === 'value' ? unit : growthUnit}`
  // The bound is one of the amount; only of a rate that stands alone is it one of the rate.
  const parts = value === null ? [rate === '' ? '' : rate + end] : [`${value}${unit}${end}`, rate]
  return {
    printed: parts.filter(Boolean).join('、'),
    span: null,
    sentence: null,
  }
}

/** What this year's report says of its review's year, by indicator, in the order of the text. */
function readResults(own: ReadSide, year: number): Map<string, Statement[]> {
  const results = new Map<string, Statement[]>()
  for (const statement of own.statements) {
    const { indicator, role, place, period } = statement
    const relative = relativeYear(statement, own.year)
    const of = relative === null || own.year === null ? (relative === -1 ? year : null) : own.year + relative
    if (of !== year || place !== '' || role === 'target' || role === 'prior') continue
    if (period !== 'year' && period !== 'point' && period !== 'span') continue
    const list = results.get(indicator)
    if (list) list.push(statement)
    else results.set(indicator, [statement])
  }
  return results
}

interface Circumstances extends TwoYears {
  year: number
  all: ReadonlyMap<string, readonly Statement[]>
  results: readonly Statement[]
}

function accountFor(target: Target, circumstances: Circumstances): TargetAccount {
  const { own, ledger, year, results } = circumstances
  const { indicator, printed, span, sentence } = target
  const row = { indicator, target: { printed, span, sentence } }
  const mentioned: TextSpan[] = results.map(({ start, end }) => ({ start, end }))
  const entry = entryOf(own.indicators, indicator)
  if (entry?.expands && results.length === 0) return accountForParts(target, entry.expands, circumstances)
  const judged = results.map((result) => ({ result, ...judgeStatement(target, result, entry, circumstances) }))
  const best = judged.find(({ verdict }) => decided.has(verdict)) ?? judged[0]
  const cell = findFigure(ledger, { indicator, year, period: 'year', kind: 'result' })
  if (cell && (cell.value !== null || cell.growth !== null) && !(best && decided.has(best.verdict))) {
    const ofCell = judgeCell(target, cell, circumstances)
    if (!best || decided.has(ofCell.verdict)) return { ...row, result: saidOfCell(cell), ...ofCell, mentioned }
  }
  if (!best) return { ...row, verdict: 'unmentioned', remark: '', mentioned }
  const { result, verdict, remark } = best
  return { ...row, result: saidOf(own, result), verdict, remark, mentioned }
}

/** 城乡居民收入 is reached when both of them have: the one that is furthest from it speaks for all. */
function accountForParts(target: Target, names: readonly string[], circumstances: Circumstances): TargetAccount {
  const accounts = names.map((indicator) =>
    accountFor({ ...target, indicator }, { ...circumstances, results: circumstances.all.get(indicator) ?? [] }),
  )
  const worst = (['missed', 'unmentioned', 'undecidable', 'reached'] as const).flatMap((verdict) =>
    accounts.filter((account) => account.verdict === verdict),
  )[0]
  const mentioned = accounts.flatMap((account) => account.mentioned)
  const { indicator, printed, span, sentence } = target
  if (!worst) return { indicator, target: { printed, span, sentence }, verdict: 'unmentioned', remark: '', mentioned }
  const partly = worst.verdict === 'unmentioned' && mentioned.length > 0
  return { ...worst, indicator, ...(partly && { verdict: 'undecidable', remark: 'noBase' }), mentioned }
}

const decided: ReadonlySet<Verdict> = new Set<Verdict>(['reached', 'missed'])

type Judged = Pick<TargetAccount, 'verdict' | 'remark'>

function judgeMeasures(target: Target, rate: Measure | null, amount: Measure | null): Judged {
  const verdicts = [
    target.rate && rate ? judge(target.rate, rate) : undefined,
    target.amount && amount ? judge(target.amount, amount) : undefined,
  ].filter((one) => one !== undefined)
  const [first] = verdicts
  if (!first) return { verdict: 'undecidable', remark: 'noBase' }
  // 达到4.2亿元、增长8%: one that is missed is missed; both must be reached.
  return (
    verdicts.find(({ verdict }) => verdict === 'missed') ??
    verdicts.find(({ verdict }) => verdict !== 'reached') ??
    first
  )
}

function judgeStatement(
  target: Target,
  result: Statement,
  entry: IndicatorEntry | undefined,
  circumstances: Circumstances,
): Judged {
  const { own } = circumstances
  if (mayCoverYears(own.text, result)) return { verdict: 'undecidable', remark: 'span' }
  const { rate, amount } = measuresOf(own, result, entry)
  const direct = judgeMeasures(target, rate, amount)
  const { value, indicator, year } = result
  if (!target.rate || !value || !leavesRateOpen(target, rate, direct)) return direct
  const basis = readBasis(own.indicators, indicator, value)
  if (countsOtherwise(own.text, value, result.growth ?? value)) return { verdict: 'undecidable', remark: 'otherPrices' }
  const size = sizeOf(value)
  const before = [sizeBefore(size, rate), ...sizesBefore(indicator, circumstances, result.period)]
  return judgeComputed(target.rate, { indicator, basis, year, size, before }, circumstances) ?? direct
}

function judgeCell(target: Target, cell: LedgerFigure, circumstances: Circumstances): Judged {
  const direct = judgeMeasures(target, rateOfCell(cell), amountOfCell(cell))
  const size = sizeOfCell(cell)
  if (!target.rate || !size || !leavesRateOpen(target, rateOfCell(cell), direct)) return direct
  const { own, year } = circumstances
  const { indicator } = target
  const basis = entryOf(own.indicators, indicator)?.basis ?? (size.unit === '元' ? 'unknown' : 'none')
  const before = sizesBefore(indicator, circumstances, 'year')
  return judgeComputed(target.rate, { indicator, basis, year, size, before }, circumstances) ?? direct
}

/** No rate is told, or only by how much more there was: 增加180万元. */
function leavesRateOpen(target: Target, rate: Measure | null, { remark }: Judged): boolean {
  return (
    remark === 'noBase' || (remark === 'otherUnit' && target.rate?.unit === '%' && rate?.unit.startsWith('+') === true)
  )
}

/** In a passage on several years only a rate against last year, or a rate of its own, is surely of one. */
function mayCoverYears(
  text: string,
  { period, growth, growthBase, value, start, sentenceStart, end }: Statement,
): boolean {
  if (growth && growthBase !== 'last-year') return true
  if (period !== 'span') return false
  if (/累计|年均|每年|[五三四]年|期间|以来/.test(text.slice(Math.max(sentenceStart, start - 40), end))) return true
  return !growth && value?.kind !== 'pct'
}

interface Grown {
  indicator: string
  basis: ReturnType<typeof readBasis>
  year: number | null
  size: Size
  /** What there was the year before, the surest source first. */
  before: readonly (Size | null)[]
}

/** A target of growth, and only the value is told: growth from last year's value, where prices allow it. */
function judgeComputed(target: Measure, grown: Grown, { own }: Circumstances): Judged | undefined {
  const { indicator, basis, year, size, before } = grown
  if (target.unit !== '%') return undefined
  if (basis !== 'nominal' && basis !== 'none') return { verdict: 'undecidable', remark: 'otherPrices' }
  if (year === null || entryOf(own.indicators, indicator)?.breaks?.includes(year)) return undefined
  const rates = before.map((base) => base && impliedRate(base, size)).filter((rate) => rate !== null)
  const judged = rates.map((rate) => judge(target, rate))
  const [first] = judged
  if (!first) return undefined
  // Sources that speak against each other decide nothing.
  const verdicts = new Set(judged.map(({ verdict }) => verdict).filter((verdict) => decided.has(verdict)))
  const found = judged.find(({ verdict }) => decided.has(verdict)) ?? first
  if (verdicts.size > 1) return { verdict: 'undecidable', remark: 'coarse' }
  return { verdict: found.verdict, remark: found.verdict === 'undecidable' ? found.remark : 'computed' }
}

/** The value of the year before as last year's report has it, this year's (由4050万元增加到4230万元), and the ledger. */
function sizesBefore(indicator: string, circumstances: Circumstances, period: Statement['period']): Size[] {
  const { last, own, ledger, year } = circumstances
  const isOf = (one: Statement): boolean => one.indicator === indicator && one.place === '' && one.period === period
  const isSingle = ({ value, valueMax }: Statement): boolean => value !== null && valueMax === undefined
  const reviewed = last.statements.find(
    (one) =>
      isOf(one) &&
      isSingle(one) &&
      (one.role === 'achieved' || one.role === 'part') &&
      relativeYear(one, last.year) === -1,
  )
  const recalled = own.statements.find(
    (one) => isOf(one) && isSingle(one) && one.role === 'prior' && one.year === year - 1,
  )
  const cell = period === 'year' ? findFigure(ledger, { indicator, year: year - 1, period, kind: 'result' }) : undefined
  return [
    reviewed?.value ? sizeOf(reviewed.value) : null,
    recalled?.value ? sizeOf(recalled.value) : null,
    cell ? sizeOfCell(cell) : null,
  ].filter((size) => size !== null)
}
