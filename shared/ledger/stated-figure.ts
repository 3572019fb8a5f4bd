import { relativeYear } from '../checks/statement-year.ts'
import type { ReportView } from '../checks/rule.ts'
import { entryOf } from '../checks/entry-of.ts'
import { fitsUnit } from '../indicators/catalogue.ts'
import { readLevel } from '../indicators/place-scope.ts'
import { growthValue } from '../indicators/printed-growth.ts'
import type { Statement } from '../indicators/statement.ts'
import { formatDecimal, parseDecimal, shiftDecimal } from '../numbers/decimal.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { magnitudes } from '../numbers/units.ts'
import type { IndicatorEntry } from '../templates/templates.ts'
import { carriedName } from './carried-name.ts'
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
  /** Said in a stretch on several years: of two values the one that is said of the year alone counts. */
  loose: boolean
}

type Read = Pick<ReportView, 'text' | 'source' | 'year' | 'place' | 'statements'>
type Cell = Omit<FigurePlace, 'indicator'>

/** The cells that a statement fills: mostly one; 突破100亿元、年均增长8% speaks of a year and of the years before it. */
export function statedFigures(
  view: Read,
  file: string,
  statement: Statement,
  indicators: readonly IndicatorEntry[],
): StatedFigure[] {
  const entry = entryOf(indicators, statement.indicator)
  const lead = leadOf(view.text, statement)
  const name = carriedName(view.text, statement, entry, indicators)
  if (name === undefined || !isName(name) || !isOwn(view, statement, lead) || isOther(view.text, statement)) return []
  const timing = timingOf(view, statement, entry, lead)
  if (!timing) return []
  const quantity = timing.value ? quantityOf(statement, entry) : null
  const settlement = settlementOf(view, statement, lead)
  const make = (cell: Cell, value: Quantity | null, grows: boolean): StatedFigure[] => {
    const figure = figureOf(view, file, statement, { indicator: name, ...cell }, value, grows)
    return figure ? [{ ...figure, content: { ...figure.content, settlement }, loose: timing.loose === true }] : []
  }
  const { cell } = timing
  if (statement.growthBase === 'average' && statement.growth) {
    const grown = endsKnown(view, cell) ? make({ ...cell, period: 'term' }, null, true) : []
    return [...make(cell, quantity, false), ...grown]
  }
  return make(
    cell,
    quantity,
    timing.growth && statement.growthBase === 'last-year' && !otherBase(view.text, statement, lead, cell),
  )
}

/** 比2019年增长65%，…；财政收入增长1.7倍: what a sentence has compared with goes on, until 同比 says otherwise. */
function otherBase(text: string, statement: Statement, lead: string, { year }: Cell): boolean {
  if (isYearly(text, statement)) return false
  return [...lead.matchAll(/[比较]((?:19|20)\d\d)年/g)].some((said) => Number(said[1]) !== year - 1)
}

/** 同比, 比上年: said directly before the growth. */
function isYearly(text: string, { growth, sentenceStart }: Statement): boolean {
  if (!growth) return false
  return /(?:同比|[比较](?:上年|去年))[^，,；;。]*$/.test(
    text.slice(Math.max(sentenceStart, growth.start - 16), growth.start),
  )
}

/** What the firms of a park make is not the place's; 全县 and the like lead back to it. */
const parks = /(?:入园|入区|进区|园区|[业发]区)(?!.*(?:[全我][镇乡县区市省国]|全社会))[^；;]*$/
/** 新入园项目12个: they are counted for the place. */
const parkCounts = /^新?(?:入园|入区|进区)(?:项目|企业)$/

/** 实施省市重点项目: 省市 is a level, no city. */
function isOwnPlace(place: string): boolean {
  return place === '' || /^(?:[实谋推争列安新续][^市省]{1,3})?省市$/.test(place)
}

/** Its total is not said: 增加教育支出，其中中央财政支出1981亿元. */
const partOfUnsaid = /^[^\d]*其中[^，,；;]{0,16}$/

/** Of the report's own place; a part counts where its name says by itself what it is (其中税收收入, not 其中市级). */
function isOwn(view: Read, { place, partOf, known, surface }: Statement, lead: string): boolean {
  if (!isOwnPlace(place) || (parks.test(lead) && !parkCounts.test(surface))) return false
  if (surface.startsWith('全国') && readLevel(view.place, view.text) !== 'nation') return false
  if (partOf === undefined) return !partOfUnsaid.test(lead)
  return known && view.statements[partOf]?.known === true
}

/** A standard that is named by an income (将人均纯收入2300元作为扶贫标准), and two rates of which one belongs to something else. */
function isOther(text: string, { value, growth, growthKind }: Statement): boolean {
  if (!value) return false
  if (value.kind === 'pct' && growth?.kind === 'pct' && growthKind === '同比%') return true
  return /^(?:（[^）]{0,20}）)?[^，,。；;]{0,6}(?:作为|为标准|的标准|以下的|以上的(?:农户|家庭))/.test(
    text.slice(value.end, value.end + 36),
  )
}

const longestName = 40

