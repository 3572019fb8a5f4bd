import { compare, divide, exactDecimal, formatDecimal, fraction, multiply, parseDecimal } from '../numbers/decimal.ts'
import { quotient, scale, widthOf } from '../numbers/interval.ts'
import type { TextLeaf } from '../report/schema.ts'
import { entryOfRow } from './computed-growth.ts'
import { figureKey, type FigurePart } from './figure-key.ts'
import { decimalsOf, equalValues, inUnit, intervalOfValue, roundedIn, splitUnit } from './figure-value.ts'
import { numberOf, type LedgerNumber, type LedgerReader } from './ledger-reader.ts'
import type { FigureKind, LedgerBound, LedgerFigure, LedgerPeriod, LedgerRow } from './ledger.ts'

/** How an indicator can be said; the names are those of the sentences that explain them. */
export type PhrasingId =
  'valueGrowth' | 'brief' | 'value' | 'growth' | 'share' | 'targetGrowth' | 'targetValue' | 'targetBoth' | 'waiting'

export interface Phrasing {
  id: PhrasingId
  kind: FigureKind
  year: number
  /** Words, and figures bound to the ledger. */
  leaves: TextLeaf[]
}

export interface PhrasingContext {
  /** Year whose results are told, and year whose targets are set. */
  resultYear: number
  targetYear: number
  period: LedgerPeriod
  /** The sentence sets targets: they are offered first. */
  targetsFirst: boolean
  /** Unit that values of money are printed in, if not that of the row: 亿元, 万元. */
  unit?: string
}

/** The phrasings that the ledger has the numbers for, the likeliest first. */
export function phrasingsOf(row: LedgerRow, reader: LedgerReader, context: PhrasingContext): Phrasing[] {
  const cellOf = (year: number, kind: FigureKind): Cell | undefined => {
    const figure = row.figures.find((one) => one.year === year && one.period === context.period && one.kind === kind)
    return figure && { row, figure, reader, context }
  }
  const result = cellOf(context.resultYear, 'result')
  const results = result ? resultPhrasings(result, cellOf(context.resultYear, 'target')) : []
  const target = cellOf(context.targetYear, 'target')
  const targets = target ? targetPhrasings(target) : []
  return context.targetsFirst ? [...targets, ...results] : [...results, ...targets]
}

/** What can be said of a row that has no number yet: its name, and a □ that waits for the number. */
export function waitingPhrasing({ indicator }: LedgerRow, context: PhrasingContext): Phrasing {
  const { targetsFirst, resultYear, targetYear } = context
  const kind = targetsFirst ? 'target' : 'result'
  const year = targetsFirst ? targetYear : resultYear
  const period = targetsFirst ? 'year' : context.period
  const key = figureKey({ indicator, year, period, kind, part: 'value' })
  return {
    id: 'waiting',
    kind,
    year,
    leaves: [words(indicator), { text: '□', field: { indicator, part: 'value' }, indicator: key }],
  }
}

interface Cell {
  row: LedgerRow
  figure: LedgerFigure
  reader: LedgerReader
  context: PhrasingContext
}

function resultPhrasings(cell: Cell, target: Cell | undefined): Phrasing[] {
  const { row, figure } = cell
  const value = valueLeaf(cell)
  const growth = growthLeaf(cell)
  const estimate = figure.settlement === 'estimate' ? '预计' : ''
  const head = `${row.indicator}${estimate}${verbOf(cell)}`
  const share = target && shareOf(figure, target.figure)
  return made(cell, [
    ['valueGrowth', value && growth && [words(head), value, words('，'), growth]],
    ['brief', value && growth && [words(`${row.indicator}${estimate}`), value, words('、'), growth]],
    ['value', value && [words(head), value]],
    ['growth', growth && [words(`${row.indicator}${estimate}`), growth]],
    ['share', value && share !== undefined && [words(head), value, words(`，占年度目标的${share}%`)]],
  ])
}

function targetPhrasings(cell: Cell): Phrasing[] {
  const { row, figure } = cell
  const value = valueLeaf(cell)
  const growth = growthLeaf(cell)
  const bound = figure.bound
  // 下降3%以上 means more of a fall; whether the ledger's bound does cannot be known.
  const doubtful = figure.growth?.startsWith('-') === true && bound !== '' && bound !== '~'
  const bounded = (leaf: TextLeaf): TextLeaf => ({ ...leaf, text: leaf.text + boundWords[bound] })
  return made(cell, [
    ['targetGrowth', growth && !doubtful && [words(row.indicator), bounded(growth)]],
    ['targetValue', value && [words(`${row.indicator}达到`), bounded(value)]],
    [
      'targetBoth',
      value && growth && !doubtful && [words(`${row.indicator}达到`), value, words('，'), bounded(growth)],
    ],
  ])
}

