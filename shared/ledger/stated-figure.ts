import { relativeYear } from '../checks/statement-year.ts'
import type { ReportView } from '../checks/rule.ts'
import { fitsUnit } from '../indicators/catalogue.ts'
import { isVague } from '../indicators/open-name.ts'
import { growthValue } from '../indicators/printed-growth.ts'
import type { Statement } from '../indicators/statement.ts'
import { formatDecimal, parseDecimal, shiftDecimal } from '../numbers/decimal.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { magnitudes } from '../numbers/units.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { inUnit } from './figure-value.ts'
import {
  emptyContent,
  noSource,
  type FigureContent,
  type FigurePlace,
  type GrowthUnit,
  type LedgerBound,
  type LedgerPeriod,
  type Settlement,
} from './ledger.ts'
import type { TextSpan } from './proposal.ts'

/** What one statement gives for one cell. */
export interface StatedFigure {
  cell: FigurePlace
  content: FigureContent
  statement: Statement
  /** As printed; null = only the growth is said. */
  quantity: Quantity | null
  sentence: TextSpan
  value: TextSpan | null
  growth: TextSpan | null
}

type Read = Pick<ReportView, 'text' | 'source' | 'year'>
type Cell = Omit<FigurePlace, 'indicator'>

/** The cells that a statement fills: mostly one; 突破100亿元、年均增长8% speaks of a year and of the years before it. */
export function statedFigures(
  view: Read,
  file: string,
  statement: Statement,
  entry: IndicatorEntry | undefined,
): StatedFigure[] {
  if (!isOwn(statement) || !isName(statement.indicator)) return []
  const lead = leadOf(view.text, statement)
  const quantity = quantityOf(statement, entry)
  const place = placeOf(view, statement, lead)
  if (!place) return []
  const settlement = settlementOf(view, statement, lead)
  const make = (cell: Cell, value: Quantity | null, grows: boolean): StatedFigure[] => {
    const figure = figureOf(view, file, statement, cell, value, grows)
    return figure ? [{ ...figure, content: { ...figure.content, settlement } }] : []
  }
  if (statement.growthBase === 'average' && statement.growth) {
    const year = { ...place, period: 'year' as const }
    return [
      ...make(year, quantity, false),
      ...(endsKnown(view, place) ? make({ ...place, period: 'term' }, null, true) : []),
    ]
  }
  return make(place, quantity, statement.growthBase === 'last-year')
}

/** Of the report's own place; a part counts where its name says by itself what it is (其中税收收入, not 其中市级). */
function isOwn({ place, partOf, known }: Statement): boolean {
  return place === '' && (partOf === undefined || known)
}

const longestName = 40

function isName(indicator: string): boolean {
  return indicator !== '' && indicator.length <= longestName && !/[|\r\n]/.test(indicator) && !isVague(indicator)
}

/** The years that 年均 speaks of end with the year that is reviewed, or with one that is said: 到2030年. */
function endsKnown({ year: given }: Read, { year, kind }: Cell): boolean {
  return kind === 'result' || (given !== null && year > given)
}

const reach = 300

/** The sentence up to the figure, without blanks; of a sentence without end only what stands near. */
function leadOf(text: string, { value, growth, end, sentenceStart }: Statement): string {
  const stop = Math.min(value?.start ?? end, growth?.start ?? end)
  return text.slice(Math.max(sentenceStart, stop - reach), stop).replace(/\s/g, '')
}

/** Year, period and kind; undefined where they are not clear, and for results of a year that is not over. */
function placeOf(view: Read, statement: Statement, lead: string): Cell | undefined {
  const relative = relativeYear(statement, view.year)
  const period = periodOf(statement, lead)
  if (relative === null || view.year === null || !period) return undefined
  const kind = statement.role === 'target' ? 'target' : 'result'
  if (kind === 'result' && relative >= 0 && (period === 'year' || period === 'term')) return undefined
  return { year: view.year + relative, period, kind }
}

/** Months that are no quarter, and what happened by the end of one: 1—11月, 截至10月底. */
const otherMonths = /[1-9]\d?[-—–~至到]\d{1,2}月|前\d{1,2}个?月|截[至止]到?(?:20\d\d年|去年|今年)?(?:[1-9]|1[01])月/

function periodOf({ period, growthBase }: Statement, lead: string): LedgerPeriod | undefined {
  switch (period) {
    case 'half-year':
      return /下半年/.test(lead) ? undefined : 'half-year'
    case 'quarter':
      if (/一季度|首季|1[-—–~至到]3月/.test(lead)) return 'first-quarter'
      return /前三季度|[前]3季度|1[-—–~至到]9月/.test(lead) ? 'three-quarters' : undefined
    case 'span':
      return growthBase === 'last-year' && !isLevel.test(lead) ? 'term' : 'year'
    case 'year':
    case 'point':
      return otherMonths.test(lead) ? undefined : 'year'
    case 'month':
    case 'unknown':
      return undefined
  }
}

/** 五年来…由60亿元增加到90亿元: what was reached in the last of the years, not what came together in them. */
const isLevel =
  /^(?!.*(?:累计|总计|共计|新增)[^，,；;]*$).*(?:达到?|增加?到|增至|升至|提高到|上升到|降到|降至|突破|超过)[^，,；;]{0,4}$/

const duration = new Set<Quantity['kind']>(['date', 'listcount', 'duration'])

