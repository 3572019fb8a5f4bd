import { createStore, type Store } from './store.ts'

export interface Announcement {
  polite: string
  alert: string
  /** The sentence in the status bar; empty most of the time. */
  shown: string
}

type Voice = 'polite' | 'alert'

export interface Announcer {
  store: Store<Announcement>
  /** Read out when nothing more urgent waits. */
  say: (sentence: string) => void
  /** What came of an action that changes nothing in view: read out, and shown in the status bar for some seconds. */
  tell: (sentence: string) => void
  /** Interrupts: a failed save, a lost medium. */
  alarm: (sentence: string) => void
}

/** A screen reader that is given more than one sentence a second drops some of them. */
const pause = 1000

/** Milliseconds that a sentence stays in the status bar: time to look there and read it. */
const shownFor = 6000

export function createAnnouncer(): Announcer {
  const store = createStore<Announcement>({ polite: '', alert: '', shown: '' })
  const waiting: Voice[] = []
  const next: Record<Voice, string> = { polite: '', alert: '' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let hiding: ReturnType<typeof setTimeout> | undefined

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
  const put = (kind: Voice, sentence: string): void => {
    next[kind] = sentence
    if (!waiting.includes(kind)) waiting.push(kind)
    if (timer === undefined) speak()
  }
  const show = (shown: string): void => store.set((state) => ({ ...state, shown }))
  return {
    store,
    say: (sentence) => put('polite', sentence),
    tell(sentence) {
      put('polite', sentence)
      show(sentence)
      clearTimeout(hiding)
      hiding = setTimeout(() => show(''), shownFor)
    },
    alarm: (sentence) => put('alert', sentence),
  }
}
