import { existsSync, mkdirSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { app, type BrowserWindow } from 'electron'
import { eventChannel } from '../../shared/desktop/bridge.ts'
import type { DesktopEvents, EventName } from '../../shared/desktop/calls.ts'
import type { Clock } from '../services/clock.ts'
import { dataFolders } from '../services/data-folders.ts'
import { Documents } from '../services/documents.ts'
import { History } from '../services/history.ts'
import { installedReportFiles } from '../services/installed-report-files.ts'
import { LedgerStore } from '../services/ledger-store/ledger-store.ts'
import { RecentReports } from '../services/recent.ts'
import { sentencesIn, type Say } from '../services/sentences.ts'
import { SettingsFile } from '../services/settings.ts'
import { readTemplates } from '../services/templates.ts'
import { clearEngineTraces, clearOwnTraces } from '../services/traces.ts'
import { Workspace } from '../services/workspace.ts'
import { createWindow } from '../windows/create-window.ts'
import { windowAddress } from '../windows/own-address.ts'
import { createDesktop } from './create-desktop.ts'
import { nativeDialogs } from './native-dialogs.ts'
import { registerDesktop } from './register-desktop.ts'

type FileOfStart = (argv: readonly string[], folder: string) => string | null

/** Puts the services together and opens the window. */
export async function startProgram(firstFile: string | null, fileOfStart: FileOfStart): Promise<void> {
  const clock: Clock = () => new Date()
  const userData = app.getPath('userData')
  mkdirSync(userData, { recursive: true })
  const folders = dataFolders(userData)
  const settings = await SettingsFile.open(folders.settings, clock)
  let say = await sentencesIn(settings.read().language)
  const window = openWindow(say('product'))
  const tell = <Name extends EventName>(name: Name, event: DesktopEvents[Name]): void => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel(name), event)
  }

  const history = new History(folders.history)
  const recent = new RecentReports(folders.settings)
  const workspace = new Workspace(folders.workspace)
  const ledgers = new LedgerStore(folders.workspace)
  const dialogs = nativeDialogs(window, ((...words: Parameters<Say>) => say(...words)) as Say)
  const files = installedReportFiles
  const usualFolder = (): string =>
    [settings.read().folder, app.getPath('documents')].find(isFolder) ?? app.getPath('home')
  const documents = new Documents({
    clock,
    person: { user: settings.read().userName || userInfo().username, host: hostname() },
    dialogs,
    files,
    history,
    recent,
    journalFolder: folders.journal,
    folder: {
      read: usualFolder,
      write: (folder) => void settings.write({ ...settings.read(), folder }),
    },
  })

  const leave = async (): Promise<void> => {
    await documents.leave()
    await ledgers.close()
  }

  let windowReady = (): void => undefined
  /** What was typed last is in the journal, or the window does not answer. */
  const handedOver = (): Promise<unknown> => {
    const answered = new Promise<void>((resolve) => (windowReady = resolve))
    tell('leaving', undefined)
    return Promise.race([answered, pause(patience)])
  }

  let openPath = firstFile
  let mayClose = false
  const templates = readTemplates()
  registerDesktop(
    createDesktop({
      version: app.getVersion(),
      clock,
      folders,
      settings,
      recent,
      history,
      workspace,
      ledgers,
      documents,
      dialogs,
      files,
      templates: () => templates,
      usualFolder,
      takeOpenPath() {
        const taken = openPath
        openPath = null
        return taken
      },
      async settingsChanged() {
        say = await sentencesIn(settings.read().language)
      },
      async clearTraces() {
        settings.clear()
        // An open database cannot be removed everywhere.
        await ledgers.close()
        await clearOwnTraces(userData)
        process.once('exit', () => clearEngineTraces(userData))
      },
      closeWindow() {
        mayClose = true
        window.close()
      },
      readyToLeave: () => windowReady(),
    }),
  )

  window.on('close', (event) => {
    if (mayClose) return
    event.preventDefault()
    tell('closeRequested', undefined)
  })
  window.on(
    'focus',
    () => void documents.changedOutside().then((ids) => ids.forEach((id) => tell('changedOutside', { id }))),
  )
  // The text is in the journal; the window starts anew and offers it.
  window.webContents.on(
    'render-process-gone',
    () => void documents.leave().finally(() => void window.loadURL(windowAddress)),
  )
  app.on('second-instance', (_event, argv, folder) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    const path = fileOfStart(argv, folder)
    if (path !== null) tell('openRequested', { path })
  })
  app.on('window-all-closed', () => void leave().finally(() => app.quit()))
  // Log-off and shutdown ask nothing: the window writes its last change into the journal.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(
      signal,
      () =>
        void handedOver()
          .then(leave)
          .finally(() => app.exit(0)),
    )
  }
  await window.loadURL(windowAddress)
}

/** A folder that was moved, or that a new computer does not have, is no place to begin a dialog in. */
function isFolder(path: string): boolean {
  return path !== '' && existsSync(path)
}

/** Milliseconds for a busy window to hand over its last change; systems that shut down wait little longer. */
const patience = 5000

function openWindow(title: string): BrowserWindow {
  return createWindow({
    width: 1366,
    height: 768,
    minWidth: 900,
    minHeight: 600,
    title,
    backgroundColor: '#E8E6E1',
  })
}
