import { readFileSync } from 'node:fs'
import type { BrowserContext, Frame, Page, Request, Route } from 'playwright-core'
import { listFolder } from './list-folder.ts'
import { answerInvoke, type SenderFrame } from './ipc-main.ts'
import { ownAddress, shownAddress } from './own-pages.ts'
import { answerOf } from './protocol.ts'
import { isCancelled } from './session.ts'
import { fromWire, toWire } from './wire.ts'

/** A window as the channel sees it. */
export interface PageOwner {
  webContents: unknown
  /** True when the program's own listeners let the page go there. */
  mayNavigate(address: string, isMainFrame: boolean): boolean
  /** A file dialog is open in the page, so that it may ask for the contents of folders. */
  choosing: boolean
}

/** Name of the function by which a page calls the program; the page script takes it away before the page can see it. */
const bindingName = 'zhenggaoRuntimeCall'

const owners = new WeakMap<Page, PageOwner>()

export function ownPage(page: Page, owner: PageOwner): void {
  owners.set(page, owner)
}

export function isOwned(page: Page): boolean {
  return owners.has(page)
}

/** Everything a browser needs before its first page is shown: addresses, the bridge, the preload script. */
export async function connectPages(context: BrowserContext, preload: string | undefined): Promise<void> {
  await context.route('**/*', answerRoute)
  await context.exposeBinding(bindingName, async ({ page, frame }, kind: unknown, text: unknown) => {
    const owner = owners.get(page)
    if (!owner || typeof text !== 'string') throw new Error('not a page of this program')
    return answerPage(owner, frame, kind, fromWire(text))
  })
  await context.addInitScript({ content: pageScript(preload) })
}

async function answerPage(owner: PageOwner, frame: Frame, kind: unknown, request: unknown): Promise<string> {
  if (kind === 'folder') {
    if (!owner.choosing) throw new Error('no file dialog is open')
    return toWire(await listFolder(String(request)))
  }
  const [channel, value] = request as [string, unknown]
  return toWire(await answerInvoke(channel, { sender: owner.webContents, senderFrame: senderFrame(frame) }, value))
}

function senderFrame(frame: Frame): SenderFrame {
  const parent = frame.parentFrame()
  return { url: ownAddress(frame.url()), parent: parent && senderFrame(parent) }
}

/** The page script (bundled from `page/`) with the preload script in the place where Electron would run it. */
function pageScript(preload: string | undefined): string {
  const script = readFileSync(new URL('../../dist/browser-runtime-page.js', import.meta.url), 'utf8')
  const preloaded = preload === undefined ? '' : readFileSync(preload, 'utf8')
  return `(() => {
${script}
zhenggaoPage.install(${JSON.stringify({ bindingName })}, (require, module, exports) => {
${preloaded}
});
})()`
}

/** Own pages come from the program's protocol handler; every other address is refused, whoever asks. */
async function answerRoute(route: Route): Promise<void> {
  const answer = await answerFor(route.request()).catch(() => undefined)
  await (answer ? route.fulfill(answer) : route.abort('aborted'))
}

interface PageAnswer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** Undefined: refused. A request of a page that the program did not make has no frame, which is an error here. */
async function answerFor(request: Request): Promise<PageAnswer | undefined> {
  const shown = request.url()
  const address = ownAddress(shown)
  const details = { url: address, method: request.method(), resourceType: request.resourceType() }
  if (request.isNavigationRequest() && !mayNavigate(request.frame(), address)) return undefined
  if ((await isCancelled(details)) || address === shown) return undefined
  const response = await answerOf(address, request.method())
  if (!response) return undefined
  const body = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: Object.fromEntries(response.headers), body }
}

function mayNavigate(frame: Frame, address: string): boolean {
  return owners.get(frame.page())?.mayNavigate(address, frame.parentFrame() === null) ?? false
}

/** Page → address in the browser, for `loadURL`. */
export async function showPage(page: Page, address: string): Promise<void> {
  await page.goto(shownAddress(address), { waitUntil: 'load' })
}

/** Key of the page script's receiver; a symbol, so that it is no name in the page. */
const receiver = 'zhenggao.receive'

export async function sendToPage(page: Page, channel: string, value: unknown): Promise<void> {
  await page.evaluate(
    ([key, name, text]) => {
      const receive = (window as unknown as Record<symbol, ((channel: string, text: string) => void) | undefined>)[
        Symbol.for(key)
      ]
      receive?.(name, text)
    },
    [receiver, channel, toWire(value)] as const,
  )
}
