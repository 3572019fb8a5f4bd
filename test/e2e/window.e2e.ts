import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { cutOff, grave } from './support/look.ts'
import { atRest } from '../support/slowed.ts'
import { startApp, type RunningApp } from './support/start-app.ts'

let app: RunningApp
let page: Page
test.beforeEach(async () => {
  app = await startApp({ width: 1366, height: 768 })
  page = app.page
  await expect(page.getByRole('menubar')).toBeVisible()
})
test.afterEach(async () => {
  expect(app.complaints).toEqual([])
  await app.close()
})

const card = (): Locator => page.locator('.card')
const text = (): Locator => page.getByRole('textbox', { name: '正文' })

async function openSample(): Promise<void> {
  await page.getByRole('button', { name: /打开示范报告/ }).click()
  await expect(page.locator('.finding').first()).toBeVisible()
}

test('a new user sees the first conflict, its evidence and its place on the page', async () => {
  await page.getByRole('button', { name: /打开示范报告/ }).click()
  // A key before the report is there has nothing to check.
  await expect(text()).toBeVisible()
  await page.keyboard.press('F7')
  await expect(card()).toBeVisible()
  await expect(card().locator('.source-mark').first()).toBeVisible()
  await expect(page.locator('.zg-finding-active').first()).toBeInViewport()
})

test('a repair is one step of undo; an ignored finding is kept with its reason and comes back', async () => {
  await openSample()
  const verdict = '增速与两年数值不符'
  await page.getByRole('button', { name: verdict }).first().click()
  const count = await page.locator('#tab-findings .tab-count').innerText()
  await card().locator('.repairs .button').first().click()
  await expect(page.locator('#tab-findings .tab-count')).toHaveText(String(Number(count) - 1))
  await text().focus()
  await page.keyboard.press('Control+z')
  await expect(page.locator('#tab-findings .tab-count')).toHaveText(count)

  await page.getByRole('button', { name: verdict }).first().click()
  await expect(card().locator('h3')).toHaveText(verdict)
  await card().getByRole('button', { name: '口径不同…' }).click()
  await page.getByRole('radio', { name: '其他理由' }).check()
  await page.getByRole('textbox', { name: '其他理由' }).fill('县统计局已核定')
  await page.getByRole('button', { name: '忽略', exact: true }).click()
  await expect(page.locator('#tab-findings .tab-count')).toHaveText(String(Number(count) - 1))
  await page.getByText('已忽略 1 项').click()
  await expect(page.locator('.ignored')).toContainText('县统计局已核定')
  await page.locator('.ignored').getByRole('button', { name: '恢复' }).click()
  await expect(page.locator('#tab-findings .tab-count')).toHaveText(count)
})

