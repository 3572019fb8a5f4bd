import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { slowedIfAsked } from '../../support/slowed.ts'

export interface AppOptions {
  /** Folder for settings, journal and history; a new one that is removed at the end when absent. */
  data?: string
  /** Words after the program: a file to open. */
  args?: readonly string[]
  width?: number
  height?: number
}

/** The program as people start it, headless, with the page of its window. */
export interface RunningApp {
  page: Page
  /** Folder of its settings, journal and history. */
  data: string
  process: ChildProcess
  /** What the page wrote to its console, and errors nobody caught. */
  complaints: string[]
  /** Everything the program and its runtime printed. */
  output: () => string
  /** The next file dialogs are answered with these paths (null: cancelled, a list: several files) instead of being drawn. */
  answerDialogs: (...answers: (string | string[] | null)[]) => void
  /** A session of the browser's own protocol, for what Playwright cannot do. */
  cdp: () => Promise<CDPSession>
  /** Types with an input method: each word is shown as it grows, then committed at once. */
  compose: (word: string) => Promise<void>
  close: () => Promise<void>
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

export async function startApp(options: AppOptions = {}): Promise<RunningApp> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'zhenggao-'))
  const answers = join(data, 'dialog-answers.json')
  let output = ''
  const child = spawn(
    process.execPath,
    ['--import', './electron/browser-runtime/register.ts', 'electron/main.ts', ...(options.args ?? [])],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        ZHENGGAO_DATA: data,
        ZHENGGAO_HEADLESS: '1',
        ZHENGGAO_DEBUG_PORT: '0',
        ZHENGGAO_DIALOG_ANSWERS: answers,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
  const ended = once(child, 'exit')
  const { browser, page } = await connect(data, child, () => output)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  // The question whether to leave is the runtime's to answer; without a listener Playwright would answer it here.
  page.on('dialog', () => undefined)
  await slowedIfAsked(page)
  if (options.width && options.height) await page.setViewportSize({ width: options.width, height: options.height })

  const cdp = (): Promise<CDPSession> => page.context().newCDPSession(page)
  return {
    page,
    data,
    process: child,
    complaints,
    output: () => output,
    answerDialogs: (...paths) => writeFileSync(answers, JSON.stringify(paths)),
    cdp,
    compose: async (word) => composeWord(await cdp(), word),
    async close() {
      await browser.close().catch(() => undefined)
      child.kill('SIGKILL')
      await ended
      if (options.data === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

/** Milliseconds for start, first page and first paint on a loaded computer. */
const patience = 120_000

/**
 * Playwright misses the page of a window that it connects to while the window is being made: it waits until the browser
 * lists the page, and connects once more where it has missed it all the same.
 */
async function connect(
  data: string,
  child: ChildProcess,
  output: () => string,
): Promise<{ browser: Browser; page: Page }> {
  const file = join(data, 'browser-profile', 'DevToolsActivePort')
  const end = Date.now() + patience
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the program ended at its start:\n${output()}`)
    const port = readPort(file)
    if (port && (await listsPage(port))) {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => undefined)
      const page = browser && (await firstPage(browser))
      if (page) return { browser, page }
      await browser?.close().catch(() => undefined)
    }
    await pause(50)
  }
  throw new Error(`the program did not open its window:\n${output()}`)
}

function readPort(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[0]
  } catch {
    return undefined
  }
}

const isWindow = (url: string): boolean => url.endsWith('.invalid/index.html')

async function listsPage(port: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
    const targets = (await answer.json()) as { url: string }[]
    return targets.some(({ url }) => isWindow(url))
  } catch {
    return false
  }
}

async function firstPage(browser: Browser): Promise<Page | undefined> {
  const end = Date.now() + 10_000
  while (Date.now() < end) {
    const pages = browser.contexts().flatMap((context) => context.pages())
    const page = pages.find((known) => isWindow(known.url()))
    if (page) {
      await page.waitForLoadState('load')
      return page
    }
    await pause(50)
  }
  return undefined
}

async function composeWord(session: CDPSession, word: string): Promise<void> {
  const characters = Array.from(word)
  for (let length = 1; length <= characters.length; length++) {
    const text = characters.slice(0, length).join('')
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
  await session.send('Input.insertText', { text: word })
  await session.detach()
}
