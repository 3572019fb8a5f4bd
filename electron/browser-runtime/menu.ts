import { strict } from './strict.ts'

/** The window draws its own menu; a browser window has none to remove. */
export const Menu = strict('Menu', {
  setApplicationMenu(menu: object | null): void {
    if (menu !== null) throw new Error('the browser runtime draws no native menu')
  },
})
