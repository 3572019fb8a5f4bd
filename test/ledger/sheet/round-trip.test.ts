import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editLedger } from '../../../shared/ledger/edit-ledger.ts'
import { emptyLedger, type Ledger } from '../../../shared/ledger/ledger.ts'
import { ledgerSchema } from '../../../shared/ledger/parse-ledger.ts'
import { ledgerCsv, ledgerWorkbook } from '../../../shared/ledger/sheet/ledger-tables.ts'
import { readSheetChanges, sheetEdits, type SheetProblem } from '../../../shared/ledger/sheet/sheet-changes.ts'
import { guessMapping } from '../../../shared/ledger/sheet/sheet-mapping.ts'
import { languages } from '../../../shared/locales/locales.ts'
import { readCsv, writeCsv } from '../../../shared/sheets/csv.ts'
import type { SheetTable } from '../../../shared/sheets/sheet-table.ts'
import { writeWorkbook } from '../../../shared/sheets/write-workbook.ts'
import * as v from 'valibot'
import { translator } from '../../support/check-data.ts'
import { anyLedger, kept, sampleLedger } from '../../support/ledger.ts'
import { convertWithOffice } from '../../support/run-program.ts'
import { tablesOfFile } from '../../support/sheet-package.ts'

const clock = '2026-01-08T01:30:00Z'
const t = translator('zh-CN')

function imported(
  tables: readonly SheetTable[],
  into: Ledger,
): { ledger: Ledger; problems: SheetProblem[]; changed: number } {
  const mapped = tables.flatMap((table) => {
    const mapping = guessMapping(table, null)
    return mapping ? [{ table, mapping }] : []
  })
  const read = readSheetChanges(mapped, into, { file: '' })
  const edits = sheetEdits(read, read.changes)
  return {
    ledger: editLedger(into, edits, { at: '2026-01-08T09:30:00', by: '程远山' }),
    problems: read.problems,
    changed: read.changes.length + read.rowEdits.length,
  }
}

describe('a ledger that went out as a workbook comes back the same', () => {
  test.each(languages)('in %s', async (language) => {
    const ledger = sampleLedger()
    const tables = await tablesOfFile(await writeWorkbook(ledgerWorkbook(ledger, translator(language)), clock))
    const back = imported(tables, emptyLedger(ledger.place))
    expect(back.problems).toEqual([])
    expect(kept(back.ledger)).toEqual(kept(ledger))
    expect(imported(tables, ledger).changed, 'into the ledger it came from').toBe(0)
  })

  test('whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyLedger, fc.constantFrom(...languages), async (ledger, language) => {
        expect(v.is(ledgerSchema, ledger)).toBe(true)
        const tables = await tablesOfFile(await writeWorkbook(ledgerWorkbook(ledger, translator(language)), clock))
        const back = imported(tables, emptyLedger(ledger.place))
        expect(back.problems).toEqual([])
        expect(kept(back.ledger)).toEqual(kept(ledger))
        expect(imported(tables, ledger).changed).toBe(0)
      }),
      { numRuns: 120 },
    )
  })

  test('as .csv it keeps every value, unit and state; sources stay behind', () => {
    const ledger = sampleLedger()
    const read = readCsv(writeCsv(ledgerCsv(ledger, t)))
    if (!read.ok) throw new Error(read.reason)
    const back = imported(read.tables, emptyLedger(ledger.place))
    const bare = (one: Ledger): unknown =>
      kept({
        ...one,
        rows: one.rows.map((row) => ({
          ...row,
          figures: row.figures.map((figure) => ({
            ...figure,
            settlement: '' as const,
            source: { file: '', sentence: '', department: '', person: '' },
          })),
        })),
      })
    expect(back.problems).toEqual([])
    expect(bare(back.ledger)).toEqual(bare(ledger))
    expect(imported(read.tables, ledger).changed).toBe(0)
  })
})

const calc = ['/usr/lib', '/usr/lib64'].some((folder) => existsSync(join(folder, 'libreoffice/program/libsclo.so')))

/** Skipped without LibreOffice Calc, since only another program shows that the file is a spreadsheet to others too. */
describe.skipIf(!calc)('through LibreOffice', () => {
  test('the workbook keeps every value, unit, state and source', { timeout: 300_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
    try {
      const ledger = sampleLedger()
      writeFileSync(join(folder, 'out.xlsx'), await writeWorkbook(ledgerWorkbook(ledger, t), clock))
      const sheet = { to: 'xlsx:Calc MS Excel 2007 XML', into: join(folder, 'back'), profiles: folder }
      expect(await convertWithOffice(join(folder, 'out.xlsx'), sheet)).toBeUndefined()
      const tables = await tablesOfFile(new Uint8Array(readFileSync(join(folder, 'back', 'out.xlsx'))))
      const back = imported(tables, emptyLedger(ledger.place))
      expect(back.problems).toEqual([])
      expect(kept(back.ledger)).toEqual(kept(ledger))
      expect(imported(tables, ledger).changed).toBe(0)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