test('F8 walks from finding to finding and back', async () => {
  await openSample()
  await page.keyboard.press('F8')
  await expect(card().locator('.card-position')).toHaveText(/^1 \//)
  const first = await card().locator('h3').innerText()
  await page.keyboard.press('F8')
  await expect(card().locator('.card-position')).toHaveText(/^2 \//)
  await page.keyboard.press('Shift+F8')
  await expect(card().locator('h3')).toHaveText(first)
})

test('a new report takes place and meeting into its title; the outline shows what is not written', async () => {
  await page.keyboard.press('Control+n')
  await page.getByLabel('地名').fill('石泉镇')
  await page.getByLabel('报告年度').fill('2026')
  await page.getByLabel('届', { exact: true }).fill('12')
  await page.getByLabel('次会议', { exact: true }).fill('5')
  await page.getByLabel('报告日期').fill('2026年1月12日')
  await page.getByLabel('姓名').fill('沈知秋')
  await expect(page.locator('.first-page')).toContainText('石泉镇人民政府工作报告')
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('radio', { name: /镇年度报告/ }).first()).toBeChecked()
  await page.getByRole('button', { name: '开始写' }).click()
  await expect(text()).toContainText('石泉镇第十二届人民代表大会第五次会议')
  await expect(text()).toContainText('沈知秋')
  await expect(page.getByRole('treeitem', { name: /未写/ }).first()).toBeVisible()
  await expect(page.locator('.saving')).toHaveText('未保存')
})

test('what was changed is asked for before the report is left, and saved where the user says', async () => {
  await openSample()
  await text().click()
  await page.keyboard.insertText('一')
  await page.keyboard.press('Control+o')
  const question = page.getByRole('dialog', { name: /保存对/ })
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  const file = join(app.data, '报告.zhenggao')
  app.answerDialogs(file)
  await page.keyboard.press('Control+s')
  await expect(page.locator('.saving')).toHaveText(/已保存 \d\d:\d\d/)
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  await page.getByRole('menuitem', { name: '文件' }).click()
  await page.getByRole('menuitem', { name: '关闭报告' }).click()
  await expect(page.locator('.recent-open')).toContainText('报告')
  await page.locator('.recent-open').click()
  await expect(text()).toBeVisible()
  await expect(page.locator('.saving')).toHaveText('没有改动')
})

test('words are found, stepped through and replaced in one step of undo', async () => {
  await openSample()
  const before = await text().innerText()
  await page.keyboard.press('Control+h')
  await page.getByRole('textbox', { name: '查找' }).fill('全镇')
  await expect(page.locator('.find-count')).toHaveText(/^\d+ 处$/)
  await page.keyboard.press('Enter')
  await expect(page.locator('.find-count')).toHaveText(/^1 \//)
  await expect(page.locator('.zg-current-hit')).toBeInViewport()
  await page.getByRole('textbox', { name: '替换为' }).fill('全乡')
  await page.getByRole('button', { name: '全部替换' }).click()
  await expect(page.locator('.find-count')).toHaveText(/已替换 \d+ 处/)
  await expect(text()).not.toContainText('全镇')
  await page.keyboard.press('Escape')
  await expect(text()).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(() => text().innerText()).toBe(before)
})

test('a section moves with the keyboard and its number follows', async () => {
  await openSample()
  const rows = page.getByRole('treeitem')
  const names = await page.locator('.row-title').allInnerTexts()
  const moved = names.findIndex((name) => name.startsWith('（一）'))
  const title = (names[moved] ?? '').replace('（一）', '')
  await rows.nth(moved).click()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect(rows.nth(moved + 1)).toContainText(`（二）${title}`)
})

test('the focus is never lost: dialogs give it back, F6 walks through the panes', async () => {
  await openSample()
  await text().click()
  for (const key of ['F1', 'Control+Shift+G', 'Control+Shift+P', 'Control+n', 'Control+p']) {
    await page.keyboard.press(key)
    await expect(page.locator('dialog[open]')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
    await expect(text(), key).toBeFocused()
  }
  const panes: string[] = []
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('F6')
    panes.push(
      await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? 'none'),
    )
  }
  expect(panes).toEqual(['panel', 'status', 'menu', 'toolbar', 'outline', 'page'])
})

test('a dialog that is left gives the caret back to where it stood', async () => {
  await openSample()
  const paragraph = text().locator('[data-line="paragraph"]').nth(6)
  for (const [key, word] of [
    ['Control+n', '甲'],
    ['Control+Shift+s', '乙'],
    ['F1', '丙'],
    ['Control+Shift+p', '丁'],
  ] as const) {
    await paragraph.click()
    await page.keyboard.press('End')
    await atRest(page)
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await atRest(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.type(word)
    await expect(paragraph, key).toContainText(word)
    await atRest(page)
    await page.keyboard.type('后')
    await expect(paragraph, key).toContainText(`${word}后`)
  }
})

test('staying with the open report leads back to the new one as it was filled in', async () => {
  await openSample()
  await text().locator('[data-line="paragraph"]').nth(1).click()
  await page.keyboard.type('改')
  await page.keyboard.press('Control+n')
  await page.getByLabel('地名').fill('青石镇')
  await page.getByLabel('届', { exact: true }).fill('十八')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '开始写' }).click()
  await page
    .getByRole('dialog', { name: /^保存对/ })
    .getByRole('button', { name: '取消' })
    .click()
  const wizard = page.getByRole('dialog', { name: '新建报告' })
  await expect(wizard.getByRole('heading', { name: '结构与章节' })).toBeVisible()
  await wizard.getByRole('button', { name: '上一步' }).click()
  await expect(page.getByLabel('地名')).toHaveValue('青石镇')
  await expect(page.getByLabel('届', { exact: true })).toHaveValue('18')
})

test('Ctrl+Z brings an ignored finding back before it touches the text', async () => {
  await openSample()
  await text().locator('[data-line="paragraph"]').nth(1).click()
  await page.keyboard.type('改好')
  await expect(text()).toContainText('改好')
  const count = await page.locator('#tab-findings .tab-count').innerText()
  await page.locator('.finding').first().click()
  await card()
    .getByRole('button', { name: /口径不同|忽略此处/ })
    .click()
  const reason = page.getByRole('button', { name: '忽略', exact: true })
  if (await reason.isVisible()) await reason.click()
  await expect(page.locator('.status-told')).toContainText('可以撤销')
  await expect(page.locator('#tab-findings .tab-count')).toHaveText(String(Number(count) - 1))
  await page.keyboard.press('Control+z')
  await expect(page.locator('#tab-findings .tab-count')).toHaveText(count)
  await expect(text()).toContainText('改好')
  await page.keyboard.press('Control+z')
  await expect(text()).not.toContainText('改好')
})

