/** A key with its modifiers as it is shown and stored: `Ctrl+Shift+E`, `F8`, `Alt+Shift+Up`. */
export function keyOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const name = nameOf(event)
  if (name === undefined) return ''
  const held = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
  ].filter((part) => part !== '')
  return [...held, name].join('+')
}

/** Keys that type or edit text must be left alone unless Ctrl, Alt or a function key is in them. */
export function isShortcut(key: string): boolean {
  return /^(?:Ctrl\+|Alt\+)/.test(key) || /(?:^|\+)F\d{1,2}$/.test(key)
}

/** Used up by input methods and window managers on common systems: never taken. */
export const reservedKeys: ReadonlySet<string> = new Set([
  'Ctrl+Space',
  'Ctrl+.',
  'Ctrl+Alt+L',
  'Alt+F4',
  'Ctrl+Alt+Delete',
])

/** Letters go by what they type, so that other layouts than QWERTY work; all else by its place on the keyboard. */
function nameOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  const letterOrDigit = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1]
  if (letterOrDigit !== undefined) return letterOrDigit
  if (/^F\d{1,2}$/.test(code)) return code
  return codeNames[code]
}

const codeNames: Record<string, string> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Enter',
  NumpadEnter: 'Enter',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Space: 'Space',
  Semicolon: ';',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Minus: '-',
  NumpadSubtract: '-',
  Equal: '=',
  NumpadAdd: '=',
  BracketLeft: '[',
  BracketRight: ']',
}
