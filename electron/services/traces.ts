import { readdir, rm } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** What the program writes below its folder. */
const own = ['journal', 'history', 'workspace', 'recent.json', 'settings.json', 'settings.bak.json']

/** What the browser engine keeps in the same folder; it is in use until the program has ended. */
const engine = [
  'browser-profile',
  'browser-profile-hidden',
  'second-starts',
  'blob_storage',
  'Cache',
  'Code Cache',
  'Cookies',
  'Cookies-journal',
  'Crashpad',
  'DawnGraphiteCache',
  'DawnWebGPUCache',
  'DIPS',
  'GPUCache',
  'Local State',
  'Local Storage',
  'Network Persistent State',
  'Preferences',
  'Session Storage',
  'Shared Dictionary',
  'SharedStorage',
  'Trust Tokens',
  'WebStorage',
]

/** Beside them: what was set aside, and what a write left behind whose process was killed. */
const left = /^settings\.damaged-|^\.(?:recent|settings|settings\.bak)\.json\.tmp$|^settings\.json\.tmp-/

/** Recent list, journal, history and settings go at once. */
export async function clearOwnTraces(userData: string): Promise<void> {
  const found = (await readdir(userData).catch(() => [])).filter((name) => left.test(name))
  for (const name of [...own, ...found]) await rm(join(userData, name), { recursive: true, force: true })
}

/** At the very end of the program. */
export function clearEngineTraces(userData: string): void {
  for (const name of [...own, ...engine]) rmSync(join(userData, name), { recursive: true, force: true, maxRetries: 3 })
}
