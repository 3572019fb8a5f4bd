import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { LedgerStore } from '../../electron/services/ledger-store/ledger-store.ts'
import { editLedger } from '../../shared/ledger/edit-ledger.ts'
import type { FigureContent, FigurePlace } from '../../shared/ledger/ledger.ts'
import { townLedger, writeTownReport } from './support/ledger-report.ts'
import { startApp } from './support/start-app.ts'

test('figures of file and workspace that differ are taken one by one or all together', async () => {
  const data = mkdtempSync(join(tmpdir(), 'zhenggao-'))
  const file = join(data, '云溪镇.zhenggao')
  writeTownReport(file)
  const set = (indicator: string, content: Partial<FigureContent>, more: Partial<FigurePlace> = {}) =>
    ({ edit: 'set', indicator, year: 2025, period: 'year', kind: 'result', ...more, content }) as const
  const edits = [
    set('财政总收入', { value: '7010' }),
    set('固定资产投资', { bound: '~', settlement: 'estimate' }),
    set('粮食产量', { value: null, growth: null, state: 'awaited' }),
    // reads the same
    set('工农业总产值', { state: 'checked' }),
    set('工农业总产值', { unit: '万元' }, { year: 2026, kind: 'target' }),
  ]
  const store = new LedgerStore(join(data, 'workspace'))
  const later = { at: '2026-02-01T09:00:00', by: '陈' }
  await store.keep(editLedger({ ...townLedger, place: '云溪镇' }, edits, later), null)
  await store.close()

  const { page, complaints, close } = await startApp({ data, args: [file], width: 1366, height: 768 })
  await page.getByRole('button', { name: '查看…' }).click()
  const dialog = page.getByRole('dialog', { name: '台账与本机台账不一致的数' })
  const cells = () =>
    dialog
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].slice(0, 5).map(({ textContent }) => textContent)))
  const words = [
    ['财政总收入', '2025年全年实绩', '6904万元 +9.8%', '7010万元 +9.8%'],
    ['固定资产投资', '2025年全年实绩', '2.15亿元 +11% 预计', '2.15亿元 +11%左右 预计'],
    ['粮食产量', '2025年全年实绩', '5.2万吨 -1.4%', '未报'],
  ]
  const ofWorkspace = words.map((row) => [...row, '本机台账的值'])
  const ofFile = words.map((row) => [...row, '文件中的值'])
  expect(await cells()).toEqual(ofWorkspace)
  const all = (side: string) => dialog.getByRole('button', { name: `全部采用${side}` })
  await expect(all('本机台账中的值')).toBeDisabled()
  await all('文件中的值').click()
  await expect.poll(cells).toEqual(ofFile)
  await expect(all('文件中的值')).toBeDisabled()
  await all('本机台账中的值').click()
  await expect.poll(cells).toEqual(ofWorkspace)
  await dialog.getByRole('button', { name: '恢复文件中的值' }).first().click()
  await expect.poll(cells).toEqual([ofFile[0], ...ofWorkspace.slice(1)])
  expect(complaints).toEqual([])
  await close()
})
