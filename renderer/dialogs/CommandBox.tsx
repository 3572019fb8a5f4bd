import { Search } from 'lucide-react'
import { Fragment, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { PlainText } from '../../shared/report/plain-text.ts'
import { giveBackFocus } from '../app/give-back-focus.ts'
import { commands, keyOfCommand } from '../app/commands.ts'
import type { WindowController } from '../app/controller.ts'
import { jumpToBlock } from '../editor/commands/jump-to.ts'
import { useController, useWindow } from '../app/window-context.ts'
import type { WindowState } from '../app/window-state.ts'

interface Entry {
  id: string
  group: 'commands' | 'paragraphs'
  name: string
  note: string
  run: () => void
}

const mostParagraphs = 40

/** Ctrl+Shift+P: every command and every paragraph by a few of its words. */
export function CommandBox({ scope }: { scope: 'all' | 'paragraphs' }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const state = useWindow((current) => current)
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const entries = useMemo(
    () => [
      ...(scope === 'all' ? commandEntries(t, controller, state, query) : []),
      ...paragraphEntries(controller, state, query, scope),
    ],
    [t, controller, state, query, scope],
  )

  useEffect(() => {
    const element = dialog.current
    const opener = document.activeElement
    element?.showModal()
    input.current?.focus()
    return () => {
      element?.close()
      giveBackFocus(opener, controller.store.get().session?.editor)
    }
  }, [controller])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, query])

  const close = (): void => controller.showDialog(null)
  const choose = (entry: Entry | undefined): void => {
    close()
    // The focus is back where it was before the command runs.
    if (entry) setTimeout(entry.run)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setActive((active + step + entries.length) % Math.max(1, entries.length))
    else if (event.key === 'Enter') choose(entries[active])
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      className="dialog command-list"
      aria-label={t(scope === 'all' ? 'menu.searchCommands' : 'command.goTo')}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) close()
      }}
    >
      <div className="command-query">
        <Search className="icon" aria-hidden="true" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={entries[active] ? `${listId}-${active}` : undefined}
          aria-label={t(scope === 'all' ? 'menu.searchCommands' : 'command.goTo')}
          placeholder={t(scope === 'all' ? 'menu.searchCommands' : 'commandBox.paragraph')}
          value={query}
          ref={input}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {entries.length === 0 && <p className="command-none">{t('commandBox.none', { query })}</p>}
      <ul id={listId} role="listbox" ref={list} aria-label={t('commandBox.results')}>
        {entries.map((entry, index) => (
          <Fragment key={entry.id}>
            {entries[index - 1]?.group !== entry.group && (
              <li role="presentation" className="command-group">
                {t(`commandBox.${entry.group}`)}
              </li>
            )}
            <li
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              onPointerMove={() => setActive(index)}
              onClick={() => choose(entry)}
            >
              <span className="command-name">{entry.name}</span>
              <kbd>{entry.note}</kbd>
            </li>
          </Fragment>
        ))}
      </ul>
    </dialog>
  )
}

function commandEntries(t: TFunction, controller: WindowController, state: WindowState, query: string): Entry[] {
  const wanted = query.trim().toLowerCase()
  return commands
    .filter((command) => command.id !== 'commands' && command.why?.(state) === undefined)
    .map((command) => ({
      id: command.id,
      group: 'commands' as const,
      name: t(`command.${command.id}`),
      note: keyOfCommand(command, state.settings.keys),
      run: () => command.run(controller),
    }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
}

function paragraphEntries(
  { store }: WindowController,
  { session }: WindowState,
  query: string,
  scope: 'all' | 'paragraphs',
): Entry[] {
  const wanted = query.trim()
  if (!session || (wanted === '' && scope === 'all')) return []
  const { plain } = session.reading
  const found = plain.lines.filter(({ start, end }) => end > start && plain.text.slice(start, end).includes(wanted))
  return found.slice(0, mostParagraphs).map((line) => ({
    id: `line-${line.start}`,
    group: 'paragraphs' as const,
    name: excerpt(plain, line.start, line.end, wanted),
    note: '',
    run() {
      const open = store.get().session
      if (open) jumpToBlock(open.editor, line.path[0] ?? 0)
    },
  }))
}

/** Longest piece of a paragraph that is shown, with the words looked for in it. */
const longestExcerpt = 48

function excerpt({ text }: PlainText, start: number, end: number, wanted: string): string {
  const line = text.slice(start, end)
  const at = Math.max(0, line.indexOf(wanted))
  const from = at > longestExcerpt / 2 ? at - 12 : 0
  const cut = line.slice(from, from + longestExcerpt)
  return `${from > 0 ? '…' : ''}${cut}${from + longestExcerpt < line.length ? '…' : ''}`
}
