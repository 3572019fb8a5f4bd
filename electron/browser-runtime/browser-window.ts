import { EventEmitter } from 'node:events'
import type { BrowserContext, Page } from 'playwright-core'
import { app, setOpenWindows } from './app.ts'
import { startHiddenBrowser, startVisibleBrowser } from './browser.ts'
import { connectPages, isOwned, ownPage, showPage, type PageOwner } from './page-channel.ts'
import { runtimeMode } from './runtime-mode.ts'
import { checkEvent, strict } from './strict.ts'
import { Preventable, WebContents } from './web-contents.ts'

export interface WindowOptions {
  width?: number
  height?: number
  minWidth?: number
  minHeight?: number
  title?: string
  show?: boolean
  backgroundColor?: string
  autoHideMenuBar?: boolean
  parent?: BrowserWindow
  webPreferences?: {
    preload?: string
    sandbox?: boolean
    contextIsolation?: boolean
    nodeIntegration?: boolean
    spellcheck?: boolean
    webviewTag?: boolean
    navigateOnDragDrop?: boolean
  }
}

const windowEvents = ['close', 'closed', 'focus', 'ready-to-show', 'query-session-end', 'session-end']
const open = new Set<BrowserWindow>()

/** A page of the computer's own browser, driven like a window of Electron. */
export class BrowserWindow extends EventEmitter {
  readonly id: number
  readonly webContents: WebContents
  readonly #hidden: boolean
  readonly #ready: Promise<Page>
  readonly #owner: PageOwner
  #page: Page | undefined
  #destroyed = false
  /** Address that the program itself asked for, which needs nobody's consent. */
  #loading: string | undefined

  constructor(options: WindowOptions = {}) {
    super()
    const preferences = options.webPreferences ?? {}
    if (preferences.nodeIntegration || preferences.sandbox === false || preferences.contextIsolation === false) {
      throw new Error('pages have no Node here')
    }
    this.#hidden = options.show === false
    const contents = new WebContents(() => this.#page)
    this.webContents = strict('webContents', contents)
    this.id = contents.id
    this.#owner = {
      webContents: this.webContents,
      choosing: false,
      mayNavigate: (address, isMainFrame) => this.#mayNavigate(address, isMainFrame),
    }
    open.add(this)
    this.#ready = this.#start(options)
    // The error is reported by whoever loads an address.
    this.#ready.catch(() => undefined)
    return strict('BrowserWindow', this)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...open]
  }

  static fromWebContents(contents: unknown): BrowserWindow | null {
    return [...open].find((window) => window.webContents === contents) ?? null
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    checkEvent('BrowserWindow', windowEvents, event)
    return super.on(event, listener as (...args: unknown[]) => void)
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#ready
    this.#loading = address
    await showPage(page, address)
    this.webContents.emit('did-finish-load')
    this.emit('ready-to-show')
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {
    this.focus()
  }

  /** A window is shown from its start; one that was made hidden stays so. */
  show(): void {
    this.focus()
  }

  focus(): void {
    if (!this.#hidden) this.#page?.bringToFront().catch(() => undefined)
  }

  /** Asks the listeners of `close`, which may keep the window. */
  close(): void {
    const event = new Preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#page?.close({ runBeforeUnload: false }).catch(() => undefined)
    this.#gone()
  }

  isHidden(): boolean {
    return this.#hidden
  }

  /** The page, for dialogs that are drawn in it. */
  async drawnIn<Result>(draw: (page: Page) => Promise<Result>): Promise<Result> {
    const page = await this.#ready
    this.#owner.choosing = true
    try {
      return await draw(page)
    } finally {
      this.#owner.choosing = false
    }
  }

  async #start(options: WindowOptions): Promise<Page> {
    const preload = options.webPreferences?.preload
    const page = this.#hidden && !runtimeMode.headless ? await hiddenPage(preload) : await visiblePage(options, preload)
    this.#page = page
    if (this.#destroyed) {
      await page.close()
      return page
    }
    ownPage(page, this.#owner)
    page.on('close', () => this.#gone())
    page.on('crash', () => void this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    page.on('dialog', (dialog) => {
      const isLeaving = dialog.type() === 'beforeunload'
      if (isLeaving && this.#loading !== undefined) return void dialog.accept().catch(() => undefined)
      // The window's own close button: the page stays, and the program decides.
      dialog.dismiss().catch(() => undefined)
      if (isLeaving) this.close()
    })
    return page
  }

  #mayNavigate(address: string, isMainFrame: boolean): boolean {
    if (isMainFrame && address === this.#loading) {
      this.#loading = undefined
      return true
    }
    const event = Object.assign(new Preventable(), { url: address, isMainFrame })
    if (isMainFrame) this.webContents.emit('will-navigate', event, address)
    this.webContents.emit('will-frame-navigate', event)
    return !event.defaultPrevented
  }

  #gone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    open.delete(this)
    this.webContents.emit('destroyed')
    this.emit('closed')
    if (this.#hidden) void endHiddenBrowser()
    if (open.size === 0) app.allClosed()
  }
}

let visible: Promise<BrowserContext> | undefined
let hidden: Promise<BrowserContext> | undefined

async function visiblePage(options: WindowOptions, preload: string | undefined): Promise<Page> {
  const isFirst = visible === undefined
  visible ??= startVisible(options, preload)
  const context = await visible
  const first = isFirst ? context.pages()[0] : undefined
  return first ?? newPage(context)
}

async function startVisible(options: WindowOptions, preload: string | undefined): Promise<BrowserContext> {
  const size = { width: options.width ?? 1200, height: options.height ?? 800 }
  const context = await startVisibleBrowser(size, options.title ?? '')
  await connectPages(context, preload)
  closeStrangers(context)
  context.on('close', () => {
    visible = undefined
    for (const window of open) window.destroy()
  })
  return context
}

async function hiddenPage(preload: string | undefined): Promise<Page> {
  hidden ??= startHidden(preload)
  return newPage(await hidden)
}

async function startHidden(preload: string | undefined): Promise<BrowserContext> {
  const context = await startHiddenBrowser()
  await connectPages(context, preload)
  return context
}

async function endHiddenBrowser(): Promise<void> {
  if (runtimeMode.headless || [...open].some((window) => window.isHidden())) return
  const ending = hidden
  hidden = undefined
  await (await ending)?.close()
}

/** Pages that are being made by the program itself. */
let expected = 0

async function newPage(context: BrowserContext): Promise<Page> {
  expected++
  try {
    return await context.newPage()
  } finally {
    expected--
  }
}

/** What a page opens by itself is closed again: the program's windows are the only ones. */
function closeStrangers(context: BrowserContext): void {
  context.on('page', (page) => {
    setImmediate(() => {
      if (expected === 0 && !isOwned(page)) page.close().catch(() => undefined)
    })
  })
}

setOpenWindows({
  async closeAll() {
    for (const window of [...open]) window.close()
    await new Promise((resolve) => setImmediate(resolve))
    return open.size === 0
  },
  async end() {
    const ending = [visible, hidden]
    for (const context of ending) await (await context?.catch(() => undefined))?.close().catch(() => undefined)
  },
})
