import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainText } from '../../shared/report/plain-text.ts'
import buildFirst from '../e2e/support/build-first.ts'
import { startApp } from '../e2e/support/start-app.ts'
import { variedReport } from './varied-report.ts'

/** From a key to the paint after it in the whole window: outline, panel, status bar and the check worker at work. */

const characters = 50_000
const keys = 80

buildFirst()
const folder = mkdtempSync(join(tmpdir(), 'zhenggao-bench-'))
const file = join(folder, 'report.txt')
writeFileSync(file, plainText(variedReport(characters).body).text)
const started = performance.now()
const app = await startApp({ args: [file], width: 1366, height: 768 })
try {
  const { page } = app
  await page.getByRole('textbox', { name: '正文' }).waitFor()
  console.log(
    `start to a report of ${characters} characters on the screen ${(performance.now() - started).toFixed(0)} ms`,
  )
  await page.waitForTimeout(5000)
  await page.keyboard.press('Escape')
  const lines = page.locator('[data-line]')
  const middle = lines.nth(Math.floor((await lines.count()) / 2))
  await middle.scrollIntoViewIfNeeded()
  await middle.click()
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => times.push(performance.now() - timeStamp)
          channel.port2.postMessage(undefined)
        })
      },
      true,
    )
  })
  const session = await app.cdp()
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const threadTime = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  const before = await threadTime()
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press('abcdefghij'.charAt(key % 10))
    await page.waitForTimeout(80)
  }
  // Processor time of the main thread for each key, checks and outline included: a loaded computer blurs it less.
  const work = ((await threadTime()) - before) / keys
  const times = await page.evaluate(() => [...(window as unknown as { keyTimes: number[] }).keyTimes])
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1)
  console.log(
    `key to paint in the window, ms: p50 ${at(0.5)}  p95 ${at(0.95)}  longest ${at(1)}  work ${work.toFixed(1)} (target 25, floor 16.7: one frame)`,
  )
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}
