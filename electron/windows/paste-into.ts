import { BrowserWindow } from 'electron'

/** Hands the clipboard to the page of the window with these contents; a window that has gone takes nothing. */
export function pasteInto(contents: number | undefined, plain: boolean): void {
  const page = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.id === contents)?.webContents
  if (plain) page?.pasteAndMatchStyle()
  else page?.paste()
}
