import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { encodeForOpening } from '../../electron/services/report-file/report-file.ts'
import { lastYearText, twoYears } from '../support/last-year.ts'
import { cutOff, grave } from './support/look.ts'
import { startApp, type RunningApp } from './support/start-app.ts'

let app: RunningApp
let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-years-'))
})
test.afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function openTwoYears(size = { width: 1366, height: 768 }): Promise<Page> {
  const file = join(folder, '2026.zhenggao')
  const { report, prior, ledger } = twoYears()
  const bytes = encodeForOpening(report, undefined, prior, ledger)
  if (!bytes) throw new Error('too large')
  writeFileSync(file, bytes)
  app = await startApp({ ...size, args: [file] })
  await expect(text(app.page)).toContainText('穗桥镇')
  await app.page.keyboard.press('Control+Alt+y')
  await expect(targets(app.page)).toBeVisible()
  return app.page
}

const text = (page: Page) => page.getByRole('textbox', { name: '正文' })
const panel = (page: Page) => page.getByRole('complementary')
const targets = (page: Page) => page.getByRole('table', { name: '去年目标 → 今年完成' })
const pledge = (page: Page, words: string) => panel(page).getByRole('listitem').filter({ hasText: words })
const lit = (page: Page) => page.locator('.zg-look-lit')
/** Top of what is nearest below the upper edge of a scrolling box. */
const topOf = (page: Page, box: string, words: string): Promise<number> =>
  page.evaluate(
    ([selector, wanted]) => {
      const around = document.querySelector(selector ?? '')
      const line = [...(around?.querySelectorAll('p') ?? [])].find(({ textContent }) =>
        textContent.includes(wanted ?? ''),
      )
      if (!around || !line) throw new Error(`no ${wanted ?? ''}`)
      return line.getBoundingClientRect().top - around.getBoundingClientRect().top
    },
    [box, words],
  )

/** Pixels between the heights at which a section of the page and its counterpart stand. */
async function apart(page: Page, own: string, last: string): Promise<number> {
  return Math.abs((await topOf(page, '.desk-scroll', own)) - (await topOf(page, '.original-text', last)))
}