const boundWords: Readonly<Record<LedgerBound, string>> = { '': '', '>=': '以上', '<=': '以内', '~': '左右' }

function made(
  { figure: { kind, year } }: Cell,
  tried: readonly (readonly [PhrasingId, TextLeaf[] | false | undefined])[],
): Phrasing[] {
  return tried.flatMap(([id, leaves]) => (leaves ? [{ id, kind, year, leaves }] : []))
}

function words(text: string): TextLeaf {
  return { text }
}

/** Money and other things that flow are 完成; incomes, rates and stocks are 达到. */
function verbOf({ row, reader }: Cell): string {
  const entry = entryOfRow(row, reader.indicators)
  if (entry) return entry.dimension === 'money' && !/余额$/.test(row.indicator) ? '完成' : '达到'
  return splitUnit(row.unit).measure === '元' && !/人均|余额/.test(row.indicator) ? '完成' : '达到'
}

function valueLeaf(cell: Cell): TextLeaf | undefined {
  const { row, figure, context } = cell
  if (figure.value === null) return undefined
  const unit = context.unit ?? row.unit
  return bound(cell, 'value', printedIn(figure, unit) ?? figure.value + figure.unit)
}

/** 万元 → 亿元 with two decimals at most; the other way with the digits that are known. A target is never rounded. */
function printedIn({ kind, value, unit: own }: LedgerFigure, unit: string): string | undefined {
  const moved = value === null || unit === own ? undefined : inUnit(value, own, unit)
  if (value === null || moved === undefined) return undefined
  const rounded = roundedIn(value, own, unit, Math.min(2, decimalsOf(moved))) ?? moved
  const lost = kind === 'target' && !equalValues(rounded, moved)
  return lost || parseDecimal(rounded).num === 0n ? undefined : rounded + unit
}

function growthLeaf(cell: Cell): TextLeaf | undefined {
  const { row, figure, reader } = cell
  const number = numberOf(row, figure, 'growth', reader.indicators)
  const said = number && growthWords(number)
  return said === undefined ? undefined : bound(cell, 'growth', said)
}

/** 增长6.1%, 下降3.2%, 提高1.2个百分点, 增加12家; no growth at all (持平) is for a person to say. */
export function growthWords({ value, unit }: LedgerNumber): string | undefined {
  const size = value.replace('-', '')
  if (parseDecimal(size).num === 0n) return undefined
  const falls = value.startsWith('-')
  if (unit === '%') return `${falls ? '下降' : '增长'}${size}%`
  if (unit === '百分点') return `${falls ? '下降' : '提高'}${size}个百分点`
  return `${falls ? '减少' : '增加'}${size}${unit}`
}

function bound({ row, figure: { year, period, kind } }: Cell, part: FigurePart, text: string): TextLeaf {
  return { text, indicator: figureKey({ indicator: row.indicator, year, period, kind, part }) }
}

/** 103.2, as far as the digits of both carry it. */
function shareOf(result: LedgerFigure, target: LedgerFigure): string | undefined {
  if (result.value === null || target.value === null) return undefined
  const whole = inUnit(target.value, target.unit, result.unit)
  if (whole === undefined || parseDecimal(whole).num <= 0n) return undefined
  const exactTarget = parseDecimal(whole)
  const share = quotient(intervalOfValue(result.value, result.unit), intervalOfValue(target.value, target.unit))
  const width = share && widthOf(scale(share, fraction(100n)))
  // What was set is exact: only the result is rounded.
  const middle = multiply(divide(parseDecimal(result.value), exactTarget), fraction(100n))
  if (!width) return undefined
  const digits = compare(width, fraction(1n, 5n)) <= 0 ? 1 : compare(width, fraction(2n)) <= 0 ? 0 : undefined
  if (digits === undefined) return undefined
  const exact = exactDecimal(middle)
  return exact !== undefined && decimalsOf(exact) <= digits ? exact : formatDecimal(middle, digits)
}

/** Units in which values of the row can be said: its own first, then 亿元 or 万元 where that prints a usual number. */
export function unitChoices({ unit, figures }: LedgerRow): string[] {
  const other = unit === '万元' ? '亿元' : unit === '亿元' ? '万元' : undefined
  const last = figures.findLast((figure) => figure.value !== null)
  if (other === undefined || !last || last.value === null) return [unit]
  const moved = inUnit(last.value, last.unit, other)
  const usual = other === '亿元' ? /^-?(?:0\.[1-9]|[1-9])/ : /^-?\d{1,7}(?:\.\d)?$/
  return moved !== undefined && usual.test(moved) ? [unit, other] : [unit]
}

/** The words of a phrasing without their marks. */
export function phrasingText({ leaves }: Phrasing): string {
  return leaves.map(({ text }) => text).join('')
}
