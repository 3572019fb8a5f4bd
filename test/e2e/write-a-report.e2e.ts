import { expect, test } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docxParagraphs } from '../support/read-docx.ts'
import { startApp, type RunningApp } from './support/start-app.ts'

let app: RunningApp
let folder: string
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-files-'))
  app = await startApp({ width: 1366, height: 768 })
})
test.afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a secretary writes from a template, mends a growth rate, saves, reopens and hands the clerk a Word file', async () => {
  const file = join(folder, '沐溪镇政府工作报告.zhenggao')
  const word = join(folder, '沐溪镇政府工作报告.docx')
  const mended = '沐溪镇财政总收入由上年的2000万元增加到2500万元，增长25%。'

  await test.step('new report from the template of a town', async () => {
    await app.page.getByRole('button', { name: /新建报告/ }).click()
    await app.page.getByLabel('地名').fill('沐溪镇')
    await app.page.getByRole('button', { name: '开始写' }).click()
    await expect(app.page.getByRole('textbox', { name: '正文' })).toContainText('沐溪镇')
    await expect(app.page.getByRole('treeitem', { name: /工作回顾/ }).first()).toBeVisible()
  })

  await test.step('a sentence is typed with an input method', async () => {
    await app.page.getByText('各位代表：', { exact: true }).click()
    await app.page.keyboard.press('End')
    await app.page.keyboard.press('Enter')
    await app.compose('沐溪镇财政总收入由上年的')
    await app.page.keyboard.type('2000')
    await app.compose('万元增加到')
    await app.page.keyboard.type('2500')
    await app.compose('万元，增长')
    await app.page.keyboard.type('15%')
    await app.compose('。')
    await expect(app.page.getByRole('textbox', { name: '正文' })).toContainText('增加到2500万元，增长15%。')
  })

  await test.step('the growth that does not follow is found and mended in one click', async () => {
    await app.page.keyboard.press('F7')
    const card = app.page.getByText('增速与两年数值不符').first()
    await expect(card).toBeVisible()
    await card.click()
    await expect(app.page.getByText('2500 ÷ 2000 − 1')).toBeVisible()
    await app.page.getByRole('button', { name: /改增速为 25/ }).click()
    await expect(app.page.getByRole('textbox', { name: '正文' })).toContainText(mended)
    await expect(app.page.getByText('增速与两年数值不符')).toHaveCount(0)
  })

  await test.step('saved under a name', async () => {
    app.answerDialogs(file)
    await app.page.keyboard.press('Control+s')
    await expect(app.page.getByText(/已保存 \d\d:\d\d/).first()).toBeVisible()
    expect(app.complaints).toEqual([])
  })

  await test.step('reopened in a fresh start', async () => {
    await app.close()
    app = await startApp({ width: 1366, height: 768, args: [file] })
    await expect(app.page.getByRole('textbox', { name: '正文' })).toContainText(mended)
  })

  await test.step('exported: the Word file has the text and none of the advice', async () => {
    app.answerDialogs(word)
    await app.page.getByRole('button', { name: '导出', exact: true }).click()
    await app.page.getByRole('button', { name: '导出 Word…' }).click()
    await expect(app.page.getByText('已导出')).toBeVisible()
    const paragraphs = docxParagraphs(readFileSync(word))
    expect(paragraphs).toContain(mended)
    expect(paragraphs.join('')).not.toMatch(/写作提示|通常.*字/)
    expect(app.complaints).toEqual([])
  })
})
