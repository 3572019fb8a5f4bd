import { expect, test } from '@playwright/test'
import { callNames } from '../../shared/desktop/calls.ts'
import { startApp, type RunningApp } from './support/start-app.ts'

let app: RunningApp
test.beforeEach(async () => {
  app = await startApp()
})
test.afterEach(() => app.close())

test('the window opens with the start page, and its policy is not violated', async () => {
  await expect(app.page.getByRole('button', { name: /打开示范报告/ })).toBeVisible()
  await expect(app.page).toHaveTitle(/政稿/)
  expect(app.complaints).toEqual([])
})

test('the page has the desktop calls and nothing of Node or of the runtime', async () => {
  const { page } = app
  const seen = await page.evaluate(() => ({
    calls: Object.keys(window.desktop),
    node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
    runtime: Object.keys(window).filter((name) => /zhenggao|electron/i.test(name)),
  }))
  expect(seen.calls.sort()).toEqual([...callNames, 'listen'].sort())
  expect(seen.node).toEqual(['undefined', 'undefined'])
  expect(seen.runtime).toEqual([])
})

test('nothing leaves the window: fetch, pictures, frames, scripts, windows, other addresses', async () => {
  const { page } = app
  // A request that the policy blocked is reported, and as failed.
  const answered: string[] = []
  page.on('response', (response) => answered.push(response.url()))
  const outcome = await page.evaluate(async () => {
    const away = 'https://example.com/'
    const fails = async (work: () => Promise<unknown>): Promise<boolean> =>
      work().then(
        () => false,
        () => true,
      )
    const loads = (element: HTMLImageElement | HTMLScriptElement): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.onload = resolve
        element.onerror = reject
        element.src = `${away}x`
        document.head.append(element)
      })
    const blob = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }))
    const results = {
      fetch: await fails(() => fetch(away)),
      picture: await fails(() => loads(document.createElement('img'))),
      script: await fails(() => loads(document.createElement('script'))),
      worker: await fails(
        () =>
          new Promise((resolve, reject) => {
            const worker = new Worker(blob)
            worker.onmessage = resolve
            worker.onerror = reject
          }),
      ),
      window: window.open(away) === null,
      inline: await fails(
        () =>
          new Promise((resolve, reject) => {
            const script = document.createElement('script')
            script.textContent = 'window.ranInline = true'
            document.head.append(script)
            if (Reflect.get(window, 'ranInline')) resolve(1)
            else reject(new Error('blocked'))
          }),
      ),
    }
    location.href = away
    return results
  })
  expect(outcome).toEqual({ fetch: true, picture: true, script: true, worker: true, window: true, inline: true })
  await page.waitForTimeout(300)
  expect(page.url()).toMatch(/^https:\/\/app--zhenggao\.invalid\/index\.html/)
  expect(page.context().pages()).toHaveLength(1)
  expect(answered.filter((address) => !/^(https:\/\/app--zhenggao\.invalid\/|blob:|data:)/.test(address))).toEqual([])
})

test('permissions are refused', async () => {
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})
