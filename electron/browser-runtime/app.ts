import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { InstanceLock } from './instance-lock.ts'
import { strict } from './strict.ts'

type Folder = 'userData' | 'appData' | 'home' | 'documents' | 'desktop'

/** What the windows add to the application: it knows them, but does not import them. */
export interface OpenWindows {
  /** True when every window has closed. */
  closeAll(): Promise<boolean>
  /** Ends the browsers. */
  end(): Promise<void>
}

let windows: OpenWindows | undefined
export function setOpenWindows(open: OpenWindows): void {
  windows = open
}

class App extends EventEmitter {
  readonly isPackaged = false
  readonly commandLine = strict('app.commandLine', {
    /** The browser's own switches are set where it is started. */
    appendSwitch(_name: string, _value?: string): void {
      return
    },
  })
  readonly #folders = new Map<Folder, string>()
  #lock: InstanceLock | undefined
  #quitting = false

  whenReady(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve))
  }

  /** Chromium's own sandbox is on wherever it can be (`browser.ts`). */
  enableSandbox(): void {
    return
  }

  getVersion(): string {
    const raw = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
    return raw.version
  }

  getName(): string {
    return 'zhenggao'
  }

  getPreferredSystemLanguages(): string[] {
    return [Intl.DateTimeFormat().resolvedOptions().locale]
  }

  getPath(name: Folder): string {
    return this.#folders.get(name) ?? usualFolder(name)
  }

  setPath(name: Folder, path: string): void {
    this.#folders.set(name, path)
  }

  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData')
    mkdirSync(folder, { recursive: true })
    const lock = new InstanceLock(folder)
    if (!lock.take()) {
      lock.tell({ argv: process.argv, workingDirectory: process.cwd() })
      return false
    }
    this.#lock = lock
    lock.hear(({ argv, workingDirectory }) => void this.emit('second-instance', {}, argv, workingDirectory))
    return true
  }

  /** Ends when no window objects. */
  quit(): void {
    if (this.#quitting) return
    this.#quitting = true
    this.emit('before-quit', {})
    void this.#closeAndExit()
  }

  exit(code = 0): void {
    this.#lock?.release()
    void (windows?.end() ?? Promise.resolve()).finally(() => process.exit(code))
  }

  /** The last window has gone. */
  allClosed(): void {
    if (this.#quitting) return
    if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }

  async #closeAndExit(): Promise<void> {
    const closed = (await windows?.closeAll()) ?? true
    if (!closed) {
      this.#quitting = false
      return
    }
    this.emit('will-quit', {})
    this.exit(0)
  }
}

function usualFolder(name: Folder): string {
  if (name === 'home') return homedir()
  if (name === 'documents') return personalFolder('DOCUMENTS', 'Documents')
  if (name === 'desktop') return personalFolder('DESKTOP', 'Desktop')
  return name === 'appData' ? settingsFolder() : join(settingsFolder(), 'zhenggao')
}

/** Linux names these folders in the user's language (文档), in a file of the desktop; elsewhere only the label differs. */
function personalFolder(variable: string, usual: string): string {
  const named = process.platform === 'linux' ? readPersonalFolder(variable) : undefined
  return named ?? join(homedir(), usual)
}

function readPersonalFolder(variable: string): string | undefined {
  try {
    const text = readFileSync(join(settingsFolder(), 'user-dirs.dirs'), 'utf8')
    const value = new RegExp(`^XDG_${variable}_DIR="([^"\\n]+)"`, 'm').exec(text)?.[1]
    return value?.replace(/^\$HOME(?=\/|$)/, homedir())
  } catch {
    return undefined
  }
}

function settingsFolder(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

const application = new App()
export const app = strict('app', application)
