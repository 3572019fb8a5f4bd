import { expect, test } from '@playwright/test'
import { startApp } from './support/start-app.ts'

test('after a decision the focus stays in the panel, and behind the last one and a dialog it is in the text', async () => {
  const app = await startApp({ width: 1366, height: 768 })
  const { page } = app
  const cards = page.getByRole('tabpanel', { name: /修订/ }).getByRole('listitem')
  const where = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? 'nowhere')
  await page.getByRole('button', { name: /打开示范报告/ }).click()
  await expect(page.locator('.finding').first()).toBeVisible()
  await page.keyboard.press('Control+Shift+E')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('周书记')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  for (const line of [2, 3, 4]) {
    await page
      .locator('.zg-paragraph')
      .nth(line)
      .click({ position: { x: 120, y: 20 } })
    await page.keyboard.type('实')
  }
  await page.keyboard.press('Alt+ArrowDown')
  await expect(cards).toHaveCount(3)

  await test.step('a menu and its dialog give it back to the text', async () => {
    await page
      .locator('.zg-paragraph')
      .nth(2)
      .click({ position: { x: 120, y: 20 } })
    await page.getByRole('menuitem', { name: '审阅' }).click()
    await page.getByRole('menuitem', { name: /合并审阅稿/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect.poll(where).toBe('page')
  })

  await test.step('the next card has it', async () => {
    await cards.first().getByRole('button').first().click()
    await cards.first().getByRole('button', { name: '接受' }).click()
    await expect(cards).toHaveCount(2)
    await expect.poll(where).toBe('panel')
    await page.keyboard.press('Control+Alt+Enter')
    await expect(cards).toHaveCount(1)
    await expect.poll(where).toBe('panel')
  })

  await test.step('behind the last one it is in the text', async () => {
    await page.keyboard.press('Control+Alt+Enter')
    await expect(cards).toHaveCount(0)
    await expect.poll(where).toBe('page')
  })
  expect(app.complaints).toEqual([])
  await app.close()
})
