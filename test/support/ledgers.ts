import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import { figureKey, type FigurePart } from '../../shared/ledger/figure-key.ts'
import { ledgerReader, type LedgerReader } from '../../shared/ledger/ledger-reader.ts'
import { emptyLedger, type FigureContent, type FigurePlace, type Ledger } from '../../shared/ledger/ledger.ts'
import type { Block, TextLeaf } from '../../shared/report/schema.ts'
import { checkLists } from './check-data.ts'

export const stamp = { at: '2026-01-04T09:00:00', by: '李某' }

export type Cell = Partial<FigurePlace> &
  Partial<FigureContent> & { indicator: string; prices?: 'nominal' | 'real'; scope?: string }

/** A ledger of 青禾镇; a cell is a result of 2025 for the whole year unless it says otherwise. */
export function ledgerOf(...cells: Cell[]): Ledger {
  const edits = cells.map(
    ({ indicator, year = 2025, period = 'year', kind = 'result', prices: _, scope: __, ...content }) => ({
      edit: 'set' as const,
      indicator,
      year,
      period,
      kind,
      content,
    }),
  )
  const ledger = editLedger(emptyLedger('青禾镇'), edits, stamp)
  const bases = cells.flatMap(({ indicator, prices = '' as const, scope = '' }) =>
    prices || scope ? [{ edit: 'changeRow' as const, indicator, change: { basis: { prices, scope } } }] : [],
  )
  return editLedger(ledger, bases, stamp)
}

export const readerOf = (ledger: Ledger): LedgerReader => ledgerReader(ledger, checkLists.indicators)

export function keyOf(indicator: string, part: FigurePart = 'value', place: Partial<FigurePlace> = {}): string {
  return figureKey({ indicator, year: 2025, period: 'year', kind: 'result', part, ...place })
}

/** `财政收入[4126万元]`: the words in brackets carry the keys, in their order. */
export function boundLeaves(text: string, ...keys: string[]): TextLeaf[] {
  let next = 0
  return text.split(/(\[[^\]]*\])/).flatMap((words): TextLeaf[] => {
    if (words === '') return []
    if (!words.startsWith('[')) return [{ text: words }]
    const key = keys[next++]
    return [{ text: words.slice(1, -1), ...(key !== undefined && { indicator: key }) }]
  })
}

export function boundParagraph(text: string, ...keys: string[]): Block {
  return { type: 'paragraph', children: boundLeaves(text, ...keys) }
}
