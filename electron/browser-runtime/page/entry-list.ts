import type { FolderEntry } from '../list-folder.ts'
import { element } from './element.ts'
import type { Words } from './words.ts'

interface Listeners {
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
  #typed = { letters: '', at: 0 }

  constructor(words: Words, listeners: Listeners) {
    this.#listeners = listeners
    this.root = element('div', {
      className: 'list',
      role: 'listbox',
      tabIndex: 0,
      ariaLabel: words.list,
      onkeydown: (event: KeyboardEvent) => this.#key(event),
    })
  }

  show(entries: FolderEntry[], emptySentence: string): void {
    this.#entries = entries
    this.#current = -1
    const rows = entries.map((entry, index) => this.#row(entry, index))
    this.root.replaceChildren(...(rows.length > 0 ? rows : [element('p', { className: 'note' }, emptySentence)]))
    this.root.removeAttribute('aria-activedescendant')
    this.root.scrollTop = 0
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
        onclick: () => this.#select(index),
        ondblclick: () => this.#listeners.entered(entry),
      },
      icon(entry.folder),
      element('span', {}, entry.name),
      element('span', { className: 'fact' }, entry.folder ? '' : shownSize(entry.size)),
      element('span', { className: 'fact' }, entry.modified),
    )
  }

  #select(index: number): void {
    const entry = this.#entries[index]
    if (!entry) return
    this.root.children[this.#current]?.setAttribute('aria-selected', 'false')
    this.#current = index
    const row = this.root.children[index]
    row?.setAttribute('aria-selected', 'true')
    row?.scrollIntoView({ block: 'nearest' })
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
    if (step !== undefined) this.#select(step)
    else if (event.key === 'Enter' && current) this.#listeners.entered(current)
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
