import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { SheetTable } from '../../shared/sheets/sheet-table.ts'
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts'
import { tablesOfFile } from '../support/sheet-package.ts'
import {
  ownReview,
  report2024,
  report2025,
  writeOwnReport,
  writePastText,
  writePastWord,
} from './support/past-reports.ts'
import { cutOff, grave } from './support/look.ts'
import { atRest } from '../support/slowed.ts'
import { startApp, type RunningApp } from './support/start-app.ts'

let folder: string
let app: RunningApp
let page: Page

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-import-'))
  writePastText(join(folder, '2024.txt'), report2024)
  await writePastWord(join(folder, '2025.docx'), report2025)
  writePastText(join(folder, 'neighbour.txt'), report2024, '白石镇')
  writeFileSync(join(folder, 'broken.docx'), 'no package')
  writeOwnReport(join(folder, 'own.zhenggao'))
  app = await startApp({ width: 1366, height: 768, args: [join(folder, 'own.zhenggao')] })
  page = app.page
  await expect(page.getByRole('textbox', { name: '正文' })).toContainText(ownReview)
})
test.afterEach(async () => {
  expect(app.complaints).toEqual([])
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const row = (name: string) => page.getByRole('row').filter({ hasText: name })
const told = (words: RegExp) => expect(page.locator('.status-bar')).toContainText(words)

async function importReports(...names: string[]): Promise<void> {
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('button', { name: '导入往年报告…' }).click()
  app.answerDialogs(names.map((name) => join(folder, name)))
  await page.getByRole('button', { name: '选择文件…' }).click()
  await expect(page.getByRole('dialog', { name: /核对往年报告/ })).toBeVisible()
}

async function tablesAt(name: string): Promise<SheetTable[]> {
  return tablesOfFile(new Uint8Array(readFileSync(join(folder, name))))
}

async function exported(name: string): Promise<void> {
  await expect(page.getByRole('dialog')).toContainText(name)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('past reports fill the ledger, which goes out to a spreadsheet and to departments and comes back', async () => {
  test.slow()
  await importReports('2024.txt', '2025.docx', 'neighbour.txt', 'broken.docx')
  expect([await cutOff(page), await grave(page)]).toEqual([[], []])
  await page.getByRole('radio', { name: /没有读入 2/ }).click()
  await expect(page.getByText('这是白石镇的报告，不是云溪镇的，没有读入。')).toBeVisible()
  await page.getByRole('radio', { name: /报告之间不一致 1/ }).click()
  await expect(page.getByRole('group', { name: /固定资产投资 2023年/ })).toContainText('可能是修订数')
  await page.getByRole('radio', { name: /1.79亿元/ }).check()
  await page.getByRole('radio', { name: /^数字/ }).click()
  // A figure is put right in its place, with the keyboard.
  await page.getByRole('button', { name: '修改粮食产量（2024年）' }).click()
  await page.keyboard.type('5.21')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已改')).toBeVisible()
  await page.getByRole('button', { name: /写入台账/ }).click()
  await told(/已写入台账/)
  await expect(row('固定资产投资')).toContainText('1.79')
  await expect(row('粮食产量')).toContainText('5.21')
  await expect(row('一般公共预算收入')).toContainText('3681')

  // A cell is changed, and the ledger is written and read back.
  const grid = page.getByRole('grid')
  await row('一般公共预算收入').getByRole('gridcell').filter({ hasText: '3681' }).click()
  await grid.focus()
  await page.keyboard.type('3682')
  await page.keyboard.press('Enter')
  await expect(row('一般公共预算收入')).toContainText('3682')
  app.answerDialogs(join(folder, 'ledger.xlsx'))
  await page.getByRole('button', { name: '导出', exact: true }).last().click()
  await page.getByRole('menuitem', { name: /xlsx/ }).click()
  await exported('ledger.xlsx')
  const [figures] = await tablesAt('ledger.xlsx')
  const income = figures?.rows.find(([first]) => first?.text === '一般公共预算收入')
  expect(income?.map(({ text }) => text)).toContain('3682')

  // Departments confirm three figures, correct one and write one that nobody can read.
  await page.getByRole('button', { name: '生成核数表' }).click()
  await page.getByRole('radio', { name: '全部放在一个文件里' }).click()
  app.answerDialogs(join(folder, 'sheets.xlsx'))
  await page.getByRole('button', { name: /生成 1 个文件/ }).click()
  await exported('sheets.xlsx')
  await returnSheets(await tablesAt('sheets.xlsx'))
  await page.getByRole('button', { name: '更多台账操作' }).click()
  await page.getByRole('menuitem', { name: /读回核数表/ }).click()
  app.answerDialogs([join(folder, 'returned.xlsx')])
  await page.getByRole('dialog').getByRole('button', { name: '选择文件…' }).click()
  const dialog = page.getByRole('dialog', { name: '读回核数表' })
  await expect(dialog).toContainText('确认 3，更正 1，看不懂 1，没有填 0')
  expect([await cutOff(page), await grave(page)]).toEqual([[], []])
  await dialog.getByRole('button', { name: '写入台账和报告' }).click()
  await told(/更正 1 个/)
  await expect(row('固定资产投资')).toContainText('2.16')
  await expect(row('一般公共预算收入')).toContainText('已确认')
  await page.keyboard.press('Escape')
  const text = page.getByRole('textbox', { name: '正文' })
  await expect(text).toContainText(ownReview.replace('2.15亿元', '2.16亿元'))

  // 定稿检查 leads to what is still open.
  await page.getByRole('menuitem', { name: '指标' }).click()
  await page.getByRole('menuitem', { name: /定稿检查/ }).click()
  const gate = page.getByRole('dialog', { name: '定稿检查' })
  await expect(gate).toContainText('认出的 5 个指标数字里，1 个还没有确认。')
  await gate.getByRole('button', { name: /定位到/ }).click()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('8%以上')

  await undoAll()
  await expect(text).toContainText(ownReview)
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByText('台账里还没有指标')).toBeVisible()
})

/** The sheets as departments send them back: sorted, and filled in. */
async function returnSheets(tables: readonly SheetTable[]): Promise<void> {
  const lines = tables.flatMap(({ rows }) => rows.map((cells) => cells.map(({ text }) => text)))
  const head = lines.find((line) => line[0] === '编号') ?? []
  const column = (name: string): number => head.indexOf(name)
  const [answer, correction] = [column('核对结果'), column('更正为')]
  const rows = lines.filter((line) => /^[A-Z]{5}-[A-Z]{8}$/.test(line[0] ?? '')).toReversed()
  expect(rows).toHaveLength(5)
  for (const line of rows) {
    const printed = line[column('报告中的数字')]
    const corrected = printed === '2.15亿元'
    line[answer] = corrected ? '更正' : printed === '8%以上' ? '再说' : '确认'
    if (corrected) line[correction] = '2.16亿元'
  }
  const columns = head.map((name) => ({ head: name, width: 12 }))
  const table = { name: '核数表', columns, rows }
  const bytes = await writeWorkbook({ title: '', author: '', tables: [table] }, '2026-01-05T09:00:00Z')
  writeFileSync(join(folder, 'returned.xlsx'), bytes)
}

async function undoAll(): Promise<void> {
  const undo = page.getByRole('button', { name: /撤销/ })
  for (let step = 0; step < 20 && (await undo.getAttribute('aria-disabled')) !== 'true'; step++) {
    await page.keyboard.press('Control+z')
    await atRest(page)
  }
}

test('annex and chart are made from the ledger and follow it in one step', async () => {
  await importReports('2024.txt', '2025.docx')
  await page.getByRole('button', { name: /写入台账/ }).click()
  await told(/已写入台账/)
  await page.getByRole('menuitem', { name: '插入' }).click()
  await page.getByRole('menuitem', { name: '附件表' }).hover()
  await page.getByRole('menuitem', { name: /主要指标完成情况表/ }).click()
  const dialog = page.getByRole('dialog', { name: '主要指标完成情况表' })
  await dialog.getByRole('textbox', { name: '年份' }).fill('2024')
  await dialog.getByRole('button', { name: '插入到文末' }).click()
  const text = page.getByRole('textbox', { name: '正文' })
  await expect(text).toContainText('附件：2024年主要指标完成情况表')
  await expect(text.getByRole('table')).toContainText('99%')
  await page.getByRole('menuitem', { name: '插入' }).click()
  await page.getByRole('menuitem', { name: /趋势图/ }).click()
  await page.getByRole('dialog', { name: '插入趋势图' }).getByRole('button', { name: '插入' }).click()
  await expect(text.locator('svg')).toHaveCount(1)
  // The heads of the annex are no headings of the report's parts.
  await expect(page.locator('.finding', { hasText: '标题年份' })).toHaveCount(0)

  await page.keyboard.press('Control+Shift+L')
  await row('固定资产投资').getByRole('gridcell').filter({ hasText: '1.97' }).click()
  await page.getByRole('grid').focus()
  await page.keyboard.type('1.96')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: /改/ }).last().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(text.getByRole('table')).toContainText('98%')
  await page.keyboard.press('Control+z')
  await expect(text.getByRole('table')).toContainText('99%')
})

test('a pasted table is read by its heads, which can be changed, and what cannot be read is listed', async () => {
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('button', { name: '从 Excel 粘贴' }).click()
  await page.getByRole('textbox', { name: /在这里粘贴/ }).evaluate((field) => {
    const clipboardData = new DataTransfer()
    const rows = ['指标\t单位\t2024年\t2025年', '粮食产量\t万吨\t5.2\t5.3', '社会消费品零售总额\t亿元\t多\t1.46']
    clipboardData.setData('text/plain', rows.join('\n'))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('combobox', { name: /第 3 列（2024年）的意思/ })).toHaveValue('value')
  await page.getByRole('textbox', { name: '第 4 列的年份' }).fill('2026')
  await page.getByRole('combobox', { name: '第 4 列是实绩还是目标' }).selectOption('target')
  await page.getByRole('radio', { name: /不能读 1/ }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '第 3 行第 3 列' })).toContainText('多')
  await page.getByRole('button', { name: /写入台账/ }).click()
  await expect(row('粮食产量')).toContainText('5.2')
  await expect(page.getByRole('columnheader', { name: /2026年目标/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('台账里还没有指标')).toBeVisible()
})
