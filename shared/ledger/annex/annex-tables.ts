import type { Translate } from '../../checks/finding-sentence.ts'
import { compare, divide, formatDecimal, fraction, multiply, one, parseDecimal, zero } from '../../numbers/decimal.ts'
import { quotient, scale, widthOf } from '../../numbers/interval.ts'
import type {
  AnnexTable,
  Block,
  Inline,
  OpaqueBlock,
  Table,
  TableCell,
  TableRow,
  TrendChart,
} from '../../report/schema.ts'
import { decide } from '../../revisions/decide.ts'
import { figureKey, type FigurePart } from '../figure-key.ts'
import { inUnit, intervalOfValue } from '../figure-value.ts'
import type { LedgerNumber, LedgerReader } from '../ledger-reader.ts'
import { isAt, type FigureKind, type LedgerFigure, type LedgerRow } from '../ledger.ts'

/**
 * 主要指标完成情况表 or 目标表. Every figure of the ledger is bound to it; shares of targets are reckoned. The table knows
 * how it was made, so that `refreshAnnexes` can make it anew.
 */
export function annexTable(annex: AnnexTable, reader: LedgerReader, t: Translate): Table {
  const columns = columnsOf(annex)
  const words = { none: t('ledger-sheets:annex.none'), about: t('ledger-sheets:annex.about', { value: '' }) }
  return {
    type: 'table',
    annex,
    columns: columns.map((column) => widths[column]),
    children: [
      {
        type: 'table-row',
        header: true,
        children: columns.map((column) => cell([{ text: headOf(column, annex, t) }], 'center')),
      },
      ...annexRows(annex, reader, words),
    ],
  }
}

/** What stands where the ledger has no figure, and before a share that is not exact. */
export interface AnnexWords {
  none: string
  about: string
}

/** The table below its heads. */
export function annexRows(annex: AnnexTable, reader: LedgerReader, words: AnnexWords): TableRow[] {
  const rows = annex.indicators.flatMap((indicator) => reader.row(indicator) ?? [])
  return rows.map((row) => ({
    type: 'table-row',
    children: columnsOf(annex).map((column) => cellOf(column, row, annex.year, reader, words)),
  }))
}

const columnsOf = ({ kind }: AnnexTable): Column[] => (kind === 'results' ? resultColumns : targetColumns)

type Column = 'indicator' | 'unit' | 'prior' | 'target' | 'result' | 'growth' | 'rate'

const resultColumns: Column[] = ['indicator', 'unit', 'prior', 'target', 'result', 'growth', 'rate']
const targetColumns: Column[] = ['indicator', 'unit', 'prior', 'target']

/** Twips; the seven fill the text area of 8844. */
const widths: Record<Column, number> = {
  indicator: 2364,
  unit: 800,
  prior: 1200,
  target: 1280,
  result: 1200,
  growth: 1000,
  rate: 1000,
}

/** Rows of the year that have a number to show: what such a table holds unless somebody chooses. */
export function annexIndicators(kind: AnnexTable['kind'], year: number, rows: readonly LedgerRow[]): string[] {
  return rows
    .filter((row) => {
      const target = figureOf(row, year, 'target')
      const result = kind === 'results' ? figureOf(row, year, 'result') : undefined
      if (!target && !result) return false
      return [target, result, figureOf(row, year - 1, 'result')].some(
        (figure) => figure && (figure.value !== null || figure.growth !== null),
      )
    })
    .map(({ indicator }) => indicator)
}

export function annexTitle({ kind, year }: AnnexTable, t: Translate): string {
  return t(`ledger-sheets:annex.${kind}`, { year })
}

function headOf(column: Column, { year }: AnnexTable, t: Translate): string {
  return t(`ledger-sheets:annex.head.${column}`, { year: column === 'prior' ? year - 1 : year })
}

