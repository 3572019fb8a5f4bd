import { expect, test, type Page } from '@playwright/test'
import { atRest } from '../support/slowed.ts'
import { openSample } from './support/open-sample.ts'
import type { RunningApp } from './support/start-app.ts'

let app: RunningApp
let page: Page
test.beforeEach(async () => {
  app = await openSample()
  page = app.page
})
test.afterEach(async () => {
  expect(app.complaints).toEqual([])
  await app.close()
})

const caret = (): Promise<unknown> =>
  page.evaluate(() => {
    const { anchorNode, anchorOffset } = getSelection() ?? {}
    return [anchorNode?.textContent, anchorOffset, document.querySelector('.desk-scroll')?.scrollTop]
  })

test('the full view takes the place of the page, and Esc goes back to the same caret', async () => {
  const line = page.locator('.desk-scroll p').nth(40)
  await line.scrollIntoViewIfNeeded()
  await line.click()
  await page.keyboard.press('ArrowRight')
  await atRest(page)
  const before = await caret()
  await page.keyboard.press('Control+Shift+L')
  const view = page.getByRole('main', { name: '指标台账' })
  await expect(view).toBeVisible()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeHidden()
  await expect(page.getByRole('tree')).toHaveCount(0)
  await expect(page.locator('.status-bar')).toBeVisible()
  // A key of the page changes nothing that nobody sees.
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Escape')
  await expect(view).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: '正文' })).toBeFocused()
  await expect.poll(caret).toEqual(before)
  await page.keyboard.type('新')
  await expect(line).toContainText('新')
})

test('F8 leaves the full view for the finding on the page', async () => {
  await page.keyboard.press('Control+Shift+L')
  await page.keyboard.press('F8')
  await expect(page.locator('.zg-finding-active').first()).toBeInViewport()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeFocused()
})

test('the tabs of the panel are walked with the arrow keys', async () => {
  const tab = (name: RegExp) => page.getByRole('tab', { name })
  await tab(/问题/).focus()
  await page.keyboard.press('ArrowRight')
  await expect(tab(/指标/)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tabpanel', { name: /指标/ })).toContainText('台账里还没有指标')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tabpanel', { name: /修订/ })).toContainText('没有修订')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tabpanel', { name: /批注/ })).toContainText('没有批注')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tabpanel', { name: /往年/ }).getByRole('listitem')).toHaveCount(1)
  await page.getByRole('menuitem', { name: '指标' }).click()
  await page.getByRole('menuitemcheckbox', { name: /指标台账/ }).click()
  await expect(page.getByRole('main', { name: '指标台账' })).toBeVisible()
  await page.getByRole('button', { name: /回到正文/ }).click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeFocused()
})
