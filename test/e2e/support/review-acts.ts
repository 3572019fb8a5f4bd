import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { convertWithOffice } from '../../support/run-program.ts'
import type { RunningApp } from './start-app.ts'

/** What people do with the menus while a report is reviewed. */
export interface ReviewActs {
  /** A command of the menu 审阅. */
  choose: (name: string) => Promise<void>
  /** Of the panel 修订. */
  cards: () => Locator
  body: () => Locator
  dialog: () => Locator
  /** 导出 Word…, and the file that was written; 花脸稿: with revisions and comments. */
  exportWord: (path: string, shape?: '花脸稿') => Promise<Uint8Array>
}

export function reviewActs(app: RunningApp): ReviewActs {
  const { page } = app
  const dialog = (): Locator => page.getByRole('dialog')
  return {
    dialog,
    cards: () => page.getByRole('tabpanel', { name: /修订/ }).getByRole('listitem'),
    body: () => page.getByRole('textbox', { name: '正文' }),
    async choose(name) {
      await page.getByRole('menuitem', { name: '审阅' }).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    },
    async exportWord(path, shape) {
      app.answerDialogs(path)
      await page.getByRole('button', { name: '导出', exact: true }).click()
      if (shape) await dialog().getByLabel(new RegExp(shape)).check()
      await page.getByRole('button', { name: '导出 Word…' }).click()
      await expect(page.getByText('已导出')).toBeVisible()
      await dialog().getByRole('button', { name: '关闭' }).last().click()
      await expect(dialog()).toBeHidden()
      return readFileSync(path)
    },
  }
}

/** As another program saves it; where LibreOffice is not there or fails, the file as it is, with the reason. */
export async function savedByLibreOffice(
  path: string,
  folder: string,
): Promise<{ path: string; saved: boolean; reason: string }> {
  const out = join(folder, 'lo')
  mkdirSync(out, { recursive: true })
  const reason = await convertWithOffice(path, { to: 'docx', into: out, profiles: folder })
  const saved = join(out, basename(path))
  if (reason === undefined && existsSync(saved)) return { path: saved, saved: true, reason: '' }
  return { path, saved: false, reason: reason ?? 'nothing was written' }
}
