import { expect } from '@playwright/test'
import { startApp, type RunningApp } from './start-app.ts'

/** The program in a usual window, with the sample report open and checked. */
export async function openSample(): Promise<RunningApp> {
  const app = await startApp({ width: 1366, height: 768 })
  await app.page.getByRole('button', { name: /打开示范报告/ }).click()
  await expect(app.page.locator('.finding').first()).toBeVisible()
  return app
}
