/**
 * 台账: what is known of a place over the years, indicator × year × period, each figure with its source and its state.
 * A report's file carries it, and the workspace of its place keeps it for the next year.
 */

export interface Ledger {
  /** Full name of the place: 青禾镇. */
  place: string
  /** In the order of the user; names are unique. */
  rows: LedgerRow[]
  /** Years that somebody added by hand, shown also while no figure stands in them. */
  columns?: LedgerColumn[]
}

export interface LedgerColumn {
  year: number
  kind: FigureKind
}

/** One indicator of the place. */
export interface LedgerRow {
  /** Canonical name of the catalogue, or the place's own; the identity of the row, without `|`. */
  indicator: string
  /** Names it had before: links that were made with them still lead here. */
  formerly: string[]
  /** Unit its figures are shown in, with magnitude: 亿元, 万亩, %; '' = a bare number. */
  unit: string
  /** Heading it stands under: 经济运行; '' = none. */
  group: string
  /** Who reports it: 财政所; '' = not known. */
  department: string
  /** 口径 of the whole row. */
  basis: Basis
  /** At most one for each year, period and kind. */
  figures: LedgerFigure[]
}

/** 口径: in which prices, and what exactly is counted (全口径, 地方级: free words). */
export interface Basis {
  prices: '' | 'nominal' | 'real'
  scope: string
}

/** 全年 / 上半年 / 一季度 / 前三季度 / 五年来 (ends with `year`). */
export type LedgerPeriod = 'year' | 'half-year' | 'first-quarter' | 'three-quarters' | 'term'
/** 实绩 / 目标. */
export type FigureKind = 'result' | 'target'
/** 预计 / 快报 / 决算. */
export type Settlement = '' | 'estimate' | 'flash' | 'final'
/** 待报 / 已报 / 已核 / 已确认. */
export type FigureState = 'awaited' | 'reported' | 'checked' | 'confirmed'
/** 以上 / 以内 / 左右. */
export type LedgerBound = '' | '>=' | '<=' | '~'

export interface LedgerFigure extends FigureContent {
  year: number
  period: LedgerPeriod
  kind: FigureKind
  /** Earlier contents, newest first. */
  history: FigureChange[]
  /** Wall time of the last change, `YYYY-MM-DDThh:mm:ss`: of two copies of a figure the later one counts. */
  changedAt: string
  changedBy: string
}

/** What a figure says, and where it is from. */
export interface FigureContent {
  /** Decimal as published, in `unit`, with the digits as printed; null = only the growth is known. */
  value: string | null
  /** With magnitude: 亿元. Mostly that of the row. */
  unit: string
  /** As published, signed: `6.1`, `-3.2`; null = not known. */
  growth: string | null
  growthUnit: GrowthUnit
  /** Of a target: 增长8%以上, 9000万元以上. */
  bound: LedgerBound
  settlement: Settlement
  source: FigureSource
  state: FigureState
}

/** Per cent of last year, percentage points, or a difference in the unit of the value. */
export type GrowthUnit = '%' | '百分点' | 'value'

/** Any of them may be ''. */
export interface FigureSource {
  /** File name of a report, or of a sheet of figures. */
  file: string
  /** The sentence of it. */
  sentence: string
  department: string
  person: string
}

export interface FigureChange {
  at: string
  by: string
  content: FigureContent
}

/** The cell a figure stands in. */
export interface FigurePlace {
  indicator: string
  year: number
  period: LedgerPeriod
  kind: FigureKind
}

export const noSource: FigureSource = { file: '', sentence: '', department: '', person: '' }

export const noBasis: Basis = { prices: '', scope: '' }

export function emptyLedger(place: string): Ledger {
  return { place, rows: [] }
}

export function emptyContent(unit: string): FigureContent {
  return {
    value: null,
    unit,
    growth: null,
    growthUnit: '%',
    bound: '',
    settlement: '',
    source: noSource,
    state: 'awaited',
  }
}

/** The row of an indicator, also under a name that it had before. */
export function findRow(ledger: Ledger, indicator: string): LedgerRow | undefined {
  return (
    ledger.rows.find((row) => row.indicator === indicator) ??
    ledger.rows.find(({ formerly }) => formerly.includes(indicator))
  )
}

export function findFigure(ledger: Ledger, place: FigurePlace): LedgerFigure | undefined {
  return findRow(ledger, place.indicator)?.figures.find((figure) => isAt(figure, place))
}

/** Same year, period and kind; the indicator is that of the row. */
export function isAt(figure: LedgerFigure, { year, period, kind }: Omit<FigurePlace, 'indicator'>): boolean {
  return figure.year === year && figure.period === period && figure.kind === kind
}

/** Neither a value nor a growth. */
export function isEmpty({ value, growth }: FigureContent): boolean {
  return value === null && growth === null
}

/** A cell that waits for its figure and never had one; what somebody emptied has it in its history. */
export function isPlaceholder(figure: LedgerFigure): boolean {
  return isEmpty(figure) && figure.state === 'awaited' && figure.history.every(({ content }) => isEmpty(content))
}
