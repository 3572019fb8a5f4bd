import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { chromium, type BrowserContext } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

/** Nothing is asked of any network: names never resolve, and the browser's own services are off. */
const silence = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-pings',
  '--disable-default-apps',
  '--no-first-run',
  '--disable-quic',
]

/** Starts the computer's own browser on a profile folder of ours; it is driven over a pipe. */
export async function launchBrowser(
  profile: string,
  headless: boolean,
  args: readonly string[],
): Promise<BrowserContext> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium, Chrome or Edge was found on this computer')
  preparePreferences(profile)
  const isRoot = process.getuid?.() === 0
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: null,
    acceptDownloads: false,
    serviceWorkers: 'block',
    // Chromium refuses its sandbox to root alone; everybody else gets it or no window at all.
    chromiumSandbox: !isRoot,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [...silence, ...(isRoot ? ['--test-type'] : []), '--lang=zh-CN', ...args],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  await context.grantPermissions([])
  return context
}

/** Set once, before the first start: no spell checker, no translation, no stored passwords, forms or searches. */
function preparePreferences(profile: string): void {
  const folder = join(profile, 'Default')
  mkdirSync(folder, { recursive: true })
  const preferences = {
    browser: { enable_spellchecking: false },
    spellcheck: { dictionaries: [] },
    translate: { enabled: false },
    credentials_enable_service: false,
    autofill: { profile_enabled: false, credit_card_enabled: false },
    search: { suggest_enabled: false },
    safebrowsing: { enabled: false },
  }
  try {
    writeFileSync(join(folder, 'Preferences'), JSON.stringify(preferences), { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