function isName(indicator: string): boolean {
  return indicator !== '' && indicator.length <= longestName && !/[|\r\n]/.test(indicator)
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

/** The cell, and which of the statement's numbers belong to it. */
interface Timing {
  cell: Cell
  value: boolean
  growth: boolean
  loose?: true
}

/** Undefined where year and period are not clear, and for results of a year that is not over. */
function timingOf(
  view: Read,
  statement: Statement,
  entry: IndicatorEntry | undefined,
  lead: string,
): Timing | undefined {
  const relative = relativeYear(statement, view.year)
  if (relative === null || view.year === null) return undefined
  const timed = periodOf(view.text, statement, entry, lead, relative)
  if (!timed) return undefined
  const { period } = timed
  const kind = statement.role === 'target' ? 'target' : 'result'
  if (kind === 'result' && relative >= 0 && (period === 'year' || period === 'term')) return undefined
  return { ...timed, cell: { year: view.year + relative, period, kind } }
}

/** Months that are no quarter, and what happened by the end of one: 1—11月, 截至10月底. */
const otherMonths = /[1-9]\d?[-—–~至到]\d{1,2}月|前\d{1,2}个?月|截[至止]到?(?:20\d\d年|去年|今年)?(?:[1-9]|1[01])月/

type TimedPeriod = { period: LedgerPeriod } & Omit<Timing, 'cell'>

function periodOf(
  text: string,
  statement: Statement,
  entry: IndicatorEntry | undefined,
  lead: string,
  relative: number,
): TimedPeriod | undefined {
  const whole = (period: LedgerPeriod): TimedPeriod => ({ period, value: true, growth: true })
  switch (statement.period) {
    case 'half-year':
      return /下半年/.test(lead) ? undefined : whole('half-year')
    case 'quarter':
      if (/一季度|首季|1[-—–~至到]3月/.test(lead)) return whole('first-quarter')
      return /前三季度|前3季度|1[-—–~至到]9月/.test(lead) ? whole('three-quarters') : undefined
    case 'span':
      return ofSpan(text, statement, entry, lead, relative)
    case 'year':
    case 'point':
      if (otherMonths.test(lead)) return undefined
      if (opensWithYears.test(lead)) return ofSpan(text, statement, entry, lead, relative)
      return relative > 0 && isSum.test(lead) ? whole('term') : whole('year')
    case 'month':
    case 'unknown':
      return undefined
  }
}

const opensWithYears = /^(?:这|(?:刚刚)?过去的?|近)?[三四五]年(?![级计规])/
const isSum = /(?:累计|总计|共计|合计|总共)[^，,；;]*$/
/** 增加到90亿元, 突破百亿元, 稳定在40万吨: what was reached in the last of the years. */
const isLevel =
  /(?:达到?|[加增升高降少低大长]至?到|[增升降]至|突破|超过|超|迈[上过入]|跨[上越过]|跃[上升]|稳定在|保持在|为)[^，,；;]{0,4}$/

/**
 * In a stretch on several years: a value that was reached is that of the last year, an amount that came together is that of
 * the term. Growth over all the years has no place in a ledger, save where it is said against the last year.
 */
function ofSpan(
  text: string,
  statement: Statement,
  entry: IndicatorEntry | undefined,
  lead: string,
  relative: number,
): TimedPeriod | undefined {
  const { role, value, surface } = statement
  if (role === 'prior') {
    const said = relative !== -2 || /(?:19|20)\d\d年|上年|去年/.test(lead)
    return said ? { period: 'year', value: true, growth: false } : undefined
  }
  // Since the indicator's name: 由29亿元增加到50亿元，年均增长11%；财政收入…
  const near = lead.slice(Math.max(0, lead.lastIndexOf(surface)))
  const average = /年均(?!浓度)|平均(?!浓度)|每年/.test(near)
  const level = isLevelByNature(entry)
  if (!isSum.test(lead) && (level || isLevel.test(lead) || !value)) {
    return { period: 'year', value: !average, growth: isYearly(text, statement), loose: true }
  }
  return entry?.basis === 'real' ? undefined : { period: 'term', value: !average, growth: false }
}

/** 森林覆盖率, 贷款余额: nobody adds them up over years. */
export function isLevelByNature(entry: IndicatorEntry | undefined): boolean {
  return entry !== undefined && (levels.has(entry.dimension) || isStock.test(entry.name))
}

/** They cannot be summed up over years. */
const levels = new Set<IndicatorEntry['dimension']>(['rate', 'permille', 'income'])
const isStock = /(?:产量|余额|人口|里程)$/

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
  cell: FigurePlace,
  quantity: Quantity | null,
  grows: boolean,
): Omit<StatedFigure, 'loose'> | undefined {
  const unit = quantity ? quantity.magnitude + quantity.unit : ''
  const growth = grows ? growthOf(statement, unit) : undefined
  const value = quantity && printedValue(quantity)
  if ((!quantity && !growth) || [value, growth?.growth].some((digits) => (digits?.length ?? 0) > longestDigits))
    return undefined
  const { sentenceStart, sentenceEnd } = statement
  const sentence = trimmed(text, sentenceStart, sentenceEnd)
  return {
    cell,
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
