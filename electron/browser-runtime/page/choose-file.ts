import type { FileRequest } from '../file-request.ts'
import type { FolderEntry, FolderListing } from '../list-folder.ts'
import { chooserStyle } from './chooser-style.ts'
import { element } from './element.ts'
import { EntryList } from './entry-list.ts'
import { withCount, withName, wordsOfPage } from './words.ts'

type ReadFolder = (path: string) => Promise<FolderListing>

/** Draws the file dialog over the page; the chosen paths, or null when it was cancelled. */
export async function chooseFile(request: FileRequest, readFolder: ReadFolder): Promise<string[] | null> {
  const chooser = new Chooser(request, readFolder)
  return chooser.ask()
}

class Chooser {
  readonly #request: FileRequest
  readonly #readFolder: ReadFolder
  readonly #words = wordsOfPage()
  readonly #host = element('div')
  readonly #dialog = element('dialog')
  readonly #where = element('output', { ariaLabel: this.#words.folder })
  readonly #places = element('nav', { ariaLabel: this.#words.places })
  readonly #name = element('input', { id: 'name', autocomplete: 'off', spellcheck: false })
  readonly #kind = element('select', { ariaLabel: this.#words.kind })
  readonly #message = element('div', { className: 'message', role: 'status' })
  readonly #list: EntryList
  #listing: FolderListing | undefined
  #done: (paths: string[] | null) => void = () => undefined

