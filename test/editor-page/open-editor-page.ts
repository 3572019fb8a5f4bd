import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { build } from 'vite'
import { findChromium } from '../../electron/browser-runtime/find-chromium.ts'
import { slowedIfAsked } from '../support/slowed.ts'
import type { EditorPage } from './main.tsx'

declare global {
  interface Window {
    editorPage: EditorPage
  }
}

export interface OpenedPage {
  page: Page
  session: CDPSession
  /** Errors that the page wrote to its console. */
  complaints: string[]
  close: () => Promise<void>
}

const here = fileURLToPath(new URL('.', import.meta.url))
const built = fileURLToPath(new URL('../../.cache/editor-page/', import.meta.url))

/** As strict as in the program: nothing but the page's own files, no style but that of its sheets. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; worker-src 'self'"

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** The editor alone in the computer's Chromium, without a server: its files are handed to the browser. */
export async function openEditorPage(): Promise<OpenedPage> {
  await build({ configFile: join(here, 'vite.config.ts'), define: { 'process.env.NODE_ENV': '"production"' } })
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium, Chrome or Edge on this computer')
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname
    const file = path === '/' ? 'index.html' : path.slice(1)
    await route.fulfill({
      body: readFileSync(join(built, file)),
      contentType: types[extname(file)] ?? 'application/octet-stream',
      headers: { 'content-security-policy': policy },
    })
  })
  await page.goto('https://editor.invalid/')
  await page.waitForSelector('[data-slate-editor]')
  await slowedIfAsked(page)
  const session = await page.context().newCDPSession(page)
  return { page, session, complaints, close: () => browser.close() }
}

/** Types a word as an input method does: it grows syllable by syllable and is then committed at once. */
export async function compose(
  session: CDPSession,
  steps: readonly string[],
  commit: string,
  between?: (index: number) => Promise<void>,
): Promise<void> {
  for (const [index, text] of steps.entries()) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    if (index > 0) await between?.(index)
  }
  await session.send('Input.insertText', { text: commit })
}
