import { fileURLToPath } from 'node:url'
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { closeWindowDoors } from './close-doors.ts'

const preload = fileURLToPath(new URL('../../dist/preload.cjs', import.meta.url))

/** A window whose page has no Node, runs in a sandbox and stays where it is. */
export function createWindow(options: Omit<BrowserWindowConstructorOptions, 'webPreferences'>): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  closeWindowDoors(window.webContents)
  return window
}