test('the whole way by keyboard: menu, toolbar, outline, card, repair', async () => {
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('combobox').fill('示范')
  await page.keyboard.press('Enter')
  await expect(page.locator('.finding').first()).toBeVisible()
  const count = Number(await page.locator('#tab-findings .tab-count').innerText())
  await page.keyboard.press('F7')
  await expect(card()).toBeVisible()
  await expect(text(), 'the place of the finding has the focus').toBeFocused()
  await page.keyboard.press('F6')
  await expect(card()).toBeFocused()
  for (let step = 0; step < 20; step++) {
    if (await page.evaluate(() => document.activeElement?.closest('.repairs') !== null)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(page.locator('#tab-findings .tab-count')).toHaveText(String(count - 1))
  await expect(card(), 'the next card has the focus').toBeFocused()
})

/** By the command box, which has the same names in every language. */
async function choose(command: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('combobox').fill(command)
  await page.keyboard.press('Enter')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
}

const themes = { light: '浅色', dark: '深色' }
const languages = ['简体中文', '繁體中文', 'English']

for (const theme of ['light', 'dark'] as const) {
  test(`nothing is out of reach for a screen reader (${theme})`, async () => {
    await choose(themes[theme])
    expect(await grave(page), 'start page').toEqual([])
    await openSample()
    await page.keyboard.press('F7')
    await expect(card()).toBeVisible()
    expect(await grave(page), 'report').toEqual([])
    for (const key of ['Control+n', 'Control+p', 'F1', 'Control+Shift+G', 'Control+Shift+P']) {
      await page.keyboard.press(key)
      await expect(page.locator('dialog[open]')).toBeVisible()
      expect(await grave(page), key).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.locator('dialog[open]')).toHaveCount(0)
    }
  })
}

for (const [width, height] of [
  [1366, 768],
  [1180, 700],
  [960, 600],
] as const) {
  test(`nothing is cut off at ${width} × ${height}, in any language`, async () => {
    await page.setViewportSize({ width, height })
    await page.getByRole('button', { name: /打开示范报告/ }).click()
    await expect(page.locator('.saving')).toBeVisible()
    await page.keyboard.press('F7')
    await expect(card()).toBeVisible()
    for (const language of languages) {
      await choose(language)
      expect(await cutOff(page), language).toEqual([])
      for (const key of ['Control+n', 'F1', 'Control+p', 'Control+h']) {
        await page.keyboard.press(key)
        const opened = page.locator(key === 'Control+h' ? '.find-bar' : 'dialog[open]')
        await expect(opened).toBeVisible()
        expect(await cutOff(page), `${language} ${key}`).toEqual([])
        await page.keyboard.press('Escape')
        await expect(opened).toHaveCount(0)
      }
    }
  })
}

test('the right button opens the menu of the text: accept, cut, copy, and in a table its rows', async () => {
  await openSample()
  const count = Number(await page.locator('#tab-findings .tab-count').innerText())
  await page.getByRole('button', { name: '增速与两年数值不符' }).first().click()
  await page.locator('.zg-finding-active').first().click({ button: 'right' })
  const menu = page.getByRole('menu', { name: '正文' })
  await expect(menu.getByRole('menuitem', { name: '依据' })).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: /^复制/ })).toHaveAttribute('aria-disabled', 'true')
  await menu.getByRole('menuitem', { name: /^采纳/ }).first().click()
  await expect(page.locator('#tab-findings .tab-count')).toHaveText(String(count - 1))

  const last = page.locator('[data-line="paragraph"]').last()
  const words = await last.innerText()
  await last.click()
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: /^剪切/ }).click()
  await expect(last).toHaveText(words.slice(0, -2))
  await page.keyboard.press('Control+v')
  await expect(last).toHaveText(words)
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: /^粘贴/ }).click()
  await expect(last).toHaveText(words + words.slice(-2))

  await page.keyboard.press('Shift+F10')
  await expect(menu).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(text()).toBeFocused()

  await page.getByRole('button', { name: '表格', exact: true }).click()
  await expect(text()).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: '下方加行' }).click()
  await expect(page.locator('.zg-table').last().locator('tr')).toHaveCount(4)
})

test('only the words of what was copied are pasted, and F4 gives the next line the same style', async () => {
  await openSample()
  const paragraphs = page.locator('[data-line="paragraph"]')
  const headings = page.locator('[data-line="heading"]')
  const words = '主要指标好于预期'
  await paragraphs.filter({ hasText: words }).click({ position: { x: 60, y: 8 } })
  await page.keyboard.press('Home')
  for (let step = 0; step < words.length; step++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+c')
  await headings.nth(1).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: '编辑' }).click()
  await page.getByRole('menuitem', { name: /^只粘贴文字/ }).click()
  await expect(paragraphs.filter({ hasText: words })).toHaveCount(2)
  await expect(text()).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('abc')
  await page.keyboard.press('Control+Alt+2')
  await expect(headings.filter({ hasText: 'abc' })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.type('def')
  await page.keyboard.press('F4')
  await expect(headings.filter({ hasText: 'def' })).toHaveCount(1)
})

test('a page break right after Home stands at the start of the line', async () => {
  await openSample()
  const headings = page.locator('[data-line="heading"]')
  const words = await headings.allInnerTexts()
  const breaks = await page.locator('.zg-page-break').count()
  await headings.first().click()
  await page.keyboard.press('End')
  await atRest(page)
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.zg-page-break')).toHaveCount(breaks + 1)
  await expect.poll(() => headings.allInnerTexts()).toEqual(words)
})
