import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { encodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { startApp } from '../e2e/support/start-app.ts'
import { revisedReport } from './revised-report.ts'

/**
 * From a key to the paint after it in the whole window, in the middle of a report of 200,000 characters with 500 pending
 * revisions, 修订 on: keys that follow each other, and keys between which the text is read, checked and journaled. Beside
 * them a frame of the page at rest, and a bare contenteditable with the same text and marks: what the browser itself needs.
 */

const characters = 200_000
const revisions = 500
const target = 40

interface Series {
  times: readonly number[]
  /** Processor time of the page's main thread for each key: what a loaded computer does not blur. */
  work: number
}

const report = {
  ...revisedReport(characters, revisions, false),
  review: { tracking: 'on' as const, comments: [], opinions: {} },
}
const folder = mkdtempSync(join(tmpdir(), 'zhenggao-bench-'))
const file = join(folder, 'a.zhenggao')
writeFileSync(file, encodeReportFile(report))
const app = await startApp({ args: [file], width: 1366, height: 768 })
try {
  const { page } = app
  await page.getByRole('textbox', { name: '正文' }).waitFor()
  await page.getByRole('button', { name: '修订：开' }).waitFor()
  await page.waitForTimeout(6000)
  await page.keyboard.press('Escape')
  const session = await watch(page, await app.cdp())
  const lines = page.locator('[data-line]')
  const middle = lines.nth(Math.floor((await lines.count()) / 2))
  await middle.scrollIntoViewIfNeeded()
  await middle.click()
  await page.waitForTimeout(1000)
  console.log(`report of ${plainText(report.body).text.length} characters, ${revisions} revisions, 修订 on; ms`)
  const close = await typing(page, session, 80, 80)
  print('keys close together', close)
  const pausing = await typing(page, session, 40, 700)
  print('keys with pauses', pausing)
  await page.getByRole('tab', { name: /修订/ }).click()
  await page.waitForTimeout(1000)
  await middle.click()
  const listed = await typing(page, session, 40, 700)
  print('the same beside the list of revisions', listed)
  print('floor: a frame at rest', await resting(page, session))
  await showBareText(page)
  print('peer: bare contenteditable', await typing(page, session, 60, 80))
  const all = [close, pausing, listed].flatMap(({ times }) => times)
  console.log(`key to paint p95 ${part(all, 0.95)} (target ${target})`)
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Keydown's own time stamp against the first task after the next frame. */
async function watch(of: Page, session: CDPSession): Promise<CDPSession> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await of.evaluate(() => {
    const times: number[] = []
    const paint = (from: number): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => times.push(performance.now() - from)
        channel.port2.postMessage(undefined)
      })
    }
    window.addEventListener('keydown', ({ timeStamp }) => paint(timeStamp), true)
    Object.assign(window, { keyTimes: times, paintNow: () => paint(performance.now()) })
  })
  return session
}

async function typing(of: Page, session: CDPSession, keys: number, pause: number): Promise<Series> {
  return series(of, session, keys, pause, (key) => of.keyboard.press('abcdefghij'.charAt(key % 10)))
}

async function resting(of: Page, session: CDPSession): Promise<Series> {
  return series(of, session, 40, 80, () =>
    of.evaluate(() => (window as unknown as { paintNow: () => void }).paintNow()),
  )
}

async function series(
  of: Page,
  session: CDPSession,
  count: number,
  pause: number,
  act: (index: number) => Promise<void>,
): Promise<Series> {
  const before = await threadTime(session)
  for (let index = 0; index < count; index++) {
    await act(index)
    await of.waitForTimeout(pause)
  }
  const work = ((await threadTime(session)) - before) / count
  const times = await of.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.splice(0))
  return { times, work }
}

/** The page's own lines, as they are drawn, in an element that is the browser's alone. */
async function showBareText(of: Page): Promise<void> {
  await of.evaluate(() => {
    const own = document.querySelector('[data-slate-editor]')
    const bare = document.createElement('div')
    bare.contentEditable = 'true'
    bare.className = own?.parentElement?.className ?? ''
    for (const line of own?.querySelectorAll('[data-line]') ?? []) {
      const paragraph = document.createElement('p')
      paragraph.className = line.className
      for (const leaf of line.querySelectorAll('[data-slate-leaf]')) {
        const mark = leaf.querySelector('ins, del')
        const words = document.createElement(mark?.localName ?? 'span')
        words.className = mark?.className ?? ''
        words.textContent = leaf.textContent
        paragraph.append(words)
      }
      bare.append(paragraph)
    }
    document.body.replaceChildren(bare)
    document.documentElement.style.overflow = document.body.style.overflow = 'auto'
    const middle = bare.children[Math.floor(bare.children.length / 2)]
    middle?.scrollIntoView({ block: 'center' })
    bare.focus()
    getSelection()?.collapse(middle?.firstChild?.firstChild ?? bare, 1)
  })
  await of.waitForTimeout(1500)
}

async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

function part(list: readonly number[], share: number): string {
  const sorted = [...list].sort((a, b) => a - b)
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1)
}

function print(name: string, { times, work }: Series): void {
  const [p50, p95, longest] = [0.5, 0.95, 1].map((share) => part(times, share).padStart(6))
  console.log(`${name.padEnd(40)} p50 ${p50}  p95 ${p95}  longest ${longest}  work ${work.toFixed(1)}`)
}
