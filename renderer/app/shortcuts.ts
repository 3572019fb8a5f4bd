import { keysOf } from './commands.ts'
import type { WindowController } from './controller.ts'
import { keyOf } from './keys.ts'

/**
 * Caught before the page and the browser see them (F7 would start caret browsing). Nothing is taken while an input method
 * composes, and nothing but help while a dialog is open.
 */
export function listenForKeys(controller: WindowController): () => void {
  const hear = (event: KeyboardEvent): void => {
    // `Process` is a key that an input method has used before a composition is reported.
    if (event.isComposing || event.key === 'Process' || event.defaultPrevented) return
    const key = keyOf(event)
    const state = controller.store.get()
    const command = keysOf(state.settings.keys).get(key)
    if (!command || document.querySelector('dialog[open]')) return
    if (command.ofPage && isField(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat && !command.repeats) return
    if (command.why?.(state) === undefined) command.run(controller)
  }
  window.addEventListener('keydown', hear, true)
  return () => window.removeEventListener('keydown', hear, true)
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  )
}