function cellOf(column: Column, row: LedgerRow, year: number, reader: LedgerReader, words: AnnexWords): TableCell {
  const none: Inline[] = [{ text: words.none }]
  const bound = (at: number, kind: FigureKind, part: FigurePart): Inline[] => {
    const figure = figureOf(row, at, kind)
    return (figure && (leaves(row, figure, part, reader, column === 'growth') ?? awaited(row, figure, part))) ?? none
  }
  const valueOrGrowth = (at: number, kind: FigureKind): Inline[] =>
    bound(at, kind, figureOf(row, at, kind)?.value === null ? 'growth' : 'value')
  switch (column) {
    case 'indicator':
      return cell([{ text: row.indicator }], 'left')
    case 'unit':
      return cell(row.unit === '' ? none : [{ text: row.unit }], 'center')
    case 'prior':
      return cell(valueOrGrowth(year - 1, 'result'), 'right')
    case 'result':
      return cell(bound(year, 'result', 'value'), 'right')
    case 'growth':
      return cell(bound(year, 'result', 'growth'), 'right')
    case 'target':
      return cell(valueOrGrowth(year, 'target'), 'right')
    case 'rate':
      return cell(
        [{ text: shareOfTarget(figureOf(row, year, 'result'), figureOf(row, year, 'target'), words) }],
        'right',
      )
  }
}

function figureOf(row: LedgerRow, year: number, kind: FigureKind): LedgerFigure | undefined {
  return row.figures.find((figure) => isAt(figure, { year, period: 'year', kind }))
}

/** 待报: not — but a □, which the checks see, until the figure comes in. */
function awaited({ indicator }: LedgerRow, figure: LedgerFigure, part: FigurePart): Inline[] | undefined {
  if (figure.state !== 'awaited' || figure.value !== null || figure.growth !== null) return undefined
  const { year, period, kind } = figure
  return [{ text: '□', field: { indicator, part }, indicator: figureKey({ indicator, year, period, kind, part }) }]
}

/**
 * A number alone in the unit of its row, whatever unit it came in; with its unit where it has a bound, is of another measure
 * or is a growth. Undefined: there is none.
 */
function leaves(
  row: LedgerRow,
  figure: LedgerFigure,
  part: FigurePart,
  reader: LedgerReader,
  inGrowthColumn: boolean,
): Inline[] | undefined {
  const { year, period, kind, bound } = figure
  const reference = { indicator: row.indicator, year, period, kind, part }
  const number = reader.number(reference)
  if (typeof number === 'string') return undefined
  const moved = part === 'value' ? inRowUnit(number) : undefined
  const unit = moved === undefined ? number.unit : bound === '' ? '' : row.unit
  const text = (moved ?? number.value) + (unit === '百分点' ? '个百分点' : unit) + boundWords[bound]
  const leaf: Inline = { text, indicator: figureKey(reference) }
  // Under 比上年增长 a rate stands alone; where values stand, it says itself that it is one.
  const inValues = part === 'growth' && (kind === 'target' || figure.value === null)
  return inValues && !inGrowthColumn && !number.value.startsWith('-') ? [{ text: '增长' }, leaf] : [leaf]
}

/** 52600万元 is 5.26 in a row of 亿元: the zeros in front of its point were none of its decimals. */
function inRowUnit({ value, unit, row }: LedgerNumber): string | undefined {
  const moved = row.unit === '' ? undefined : inUnit(value, unit, row.unit)
  return moved?.includes('.') && !value.includes('.') ? moved.replace(/\.?0+$/, '') : moved
}

/** As the text of a report prints them, whatever the language of the window. */
const boundWords = { '': '', '>=': '以上', '<=': '以内', '~': '左右' } as const

/**
 * Result ÷ target in per cent, halves away from zero: one decimal where the printed digits of the result carry it (the
 * target is decided, not measured), whole per cents where they carry those, and 约 before them where they do not.
 * Of 以内 a share says nothing.
 */
