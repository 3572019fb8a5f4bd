import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { proveClean } from '../../shared/word/clean/proof/prove-clean.ts'
import { lintPackage } from '../../shared/word/write/lint.ts'
import { docxParts } from '../support/read-docx.ts'
import { cutOff, grave } from './support/look.ts'
import { startApp } from './support/start-app.ts'

const shots = process.env['ZHENGGAO_SHOTS']

test('清样 says what is open and where, goes there, and proves what it wrote', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-clean-'))
  const app = await startApp({ width: 1366, height: 768 })
  const { page } = app
  const shot = async (name: string): Promise<void> => {
    if (shots) await page.screenshot({ path: join(shots, `${name}.png`) })
  }
  try {
    await page.getByRole('button', { name: /打开示范报告/ }).click()
    await expect(page.locator('.finding').first()).toBeVisible()
    await page.keyboard.press('Control+Shift+E')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.type('周书记')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page
      .locator('.zg-paragraph')
      .nth(2)
      .click({ position: { x: 120, y: 20 } })
    await app.compose('真抓实干')
    await expect(page.locator('.zg-text ins').first()).toHaveText('真抓实干')

    const openDialog = async (): Promise<void> => {
      await page.getByRole('menuitem', { name: '审阅' }).click()
      await page.getByRole('menuitem', { name: '输出清样…' }).click()
      await expect(page.getByRole('dialog', { name: '输出清样' })).toBeVisible()
    }
    await openDialog()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('还有 1 条修订、0 条未解决的批注')
    await expect(dialog.getByRole('list', { name: '待处理的修订和批注' })).toContainText('周书记 插入“真抓实干”')
    expect(await grave(page)).toEqual([])
    expect(await cutOff(page)).toEqual([])
    await shot('clean-pending')
    await dialog
      .getByRole('button', { name: /^去处理/ })
      .first()
      .click()
    await expect(dialog).toBeHidden()
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('真抓实干')
    await expect(page.getByRole('tabpanel', { name: /修订/ })).toBeVisible()

    await openDialog()
    const path = join(folder, '清样.docx')
    app.answerDialogs(path)
    await dialog.getByRole('button', { name: '按最终状态输出…' }).click()
    await expect(page.getByRole('dialog', { name: '已导出' })).toBeVisible()
    await expect(page.locator('.clean-proof li')).toHaveCount(8)
    expect(await grave(page)).toEqual([])
    await shot('clean-proof')
    const parts = docxParts(readFileSync(path))
    expect(lintPackage(parts)).toEqual([])
    expect(proveClean(new Map([...parts].map(([name, text]) => [name, new TextEncoder().encode(text)])))).toEqual([])
    expect(parts.get('word/document.xml')).toContain('真抓实干')
    await page.keyboard.press('Escape')
    await expect(page.locator('.zg-text ins').first()).toHaveText('真抓实干')
    await page.keyboard.press('Control+Shift+s')
    const printed = page.getByRole('dialog', { name: '导出' })
    await expect(printed.locator('.zg-printed ins')).toHaveCount(0)
    await printed.getByLabel('带修订和批注（花脸稿）').check()
    await expect(printed.locator('.zg-printed ins')).toHaveText('真抓实干')
    await expect(printed.locator('.zg-printed .zg-changed')).toHaveCount(1)
    await expect(printed.locator('.zg-reviewers')).toHaveText('修订人：周书记')
    await shot('redline-preview')
    app.answerDialogs(join(folder, '花脸稿.pdf'))
    await printed.getByRole('button', { name: '导出 PDF…' }).click()
    await expect(page.getByRole('dialog', { name: '已导出' })).toContainText('修订 1 处')
    if (shots) copyFileSync(join(folder, '花脸稿.pdf'), join(shots, 'redline.pdf'))
    expect(app.complaints).toEqual([])
  } finally {
    await app.close()
    rmSync(folder, { recursive: true })
  }
})

test('清样 lists every □ before it is written, and goes there', async () => {
  const app = await startApp({ width: 1366, height: 768 })
  const { page } = app
  try {
    await page.getByRole('button', { name: /打开示范报告/ }).click()
    await expect(page.locator('.finding').first()).toBeVisible()
    await page
      .locator('.zg-paragraph')
      .nth(2)
      .click({ position: { x: 120, y: 20 } })
    await app.compose('新修渠道□公里')
    await page.getByRole('menuitem', { name: '审阅' }).click()
    await page.getByRole('menuitem', { name: '输出清样…' }).click()
    const dialog = page.getByRole('dialog', { name: '输出清样' })
    // One stands in the sample itself.
    await expect(dialog).toContainText('还有 2 处待填（□）')
    await expect(dialog.getByRole('list', { name: '待填的 □' })).toContainText('新修渠道□公里')
    await expect(dialog.getByRole('button', { name: '输出清样…' })).toBeEnabled()
    expect(await grave(page)).toEqual([])
    expect(await cutOff(page)).toEqual([])
    if (shots) await page.screenshot({ path: join(shots, 'clean-blanks.png') })
    await dialog
      .getByRole('button', { name: /^去处理/ })
      .first()
      .click()
    await expect(dialog).toBeHidden()
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('□')
    expect(app.complaints).toEqual([])
  } finally {
    await app.close()
  }
})
