import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { removeNativeMenu } from './menu/remove-menu.ts'
import { startProgram } from './desktop/start-program.ts'
import { closeSessionDoors } from './windows/close-doors.ts'
import { registerOwnScheme, servePages } from './windows/serve-pages.ts'

// Everything up to the lock has to happen before the application is ready.
app.setPath('userData', process.env['ZHENGGAO_DATA'] ?? join(app.getPath('appData'), 'zhenggao'))
app.enableSandbox()
// Names never resolve, and on Linux the input methods of UOS and Kylin need X11.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
app.commandLine.appendSwitch('disable-background-networking')
if (process.platform === 'linux') app.commandLine.appendSwitch('ozone-platform', 'x11')
registerOwnScheme()

if (app.requestSingleInstanceLock()) {
  await app.whenReady()
  closeSessionDoors()
  removeNativeMenu()
  servePages(fileURLToPath(new URL('../dist/renderer/', import.meta.url)))
  await startProgram(namedFile(process.argv, process.cwd()), namedFile)
} else {
  app.quit()
}

/** The report that a start names; switches of Electron and the program's own file are none. */
function namedFile(argv: readonly string[], folder: string): string | null {
  const named = argv.slice(1).find((word) => /\.(zhenggao|docx|txt|md|doc|wps)$/i.test(word) && !word.startsWith('-'))
  return named === undefined ? null : resolve(folder, named)
}
