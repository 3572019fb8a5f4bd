/**
 * Keys of the browser that the window must not answer to: a new tab, the source text, the developer tools, reloading.
 * Editing keys stay: copy, cut, paste, select all, undo, redo.
 */
const editingKeys = new Set(['a', 'c', 'v', 'x', 'y', 'z'])
const browserKeys = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'BrowserBack', 'BrowserForward'])

export function keepBrowserOut(): void {
  // Each listener is added while the event is on its way, so that it comes after those of the page.
  afterThePage('keydown', (event) => isBrowserKey(event))
  afterThePage('contextmenu', () => true)
  afterThePage('dragover', (event) => event.dataTransfer?.types.includes('Files') ?? false)
  afterThePage('drop', (event) => event.dataTransfer?.types.includes('Files') ?? false)
  // The page stays where it is; only the program moves it. Asked first, for leaving would look like closing the window.
  const { navigation } = window as { navigation?: EventTarget }
  navigation?.addEventListener('navigate', (event) => event.preventDefault())
  // As in Electron when the program refuses new windows.
  window.open = () => null
  // Makes the browser ask before it closes the window; the runtime hears the question and asks the program.
  window.addEventListener('beforeunload', (event) => event.preventDefault())
}

function afterThePage<Name extends keyof WindowEventMap>(
  name: Name,
  isForBrowser: (event: WindowEventMap[Name]) => boolean,
): void {
  const last = (event: WindowEventMap[Name]): void => {
    if (isForBrowser(event)) event.preventDefault()
  }
  window.addEventListener(
    name,
    () => {
      window.removeEventListener(name, last)
      window.addEventListener(name, last)
    },
    { capture: true },
  )
}

function isBrowserKey(event: KeyboardEvent): boolean {
  // The key belongs to an input method.
  if (event.isComposing || event.key === 'Process') return false
  if (browserKeys.has(event.key)) return true
  const command = event.ctrlKey || event.metaKey
  return (
    command && !event.altKey && event.key.length === 1 && !(editingKeys.has(event.key.toLowerCase()) && !event.shiftKey)
  )
}
