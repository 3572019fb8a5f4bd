import { createStore, type Store } from './store.ts'

export interface Announcement {
  polite: string
  alert: string
}

export interface Announcer {
  store: Store<Announcement>
  /** Read out when nothing more urgent waits. */
  say: (sentence: string) => void
  /** Interrupts: a failed save, a lost medium. */
  alarm: (sentence: string) => void
}

/** A screen reader that is given more than one sentence a second drops some of them. */
const pause = 1000

export function createAnnouncer(): Announcer {
  const store = createStore<Announcement>({ polite: '', alert: '' })
  const waiting: (keyof Announcement)[] = []
  const next: Announcement = { polite: '', alert: '' }
  let timer: ReturnType<typeof setTimeout> | undefined

  const speak = (): void => {
    const kind = waiting.includes('alert') ? 'alert' : waiting[0]
    if (!kind) {
      timer = undefined
      return
    }
    waiting.splice(waiting.indexOf(kind), 1)
    // The same sentence twice is read twice only when the text differs.
    store.set((state) => ({ ...state, [kind]: state[kind] === next[kind] ? `${next[kind]}\u00A0` : next[kind] }))
    timer = setTimeout(speak, pause)
  }
  const put = (kind: keyof Announcement, sentence: string): void => {
    next[kind] = sentence
    if (!waiting.includes(kind)) waiting.push(kind)
    if (timer === undefined) speak()
  }
  return { store, say: (sentence) => put('polite', sentence), alarm: (sentence) => put('alert', sentence) }
}
