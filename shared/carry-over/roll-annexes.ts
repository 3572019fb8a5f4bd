import { annexRows, renewedChart, type AnnexWords } from '../ledger/annex/annex-tables.ts'
import type { LedgerReader } from '../ledger/ledger-reader.ts'
import type { Block, TrendChart } from '../report/schema.ts'

/** As a report prints them, whatever the language of the window. */
const printed: AnnexWords = { none: '—', about: '约' }

/**
 * Charts that reach the year under review go on to the year of the report: at once where the ledger has its result, else when
 * the ledger gets it (`until`). No point is lost. A chart of years long past stays.
 */
export function rollCharts(body: readonly Block[], year: number, reader: LedgerReader): readonly Block[] {
  if (!body.some((block) => block.type === 'opaque' && block.chart)) return body
  return body.map((block) => {
    if (block.type !== 'opaque' || !block.chart || !goesOn(block.chart, year)) return block
    const moved = { ...block.chart, until: Math.max(year, block.chart.until ?? 0) }
    const row = reader.row(moved.indicator)
    return { ...block, chart: (row && renewedChart(moved, row)) ?? moved }
  })
}

function goesOn({ points, until }: TrendChart, year: number): boolean {
  return Math.max(points.at(-1)?.year ?? 0, until ?? 0) >= year - 1
}

/** Tables made from the ledger, for the next year; their heads are those of last year still. The same body where there are none. */
export function rollAnnexes(body: readonly Block[], reader: LedgerReader): readonly Block[] {
  if (!body.some((block) => block.type === 'table' && block.annex)) return body
  return body.map((block) => {
    if (block.type !== 'table' || !block.annex) return block
    const annex = { ...block.annex, year: block.annex.year + 1 }
    const heads = block.children.filter(({ header }) => header)
    return { ...block, annex, children: [...heads, ...annexRows(annex, reader, printed)] }
  })
}
