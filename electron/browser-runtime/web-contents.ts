import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-core'
import { runtimeMode } from './runtime-mode.ts'
import { sendToPage } from './page-channel.ts'
import { checkEvent } from './strict.ts'

/** An event that a listener can forbid. */
export class Preventable {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

const events = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'did-finish-load',
  'render-process-gone',
  'destroyed',
]

export interface PrintOptions {
  printBackground?: boolean
  preferCSSPageSize?: boolean
  generateTaggedPDF?: boolean
  generateDocumentOutline?: boolean
}

let nextId = 1

export class WebContents extends EventEmitter {
  readonly id = nextId++
  readonly #page: () => Page | undefined
  #mayOpen: ((details: { url: string }) => { action: 'deny' | 'allow' }) | undefined

  constructor(page: () => Page | undefined) {
    super()
    this.#page = page
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    checkEvent('webContents', events, event)
    return super.on(event, listener as (...args: unknown[]) => void)
  }

  isDestroyed(): boolean {
    return this.#page()?.isClosed() ?? true
  }

  /** Nothing is said to a page that has gone, as in Electron. */
  send(channel: string, value: unknown): void {
    const page = this.#page()
    if (page && !page.isClosed()) sendToPage(page, channel, value).catch(() => undefined)
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' | 'allow' }): void {
    this.#mayOpen = handler
  }

  /** Pages that a page opened are closed at once; the handler must want nothing else. */
  refusesWindow(url: string): boolean {
    return this.#mayOpen?.({ url }).action !== 'allow'
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return this.#page()?.evaluate(code)
  }

  paste(): void {
    this.#edit('Paste')
  }

  pasteAndMatchStyle(): void {
    this.#edit('PasteAndMatchStyle')
  }

  /** An editing command of the browser, as its own keys give it; the page hears the event and nothing else. */
  #edit(command: string): void {
    const page = this.#page()
    if (!page || page.isClosed()) return
    const send = async (): Promise<void> => {
      const session = await page.context().newCDPSession(page)
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] })
      await session.detach()
    }
    send().catch(() => undefined)
  }

  async printToPDF(options: PrintOptions): Promise<Buffer> {
    const page = this.#page()
    if (!page) throw new Error('the page has gone')
    return page.pdf({
      printBackground: options.printBackground ?? false,
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      tagged: options.generateTaggedPDF ?? false,
      outline: options.generateDocumentOutline ?? false,
    })
  }

  /** The browser's print dialog. A browser without a screen has none. */
  print(_options: { printBackground?: boolean }, done: (success: boolean, failure: string) => void): void {
    const page = this.#page()
    if (!page || runtimeMode.headless) {
      done(false, 'no print dialog without a screen')
      return
    }
    page
      .evaluate(() => window.print())
      .then(
        () => done(true, ''),
        (error: unknown) => done(false, String(error)),
      )
  }
}
