import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { docxParagraphs } from '../support/read-docx.ts'
import { ReviewersCopy } from '../support/reviewers-copy.ts'
import { cutOff, grave } from './support/look.ts'
import { reviewActs, savedByLibreOffice, type ReviewActs } from './support/review-acts.ts'
import { openSample } from './support/open-sample.ts'
import type { RunningApp } from './support/start-app.ts'

const wang = { author: '王书记', date: '2026-01-07T10:00:00Z' }

let app: RunningApp
let page: Page
let acts: ReviewActs
let folder: string
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-merge-'))
  app = await openSample()
  page = app.page
  acts = reviewActs(app)
})
test.afterEach(async () => {
  expect(app.complaints).toEqual([])
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

test('two copies come back, one marked and one not; some is accepted, some rejected, and it can all be taken back', async () => {
  // LibreOffice is started in between.
  test.slow()
  const { choose, cards, body, dialog } = acts
  const sent = await acts.exportWord(join(folder, '讨论稿.docx'))
  const marked = join(folder, '讨论稿（王）.docx')
  const plain = join(folder, '讨论稿（李）.docx')
  writeFileSync(
    marked,
    new ReviewersCopy(sent)
      .replace('4872万元', '4892万元', wang)
      .replace('问题37个', '问题38个', wang)
      .comment('清理河道垃圾140吨', '请水利站核对', wang)
      .bytes(),
  )
  writeFileSync(
    plain,
    new ReviewersCopy(sent)
      .rewrite('问题37个', '难题37个')
      .rewrite('4872万元', '4902万元')
      .rewrite('硬化通组公路18.6公里', '硬化通组公路18.9公里')
      .bytes(),
  )
  const before = await body().textContent()

  await test.step('who sent what is read from the files, or asked', async () => {
    app.answerDialogs([marked, (await savedByLibreOffice(plain, folder)).path])
    await choose('合并审阅稿…')
    await dialog().getByRole('button', { name: '选择审阅稿…' }).click()
    await expect(dialog().getByText('带修订标记的改动 2 处')).toBeVisible()
    await expect(dialog().getByText(/没有标记的改动 \d 处/)).toBeVisible()
    await expect(dialog().getByText('有 2 处几个人改法不同')).toBeVisible()
    await expect(dialog().getByLabel(/“讨论稿（王）.docx”的审阅人/)).toHaveValue('王书记')
    const asked = dialog().getByLabel(/“讨论稿（李）.docx”的审阅人/)
    await asked.fill('')
    await expect(dialog().getByText('请填写审阅人')).toBeVisible()
    await expect(dialog().getByRole('button', { name: '合并', exact: true })).toBeDisabled()
    await asked.fill('王书记')
    await expect(dialog().getByText('同名')).toBeVisible()
    await asked.fill('李镇长')
    expect(await grave(page)).toEqual([])
    expect(await cutOff(page)).toEqual([])
    await dialog().getByRole('button', { name: '合并', exact: true }).click()
    await expect(dialog()).toBeHidden()
    await expect(page.locator('.status-told')).toContainText('已合并 2 份审阅稿')
  })

  await test.step('conflicts stand side by side, what only one changed by itself', async () => {
    await expect(cards()).toHaveCount(3)
    await expect(cards().nth(0).getByRole('button').first()).toHaveAccessibleName(
      /^冲突：原文“4872万元”；王书记改为“4892万元”；李镇长改为“4902万元”/,
    )
    await expect(cards().nth(2).getByRole('button').first()).toHaveAccessibleName(
      /^李镇长 把“18.6公里”替换为“18.9公里”/,
    )
    expect(await grave(page)).toEqual([])
  })

  await test.step('one side is taken, another change rejected', async () => {
    await cards().nth(0).getByRole('button').first().click()
    await cards().nth(0).getByRole('button', { name: '采用李镇长' }).click()
    await expect(body()).toContainText('财政总收入4902万元')
    await expect(cards()).toHaveCount(2)
    await cards().nth(1).getByRole('button').first().click()
    await cards().nth(1).getByRole('button', { name: '拒绝' }).click()
    await expect(cards()).toHaveCount(1)
    await choose('合并审阅稿…')
    await expect(dialog()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog()).toBeHidden()
    await page.getByRole('menuitem', { name: '审阅' }).click()
    await page.getByRole('menuitem', { name: '接受或拒绝多条' }).click()
    await page.getByRole('menuitem', { name: '接受所有修订', exact: true }).click()
    await expect(page.locator('.status-told')).toContainText('冲突要逐处选用')
    await expect(cards()).toHaveCount(1)
    await cards().nth(0).getByRole('button').first().click()
    await cards().nth(0).getByRole('button', { name: '都保留' }).click()
    await expect(body().locator('ins, del')).toHaveCount(0)
  })

  await test.step('the comment came along, and the export has what was decided', async () => {
    const words = docxParagraphs(await acts.exportWord(join(folder, '定.docx'))).join('\n')
    expect(words).toContain('财政总收入4902万元')
    expect(words).toContain('硬化通组公路18.6公里')
  })

  await test.step('Ctrl+Z takes the decisions and the merge back; the state before is kept as a version', async () => {
    await body().locator('.zg-paragraph').nth(1).click()
    for (let steps = 0; steps < 4; steps++) await page.keyboard.press('Control+z')
    await expect.poll(() => body().textContent()).toBe(before)
    await page.getByRole('menuitem', { name: '文件' }).click()
    await page.getByRole('menuitem', { name: /历史版本/ }).click()
    await expect(dialog().getByRole('listitem')).toHaveCount(1)
    await dialog().getByRole('button', { name: '关闭' }).last().click()
  })
})

test('a file is compared with the report: pending changes are asked about, the result is a new report', async () => {
  const { choose, cards, dialog } = acts
  const sent = await acts.exportWord(join(folder, '讨论稿.docx'))
  const other = join(folder, '送审稿.docx')
  const copy = new ReviewersCopy(sent).rewrite('4872万元', '4902万元').replace('问题37个', '难题37个', wang).bytes()
  writeFileSync(other, copy)
  app.answerDialogs(other)
  await choose('比较…')
  const run = dialog().getByRole('button', { name: '比较', exact: true })
  await dialog().getByLabel('旧稿').selectOption('本报告（当前内容）')
  await expect(dialog().getByText('是同一份')).toBeVisible()
  await dialog().getByRole('button', { name: '选择文件…' }).nth(1).click()
  await expect(dialog().getByText(/“送审稿.docx”有 1 处修订/)).toBeVisible()
  await expect(run).toBeDisabled()
  expect(await grave(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  await dialog().getByRole('radio', { name: '修订之前的文字' }).click()
  await run.click()
  await expect(dialog()).toBeHidden()
  await expect(cards()).toHaveCount(1)
  await expect(cards().getByRole('button').first()).toHaveAccessibleName(/^比较 把“4872万元”替换为“4902万元”/)
  expect(new Uint8Array(readFileSync(other))).toEqual(copy)
  await expect(page).toHaveTitle(/的比较/)
})

test('a file that is hardly a copy is asked about before it is merged; another file asks anew', async () => {
  const { choose, cards, body, dialog } = acts
  const foreign = join(folder, '防火.txt')
  const other = join(folder, '巡护.txt')
  writeFileSync(foreign, '关于林场防火巡护经费的情况说明\n\n去冬以来共巡护山场六次。\n')
  writeFileSync(other, '关于山塘水库巡护的情况说明\n\n入汛以来共巡护山塘九座。\n')
  const before = await body().textContent()
  const run = dialog().getByRole('button', { name: '合并', exact: true })
  const asked = dialog().getByText('仍要合并，请再点一次“合并”')
  app.answerDialogs(foreign)
  await choose('合并审阅稿…')
  await dialog().getByRole('button', { name: '选择审阅稿…' }).click()
  await expect(dialog().getByText('可能不是它的审阅稿')).toBeVisible()
  await dialog()
    .getByLabel(/“防火.txt”的审阅人/)
    .fill('林站长')
  await expect(asked).toHaveCount(0)
  await run.click()
  await expect(asked).toBeVisible()
  expect(await grave(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  expect(await body().textContent()).toBe(before)

  app.answerDialogs(other)
  await dialog().getByRole('button', { name: '再加文件…' }).click()
  await dialog()
    .getByLabel(/“巡护.txt”的审阅人/)
    .fill('水利站')
  await expect(asked).toHaveCount(0)
  await run.click()
  await expect(asked).toBeVisible()
  await run.click()
  await expect(dialog()).toBeHidden()
  await expect(page.locator('.status-told')).toContainText('已合并 2 份审阅稿')
  await expect(cards().first()).toBeVisible()
})
