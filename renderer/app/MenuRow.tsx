import { Menu, MenuButton, MenuProvider, MenuSeparator } from '@ariakit/react/menu'
import { Menubar } from '@ariakit/react/menubar'
import { ChevronRight, Search } from 'lucide-react'
import { useRef, type FocusEvent, type PointerEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandItem } from './CommandItem.tsx'
import { commandOf, keyOfCommand } from './commands.ts'
import { focusPage } from './give-back-focus.ts'
import { menus, type MenuEntry, type MenuList } from './menus.ts'
import { useController, useWindow } from './window-context.ts'

export function MenuRow(): ReactElement {
  const { t } = useTranslation()
  return (
    <header
      className="menu-row"
      data-pane="menu"
      onFocus={rememberOrigin}
      onPointerDown={rememberPointer}
      onBlur={forgetPointer}
    >
      <span className="mark" aria-hidden="true">
        {t('mark')}
      </span>
      <Menubar className="menu-bar" aria-label={t('menu.label')}>
        {menus.map((menu) => (
          <TopMenu key={menu.name} menu={menu} />
        ))}
      </Menubar>
      <DocumentTitle />
      <CommandBoxButton />
    </header>
  )
}

/** Leaves a note whether the focus came from the text: what a menu opens gives it back there, not to the menu. */
function rememberOrigin({ currentTarget, relatedTarget: from }: FocusEvent<HTMLElement>): void {
  if (!(from instanceof Element) || currentTarget.contains(from) || from.closest('[role="menu"]')) return
  currentTarget.dataset['from'] = from.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? ''
}

/** Whoever opened a menu with the mouse was never in the row with the keys. */
function rememberPointer({ currentTarget }: PointerEvent<HTMLElement>): void {
  currentTarget.dataset['by'] = 'pointer'
}

function forgetPointer({ currentTarget, relatedTarget: to }: FocusEvent<HTMLElement>): void {
  if (to instanceof Element && !currentTarget.contains(to) && !to.closest('[role="menu"]'))
    delete currentTarget.dataset['by']
}

function TopMenu({ menu }: { menu: MenuList }): ReactElement {
  const { t } = useTranslation()
  const { store } = useController()
  const escaped = useRef(false)
  return (
    <MenuProvider>
      <MenuButton className="menu-button">{t(`menu.${menu.name}`)}</MenuButton>
      <Menu
        className="menu"
        gutter={4}
        portal
        unmountOnHide
        hideOnEscape={() => (escaped.current = true)}
        autoFocusOnHide={(button) => {
          const isBack = escaped.current && button?.closest('[data-pane="menu"][data-by="pointer"][data-from="page"]')
          escaped.current = false
          if (!isBack) return true
          focusPage(store.get().session?.editor)
          return false
        }}
      >
        <Entries entries={menu.entries} />
      </Menu>
    </MenuProvider>
  )
}

function Entries({ entries }: { entries: readonly MenuEntry[] }): ReactElement {
  return (
    <>
      {entries.map((entry, index) => {
        if (entry === '-') return <MenuSeparator key={index} className="menu-line" />
        if (typeof entry === 'string') return <CommandItem key={entry} id={entry} />
        return <SubMenu key={entry.name} {...entry} />
      })}
    </>
  )
}

function SubMenu({ name, entries }: { name: string; entries: readonly string[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <MenuProvider>
      <MenuButton className="menu-item menu-item-parent">
        <span className="menu-item-name">{t(`menu.${name}`)}</span>
        <ChevronRight className="icon" aria-hidden="true" />
      </MenuButton>
      <Menu className="menu" gutter={2} portal unmountOnHide>
        <Entries entries={entries} />
      </Menu>
    </MenuProvider>
  )
}

function DocumentTitle(): ReactElement | null {
  const { t } = useTranslation()
  const controller = useController()
  const name = useWindow((state) => state.session?.name)
  const stage = useWindow((state) => state.session?.report.meta.stage)
  if (name === undefined) return <span className="document" />
  return (
    <div className="document">
      <span className="document-name" title={name}>
        {name}
      </span>
      {stage !== undefined && stage !== '' && (
        <button type="button" className="chip" onClick={() => commandOf('properties').run(controller)}>
          <span className="unseen">{t('menu.stage')}</span>
          {stage}
        </button>
      )}
    </div>
  )
}

function CommandBoxButton(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const command = commandOf('commands')
  const key = useWindow((state) => keyOfCommand(command, state.settings.keys))
  return (
    <button type="button" className="command-box" aria-keyshortcuts={key} onClick={() => command.run(controller)}>
      <Search className="icon" aria-hidden="true" />
      <span className="command-box-name">{t('menu.searchCommands')}</span>
      <kbd>{key}</kbd>
    </button>
  )
}
