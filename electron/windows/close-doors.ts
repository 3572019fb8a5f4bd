import { session, type WebContents } from 'electron'
import { isOwnAddress } from './own-address.ts'

/** For all windows: no permission, no download, no spell checker (it fetches dictionaries), no address but the program's own. */
export function closeSessionDoors(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.on('will-download', (event) => event.preventDefault())
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isHarmless(url) }))
}

/** For one window: it stays on its page and opens no other. */
export function closeWindowDoors(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function isHarmless(address: string): boolean {
  return isOwnAddress(address) || /^(blob|data|devtools):/.test(address)
}
