import type { Key } from 'slate-dom'
import type { ReportEditor } from './slate-types.ts'

/** How often each line was built anew because the screen had come to differ from the value; part of its React key. */
interface Remounts {
  counts: Map<Key, number>
  listeners: Set<() => void>
}

const stores = new WeakMap<ReportEditor, Remounts>()

export function remountLine(editor: ReportEditor, key: Key): void {
  const store = storeOf(editor)
  store.counts.set(key, (store.counts.get(key) ?? 0) + 1)
  for (const listener of store.listeners) listener()
}

export function remountCount(editor: ReportEditor, key: Key): number {
  return storeOf(editor).counts.get(key) ?? 0
}

export function onRemount(editor: ReportEditor, listener: () => void): () => void {
  const { listeners } = storeOf(editor)
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function storeOf(editor: ReportEditor): Remounts {
  let store = stores.get(editor)
  if (!store) {
    store = { counts: new Map(), listeners: new Set() }
    stores.set(editor, store)
  }
  return store
}
