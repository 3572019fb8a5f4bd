import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { app } from './app.ts'
import { launchBrowser } from './launch-browser.ts'
import { runtimeMode } from './runtime-mode.ts'

export interface BrowserSize {
  width: number
  height: number
}

/** The browser with the windows that people see; headless where the mode says so. */
export function startVisibleBrowser(size: BrowserSize, title: string): Promise<BrowserContext> {
  const window = [
    `--app=data:text/html,<title>${encodeURIComponent(title)}</title>`,
    `--window-size=${size.width},${size.height}`,
  ]
  const debug = runtimeMode.debugPort === undefined ? [] : [`--remote-debugging-port=${runtimeMode.debugPort}`]
  return launchBrowser(profileFolder('browser-profile'), runtimeMode.headless, [
    ...window,
    ...debug,
    '--class=zhenggao',
  ])
}

/** A second browser for windows that are never shown: pages on their way to PDF. */
export function startHiddenBrowser(): Promise<BrowserContext> {
  return launchBrowser(profileFolder('browser-profile-hidden'), true, [])
}

function profileFolder(name: string): string {
  return join(app.getPath('userData'), name)
}
