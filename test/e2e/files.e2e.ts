import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { dataFolders } from '../../electron/services/data-folders.ts'
import { readJournal, type LeftBehind } from '../../electron/services/journal.ts'
import { decodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { startApp, type RunningApp } from './support/start-app.ts'

const running: RunningApp[] = []
let folder: string

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-files-'))
})
test.afterEach(async () => {
  for (const app of running.splice(0)) await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function start(...options: Parameters<typeof startApp>): Promise<RunningApp> {
  const app = await startApp(...options)
  running.push(app)
  return app
}

/** The sample, with a word typed at the start of its first paragraph of text. */
async function sampleWith(page: Page, word: string): Promise<void> {
  await page.getByRole('button', { name: /打开示范报告/ }).click()
  const body = page.getByRole('textbox', { name: '正文' })
  await body.locator('p, [data-slate-node="element"]').filter({ hasText: '各位代表' }).first().click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(word)
  await expect(body).toContainText(word)
}

/** What would be offered after a crash now. */
async function journals(data: string): Promise<LeftBehind[]> {
  const folder = dataFolders(data).journal
  const keys = existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\.journal$/, '')) : []
  const found = await Promise.all(keys.map((key) => readJournal(folder, key).catch(() => undefined)))
  return found.filter((each) => each !== undefined)
}

async function textOf(path: string): Promise<string> {
  const read = await decodeReportFile(readFileSync(path))
  return read.ok ? plainText(read.report.body).text : read.reason
}

test('saves through the file dialog by keyboard alone, and asks before it overwrites', async () => {
  const { page } = await start()
  await sampleWith(page, '甲乙丙')
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: '保存报告' })
  await expect(dialog).toBeVisible()
  const name = dialog.getByRole('textbox', { name: '名称' })
  await expect(name).toBeFocused()
  await name.fill(join(folder, '第一稿'))
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const path = join(folder, '第一稿.zhenggao')
  await expect.poll(() => existsSync(path)).toBe(true)
  await expect.poll(() => textOf(path)).toContain('甲乙丙')

  await expect(page.getByText(/已保存 \d/).first()).toBeVisible()
  await page.keyboard.press('F12')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('已有“第一稿.zhenggao”。覆盖它？')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(readdirSync(folder).filter((file) => file.endsWith('.tmp'))).toEqual([])
})

test('a program that is killed gives back what its journal holds', async () => {
  const data = join(folder, 'data')
  const first = await start({ data })
  await sampleWith(first.page, '崩溃之前')
  await expect
    .poll(async () => (await journals(data)).map(({ report }) => plainText(report.body).text).join('\n'))
    .toContain('崩溃之前')
  first.process.kill('SIGKILL')
  await first.close()

  const second = await start({ data })
  await second.page.getByText(/份未保存的内容可以恢复/).waitFor()
  await second.page
    .getByRole('button', { name: /打开恢复的内容|恢复/ })
    .first()
    .click()
  await expect(second.page.getByRole('textbox', { name: '正文' })).toContainText('崩溃之前')
})

test('log-off asks nothing and loses nothing', async () => {
  const data = join(folder, 'data')
  const first = await start({ data })
  await sampleWith(first.page, '关机之前')
  const ended = once(first.process, 'exit')
  first.process.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  await first.close()

  const second = await start({ data })
  await expect(second.page.getByText(/份未保存的内容可以恢复/)).toBeVisible()
})

test('closing the window asks about unsaved text, and a clean window closes the program', async () => {
  const { page, process: program } = await start()
  await sampleWith(page, '没有保存')
  await page.close({ runBeforeUnload: true })
  const question = page.getByRole('dialog')
  await expect(question).toBeVisible()
  expect(page.isClosed()).toBe(false)
  const ended = once(program, 'exit')
  await question.getByRole('button', { name: /不保存/ }).click()
  expect(await ended).toEqual([0, null])
})

test('a second start hands its file to the window that is open', async () => {
  const app = await start()
  const path = join(folder, '去年.txt')
  writeFileSync(path, '政府工作报告\n\n各位代表：\n\n现在，我代表镇人民政府向大会报告工作，请予审议。\n')
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const second = spawn(
    process.execPath,
    ['--import', './electron/browser-runtime/register.ts', 'electron/main.ts', path],
    {
      cwd: root,
      env: { ...process.env, ZHENGGAO_DATA: app.data, ZHENGGAO_HEADLESS: '1', NODE_OPTIONS: '' },
    },
  )
  expect(await once(second, 'exit')).toEqual([0, null])
  await expect(app.page.getByRole('textbox', { name: '正文' })).toContainText('我代表镇人民政府')
  expect(app.page.context().pages()).toHaveLength(1)
})

test('an earlier report goes with the file, through a crash too, until it is removed', async () => {
  const earlier = join(folder, '青石镇2024年报告.txt')
  writeFileSync(earlier, '青石镇政府工作报告\n——2024年1月8日\n各位代表：\n全年平稳。')
  const path = join(folder, '稿.zhenggao')
  const first = await start()
  const listed = (page: Page) => page.getByRole('list', { name: '用于对照的往年报告' }).getByRole('listitem')
  await first.page.getByRole('button', { name: /打开示范报告/ }).click()
  await first.page.getByRole('tab', { name: /往年/ }).click()
  await expect(listed(first.page)).toHaveCount(1)
  first.answerDialogs(earlier, path)
  await first.page.getByRole('menuitem', { name: '工具' }).click()
  await first.page.getByRole('menuitem', { name: '加入去年报告…' }).click()
  await expect(listed(first.page)).toHaveCount(2)
  await expect(listed(first.page).nth(1)).toContainText('青石镇2024年报告.txt')
  await expect(first.page).toHaveTitle(/^\* /)
  await first.page.keyboard.press('Control+s')
  await expect(first.page.getByText(/已保存 \d\d:\d\d/).first()).toBeVisible()
  await first.page.getByRole('button', { name: /不再对照“(?!青石镇2024)/ }).click()
  await expect(listed(first.page)).toHaveCount(1)
  await expect
    .poll(async () => (await journals(first.data)).map(({ prior }) => prior.map(({ name }) => name)))
    .toEqual([['青石镇2024年报告.txt']])
  const ended = once(first.process, 'exit')
  first.process.kill('SIGKILL')
  await ended

  const second = await start({ args: [path] })
  await second.page.getByRole('tab', { name: /往年/ }).click()
  await expect(listed(second.page)).toHaveCount(2)
  await second.close()
  const third = await start({ data: first.data })
  await third.page.getByRole('button', { name: '打开恢复的内容' }).click()
  await third.page.getByRole('tab', { name: /往年/ }).click()
  await expect(listed(third.page)).toHaveCount(1)
  await expect(listed(third.page)).toContainText('青石镇2024年报告.txt')
  await expect(third.page).toHaveTitle(/^\* 稿 /)
})
