import { expect, test } from '@playwright/test'
import { startApp, type RunningApp } from './support/start-app.ts'

let app: RunningApp
test.beforeEach(async () => {
  app = await startApp({ width: 1366, height: 768 })
  await expect(app.page.getByRole('menubar')).toBeVisible()
})
test.afterEach(async () => {
  expect(app.complaints).toEqual([])
  await app.close()
})

test('blanks of a new report are one row, and details added later fill them', async () => {
  const { page } = app
  await page.keyboard.press('Control+n')
  await page.getByLabel('报告年度').fill('2026')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '开始写' }).click()
  const blanks = page.getByRole('button', { name: /待填 \d+ 处/ })
  await expect(blanks).toHaveCount(1)
  await expect(page.locator('.finding-blanks')).toHaveCount(0)
  const before = Number(await page.locator('#tab-findings .tab-count').innerText())
  await blanks.click()
  await page.locator('.finding-blanks .finding').nth(2).click()
  await expect(page.locator('.card')).toBeVisible()
  await expect(page.locator('.zg-finding-active').first()).toBeInViewport()

  await page.getByRole('menuitem', { name: '文件' }).click()
  await page.getByRole('menuitem', { name: '报告信息…' }).click()
  await page.getByLabel('地名').fill('石泉镇')
  await page.getByLabel('届', { exact: true }).fill('12')
  await page.getByLabel('次会议', { exact: true }).fill('5')
  await page.getByLabel('报告日期').fill('2026-1-12')
  await page.getByRole('button', { name: '确定', exact: true }).click()
  const text = page.getByRole('textbox', { name: '正文' })
  await expect(text).toContainText('——2026年1月12日在石泉镇')
  await expect(text).toContainText('第十二届人民代表大会第五次会议')
  await expect(async () => {
    expect(Number(await page.locator('#tab-findings .tab-count').innerText())).toBeLessThan(before)
  }).toPass()
})

test('a date or number that cannot be taken is said beside its field, and nothing is lost', async () => {
  const { page } = app
  const wizard = page.getByRole('dialog')
  await page.keyboard.press('Control+n')
  await page.getByLabel('届', { exact: true }).fill('十八')
  await page.getByLabel('次会议', { exact: true }).fill('百')
  await page.getByLabel('报告日期').fill('2027年2月30日')
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('没有这一天，请核对月和日')).toBeVisible()
  await expect(page.getByText(/填 1 至 99 的数/)).toHaveCount(1)
  await expect(page.getByLabel('次会议', { exact: true })).toBeFocused()
  await page.getByRole('button', { name: '开始写' }).click()
  await expect(wizard).toBeVisible()
  await page.getByLabel('次会议', { exact: true }).fill('3')
  await page.getByLabel('报告日期').fill('2027年2月28日')
  await page.getByRole('button', { name: '开始写' }).click()
  await expect(wizard).toBeHidden()
  await expect(page.getByRole('textbox', { name: '正文' })).toContainText('第十八届人民代表大会第三次会议')
  await page.getByRole('menuitem', { name: '文件' }).click()
  await page.getByRole('menuitem', { name: '报告信息…' }).click()
  await page.getByLabel('报告日期').fill('2027年2月30日')
  await page.getByLabel('报告日期').press('Enter')
  await expect(page.getByText('没有这一天，请核对月和日')).toBeVisible()
  await expect(wizard).toBeVisible()
  await page.getByRole('button', { name: '取消' }).click()
  await expect(wizard).toBeHidden()
})
