import type { Translate } from '../../shared/checks/finding-sentence.ts'
import type { Refusal } from '../../shared/desktop/results.ts'
import type { Ledger } from '../../shared/ledger/ledger.ts'
import { ledgerCsv, ledgerWorkbook } from '../../shared/ledger/sheet/ledger-tables.ts'
import { writeCsv } from '../../shared/sheets/csv.ts'
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts'
import { targetOf } from '../services/export/export-target.ts'
import { writeWithFolders } from '../services/write-with-folders.ts'

interface LedgerTarget {
  path: string
  format: 'xlsx' | 'csv'
  /** The reports it was made of, which must not be written over. */
  sources: readonly string[]
  /** Time for the file's properties, `YYYY-MM-DDThh:mm:ssZ`. */
  clock: string
}

/** Writes the ledger as a spreadsheet, the whole file or nothing; undefined when it is written. */
export async function writeLedger(
  ledger: Ledger,
  { path, format, sources, clock }: LedgerTarget,
  t: Translate,
): Promise<Refusal | undefined> {
  const target = await targetOf({ path, format, sources, sourceName: undefined })
  if ('reason' in target) return target
  const bytes =
    format === 'csv' ? writeCsv(ledgerCsv(ledger, t)) : await writeWorkbook(ledgerWorkbook(ledger, t), clock)
  return writeWithFolders(target.path, bytes)
}
