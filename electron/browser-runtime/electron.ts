import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu } from './menu.ts'
import { protocol } from './protocol.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'

/** What `import … from 'electron'` finds in the browser runtime. A name that is missing here ends the start with an error. */
export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell }

/** electron-store takes the module as a whole. */
export default { app, ipcMain, shell }
