import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LedgerStore } from '../../../electron/services/ledger-store/ledger-store.ts'
import { rebuildFrom } from '../../../electron/services/ledger-store/rebuild-from.ts'
import { readReportBytes } from '../../../electron/services/import/read-report-bytes.ts'
import { encodeReportFile } from '../../../electron/services/report-file/report-file.ts'
import { editLedger } from '../../../shared/ledger/edit-ledger.ts'
import type { Ledger } from '../../../shared/ledger/ledger.ts'
import { setResult, smallLedger } from '../../support/small-ledger.ts'
import { smallReport } from '../support/report.ts'
import { scratchFolder } from '../support/scratch.ts'

const files = { read: (file: { name: string; bytes: Uint8Array }) => readReportBytes({ ...file, id: 'r' }) }
const at = (day: string) => ({ at: `${day}T09:00:00`, by: '沈知秋' })

it('puts the ledgers of reports together again, whatever their order, and names the files it could not read', async () => {
  const folder = scratchFolder()
  const earlier = editLedger(smallLedger(), [setResult('财政总收入', 2023, '2600')], at('2025-12-21'))
  const later = editLedger(smallLedger(), [setResult('财政总收入', 2025, '2850')], at('2026-01-12'))
  const contents: Record<string, Ledger | undefined> = {
    '2025.zhenggao': earlier,
    '2026.zhenggao': later,
    '石桥乡.zhenggao': smallLedger('石桥乡'),
    '没有台账.zhenggao': undefined,
  }
  for (const [name, ledger] of Object.entries(contents))
    writeFileSync(join(folder, name), encodeReportFile(smallReport('r'), {}, [], ledger))
  writeFileSync(join(folder, '坏.zhenggao'), 'PK')
  const names = [...Object.keys(contents), '坏.zhenggao', '不在.zhenggao']
  const found: unknown[] = []
  for (const order of [names, names.toReversed()]) {
    const store = new LedgerStore(join(scratchFolder(), 'workspace'))
    const rebuilt = await rebuildFrom(
      order.map((name) => join(folder, name)),
      store,
      files,
    )
    expect(rebuilt.files).toBe(3)
    expect(rebuilt.places.toSorted()).toEqual(['石桥乡', '青禾镇'])
    expect(rebuilt.skipped.map(({ name }) => name).toSorted()).toEqual(['不在.zhenggao', '坏.zhenggao'])
    const ledger = (await store.open('青禾镇'))?.ledger
    expect(ledger?.rows[0]?.figures.map(({ year, value }) => [year, value])).toEqual([
      [2023, '2600'],
      [2024, '2710'],
      [2025, '2850'],
    ])
    found.push(ledger)
    await store.close()
  }
  expect(found[0]).toEqual(found[1])
})

it('says what the workspace refuses', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'a.zhenggao'), encodeReportFile(smallReport('r'), {}, [], smallLedger()))
  const store = new LedgerStore(join(folder, 'workspace'), { load: () => Promise.resolve(undefined) })
  expect(await rebuildFrom([join(folder, 'a.zhenggao')], store, files)).toEqual({
    places: [],
    files: 0,
    skipped: [{ name: 'a.zhenggao', reason: 'noDatabase' }],
  })
})
