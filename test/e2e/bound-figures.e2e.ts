import { expect, test } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeTownReport } from './support/ledger-report.ts'
import { atRest } from '../support/slowed.ts'
import { startApp, type RunningApp } from './support/start-app.ts'

let app: RunningApp
let folder: string
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-bound-'))
  const file = join(folder, '云溪镇政府工作报告.zhenggao')
  writeTownReport(file)
  app = await startApp({ width: 1366, height: 768, args: [file] })
})
test.afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const page = () => app.page.getByRole('textbox', { name: '正文' })
const picker = () => app.page.getByRole('dialog', { name: '插入指标' })

/** Finds an indicator with the input method, and inserts a phrasing by how many rows and wordings it is down the lists. */
async function insert(words: string, { phrasing = 0, unit = false } = {}): Promise<void> {
  await app.page.keyboard.type('/')
  await expect(picker()).toBeVisible()
  await app.compose(words)
  await expect(picker().getByRole('option').first()).toContainText(words)
  if (unit) await app.page.keyboard.press('Tab')
  if (phrasing > 0) await app.page.keyboard.press('ArrowRight')
  for (let step = 1; step < phrasing; step++) await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('Enter')
  await expect(picker()).toHaveCount(0)
}

/** Puts the caret into a bound figure, which may be broken over two lines. */
async function caretIn(words: string, offset: number): Promise<void> {
  await page().focus()
  await page()
    .locator('[data-indicator]', { hasText: words })
    .evaluate((figure, at) => {
      const text = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT).nextNode()
      if (text) getSelection()?.collapse(text, at)
    }, offset)
  await atRest(app.page)
}

/** Violations that axe finds in a part of the window. */
async function violations(place: string): Promise<string[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await (await app.cdp()).send('Runtime.evaluate', { expression: axe })
  return app.page.evaluate(async (selector) => {
    const { axe: tester } = window as unknown as {
      axe: { run: (place: string) => Promise<{ violations: { id: string }[] }> }
    }
    return (await tester.run(selector)).violations.map(({ id }) => id)
  }, place)
}

test('the panel lists what the section at the caret has to say, and writes what is missing in order', async () => {
  await app.page.getByText('2026年主要预期目标是：').click()
  await app.page.keyboard.press('End')
  await app.page.getByRole('tab', { name: /指标/ }).click()
  const panel = app.page.locator('[data-pane="panel"]')
  await expect(panel).toContainText('本节：主要目标')
  await expect(panel).toContainText('已写 0 项，还有 6 项未写')
  expect(await violations('[data-pane="panel"]')).toEqual([])

  await panel.locator('li', { hasText: '一般公共预算收入' }).focus()
  await app.page.keyboard.press('Enter')
  await expect(page()).toContainText('目标是：一般公共预算收入增长8%以上')
  await expect(panel).toContainText('已写 1 项，还有 5 项未写')
  await app.page.keyboard.type('；')
  await panel.getByRole('button', { name: '按次序全部插入' }).click()
  await expect(page()).toContainText(
    '工农业总产值增长6%以上；固定资产投资增长9%左右；招商引资到位资金达到9000万元；农村居民人均可支配收入增长7%左右；城镇新增就业达到260人以上',
  )
  await expect(panel).toContainText('已写 6 项，还有 0 项未写')
  await app.page.keyboard.press('Control+z')
  await expect(page()).not.toContainText('工农业总产值')
  expect(app.complaints).toEqual([])
})

test('picker, card and question can be used without a mouse and by screen readers', async () => {
  await app.page.getByText('2026年主要预期目标是：').click()
  await app.page.keyboard.press('End')
  await app.page.keyboard.press('Control+Shift+;')
  await expect(picker().getByRole('option').first()).toBeVisible()
  await app.page.keyboard.press('ArrowDown')
  // The name of the row follows the key with the next picture.
  await expect(async () => {
    const active = app.page.locator(`#${(await page().getAttribute('aria-activedescendant')) ?? 'none'}`)
    await expect(active).toHaveAttribute('aria-selected', 'true', { timeout: 1000 })
    await expect(active).toContainText('财政总收入', { timeout: 1000 })
  }).toPass()
  // The lists scroll with the keys of the page, where the caret stays: nothing in them takes the focus.
  expect(await violations('.picker')).toEqual(['scrollable-region-focusable'])
  await app.page.keyboard.press('Enter')
  await expect(page()).toContainText('目标是：财政总收入完成6904万元，增长9.8%')
  await app.page.keyboard.press('ArrowLeft')
  await app.page.keyboard.press('Alt+Enter')
  await expect(app.page.getByRole('dialog', { name: '数字来源' })).toBeFocused()
  expect(await violations('.figure-card')).toEqual([])
  await app.page.keyboard.press('Escape')
  await expect(page()).toBeFocused()
})