/** The value, where it is one of the indicator: no range, no span of time, and in a unit that the catalogue allows. */
function quantityOf({ value, valueMax, role }: Statement, entry: IndicatorEntry | undefined): Quantity | null {
  if (!value || (valueMax && role !== 'target')) return null
  if (entry) return fitsUnit(entry, value.unit) ? value : null
  return duration.has(value.kind) || value.unit === '倍' || value.kind === 'pp' ? null : value
}

/** What the ledger keeps of a file's name, its end. */
const longestFileName = 255
/** A file may hold numbers without end; a ledger does not keep them. */
const longestDigits = 30

function figureOf(
  { source, text }: Read,
  file: string,
  statement: Statement,
  cell: Cell,
  quantity: Quantity | null,
  grows: boolean,
): StatedFigure | undefined {
  const unit = quantity ? quantity.magnitude + quantity.unit : ''
  const growth = grows ? growthOf(statement, unit) : undefined
  const value = quantity && printedValue(quantity)
  if ((!quantity && !growth) || [value, growth?.growth].some((digits) => (digits?.length ?? 0) > longestDigits))
    return undefined
  const { sentenceStart, sentenceEnd } = statement
  const sentence = trimmed(text, sentenceStart, sentenceEnd)
  return {
    cell: { indicator: statement.indicator, ...cell },
    content: {
      ...emptyContent(unit || (growth?.ownUnit ?? '')),
      value,
      growth: growth?.growth ?? null,
      growthUnit: growth?.growthUnit ?? '%',
      bound: boundOf(statement, quantity, growth !== undefined),
      source: {
        ...noSource,
        file: file.slice(-longestFileName),
        sentence: quoted(source, sentence, quantity ?? statement.growth),
      },
      state: 'reported',
    },
    statement,
    quantity,
    sentence,
    value: quantity && { start: quantity.start, end: quantity.end },
    growth: growth && statement.growth ? { start: statement.growth.start, end: statement.growth.end } : null,
  }
}

/** Digits as printed, thousands and full width folded, in the printed unit: 12,300万元 → 12300. */
function printedValue({ value, magnitude, decimals }: Quantity): string {
  return formatDecimal(parseDecimal(shiftDecimal(value, -(magnitudes[magnitude] ?? 0))), decimals)
}

interface StatedGrowth {
  growth: string
  growthUnit: GrowthUnit
  /** Where the growth stands alone, the unit of its amount. */
  ownUnit?: string
}

/** Signed, with the digits as printed; undefined for a range of a result and for an amount in another unit than the value. */
function growthOf(statement: Statement, unit: string): StatedGrowth | undefined {
  const { growth, growthKind, growthSign, role } = statement
  if (!growth || (growth.rangeWith !== undefined && role !== 'target')) return undefined
  const signed = (digits: string): string => (growthSign < 0 && !/^0*(?:\.0*)?$/.test(digits) ? `-${digits}` : digits)
  if (growthKind === '绝对') {
    const own = growth.magnitude + growth.unit
    const moved = inUnit(printedValue(growth), own, unit || own)
    return moved === undefined ? undefined : { growth: signed(moved), growthUnit: 'value', ownUnit: own }
  }
  if (growthKind === '百分点') return { growth: signed(printedValue(growth)), growthUnit: '百分点', ownUnit: '%' }
  if (growth.unit === '%') return { growth: signed(printedValue(growth)), growthUnit: '%' }
  const percent = growthValue(statement)
  return percent === null ? undefined : { growth: percent, growthUnit: '%' }
}

const bounds: Readonly<Record<Quantity['qualifier'], LedgerBound>> = {
  '': '',
  '>': '>=',
  '>=': '>=',
  '<=': '<=',
  '~': '~',
  '<~': '~',
}

/** Of the value; of a target also that of the growth, where the lower end of a range (6%—7%) is the least that is wanted. */
function boundOf({ growth, valueMax, role }: Statement, quantity: Quantity | null, grows: boolean): LedgerBound {
  if (quantity && valueMax) return '>='
  const own = quantity ? bounds[quantity.qualifier] : ''
  if (own !== '' || !growth || !grows || (quantity && role !== 'target')) return own
  return growth.rangeWith === undefined ? bounds[growth.qualifier] : '>='
}

const near = 30

/** 预计 opens a list of figures and holds for all of its sentence; 决算 and 快报 stand near the figure. */
function settlementOf({ text }: Read, statement: Statement, lead: string): Settlement {
  const behind = text.slice(statement.end, Math.min(statement.end + near, statement.sentenceEnd)).split(/[，,；;。]/)[0]
  const words = lead.slice(-2 * near) + (behind ?? '')
  if (/决算/.test(words) && !/决算(?:草案|报告)/.test(words)) return 'final'
  if (/快报|初步(?:核算|统计|测算|匡算)/.test(words)) return 'flash'
  const ahead = statement.role === 'target'
  return !ahead && (statement.provisional || /预计(?![^，,。；;]*(?:今后|未来|明年))/.test(lead)) ? 'estimate' : ''
}

function trimmed(text: string, from: number, to: number): TextSpan {
  const words = text.slice(from, to)
  return { start: from + (words.length - words.trimStart().length), end: to - (words.length - words.trimEnd().length) }
}

/** Characters of a sentence that a figure keeps as its source. */
const longestQuote = 600

/** The sentence in one line; of an endless one the words around the figure. */
function quoted(source: string, { start, end }: TextSpan, figure: TextSpan | null): string {
  const from = end - start <= longestQuote ? start : Math.max(start, (figure?.start ?? start) - longestQuote / 2)
  return source
    .slice(from, Math.min(end, from + longestQuote))
    .replace(/\s*[\r\n]+\s*/g, '')
    .trim()
}