test('last year’s targets and promises are accounted for, by keyboard and by mouse', async () => {
  const page = await openTwoYears()

  await test.step('the table of targets, with a sentence lit on the page', async () => {
    await expect(targets(page).getByRole('row', { name: /固定资产投资/ })).toContainText('未达到')
    await expect(targets(page).getByRole('row', { name: /城镇新增就业/ })).toContainText('文中未提')
    await expect(panel(page)).toContainText('3 达到 · 1 未达到 · 1 未提')
    await targets(page).getByRole('button', { name: '地区生产总值' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(targets(page).getByRole('button', { name: '固定资产投资' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(lit(page)).toHaveText(['固定资产投资完成2.15亿元，增长9.1%'])
    await expect(lit(page)).toBeInViewport()
    await expect(targets(page).getByRole('button', { name: '固定资产投资' })).toBeFocused()
    await expect(targets(page)).toContainText('去年写：2025年经济社会发展的主要预期目标')
  })

  await test.step('a promise and the sentence that accounts for it', async () => {
    await pledge(page, '卫生院门诊楼')
      .getByRole('button', { name: /主体完工/ })
      .click()
    await expect(text(page).getByText('主体完工')).toBeInViewport()
    await pledge(page, '卫生院门诊楼')
      .getByRole('button', { name: /改造镇卫生院/ })
      .click()
    await expect(lit(page).first()).toContainText('镇卫生院门诊楼改造主体完工')
  })

  await test.step('写一句, and back', async () => {
    const before = await text(page).innerText()
    await text(page).getByText('各项工作取得新进展').click()
    await pledge(page, '农贸市场')
      .getByRole('button', { name: /^写一句/ })
      .first()
      .click()
    await expect(text(page)).toContainText('实施集镇农贸市场改造工程，确保完工，目前□。')
    await expect(text(page)).toBeFocused()
    await page.keyboard.type('正在收尾')
    await expect(text(page)).toContainText('确保完工，目前正在收尾。')
    await expect(pledge(page, '农贸市场')).toContainText(/部分完成|提到，待核|已完成/)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => text(page).innerText()).toBe(before)
    await expect(pledge(page, '农贸市场')).toContainText('文中未提')
  })

  await test.step('不再适用 with a reason, and back', async () => {
    await pledge(page, '农贸市场')
      .getByRole('button', { name: /^实施集镇/ })
      .click()
    await pledge(page, '农贸市场').getByRole('button', { name: '不再适用…' }).click()
    await page.keyboard.type('并入县里统一实施')
    await page.keyboard.press('Enter')
    await expect(pledge(page, '农贸市场')).toContainText('不再适用：并入县里统一实施')
    await expect(pledge(page, '农贸市场').getByRole('button', { name: /^实施集镇/ })).toBeFocused()
    await text(page).getByText('各项工作取得新进展').click()
    await page.keyboard.press('Control+z')
    await expect(pledge(page, '农贸市场')).toContainText('文中未提')
    await page.keyboard.press('Control+y')
    await expect(pledge(page, '农贸市场')).toContainText('并入县里统一实施')
  })

  await test.step('逐句查看 of what did not change', async () => {
    await expect(page.locator('.zg-look-unchanged')).toHaveCount(3)
    await page.getByRole('button', { name: '逐句查看' }).click()
    await expect(lit(page)).toHaveText(['卫生保洁实现全覆盖，群众满意度明显提升。'])
    await page.keyboard.press('Enter')
    await expect(lit(page)).toHaveText(['坚持依法行政，自觉接受人大监督。'])
    await page.keyboard.press('Escape')
    await expect(lit(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: '逐句查看' })).toBeFocused()
    await page.getByRole('tab', { name: /问题/ }).click()
    await expect(page.locator('.zg-look-unchanged')).toHaveCount(0)
  })
  expect(app.complaints).toEqual([])
})

test('last year’s report stands beside the page and goes along with it', async () => {
  const page = await openTwoYears({ width: 1366, height: 520 })
  await page.getByRole('button', { name: '并排查看原文' }).click()
  const original = page.getByRole('document', { name: '2025年报告（去年）' })
  await expect(original).toBeFocused()
  await text(page).hover()
  await page.mouse.wheel(0, (await topOf(page, '.desk-scroll', '2026年工作安排')) - 72)
  await expect.poll(() => apart(page, '2026年工作安排', '二、2025年工作安排')).toBeLessThan(12)
  await original.hover()
  await page.mouse.wheel(0, (await topOf(page, '.original-text', '一、2024年')) - 72)
  await expect.poll(() => apart(page, '2025年工作回顾', '一、2024年')).toBeLessThan(12)
  await original.focus()
  await page.keyboard.press('Escape')
  await expect(original).toHaveCount(0)
  await expect(page.getByRole('button', { name: '并排查看原文' })).toBeFocused()

  await targets(page).getByRole('button', { name: '城镇新增就业' }).click()
  await page.getByRole('button', { name: '看去年原文' }).click()
  await expect(page.locator('.original-at')).toBeInViewport()
  expect(app.complaints).toEqual([])
})

test('the next report begins with last year’s', async () => {
  app = await startApp({ width: 1366, height: 768 })
  const { page } = app
  const file = join(folder, '2025年报告.txt')
  writeFileSync(file, lastYearText)
  app.answerDialogs(file)
  await page.getByRole('button', { name: /从去年报告转结/ }).click()
  const dialog = page.locator('dialog[open]')
  await expect(dialog).toContainText('转结为2026年度报告')
  await expect(dialog.getByRole('table', { name: /^待核/ })).toBeVisible()
  await dialog.getByRole('textbox', { name: '届', exact: true }).fill('19')
  await dialog.getByRole('textbox', { name: '次会议' }).fill('6')
  await dialog.getByRole('textbox', { name: '报告日期' }).fill('2026年1月12日')
  await dialog.getByRole('button', { name: '转结', exact: true }).click()
  await expect(text(page)).toContainText('——2026年1月12日在穗桥镇第十九届人民代表大会第六次会议上')
  await expect(text(page)).toContainText('2025年工作回顾')
  await expect(targets(page).getByRole('row', { name: /地区生产总值/ })).toContainText('增长6%以上')

  await expect(panel(page).getByRole('heading', { name: /^沿用句子/ })).toBeVisible()
  const sentence = '坚持依法行政，自觉接受人大监督。'
  const marked = page.locator('.zg-look-carried', { hasText: sentence })
  await expect(marked).toHaveCount(1)
  await page.getByRole('button', { name: /^还有 \d+ 句，全部列出$/ }).click()
  await page.getByRole('button', { name: `已核：${sentence}` }).click()
  await expect(marked).toHaveCount(0)
  await expect(page.getByRole('button', { name: '已核：推行一线工作法，让干部在基层历练成长。' })).toBeFocused()
  await expect(text(page)).toContainText(sentence)
  await text(page).getByText('各位代表：').click()
  await page.keyboard.press('Control+z')
  await expect(marked).toHaveCount(1)
  await page.getByRole('button', { name: `改写：${sentence}` }).click()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(sentence)
  await expect(text(page)).toBeFocused()
  await page.keyboard.type('依法履职尽责。')
  await expect(marked).toHaveCount(0)
  await expect(text(page)).toContainText('依法履职尽责。')
  expect(app.complaints).toEqual([])
})

for (const [theme, name] of [
  ['light', '浅色'],
  ['dark', '深色'],
] as const) {
  test(`往年 is within everybody’s reach (${theme})`, async () => {
    const page = await openTwoYears()
    const choose = async (command: string): Promise<void> => {
      await page.keyboard.press('Control+Shift+P')
      await page.locator('dialog[open] input').fill(command)
      await page.keyboard.press('Enter')
      await expect(page.locator('dialog[open]')).toHaveCount(0)
    }
    await choose(name)
    for (const language of ['简体中文', '繁體中文', 'English']) {
      await choose(language)
      await page.locator('.prior-pick').first().click()
      await page.locator('.pledge-unmentioned .prior-pick').last().click()
      await page.locator('.pledge-unmentioned .prior-acts .link').last().click()
      expect(await grave(page), language).toEqual([])
      expect(await cutOff(page), language).toEqual([])
      await page.locator('.prior-head .button').click()
      await expect(page.locator('.original-text')).toBeFocused()
      expect(await grave(page), `${language} original`).toEqual([])
      expect(await cutOff(page), `${language} original`).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.locator('.original-text')).toHaveCount(0)
      await page.locator('.pledge-unmentioned .prior-pick').last().click()
    }
  })
}
