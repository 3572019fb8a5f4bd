import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { writeTownReport } from './support/ledger-report.ts'
import { startApp, type RunningApp } from './support/start-app.ts'

let app: RunningApp
let page: Page
let folder: string
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-keys-'))
  const path = join(folder, '云溪镇2026年政府工作报告.zhenggao')
  writeTownReport(path)
  app = await startApp({ width: 1366, height: 768, args: [path] })
  page = app.page
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
})
test.afterEach(async () => {
  expect(app.complaints).toEqual([])
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const top = (name: string) => page.getByRole('menubar').getByRole('menuitem', { name, exact: true })

test('a menu, and a dialog that a menu opens, give the keys back to where they came from', async () => {
  const text = page.getByRole('textbox', { name: '正文' })
  const grid = page.getByRole('grid', { name: '指标台账' })
  const wayBack = async (to: typeof text): Promise<void> => {
    for (const [menu, item] of [
      ['指标', /^定稿检查/],
      ['工具', /^设置/],
    ] as const) {
      await top(menu).click()
      await page.getByRole('menuitem', { name: item }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(to).toBeFocused()
    }
    await top('编辑').click()
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(to).toBeFocused()
  }
  await page.locator('.desk-scroll p').nth(2).click()
  await wayBack(text)
  await page.keyboard.press('Control+Shift+L')
  await expect(grid).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const cell = await grid.getAttribute('aria-activedescendant')
  await wayBack(grid)
  await expect(grid).toHaveAttribute('aria-activedescendant', cell ?? '')
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
})

test('Enter writes the name and a □ of an indicator that has no figure yet', async () => {
  const text = page.getByRole('textbox', { name: '正文' })
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('button', { name: '添加指标' }).click()
  await page.getByRole('textbox', { name: /指标/ }).first().fill('规模以上工业增加值')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /回到正文/ }).click()
  await page.getByText('一年来，全镇上下同心协力。').click()
  await page.keyboard.press('End')
  await page.keyboard.type('/')
  await app.compose('规模以上')
  await expect(page.getByRole('dialog', { name: '插入指标' })).toContainText('规模以上工业增加值')
  await page.keyboard.press('Enter')
  await page.keyboard.type('。')
  await expect(text).toContainText('同心协力。规模以上工业增加值□。')
  await expect(text.locator('[data-indicator]', { hasText: /^□$/ })).toHaveCount(1)
})

test('what a paste has no room for is told, and its undo says how many cells it was', async () => {
  const grid = page.getByRole('grid', { name: '指标台账' })
  const paste = async (text: string): Promise<void> => {
    await grid.evaluate((element, words) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', words)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  }
  const status = page.locator('.status-bar')
  await page.keyboard.press('Control+Shift+L')
  await grid.getByRole('rowheader', { name: /粮食产量/ }).click()
  await page.keyboard.press('ArrowRight')
  await paste('5.1\n260\n7\n8')
  await expect(status).toContainText('已粘贴 2 格。另有 2 格没有粘贴：下面没有行了。')
  await page.keyboard.press('Control+z')
  await expect(status).toContainText('已撤销：粘贴 2 格')
  await page.getByRole('textbox', { name: '筛选指标' }).fill('投资')
  await grid.getByRole('rowheader', { name: /固定资产投资/ }).click()
  await page.keyboard.press('ArrowRight')
  await paste('2.2\n3')
  await expect(status).toContainText('已粘贴 1 格。另有 1 格没有粘贴：只粘到筛选出的行，下面没有行了。')
})

test('a target shows value and growth, and its title and column are its own', async () => {
  const grid = page.getByRole('grid', { name: '指标台账' })
  const drawer = page.locator('.drawer-title')
  await page.keyboard.press('Control+Shift+L')
  await grid.getByRole('rowheader', { name: /一般公共预算收入/ }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  const cell = grid.locator('.ledger-active')
  await expect(cell).toContainText('4456以上')
  await expect(cell).toContainText('+8%')
  await expect(drawer).toHaveText('一般公共预算收入 · 2026年目标')
  await page.keyboard.type('5200')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await expect(cell).toContainText('5200')
  await expect(cell).toContainText('+8%待核')
  const ends = await grid.evaluate((element) => {
    const endOf = (words: string): number | undefined => {
      const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      while (nodes.nextNode())
        if (nodes.currentNode.textContent === words) {
          const range = document.createRange()
          range.selectNodeContents(nodes.currentNode)
          return Math.round(range.getBoundingClientRect().right)
        }
      return undefined
    }
    return [endOf('2026年目标'), endOf('5200')]
  })
  expect(ends[0]).toBe(ends[1])
})
