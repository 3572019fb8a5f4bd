import { annexRows, type AnnexWords } from '../ledger/annex/annex-tables.ts'
import type { LedgerReader } from '../ledger/ledger-reader.ts'
import type { Block } from '../report/schema.ts'

/** As a report prints them, whatever the language of the window. */
const printed: AnnexWords = { none: '—', about: '约' }

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
