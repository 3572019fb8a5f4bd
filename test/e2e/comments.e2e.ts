import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { cutOff, grave } from './support/look.ts'
import { openSample } from './support/open-sample.ts'
import { startApp, type RunningApp } from './support/start-app.ts'

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

const panel = (): Locator => page.getByRole('tabpanel', { name: /批注/ })
const threads = (): Locator => panel().locator('.comment-thread')
const box = (): Locator => panel().getByRole('textbox')
const text = (): Locator => page.getByRole('textbox', { name: '正文' })
const told = (): Locator => page.locator('.status-told')

/** The caret into a paragraph, and `count` characters from there selected by keys. */
async function select(paragraph: number, count: number): Promise<void> {
  const line = page.locator('.zg-paragraph').nth(paragraph)
  await line.click({ position: { x: 120, y: 20 } })
  for (let step = 0; step < count; step++) await page.keyboard.press('Shift+ArrowRight')
}

/** Gives the name 周书记 where it is asked for. */
async function nameMe(): Promise<void> {
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('批注用什么名字')
  await page.keyboard.type('周书记')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(box()).toBeFocused()
}

test('a comment is written with an input method and keys alone, answered, resolved, and undone step by step', async () => {
  await select(2, 6)
  await page.keyboard.press('Control+Alt+M')
  await nameMe()
  await app.compose('认证是去年还是今年')
  await page.keyboard.press('Enter')
  await app.compose('请核一下时间')
  await expect(box()).toHaveValue('认证是去年还是今年\n请核一下时间')
  expect(await grave(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(told()).toHaveText('已插入批注')
  await expect(threads()).toHaveCount(1)
  await expect(page.locator('.zg-comment')).toHaveCount(1)
  await expect(text()).toBeFocused()
  await expect(page.locator('.zg-comment')).toHaveText(/^.{6}$/u)
  const words = (await page.locator('.zg-comment').textContent()) ?? ''
  await expect(threads().getByRole('button').first()).toHaveAccessibleName(new RegExp(`^周书记 批注“${words}”：认证是`))

  await page.keyboard.press('Escape')
  await threads().getByRole('button', { name: '答复', exact: true }).click()
  await expect(box()).toBeFocused()
  await app.compose('已核')
  await page.keyboard.press('Control+Enter')
  await expect(panel().locator('.comment-replies li')).toHaveText(/周书记.*已核/)
  await expect(threads().getByRole('button').first()).toBeFocused()
  await threads().getByLabel('意见：').selectOption('采纳')
  await threads().getByRole('button', { name: '解决', exact: true }).click()
  await expect(told()).toHaveText('批注已解决')
  await expect(page.locator('.zg-comment-done')).toHaveCount(1)
  expect(await grave(page)).toEqual([])

  await page.locator('.zg-paragraph').nth(4).click()
  await page.keyboard.press('Control+z')
  await expect(told()).toHaveText('批注的改动已撤销')
  await expect(page.locator('.zg-comment-done')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(panel().locator('.comment-replies li')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.zg-comment')).toHaveCount(0)
  await expect(threads()).toHaveCount(0)
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+y')
  await expect(page.locator('.zg-comment-done')).toHaveText(words)
  await expect(panel().locator('.comment-replies li')).toHaveCount(1)
})

test('on the word at the caret; a click on the words shows the card, deleted words leave a point, and Esc drops a draft', async () => {
  await select(2, 0)
  await page.keyboard.press('Control+Alt+M')
  await nameMe()
  await app.compose('换个说法')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.zg-comment')).toHaveCount(1)
  const word = (await page.locator('.zg-comment').textContent()) ?? ''
  expect(word.length).toBeGreaterThan(0)

  await page.getByRole('tab', { name: /问题/ }).click()
  await page.locator('.zg-comment').click()
  await expect(threads().first()).toHaveClass(/review-card-open/)

  // Behind the commented word is no part of it, with an input method and without.
  await threads().getByRole('button').first().click()
  await expect(page.locator('.zg-comment')).toHaveText(word)
  await page.keyboard.press('Escape')
  await expect(text()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await app.compose('新写')
  await page.keyboard.type('a')
  await expect(page.locator('.zg-comment')).toHaveText(word)
  const line = page.locator('.zg-paragraph').nth(2)
  await expect(line).toContainText(`${word}新写a`)

  await threads().getByRole('button').first().click()
  await page.keyboard.press('Escape')
  await expect(text()).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.locator('.zg-comment-point')).toHaveCount(1)
  await expect(threads()).toContainText('批注的原文已删除')
  await page.locator('.zg-paragraph').nth(4).click()
  await page.keyboard.press('Control+z')
  await expect(page.locator('.zg-comment')).toHaveText(word)

  await page.keyboard.press('Control+Alt+M')
  await expect(box()).toBeFocused()
  await app.compose('不写了')
  await page.keyboard.press('Escape')
  await expect(box()).toHaveCount(0)
  await expect(threads()).toHaveCount(1)
})

test('意见采纳情况: filled from decisions and comments, kept with the report, exported', async () => {
  await page.getByRole('menuitem', { name: '审阅' }).click()
  await page.getByRole('menuitem', { name: '意见采纳情况表…' }).click()
  const table = (): Locator => page.getByRole('dialog', { name: '意见采纳情况表' })
  await expect(table()).toContainText('还没有意见')
  await expect(table().getByRole('button', { name: '导出 Word…' })).toBeDisabled()
  await page.keyboard.press('Escape')

  await select(3, 4)
  await page.keyboard.press('Control+Alt+M')
  await nameMe()
  await app.compose('数字请再核一遍')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Shift+E')
  await select(2, 0)
  await app.compose('真抓实干')
  await select(4, 0)
  await app.compose('持续用力')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Control+Alt+Enter')

  const open = async (): Promise<void> => {
    await page.getByRole('menuitem', { name: '审阅' }).click()
    await page.getByRole('menuitem', { name: '意见采纳情况表…' }).click()
    await expect(table()).toBeVisible()
  }
  /** The table leaves out what whoever made it changed himself, until it is told not to. */
  const listOwn = (): Promise<void> => table().getByLabel('不列自己的修订').uncheck()
  await open()
  await expect(table().getByRole('status')).toHaveText('共 1 条：采纳 0，部分采纳 0，不采纳 0，待定 1')
  await listOwn()
  await expect(table().getByRole('status')).toHaveText('共 3 条：采纳 1，部分采纳 0，不采纳 0，待定 2')
  const row = table().getByRole('row').filter({ hasText: '数字请再核一遍' })
  await row.getByRole('combobox').selectOption('部分采纳')
  await row.getByRole('textbox').fill('口径按统计局')
  await expect(table().getByRole('status')).toHaveText('共 3 条：采纳 1，部分采纳 1，不采纳 0，待定 1')
  expect(await grave(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  const folder = mkdtempSync(join(tmpdir(), 'opinions-'))
  app.answerDialogs(join(folder, '采纳.docx'), join(folder, '采纳.xlsx'), join(folder, '报告.zhenggao'))
  await table().getByRole('button', { name: '导出 Word…' }).click()
  await page.locator('.dialog-small').getByRole('button', { name: '关闭' }).last().click()
  await open()
  await table().getByRole('button', { name: '导出 Excel…' }).click()
  await page.locator('.dialog-small').getByRole('button', { name: '关闭' }).last().click()
  for (const name of ['采纳.docx', '采纳.xlsx'])
    expect(readFileSync(join(folder, name)).subarray(0, 2).toString()).toBe('PK')

  await page.keyboard.press('F12')
  await expect(page.locator('.status-bar')).toContainText('已保存')
  await app.close()
  app = await startApp({ width: 1366, height: 768, args: [join(folder, '报告.zhenggao')] })
  page = app.page
  await expect(page.locator('.zg-comment')).toHaveCount(1)
  await open()
  // Here nobody has a name yet, and so nothing is his own.
  await expect(table().getByRole('status')).toHaveText('共 3 条：采纳 1，部分采纳 1，不采纳 0，待定 1')
  await expect(table()).toContainText('口径按统计局')
})
