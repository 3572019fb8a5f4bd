import { Menu } from 'electron'

/** The window draws its own menu. Without this Electron would add one with reload and developer tools. */
export function removeNativeMenu(): void {
  Menu.setApplicationMenu(null)
}
