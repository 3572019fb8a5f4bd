import type { Translate } from '../../checks/finding-sentence.ts'
import type { CellValue, Table, TableColumn, Workbook } from '../../sheets/write-workbook.ts'
import { isAt, type FigureKind, type Ledger, type LedgerFigure, type LedgerPeriod, type LedgerRow } from '../ledger.ts'
import { growthCell, valueCell } from './figure-cell.ts'

/** The ledger as a workbook: a table of figures as people read it, and beside it where each figure is from. */
export function ledgerWorkbook(ledger: Ledger, t: Translate): Workbook {
  return {
    title: t('ledger-sheets:title', { place: ledger.place }),
    author: '',
    tables: [figureTable(ledger, t), sourceTable(ledger, t)],
  }
}

/** The table of figures alone; sources do not fit into one table that people can read. */
export function ledgerCsv(ledger: Ledger, t: Translate): CellValue[][] {
  const { columns, rows } = figureTable(ledger, t)
  return [columns.map(({ head }) => head), ...rows]
}

interface FigureColumns {
  year: number
  period: LedgerPeriod
  kind: FigureKind
  hasGrowth: boolean
}

const rowFields = ['indicator', 'unit', 'group', 'department', 'prices', 'scope'] as const
const rowWidths: Record<(typeof rowFields)[number], number> = {
  indicator: 30,
  unit: 9,
  group: 12,
  department: 14,
  prices: 9,
  scope: 12,
}

function figureTable(ledger: Ledger, t: Translate): Table {
  const groups = columnGroups(ledger)
  const columns: TableColumn[] = [
    ...rowFields.map((field): TableColumn => ({ head: t(`ledger-sheets:head.${field}`), width: rowWidths[field] })),
    ...groups.flatMap((group) => headsOf(group, t)),
  ]
  const rows = ledger.rows.map((row) => [
    ...rowFields.map((field) => rowWord(row, field, t)),
    ...groups.flatMap((group) => figureCells(row, group, t)),
  ])
  return { name: t('ledger-sheets:tables.figures'), columns, rows, frozen: 1 }
}

function rowWord(row: LedgerRow, field: (typeof rowFields)[number], t: Translate): string {
  if (field === 'prices') return row.basis.prices === '' ? '' : t(`ledger-sheets:prices.${row.basis.prices}`)
  return field === 'scope' ? row.basis.scope : row[field]
}

/** Years in their order, results before targets of the same year; a column of growth only where there is any. */
function columnGroups(ledger: Ledger): FigureColumns[] {
  const groups = new Map<string, FigureColumns>()
  for (const { year, period, kind, growth } of ledger.rows.flatMap(({ figures }) => figures)) {
    const key = [year, periods.indexOf(period), kind].join('|')
    const known = groups.get(key)
    groups.set(key, { year, period, kind, hasGrowth: growth !== null || (known?.hasGrowth ?? false) })
  }
  return [...groups.values()].sort(
    (a, b) =>
      a.year - b.year ||
      periods.indexOf(a.period) - periods.indexOf(b.period) ||
      (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0),
  )
}

const periods: readonly LedgerPeriod[] = ['first-quarter', 'half-year', 'three-quarters', 'year', 'term']

function headsOf(group: FigureColumns, t: Translate): TableColumn[] {
  return [
    { head: figureHead(group, 'value', t), width: 14, align: 'right' },
    ...(group.hasGrowth ? [{ head: figureHead(group, 'growth', t), width: 10, align: 'right' as const }] : []),
    { head: figureHead(group, 'state', t), width: 9, align: 'center' },
  ]
}

function figureHead({ year, period, kind }: FigureColumns, part: 'value' | 'growth' | 'state', t: Translate): string {
  return t(`ledger-sheets:figure.${part}`, {
    year,
    period: period === 'year' ? '' : t(`ledger-sheets:period.${period}`),
    kind: kind === 'result' ? '' : t('ledger-sheets:kind.target'),
  })
    .replace(/ +/g, ' ')
    .trim()
}

function figureCells(row: LedgerRow, group: FigureColumns, t: Translate): CellValue[] {
  const figure = row.figures.find((one) => isAt(one, group))
  if (!figure) return group.hasGrowth ? ['', '', ''] : ['', '']
  return [
    valueCell(figure, row.unit, t),
    ...(group.hasGrowth ? [growthCell(figure, t)] : []),
    t(`ledger-sheets:state.${figure.state}`),
  ]
}

const sourceFields = [
  'indicator',
  'year',
  'period',
  'kind',
  'settlement',
  'file',
  'sentence',
  'sourceDepartment',
  'person',
] as const
const sourceWidths = [30, 8, 10, 10, 9, 30, 60, 16, 12]

/** A row for each figure of which more is known than its number. */
function sourceTable(ledger: Ledger, t: Translate): Table {
  const rows = ledger.rows.flatMap((row) =>
    row.figures.filter(isExplained).map((figure) => sourceRow(row.indicator, figure, t)),
  )
  const columns = sourceFields.map((field, index) => ({
    head: t(`ledger-sheets:head.${field}`),
    width: sourceWidths[index] ?? 10,
  }))
  return { name: t('ledger-sheets:tables.sources'), columns, rows }
}

function isExplained({ settlement, source }: LedgerFigure): boolean {
  return settlement !== '' || Object.values(source).some((words) => words !== '')
}

function sourceRow(
  indicator: string,
  { year, period, kind, settlement, source }: LedgerFigure,
  t: Translate,
): CellValue[] {
  return [
    indicator,
    year,
    t(`ledger-sheets:period.${period}`),
    t(`ledger-sheets:kind.${kind}`),
    settlement === '' ? '' : t(`ledger-sheets:settlement.${settlement}`),
    source.file,
    source.sentence,
    source.department,
    source.person,
  ]
}
