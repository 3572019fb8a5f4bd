import { MenuItem, MenuItemCheckbox, MenuItemCheck } from '@ariakit/react/menu'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from './command.ts'
import { commandOf, keyOfCommand } from './commands.ts'
import { useController, useWindow } from './window-context.ts'

/** A command as a row of a menu: name, key, tick; one that cannot be used says why. */
export function CommandItem({ id }: { id: string }): ReactElement {
  const command = commandOf(id)
  const why = useWindow((state) => command.why?.(state))
  const checked = useWindow((state) => command.checked?.(state))
  const { t } = useTranslation()
  const controller = useController()
  const shared = {
    className: 'menu-item',
    disabled: why !== undefined,
    accessibleWhenDisabled: true,
    ...(why !== undefined && { title: t(`reason.${why}`) }),
    // The menu has given the focus back by then, so that a command may move it.
    onClick: () => void setTimeout(() => command.run(controller)),
  }
  const content = (
    <>
      <span className="menu-item-name">{t(`command.${id}`)}</span>
      <KeyOf command={command} />
    </>
  )
  if (checked === undefined) return <MenuItem {...shared}>{content}</MenuItem>
  return (
    <MenuItemCheckbox {...shared} name={id} checked={checked} hideOnClick>
      <MenuItemCheck className="menu-item-check" checked={checked} />
      {content}
    </MenuItemCheckbox>
  )
}

function KeyOf({ command }: { command: Command }): ReactElement | null {
  const key = useWindow((state) => keyOfCommand(command, state.settings.keys))
  return key === '' ? null : <kbd className="menu-item-key">{key}</kbd>
}
