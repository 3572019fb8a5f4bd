import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { removeNativeMenu } from './menu/remove-menu.ts'
import { namedFile } from './desktop/named-file.ts'
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
  const fileOfStart = (argv: readonly string[], folder: string): string | null =>
    namedFile(argv, folder, fileURLToPath(import.meta.url))
  await startProgram(fileOfStart(process.argv, process.cwd()), fileOfStart)
} else {
  app.quit()
}
