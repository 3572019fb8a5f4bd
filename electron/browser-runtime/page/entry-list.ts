import type { FolderEntry } from '../list-folder.ts'
import { element } from './element.ts'
import type { Words } from './words.ts'

interface Listeners {
  /** Ctrl+click, Shift+click, space and Ctrl+A mark more than one file. */
  several?: boolean
  picked(entry: FolderEntry): void
  entered(entry: FolderEntry): void
  up(): void
}

/** Typed letters belong to one word while they follow each other within this many milliseconds. */
const wordPause = 800

/** The list of files: arrows, Home, End, typed letters, Enter, Backspace for the parent folder. */
export class EntryList {
  readonly root: HTMLElement
  readonly #listeners: Listeners
  #entries: FolderEntry[] = []
  #current = -1
  #marked = new Set<number>()
  #typed = { letters: '', at: 0 }

  constructor(words: Words, listeners: Listeners) {
    this.#listeners = listeners
    this.root = element('div', {
      className: 'list',
      role: 'listbox',
      tabIndex: 0,
      ariaLabel: words.list,
      'aria-multiselectable': String(listeners.several ?? false),
      onkeydown: (event: KeyboardEvent) => this.#key(event),
    })
  }

  show(entries: FolderEntry[], emptySentence: string): void {
    this.#entries = entries
    this.#current = -1
    this.#marked.clear()
    const rows = entries.map((entry, index) => this.#row(entry, index))
    this.root.replaceChildren(...(rows.length > 0 ? rows : [element('p', { className: 'note' }, emptySentence)]))
    this.root.removeAttribute('aria-activedescendant')
    this.root.scrollTop = 0
  }

  /** The files that are marked, folders aside. */
  marked(): FolderEntry[] {
    return this.#entries.filter(({ folder }, index) => !folder && this.#marked.has(index))
  }

  current(): FolderEntry | undefined {
    return this.#entries[this.#current]
  }

  focus(): void {
    this.root.focus()
    if (this.#current < 0) this.#select(0)
  }

  #row(entry: FolderEntry, index: number): HTMLElement {
    return element(
      'div',
      {
        className: 'entry',
        role: 'option',
        id: `entry-${index}`,
        'aria-selected': 'false',
        onclick: (event: MouseEvent) => this.#clicked(index, event),
        ondblclick: () => this.#listeners.entered(entry),
      },
      icon(entry.folder),
      element('span', {}, entry.name),
      element('span', { className: 'fact' }, entry.folder ? '' : shownSize(entry.size)),
      element('span', { className: 'fact' }, entry.modified),
    )
  }

  #clicked(index: number, event: MouseEvent): void {
    if (!this.#listeners.several || !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      this.#select(index)
      return
    }
    const from = event.shiftKey ? Math.min(this.#current, index) : index
    const to = event.shiftKey ? Math.max(this.#current, index) : index
    const taken = new Set(this.#marked)
    for (let at = Math.max(0, from); at <= to; at++) {
      if (event.shiftKey || !taken.delete(at)) taken.add(at)
    }
    this.#mark(index, taken)
  }

  #select(index: number): void {
    this.#mark(index, new Set([index]))
  }

  #mark(index: number, marked: Set<number>): void {
    const entry = this.#entries[index]
    if (!entry) return
    this.#marked = marked
    this.#current = index
    Array.from(this.root.children).forEach((row, at) => row.setAttribute('aria-selected', String(marked.has(at))))
    this.root.children[index]?.scrollIntoView({ block: 'nearest' })
    this.root.setAttribute('aria-activedescendant', `entry-${index}`)
    this.#listeners.picked(entry)
  }

  #key(event: KeyboardEvent): void {
    const last = this.#entries.length - 1
    const steps: Record<string, number> = {
      ArrowDown: Math.min(this.#current + 1, last),
      ArrowUp: Math.max(this.#current - 1, 0),
      Home: 0,
      End: last,
    }
    const step = steps[event.key]
    const current = this.current()
    const { several = false } = this.#listeners
    if (step !== undefined) {
      if (several && event.shiftKey) this.#mark(step, new Set([...this.#marked, step]))
      else this.#select(step)
    } else if (several && event.key === ' ' && this.#current >= 0) {
      const marked = new Set(this.#marked)
      if (!marked.delete(this.#current)) marked.add(this.#current)
      this.#mark(this.#current, marked)
    } else if (several && event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      this.#mark(Math.max(0, this.#current), new Set(this.#entries.keys()))
    } else if (event.key === 'Enter' && current) this.#listeners.entered(current)
    else if (event.key === 'Backspace') this.#listeners.up()
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) this.#seek(event.key, event.timeStamp)
    else return
    event.preventDefault()
  }

  #seek(letter: string, at: number): void {
    const letters = (at - this.#typed.at < wordPause ? this.#typed.letters : '') + letter.toLowerCase()
    this.#typed = { letters, at }
    const found = this.#entries.findIndex((entry) => entry.name.toLowerCase().startsWith(letters))
    if (found >= 0) this.#select(found)
  }
}

function shownSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

const paths = {
  folder: 'M1.5 4.5v8h13v-7h-7l-1.5-2h-4.5z',
  file: 'M3.5 1.5h6l3 3v10h-9z M9.5 1.5v3h3',
}

function icon(folder: boolean): SVGElement {
  const name = 'http://www.w3.org/2000/svg'
  const picture = document.createElementNS(name, 'svg')
  picture.setAttribute('viewBox', '0 0 16 16')
  picture.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(name, 'path')
  path.setAttribute('d', folder ? paths.folder : paths.file)
  picture.append(path)
  return picture
}