export function shareOfTarget(
  result: LedgerFigure | undefined,
  target: LedgerFigure | undefined,
  { none, about }: AnnexWords,
): string {
  if (!result || !target || result.value === null || target.value === null || target.bound === '<=') return none
  const aim = inUnit(target.value, target.unit, result.unit)
  if (aim === undefined || compare(parseDecimal(aim), zero) <= 0 || compare(parseDecimal(result.value), zero) < 0)
    return none
  const exact = multiply(divide(parseDecimal(result.value), parseDecimal(aim)), hundred)
  const whole = { low: parseDecimal(aim), high: parseDecimal(aim) }
  const base = intervalOfValue(result.value, '')
  const share = quotient(base, whole)
  const width = share && widthOf(scale(share, hundred))
  if (!width) return none
  if (compare(width, tenth) <= 0) return `${formatDecimal(exact, 1)}%`
  const rounded = `${formatDecimal(exact, 0)}%`
  return compare(width, one) <= 0 ? rounded : about + rounded
}

const hundred = fraction(100n)
const tenth = fraction(1n, 10n)

function cell(children: Inline[], align: 'left' | 'center' | 'right'): TableCell {
  return { type: 'table-cell', align, children: [{ type: 'paragraph', children }] }
}

/** The results of an indicator by year, in one unit; undefined where fewer than two are known. */
export function trendChart(row: LedgerRow, years: { from: number; to: number }, t: Translate): OpaqueBlock | undefined {
  const points = resultsOf(row, years)
  if (points.length < 2) return undefined
  const { indicator, unit } = row
  const chart: TrendChart = { indicator, title: trendTitle(row, t), unit, points }
  return { type: 'opaque', xml: '', label: t('ledger-sheets:annex.chart'), chart, children: [{ text: '' }] }
}

function trendTitle({ indicator, unit }: LedgerRow, t: Translate): string {
  return t(unit === '' ? 'ledger-sheets:annex.trendBare' : 'ledger-sheets:annex.trend', { indicator, unit })
}

function resultsOf(row: LedgerRow, { from, to }: { from: number; to: number }): TrendChart['points'] {
  return row.figures
    .filter(({ year, period, kind }) => period === 'year' && kind === 'result' && year >= from && year <= to)
    .flatMap(({ year, value, unit }) => {
      const moved = value === null ? undefined : inUnit(value, unit, row.unit)
      return moved === undefined ? [] : [{ year, value: moved }]
    })
}

/** A chart with what the ledger has of its years; undefined where it would have fewer than two points. */
export function renewedChart(chart: TrendChart, row: LedgerRow): TrendChart | undefined {
  const [from, last] = [chart.points[0]?.year, chart.points.at(-1)?.year]
  if (from === undefined || last === undefined) return undefined
  const known = resultsOf(row, { from, to: Math.max(last, chart.until ?? last) })
  const kept =
    chart.until === undefined || chart.unit !== row.unit
      ? []
      : chart.points.filter(({ year }) => !known.some((one) => one.year === year))
  const points = [...kept, ...known].sort((a, b) => a.year - b.year)
  return points.length < 2 ? undefined : { ...chart, unit: row.unit, points }
}

/** The body with tables and charts made anew from the ledger; the same body where nothing changed. */
export function refreshAnnexes(body: readonly Block[], reader: LedgerReader, t: Translate): readonly Block[] {
  const fresh = body.map((block) => refreshed(block, reader, t))
  return fresh.every((block, index) => block === body[index]) ? body : fresh
}

function refreshed(block: Block, reader: LedgerReader, t: Translate): Block {
  if (block.type === 'table' && block.annex) {
    const { columns, ...made } = annexTable(block.annex, reader, t)
    // What is pending in it was written by the change before: as it reads in the end counts.
    const [final] = decide([block], 'accept', 'all')
    const same = final?.type === 'table' && JSON.stringify(made.children) === JSON.stringify(final.children)
    return same ? block : { ...block, ...made, columns: block.columns ?? columns ?? [] }
  }
  if (block.type !== 'opaque' || !block.chart) return block
  const row = reader.row(block.chart.indicator)
  const made = row && renewedChart(block.chart, row)
  // A chart whose figures are gone stays as it is: links to them are found by the checks.
  if (!row || !made) return block
  const chart = { ...made, indicator: row.indicator, title: trendTitle(row, t) }
  return JSON.stringify(chart) === JSON.stringify(block.chart) ? block : { ...block, chart }
}