  constructor(request: FileRequest, readFolder: ReadFolder) {
    this.#request = request
    this.#readFolder = readFolder
    this.#list = new EntryList(this.#words, {
      several: request.choose === 'files',
      picked: (entry) => this.#picked(entry),
      entered: (entry) => void this.#entered(entry),
      up: () => void this.#up(),
    })
  }

  async ask(): Promise<string[] | null> {
    const before = document.activeElement
    this.#build()
    await this.#go(this.#request.folder)
    const answer = new Promise<string[] | null>((resolve) => {
      this.#done = resolve
    })
    this.#dialog.showModal()
    this.#start()
    const paths = await answer
    this.#host.remove()
    if (before instanceof HTMLElement) before.focus()
    return paths
  }

  #build(): void {
    const { save, choose, title, buttonLabel, name, filters } = this.#request
    const words = this.#words
    this.#name.value = name
    filters.forEach((filter, index) => this.#kind.append(element('option', { value: String(index) }, filter.name)))
    this.#kind.onchange = () => this.#show()
    const verb = buttonLabel || (save ? words.save : choose === 'folder' ? words.takeFolder : words.open)
    this.#kind.hidden = filters.length === 0
    this.#dialog.append(
      element('h2', { id: 'title' }, title || verb),
      element(
        'div',
        { className: 'way' },
        button(words.up, () => void this.#up()),
        this.#where,
      ),
      this.#places,
      this.#list.root,
      element(
        'form',
        { className: 'foot', onsubmit: (event: Event) => this.#submitted(event) },
        this.#message,
        element('label', { htmlFor: 'name' }, words.name),
        this.#name,
        this.#kind,
        button(words.cancel, () => this.#done(null)),
        element('button', { className: 'primary', type: 'submit' }, verb),
      ),
    )
    this.#dialog.setAttribute('aria-labelledby', 'title')
    this.#dialog.oncancel = () => this.#done(null)
    const root = this.#host.attachShadow({ mode: 'open' })
    const style = new CSSStyleSheet()
    style.replaceSync(chooserStyle)
    root.adoptedStyleSheets = [style]
    root.append(this.#dialog)
    if (isDark()) this.#host.dataset['dark'] = ''
    // Keys typed here are not commands of the window.
    for (const kind of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input'] as const) {
      this.#host.addEventListener(kind, (event) => event.stopPropagation())
    }
    document.body.append(this.#host)
  }

  #start(): void {
    if (!this.#request.save) {
      // With none marked it is the folder shown that is chosen.
      if (this.#request.choose === 'folder') this.#list.root.focus()
      else this.#list.focus()
      return
    }
    this.#name.focus()
    const stem = this.#name.value.lastIndexOf('.')
    this.#name.setSelectionRange(0, stem > 0 ? stem : this.#name.value.length)
  }

  async #go(path: string): Promise<void> {
    this.#listing = await this.#readFolder(path)
    this.#say('')
    this.#show()
  }

  #show(): void {
    const listing = this.#listing
    if (!listing) return
    this.#where.value = listing.path
    this.#places.replaceChildren(
      ...listing.places.map(({ kind, name, path }) => {
        const label = kind === 'medium' ? name : this.#words[kind]
        return button(label, () => void this.#go(path))
      }),
    )
    const { choose } = this.#request
    const extensions = this.#request.filters[Number(this.#kind.value)]?.extensions ?? ['*']
    const shown = listing.entries.filter(
      (entry) => entry.folder || (choose !== 'folder' && fits(entry.name, extensions)),
    )
    const empty = choose === 'folder' ? this.#words.noFolders : this.#words.empty
    this.#list.show(shown, listing.unreadable ? this.#words.unreadable : empty)
  }

  #picked(entry: FolderEntry): void {
    const { length } = this.#list.marked()
    if (this.#request.choose === 'files') this.#say(length > 1 ? withCount(this.#words.several, length) : '')
    if (!entry.folder) this.#name.value = length > 1 ? '' : entry.name
    else if (this.#request.choose === 'folder') this.#name.value = ''
  }

  async #entered(entry: FolderEntry): Promise<void> {
    if (entry.folder) await this.#go(this.#path(entry.name))
    else this.#choose(entry.name)
  }

  async #up(): Promise<void> {
    const parent = this.#listing?.parent
    if (parent) await this.#go(parent)
  }

  #submitted(event: Event): void {
    event.preventDefault()
    const typed = this.#name.value.trim()
    const current = this.#list.current()
    const marked = this.#list.marked()
    if (typed === '' && marked.length > 1) {
      this.#done(marked.map(({ name }) => this.#path(name)))
      return
    }
    if (typed === '' && this.#request.choose === 'folder') {
      this.#done([current ? this.#path(current.name) : (this.#listing?.path ?? '')])
      return
    }
    if (typed === '') {
      if (current) void this.#entered(current)
      return
    }
    const isPath = typed.includes('/') || typed.includes('\\') || typed === '..'
    const entry = this.#listing?.entries.find(({ name }) => name === typed)
    if (entry?.folder) void this.#go(this.#path(typed))
    else if (isPath) void this.#typedPath(typed)
    else this.#choose(typed)
  }

  /** A typed path is a folder to go to, or a file in a folder that can be read. */
  async #typedPath(typed: string): Promise<void> {
    const absolute = /^([a-z]:)?[\\/]/i.test(typed) ? typed : this.#path(typed)
    const asFolder = await this.#readFolder(absolute)
    if (!asFolder.unreadable) {
      this.#name.value = ''
      return this.#go(absolute)
    }
    const cut = Math.max(absolute.lastIndexOf('/'), absolute.lastIndexOf('\\'))
    const name = absolute.slice(cut + 1)
    await this.#go(absolute.slice(0, cut) || '/')
    this.#name.value = name
    if (this.#listing?.unreadable === false) this.#choose(name)
  }

  #choose(name: string): void {
    const { save } = this.#request
    const full = save ? this.#withExtension(name) : name
    const exists = this.#listing?.entries.some((entry) => !entry.folder && entry.name === full) ?? false
    if (!save && !exists) this.#say(withName(this.#words.missing, name))
    else if (save && exists) this.#askToOverwrite(full)
    else this.#done([this.#path(full)])
  }

  #askToOverwrite(name: string): void {
    const overwrite = button(this.#words.overwrite, () => this.#done([this.#path(name)]))
    const keep = button(this.#words.keep, () => {
      this.#say('')
      this.#start()
    })
    this.#message.className = 'message question'
    this.#message.replaceChildren(element('span', {}, withName(this.#words.exists, name)), overwrite, keep)
    keep.focus()
  }

  #say(sentence: string): void {
    this.#message.className = 'message'
    this.#message.replaceChildren(sentence)
  }

  #withExtension(name: string): string {
    const extensions = this.#request.filters[Number(this.#kind.value)]?.extensions ?? ['*']
    return fits(name, extensions) ? name : `${name}.${extensions[0] ?? ''}`
  }

  #path(name: string): string {
    const { path = '', separator = '/' } = this.#listing ?? {}
    return path.endsWith(separator) ? `${path}${name}` : `${path}${separator}${name}`
  }
}

function fits(name: string, extensions: readonly string[]): boolean {
  return extensions.some((extension) => extension === '*' || name.toLowerCase().endsWith(`.${extension.toLowerCase()}`))
}

function button(label: string, onclick: () => void): HTMLButtonElement {
  return element('button', { type: 'button', onclick }, label)
}

/** The page's theme may differ from the system's. */
function isDark(): boolean {
  const theme = document.documentElement.dataset['theme']
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}
