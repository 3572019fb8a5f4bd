import { expect, test } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { startApp, type RunningApp } from './support/start-app.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The picture of the README is only replaced on request: no two runs draw the same pixels. */
const picture = process.env['UPDATE_SCREENSHOT'] ? join(root, 'docs/screenshot.png') : join(root, 'out/screenshot.png')

let app: RunningApp
test.beforeEach(async () => {
  app = await startApp({ width: 1366, height: 768 })
})
test.afterEach(() => app.close())

test('a new user sees a contradiction of the sample with one click and one key', async () => {
  const started = Date.now()
  await app.page.getByRole('button', { name: /打开示范报告/ }).click()
  await expect(app.page.getByRole('textbox', { name: '正文' })).toContainText('汀禾镇')
  await app.page.keyboard.press('F7')
  await expect(app.page.locator('.card')).toBeVisible()
  const seconds = (Date.now() - started) / 1000
  test.info().annotations.push({ type: 'seconds to the first finding', description: seconds.toFixed(1) })

  await test.step('the card shows both values, the sum and what would fit', async () => {
    await app.page.getByRole('complementary').getByText('增速与两年数值不符').first().click()
    await expect(app.page.getByText('705 ÷ 612 − 1')).toBeVisible()
    await expect(app.page.getByRole('button', { name: /改增速为 15\.2%/ })).toBeVisible()
  })

  await test.step('last year’s report has come with it, and nothing is said to be wrong that is not', async () => {
    for (const verdict of ['分项之和', '目标年份', /空缺没有填|待填/, '序号', '说是 9 项']) {
      await expect(app.page.getByRole('complementary').getByText(verdict).first()).toBeAttached()
    }
    expect(app.complaints).toEqual([])
  })

  mkdirSync(dirname(picture), { recursive: true })
  await app.page.screenshot({ path: picture })
})
