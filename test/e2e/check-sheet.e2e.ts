import { expect, test } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docxParagraphs, docxParts } from '../support/read-docx.ts'
import { cutOff, grave } from './support/look.ts'
import { startApp, type RunningApp } from './support/start-app.ts'

let app: RunningApp
let folder: string
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-files-'))
  app = await startApp({ width: 1366, height: 768 })
  await app.page.getByRole('button', { name: /打开示范报告/ }).click()
  await expect(app.page.getByRole('textbox', { name: '正文' })).toContainText('汀禾镇')
})
test.afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function choose(command: string): Promise<void> {
  await app.page.keyboard.press('Control+Shift+P')
  await app.page.getByRole('combobox').fill(command)
  await app.page.keyboard.press('Enter')
  await expect(app.page.locator('.command-list')).toHaveCount(0)
}

async function exportTo(path: string, button: string): Promise<void> {
  app.answerDialogs(path)
  await app.page.getByRole('button', { name: button, exact: true }).click()
  await expect(app.page.getByRole('heading', { name: '已导出' })).toBeVisible()
  await app.page.keyboard.press('Escape')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
}

test('the check sheet says what was found, what was set aside and why, and how far the checks reached', async () => {
  const { page } = app
  await test.step('one finding is set aside with its reason', async () => {
    await page.keyboard.press('F7')
    await page.getByRole('complementary').getByText('增速与两年数值不符').first().click()
    await page.getByRole('button', { name: '口径不同…' }).click()
    await page.getByRole('radio').first().check()
    await page.locator('dialog[open]').getByRole('button', { name: /忽略/ }).click()
    await expect(page.getByText('已忽略 1 项')).toBeVisible()
  })

  await test.step('as a Word file', async () => {
    await page.getByRole('menuitem', { name: '文件' }).click()
    await page.getByRole('menuitem', { name: /导出核对表/ }).click()
    await expect(page.getByText(/本报告 \d+ 个数字，\d+ 个可核对，\d+ 个未能核对。/).first()).toBeVisible()
    await exportTo(join(folder, '核对表.docx'), '导出 Word…')
    const paragraphs = docxParagraphs(readFileSync(join(folder, '核对表.docx')))
    expect(paragraphs[0]).toBe('汀禾镇人民政府工作报告核对表')
    expect(paragraphs).toEqual(expect.arrayContaining(['增速与两年数值不符', '705万元，增长18.2%', '已忽略', '待处理']))
    expect(paragraphs.filter((words) => words.startsWith('理由：'))).toHaveLength(1)
    expect(paragraphs.join('')).toMatch(/本报告 \d+ 个数字，\d+ 个可核对，\d+ 个未能核对。/)
  })

  await test.step('as a workbook, by keyboard alone', async () => {
    await choose('导出核对表')
    await expect(page.getByRole('button', { name: '导出 Word…' })).toBeFocused()
    app.answerDialogs(join(folder, '核对表.xlsx'))
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '已导出' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const { sheets } = await readXlsx(readFileSync(join(folder, '核对表.xlsx')))
    expect(sheets.map(({ name }) => name)).toEqual(['核对表', '核对范围'])
    const states = (sheets[0]?.rows ?? []).slice(1).map((row) => row[8])
    expect(states.filter((state) => state === '已忽略')).toHaveLength(1)
    expect(states.filter((state) => state === '待处理').length).toBeGreaterThan(3)
  })

  await test.step('as a PDF', async () => {
    await choose('导出核对表')
    await exportTo(join(folder, '核对表.pdf'), '导出 PDF…')
    expect(readFileSync(join(folder, '核对表.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })
  expect(app.complaints).toEqual([])
})

test('a copy with comments has the findings beside the same text', async () => {
  const { page } = app
  await page.keyboard.press('Control+Shift+S')
  await exportTo(join(folder, '清样.docx'), '导出 Word…')
  await page.keyboard.press('Control+Shift+S')
  await page.getByRole('checkbox', { name: '带核对批注的副本' }).check()
  await exportTo(join(folder, '批注.docx'), '导出 Word…')
  const [clean, commented] = ['清样.docx', '批注.docx'].map((name) => readFileSync(join(folder, name)))
  if (!clean || !commented) throw new Error('not written')
  expect(docxParagraphs(commented)).toEqual(docxParagraphs(clean))
  expect([...docxParts(clean).keys()]).not.toContain('word/comments.xml')
  expect(docxParts(commented).get('word/comments.xml')).toContain('【有误】增速与两年数值不符')
  expect(app.complaints).toEqual([])
})

for (const [theme, name] of [
  ['light', '浅色'],
  ['dark', '深色'],
] as const) {
  test(`the dialogs are within everybody's reach (${theme})`, async () => {
    const { page } = app
    await choose(name)
    for (const language of ['简体中文', '繁體中文', 'English']) {
      await choose(language)
      for (const open of ['Control+Shift+S', 'sheet']) {
        await page.keyboard.press('Control+Shift+S')
        if (open === 'sheet') await page.locator('.checked-copies button').click()
        await expect(page.locator('dialog[open] .zg-preview')).toBeVisible()
        expect(await grave(page), `${language} ${open}`).toEqual([])
        expect(await cutOff(page), `${language} ${open}`).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.locator('dialog[open]')).toHaveCount(0)
      }
    }
  })
}