test('five figures are inserted, one is changed, and text, findings and undo follow', async () => {
  await app.page.getByText('一年来，全镇上下同心协力。').click()
  await app.page.keyboard.press('End')

  await test.step('results of the review, found with an input method', async () => {
    await insert('一般公共预算收入')
    await app.page.keyboard.type('；')
    await insert('固定资产投资')
    await app.page.keyboard.type('；')
    await insert('粮食产量')
    await app.compose('。')
    await expect(page()).toContainText(
      '同心协力。一般公共预算收入完成4126万元，增长12.1%；固定资产投资完成2.15亿元，增长11%；粮食产量达到5.2万吨，下降1.4%。',
    )
  })

  await test.step('targets, and the same figure in another unit', async () => {
    await app.page.getByText('2026年主要预期目标是：').click()
    await app.page.keyboard.press('End')
    await insert('预算收入')
    await app.compose('，')
    await insert('预算收入', { phrasing: 6, unit: true })
    await app.compose('。')
    await expect(page()).toContainText(
      '2026年主要预期目标是：一般公共预算收入增长8%以上，一般公共预算收入完成0.41亿元。',
    )
    await expect(page().locator('[data-indicator]')).toHaveCount(8)
  })

  await test.step('Esc and dates leave a stroke in peace', async () => {
    await app.page.getByText('扩大订单种植，建好产业园区。').click()
    await app.page.keyboard.press('End')
    await app.page.keyboard.type('/')
    await expect(picker()).toBeVisible()
    await app.page.keyboard.press('Escape')
    await expect(picker()).toHaveCount(0)
    await app.page.keyboard.type('3/4')
    await expect(picker()).toHaveCount(0)
    for (let count = 0; count < 4; count++) await app.page.keyboard.press('Backspace')
    await expect(page()).not.toContainText('3/4')
  })

  await test.step('a bound figure that is changed in the text asks for the ledger, and that for the other places', async () => {
    await caretIn('4126万元', 1)
    await app.page.keyboard.press('Delete')
    await app.page.keyboard.type('9')
    await expect(page()).toContainText('4926万元')
    const offer = app.page.getByRole('group', { name: '关联的数字有改动' })
    await expect(offer).toContainText('一般公共预算收入台账中是 4126万元，文中改成了 4926万元。')
    await offer.getByRole('button', { name: '更新台账' }).click()
    const dialog = app.page.getByRole('dialog', { name: /台账改动影响文中 2 处/ })
    await expect(dialog).toContainText('增长12.1%增长33.8%')
    await expect(dialog).toContainText('0.41亿元0.49亿元')
    await dialog.getByRole('checkbox', { name: /亿元/ }).uncheck()
    await dialog.getByRole('button', { name: '改台账和选中的 1 处' }).click()
    await expect(page()).toContainText('一般公共预算收入完成4926万元，增长33.8%')
    await expect(page()).toContainText('一般公共预算收入完成0.41亿元。')
  })

  await test.step('the place that was left is a finding, with what the ledger has', async () => {
    await app.page.keyboard.press('F7')
    const panel = app.page.locator('[data-pane="panel"]')
    await expect(panel).toContainText('一般公共预算收入台账中是 4926万元，文中是 0.41亿元')
    await panel.getByText('一般公共预算收入台账中是 4926万元，文中是 0.41亿元').first().click()
    await panel.getByRole('button', { name: '按台账改为 0.49亿元' }).click()
    await expect(page()).toContainText('一般公共预算收入完成0.49亿元。')
    await expect(panel).not.toContainText('文中是 0.41亿元')
  })

  await test.step('the source of a figure is one key away', async () => {
    await caretIn('4926万元', 2)
    await app.page.keyboard.press('Alt+Enter')
    const card = app.page.getByRole('dialog', { name: '数字来源' })
    await expect(card).toContainText('4926万元')
    await expect(card).toContainText('本稿用到 2 处')
    await app.page.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
  })

  await test.step('undo takes back the repair, the ledger with its places, and all that was inserted', async () => {
    await app.page.keyboard.press('Control+z')
    await expect(page()).toContainText('一般公共预算收入完成0.41亿元。')
    await app.page.keyboard.press('Control+z')
    await expect(page()).toContainText('一般公共预算收入完成4926万元，增长12.1%')
    for (let step = 0; step < 60; step++) await app.page.keyboard.press('Control+z')
    await expect(page()).not.toContainText('4126')
    await expect(page().locator('[data-indicator]')).toHaveCount(0)
    await expect(page()).toContainText('2026年主要预期目标是：')
    expect(app.complaints).toEqual([])
  })
})

test('while 修订 is on, what the ledger writes is recorded, and a rejection gives the old words back', async () => {
  const { page: window } = app
  const dialog = window.locator('dialog[open]')
  const recorded = (kind: 'ins' | 'del') => page().locator(kind).allTextContents()
  await window.getByText('一年来，全镇上下同心协力。').click()
  await window.keyboard.press('End')
  await insert('一般公共预算收入')
  await expect(page()).toContainText('一般公共预算收入完成4126万元，增长12.1%')
  const before = await page().textContent()
  await window.keyboard.press('Control+Shift+E')
  await expect(dialog).toBeVisible()
  await window.keyboard.type('周书记')
  await window.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)

  await caretIn('4126万元', 1)
  await window.keyboard.press('Delete')
  await window.keyboard.type('9')
  const offer = window.getByRole('group', { name: '关联的数字有改动' })
  await offer.getByRole('button', { name: '更新台账' }).click()
  await window
    .getByRole('dialog', { name: /台账改动影响文中/ })
    .getByRole('button', { name: /^改台账和选中的/ })
    .click()
  await expect(page().locator('ins').last()).toContainText('33.8')
  await expect.poll(async () => (await recorded('ins')).join(' ')).toBe('9 33.8')
  await expect.poll(async () => (await recorded('del')).join(' ')).toBe('1 12.1')

  await window.getByText('扩大订单种植，建好产业园区。').click()
  await window.keyboard.press('End')
  await insert('粮食产量')
  await expect.poll(async () => (await recorded('ins')).join('')).toContain('粮食产量达到5.2万吨')

  await window.keyboard.press('Control+Shift+P')
  await dialog.locator('input').fill('拒绝所有修订')
  await window.keyboard.press('Enter')
  await expect(page().locator('ins, del')).toHaveCount(0)
  await expect.poll(() => page().textContent()).toBe(before)
})
