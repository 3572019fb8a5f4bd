import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

/** Names under which Linux systems install a browser that can show the window, best first. */
const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'ungoogled-chromium',
  'browser360-cn',
]

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

export interface Computer {
  platform: NodeJS.Platform
  environment: Readonly<Record<string, string | undefined>>
  isProgram: (path: string) => boolean
}

const thisComputer: Computer = { platform: process.platform, environment: process.env, isProgram }

/** The computer's own Chromium, Chrome or Edge. `ZHENGGAO_BROWSER` names another one. */
export function findChromium({ platform, environment, isProgram }: Computer = thisComputer): string | undefined {
  const named = environment['ZHENGGAO_BROWSER']
  if (named) return isProgram(named) ? named : undefined
  return candidates(platform, environment).find(isProgram)
}

function candidates(platform: NodeJS.Platform, environment: Computer['environment']): string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? [])
    return windowsPrograms.flatMap((program) => roots.map((root) => `${root}\\${program}`))
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(environment['HOME'] ?? '/', 'Applications')]
    return macApplications.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`))
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
