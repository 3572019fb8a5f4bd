import type { WindowController } from './controller.ts'
import type { WindowState } from './window-state.ts'

export interface Command {
  id: string
  /** Default key; the user's own stands in the settings. */
  key?: string
  /** A key that the browser answers to by itself: shown, never bound. */
  nativeKey?: string
  /** A second key that always works, as F5 beside Ctrl+G. */
  otherKey?: string
  /** Acts on the page's text: left to the field itself while the caret is in a field of a panel. */
  ofPage?: true
  /** Goes on while its key is held down. */
  repeats?: true
  run(controller: WindowController): void
  /** Why it cannot be used, as a key under `reason`; undefined when it can. */
  why?(state: WindowState): string | undefined
  /** For switches and choices. */
  checked?(state: WindowState): boolean
}
