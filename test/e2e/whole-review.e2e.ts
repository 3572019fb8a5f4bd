import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import { proveClean } from '../../shared/word/clean/proof/prove-clean.ts'
import { lintPackage } from '../../shared/word/write/lint.ts'
import { docxParagraphs, docxParts } from '../support/read-docx.ts'
import { ReviewersCopy } from '../support/reviewers-copy.ts'
import { cutOff, grave } from './support/look.ts'
import { reviewActs, savedByLibreOffice } from './support/review-acts.ts'
import { startApp, type RunningApp } from './support/start-app.ts'

const wang = { author: '王书记', date: '2026-01-07T10:00:00Z' }
const written = [
  '全年完成财政总收入4872万元，税源更加稳固。',
  '硬化通组公路18.6公里，受益群众1200户。',
  '新建文化广场2个，开展下乡演出12场。',
]
const final = [
  '全年完成财政总收入4902万元，税源更加稳固。',
  '硬化通组公路18.9公里，受益群众1200户。',
  '新建村级文化广场2个，开展下乡演出12场。群众更加满意。',
]

let app: RunningApp
let folder: string
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-review-'))
  app = await startApp({ width: 1366, height: 768 })
})
test.afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a report is written, sent, comes back from two leaders, is decided, accounted for and handed out clean', async () => {
  // LibreOffice is started in between.
  test.slow()
  const { page } = app
  const { choose, cards, body, dialog, exportWord } = reviewActs(app)
  const cardOf = (words: RegExp): Locator => cards().filter({ has: page.getByRole('button', { name: words }) })
  const decide = async (words: RegExp, button: string): Promise<void> => {
    await cardOf(words).getByRole('button').first().click()
    await cardOf(words).getByRole('button', { name: button, exact: true }).click()
    await expect(cardOf(words)).toHaveCount(0)
  }
  let sent: Uint8Array
  const fromWang = join(folder, '讨论稿（王）.docx')
  let fromLi = join(folder, '讨论稿（李）.docx')

  await test.step('陈秘书 writes three sentences, then turns 修订 on and adds a fourth', async () => {
    await page.getByRole('button', { name: /新建报告/ }).click()
    await page.getByLabel('地名').fill('沐溪镇')
    await page.getByRole('button', { name: '开始写' }).click()
    await page.getByText('各位代表：', { exact: true }).click()
    await page.keyboard.press('End')
    for (const sentence of written) {
      await page.keyboard.press('Enter')
      await app.compose(sentence)
    }
    await page.keyboard.press('Control+Shift+E')
    await expect(dialog()).toBeVisible()
    await page.keyboard.type('陈秘书')
    await page.keyboard.press('Enter')
    await expect(dialog()).toBeHidden()
    await app.compose('群众更加满意。')
    await expect(body().locator('ins')).toHaveText('群众更加满意。')
    app.answerDialogs(join(folder, '沐溪镇.zhenggao'))
    await page.keyboard.press('Control+s')
    await expect(page.getByText(/已保存 \d\d:\d\d/).first()).toBeVisible()
  })

  await test.step('it goes out as a Word file that carries the revision', async () => {
    sent = await exportWord(join(folder, '讨论稿.docx'), '花脸稿')
    expect(docxParts(sent).get('word/document.xml')).toMatch(/<w:ins [^>]*w:author="陈秘书"/)
  })

  await test.step('王书记 marks what he changes and asks a question; 李镇长 writes into the text without marks', async () => {
    const markedByWang = new ReviewersCopy(sent)
      .replace('4872万元', '4892万元', wang)
      .replace('文化广场', '村级文化广场', wang)
      .comment('受益群众1200户', '请水利站核对户数', wang)
    writeFileSync(fromWang, markedByWang.bytes())
    const writtenByLi = new ReviewersCopy(sent)
      .rewrite('4872万元', '4902万元')
      .rewrite('18.6公里', '18.9公里')
      .rewrite('演出12场', '演出15场')
    writeFileSync(fromLi, writtenByLi.bytes())
    const { path, saved, reason } = await savedByLibreOffice(fromLi, folder)
    if (!saved)
      test.info().annotations.push({ type: '李镇长’s copy was not saved by LibreOffice', description: reason })
    fromLi = path
  })

  await test.step('合并审阅稿 brings both into the report', async () => {
    app.answerDialogs([fromWang, fromLi])
    await choose('合并审阅稿…')
    await dialog().getByRole('button', { name: '选择审阅稿…' }).click()
    await dialog()
      .getByLabel(/“讨论稿（李）.docx”的审阅人/)
      .fill('李镇长')
    await expect(dialog().getByText('有 1 处几个人改法不同')).toBeVisible()
    await dialog().getByRole('button', { name: '合并', exact: true }).click()
    await expect(dialog()).toBeHidden()
    await expect(page.locator('.status-told')).toContainText('已合并 2 份审阅稿')
    await expect(cards()).toHaveCount(5)
  })

  await test.step('the figure on which the two differ is settled; some changes are accepted, one is not', async () => {
    await decide(/^冲突：原文“4872万元”/, '采用李镇长')
    await decide(/^李镇长 把“18\.6公里”替换为“18\.9公里”/, '接受')
    await decide(/^王书记 /, '接受')
    await decide(/^李镇长 把“12场?”替换为“15场?”/, '拒绝')
    await decide(/^陈秘书 插入“群众更加满意。”/, '接受')
    await expect(cards()).toHaveCount(0)
    for (const sentence of final) await expect(body()).toContainText(sentence)
  })

  await test.step('清样 waits for the question and leads to it; it is answered and resolved', async () => {
    await choose('输出清样…')
    await expect(dialog()).toContainText('还有 0 条修订、1 条未解决的批注')
    await dialog()
      .getByRole('button', { name: /^去处理：王书记/ })
      .click()
    const panel = page.getByRole('tabpanel', { name: /批注/ })
    await expect(panel).toBeVisible()
    await expect(panel.locator('.review-card-open')).toContainText('请水利站核对户数')
    await panel.getByRole('button', { name: '答复', exact: true }).click()
    await app.compose('采纳，户数与水利站一致')
    await page.keyboard.press('Control+Enter')
    await panel.getByRole('button', { name: '解决', exact: true }).click()
    await expect(page.locator('.status-told')).toHaveText('批注已解决')
  })

  await test.step('意见采纳情况表 shows what became of each opinion', async () => {
    await choose('意见采纳情况表…')
    const table = page.getByRole('dialog', { name: '意见采纳情况表' })
    await table.getByLabel('不列自己的修订').uncheck()
    await expect(table.getByRole('status')).toHaveText('共 7 条：采纳 5，部分采纳 0，不采纳 2，待定 0')
    const row = (words: string): Locator => table.getByRole('row').filter({ hasText: words })
    await expect(row('将“4872万元”改为“4892万元”')).toContainText('王书记')
    await expect(row('将“4872万元”改为“4892万元”').getByRole('combobox')).toHaveValue('declined')
    await expect(row('将“4872万元”改为“4902万元”')).toContainText('李镇长')
    await expect(row('将“4872万元”改为“4902万元”').getByRole('combobox')).toHaveValue('adopted')
    await expect(row('请水利站核对户数').getByRole('combobox')).toHaveValue('adopted')
    await expect(row('请水利站核对户数').getByRole('textbox')).toHaveValue('采纳，户数与水利站一致')
    await expect(row('将“12场”改为“15场”').getByRole('combobox')).toHaveValue('declined')
    expect(await grave(page)).toEqual([])
    expect(await cutOff(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  await test.step('清样 goes out, and nothing in the file tells of the review', async () => {
    await choose('输出清样…')
    await expect(dialog()).toContainText('修订和批注都已处理')
    const path = join(folder, '清样.docx')
    app.answerDialogs(path)
    await dialog().getByRole('button', { name: '输出清样…' }).click()
    await expect(page.getByRole('dialog', { name: '已导出' })).toBeVisible()
    const bytes = readFileSync(path)
    const parts = docxParts(bytes)
    expect(lintPackage(parts)).toEqual([])
    expect(proveClean(new Map([...parts].map(([name, xml]) => [name, new TextEncoder().encode(xml)])))).toEqual([])
    const everything = [...parts.values()].join('\n')
    expect(everything).not.toMatch(
      /<w:(?:ins|del|comment|commentRangeStart|rsid)\b|w:rsid|w:author=|陈秘书|王书记|李镇长/,
    )
    expect([...parts.keys()].filter((name) => /comments|people/.test(name))).toEqual([])
    const text = docxParagraphs(bytes)
    for (const sentence of final) expect(text).toContain(sentence)
  })
  expect(app.complaints).toEqual([])
})
