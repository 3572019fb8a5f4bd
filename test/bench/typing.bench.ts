import type { Page } from 'playwright-core'
import { plainText } from '../../shared/report/plain-text.ts'
import { longBody } from '../editor-page/long-body.ts'
import { openEditorPage } from '../editor-page/open-editor-page.ts'

/**
 * Time from a key to the paint after it, in the middle of a report with 300 marked places, beside a bare contenteditable
 * with the same text: what the browser itself needs.
 */

const characters = 50_000
const keys = 60
const marks = 300

interface Series {
  p50: number
  p95: number
  longest: number
  /** Processor time of the page's main thread for each key: what a loaded computer does not blur. */
  work: number
}

const { page, session, close } = await openEditorPage()
try {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const body = longBody(characters)
  const text = plainText(body).text
  const floor = await withBareText(text)
  const opened = await openReport(body, text)
  const plain = await typing()
  const composed = await composing()
  const redecorated = await redecorating()
  console.log(`report of ${text.length} characters, ${body.length} blocks, ${marks} marked places; ms`)
  print('bare contenteditable', floor)
  print('editor, keys', plain)
  print('editor, input method', composed)
  console.log(`first render ${opened.toFixed(0)}, all marks painted anew ${redecorated.toFixed(0)}`)
  console.log(`key to paint p95 ${plain.p95.toFixed(1)} (target 25, floor ${floor.p95.toFixed(1)})`)
} finally {
  await close()
}

async function withBareText(text: string): Promise<Series> {
  await page.evaluate((content) => {
    const bare = document.createElement('div')
    bare.id = 'bare'
    bare.contentEditable = 'true'
    bare.className = 'zg-page'
    for (const line of content.split('\n')) {
      const paragraph = document.createElement('p')
      paragraph.className = 'zg-line'
      paragraph.textContent = line
      bare.append(paragraph)
    }
    document.body.replaceChildren(bare)
    const middle = bare.children[Math.floor(bare.children.length / 2)]
    middle?.scrollIntoView({ block: 'center' })
    bare.focus()
    getSelection()?.collapse(middle?.firstChild ?? bare, 5)
  }, text)
  const series = await typing()
  await page.goto('https://editor.invalid/')
  await page.waitForSelector('[data-slate-editor]')
  return series
}

async function openReport(body: ReturnType<typeof longBody>, text: string): Promise<number> {
  const step = Math.floor(text.length / marks)
  return page.evaluate(
    async ([value, length, distance]) => {
      const start = performance.now()
      window.editorPage.open(value)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      const opened = performance.now() - start
      const severities = ['error', 'warning', 'note'] as const
      window.editorPage.set({
        findings: Array.from({ length }, (_, index) => ({
          id: `f${index}`,
          rule: 'sample',
          kind: 'sample',
          severity: severities[index % 3] ?? 'note',
          messageId: 'sample',
          values: {},
          start: index * distance + 20,
          end: index * distance + 26,
          evidence: [],
          repairs: [],
          fingerprint: `f${index}`,
        })),
      })
      await new Promise((resolve) => setTimeout(resolve, 300))
      const { editor } = window.editorPage
      const middle = Math.floor(editor.children.length / 2)
      document.querySelector<HTMLElement>('[data-slate-editor]')?.focus()
      editor.select({ path: [middle, 0], offset: 5 })
      await new Promise((resolve) => setTimeout(resolve, 300))
      document.querySelectorAll('[data-line]')[middle]?.scrollIntoView({ block: 'center' })
      await new Promise((resolve) => setTimeout(resolve, 300))
      return opened
    },
    [body, marks, step] as const,
  )
}

/** Keydown's own time stamp against the first task after the next frame. */
async function startWatching(event: 'keydown' | 'compositionend'): Promise<void> {
  await page.evaluate((name) => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    document.addEventListener(
      name,
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => times.push(performance.now() - timeStamp)
          channel.port2.postMessage(undefined)
        })
      },
      true,
    )
  }, event)
}

async function typing(): Promise<Series> {
  await startWatching('keydown')
  const before = await threadTime()
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press('abcdefghij'.charAt(key % 10))
    await page.waitForTimeout(40)
  }
  return series(page, ((await threadTime()) - before) / keys)
}

async function composing(): Promise<Series> {
  await startWatching('compositionend')
  const before = await threadTime()
  for (let key = 0; key < keys / 3; key++) {
    for (const text of ['n', 'ni']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
    await session.send('Input.insertText', { text: '你' })
    await page.waitForTimeout(60)
  }
  return series(page, ((await threadTime()) - before) / (keys / 3))
}

async function redecorating(): Promise<number> {
  return page.evaluate(async () => {
    const { editorPage } = window
    const findings = editorPage.findingsFor(
      Array.from({ length: 50 }, (_, index) => [`第${index + 1}部分`, 'note', `g${index}`]),
    )
    const start = performance.now()
    editorPage.set({ findings })
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  })
}

async function threadTime(): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

async function series(of: Page, work: number): Promise<Series> {
  const times = await of.evaluate(() => [...(window as unknown as { keyTimes: number[] }).keyTimes])
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), longest: at(1), work }
}

function print(name: string, { p50, p95, longest, work }: Series): void {
  console.log(
    `${name.padEnd(24)} p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  longest ${longest.toFixed(1)}  work ${work.toFixed(1)}`,
  )
}
