import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { startApp, type RunningApp } from './support/start-app.ts'

/** Real reports lie beside the project on the computers of those who build it, and nowhere else. */
const reports = fileURLToPath(new URL('../../../shared/reports/dev/', import.meta.url))
test.skip(!existsSync(reports), 'without the real reports')

let folder: string
let app: RunningApp
let page: Page
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-chain-'))
  app = await startApp({ width: 1366, height: 768 })
  page = app.page
  await expect(page.getByRole('button', { name: /打开示范报告/ })).toBeVisible()
})
test.afterEach(async () => {
  expect(app.complaints).toEqual([])
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const text = () => page.getByRole('textbox', { name: '正文' })
const picker = () => page.getByRole('dialog', { name: '插入指标' })

async function choose(command: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await page.locator('dialog[open] input').fill(command)
  await page.keyboard.press('Enter')
}

async function columnOf(year: number): Promise<number> {
  const heads = await page.getByRole('columnheader').allInnerTexts()
  return heads.findIndex((head) => head.startsWith(`${year}年`) && !head.includes('目标'))
}

/** Rows of the ledger that have a value in the year before: their names and values. */
async function knownRows(year: number): Promise<{ name: string; value: string }[]> {
  await expect(page.getByRole('grid')).toBeVisible()
  const column = await columnOf(year)
  const rows = await page.getByRole('grid').getByRole('row').all()
  const found: { name: string; value: string }[] = []
  for (const row of rows) {
    const names = await row.getByRole('rowheader').allInnerTexts()
    const cells = await row.getByRole('gridcell').allInnerTexts()
    const [name = ''] = names[0]?.split('\n') ?? []
    const value = /^\d+(?:\.\d+)?/.exec(cells[column - 1] ?? '')?.[0]
    if (value !== undefined) found.push({ name, value })
  }
  return found
}

/** Types a figure into the cell of an indicator and a year. */
async function type(name: string, year: number, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: '筛选指标' }).or(page.getByPlaceholder('筛选指标')).fill(name)
  const column = await columnOf(year)
  const row = page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
  await row
    .getByRole('gridcell')
    .nth(column - 1)
    .click()
  await page.getByRole('grid').focus()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

/** One figure a little larger, with as many digits. */
function grown(value: string): string {
  return (Number(value) * 1.08).toFixed(value.split('.')[1]?.length ?? 0)
}

for (const [county, years] of [
  ['徐水区', [2010, 2011, 2012, 2013]],
  ['博野县', [2024, 2025]],
] as const) {
  test(`${county}: a chain becomes a ledger, the ledger the figures of the next report`, async () => {
    test.slow()
    const files = years.map((year) => join(reports, `county_${county}_${year}.txt`))
    const last = files.at(-1) ?? ''
    const next = (years.at(-1) ?? 0) + 1

    await test.step('import, confirm and save', async () => {
      app.answerDialogs(last)
      await choose('打开…')
      await expect(text()).toContainText('各位代表')
      await choose('指标台账')
      await page.getByRole('button', { name: '导入往年报告…' }).click()
      app.answerDialogs(files)
      await page.getByRole('button', { name: '选择文件…' }).click()
      const dialog = page.getByRole('dialog', { name: /核对往年报告/ })
      await expect(dialog).toContainText(`${years.length} 份`)
      await expect(dialog.getByRole('radio', { name: /没有读入 0/ })).toBeVisible()
      await dialog.getByRole('button', { name: /写入台账/ }).click()
      for (const year of years)
        await expect(page.getByRole('columnheader', { name: `${year - 1}年`, exact: true })).toBeAttached()
      app.answerDialogs(join(folder, 'last.zhenggao'))
      await page.keyboard.press('Control+s')
      await expect(page.locator('.status-bar')).toContainText('已保存')
    })

    await test.step('roll to the next year', async () => {
      app.answerDialogs(join(folder, 'last.zhenggao'))
      await choose('从去年报告转结…')
      const dialog = page.locator('dialog[open]')
      await expect(dialog).toContainText(`转结为${next}年度报告`)
      await dialog.getByRole('textbox', { name: '届', exact: true }).fill('16')
      await dialog.getByRole('textbox', { name: '次会议' }).fill('2')
      await dialog.getByRole('textbox', { name: '报告日期' }).fill(`${next}年1月12日`)
      await dialog.getByRole('button', { name: '转结', exact: true }).click()
      await expect(text()).toContainText(`${next - 1}年`)
    })

    const before = await text().innerText()
    await choose('指标台账')
    const rows = (await knownRows(next - 2)).slice(0, 5)
    expect(rows).toHaveLength(5)
    for (const { name, value } of rows) await type(name, next - 1, grown(value))
    await page.getByPlaceholder('筛选指标').fill('')
    await page.keyboard.press('Escape')
    const [first] = rows
    if (!first) throw new Error('the ledger is empty')

    await test.step('insert five figures', async () => {
      await text().getByText('各位代表：', { exact: true }).first().click()
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      for (const [at, { name }] of rows.entries()) {
        await page.keyboard.press('Control+Shift+;')
        await expect(picker()).toBeVisible()
        await app.compose(name)
        await expect(picker().getByRole('option').first()).toContainText(name)
        await page.keyboard.press('Enter')
        await expect(picker()).toHaveCount(0)
        await page.keyboard.type(at < 4 ? '；' : '。')
      }
      await expect(text()).toContainText(grown(first.value))
      await expect(text().locator('[data-indicator]', { hasText: grown(first.value) })).not.toHaveCount(0)
      await choose('主要指标完成情况表…')
      await page.locator('dialog[open]').getByRole('button', { name: '插入到文末' }).click()
      await expect(text().getByRole('table').last()).toContainText(grown(first.value))
    })

    const other = grown(grown(first.value))
    await test.step('change one in the ledger: text and table follow', async () => {
      await choose('指标台账')
      await type(first.name, next - 1, other)
      const dialog = page.getByRole('dialog', { name: /台账改动影响文中/ })
      await expect(dialog).toContainText(other)
      await dialog.getByRole('button', { name: /改台账和选中的/ }).click()
      await expect(dialog).toHaveCount(0)
      await page.getByPlaceholder('筛选指标').fill('')
      await page.keyboard.press('Escape')
      await expect(text().locator('p', { hasText: other }).first()).toBeVisible()
      await expect(text().getByRole('table').last()).toContainText(other)
    })

    await test.step('a figure that is left behind is a finding', async () => {
      await choose('指标台账')
      await type(first.name, next - 1, grown(first.value))
      await page.getByRole('dialog').getByRole('button', { name: '只改台账' }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.getByPlaceholder('筛选指标').fill('')
      await page.keyboard.press('Escape')
      await page.getByRole('tab', { name: /问题/ }).click()
      const stale = page.locator('.finding', { hasText: '台账' }).filter({ hasText: other })
      await expect(stale.first()).toBeAttached({ timeout: 20_000 })
    })

    await test.step('undo all', async () => {
      const undo = page.getByRole('button', { name: /^撤销/ })
      for (let step = 0; step < 120 && (await undo.getAttribute('aria-disabled')) !== 'true'; step++)
        await page.keyboard.press('Control+z')
      await expect.poll(() => text().innerText()).toBe(before)
    })
  })
}
