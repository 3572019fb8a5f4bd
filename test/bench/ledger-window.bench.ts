import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { startApp } from '../e2e/support/start-app.ts'
import { wideLedger } from '../support/small-ledger.ts'
import { variedReport } from './varied-report.ts'

/**
 * 台账 in the whole window, 200 indicators over 8 years: from the key that opens it to the paint after it, and from the
 * key that ends an edit, and one that moves the cell, to the paint after them. Beside them a frame of the page at rest, and
 * the processor time of the page's main thread for each, which a loaded computer blurs less.
 */

const rounds = 40
const folder = mkdtempSync(join(tmpdir(), 'zhenggao-bench-'))
const path = join(folder, 'a.zhenggao')
writeFileSync(path, encodeReportFile(variedReport(20_000), {}, [], wideLedger(200, '2841')))
const app = await startApp({ args: [path], width: 1366, height: 768 })
try {
  const { page } = app
  await page.getByRole('textbox', { name: '正文' }).waitFor()
  await page.waitForTimeout(3000)
  // Keydown's own time stamp against the first task after the next frame.
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    const paint = (from: number): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => times.push(performance.now() - from)
        channel.port2.postMessage(undefined)
      })
    }
    window.addEventListener('keydown', ({ timeStamp }) => paint(timeStamp), true)
    Object.assign(window, { paintNow: () => paint(performance.now()) })
  })
  const session = await app.cdp()
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const threadTime = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  const times = async (): Promise<number[]> => {
    await page.waitForTimeout(60)
    return page.evaluate(() => {
      const held = (window as unknown as { keyTimes: number[] }).keyTimes
      return held.splice(0)
    })
  }

  const opened: number[] = []
  for (let round = 0; round < 8; round++) {
    await times()
    await page.keyboard.press('Control+Shift+L')
    await page.getByRole('grid').waitFor()
    opened.push(...(await times()))
    await page.keyboard.press('Escape')
    await page.waitForTimeout(150)
  }
  print('台账 opens', 200, opened)

  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('grid').waitFor()
  await page.waitForTimeout(300)
  const [edited, moved, rest]: [number[], number[], number[]] = [[], [], []]
  const work: Record<'edit' | 'move', number[]> = { edit: [], move: [] }
  for (let round = 0; round < rounds; round++) {
    await page.keyboard.press('Enter')
    await page.keyboard.insertText(String(3000 + round))
    await times()
    const before = await threadTime()
    await page.keyboard.press('Enter')
    edited.push(...(await times()))
    const between = await threadTime()
    work.edit.push(between - before)
    await page.waitForTimeout(120)
    const start = await threadTime()
    await page.keyboard.press('ArrowDown')
    moved.push(...(await times()))
    work.move.push((await threadTime()) - start)
    await page.evaluate(() => (window as unknown as { paintNow: () => void }).paintNow())
    rest.push(...(await times()))
  }
  print('edit of a cell to paint', 50, edited)
  print('key of the grid to paint', 50, moved)
  print('floor: a frame at rest', undefined, rest)
  print('work of an edit', undefined, work.edit)
  print('work of a key of the grid', undefined, work.move)
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}

function print(name: string, target: number | undefined, list: readonly number[]): void {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN).toFixed(1)
  console.log(`${name}: p50 ${at(0.5)}, p95 ${at(0.95)} ms${target === undefined ? '' : ` (target ${target})`}`)
}
