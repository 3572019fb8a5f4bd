import { Menu, MenuButton, MenuItem, MenuProvider, MenuSeparator } from '@ariakit/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/window-context.ts'
import { sectionKinds, type SectionState } from '../../shared/report/schema.ts'
import { moveSection } from '../editor/commands/move-section.ts'
import { setSectionKind, setSectionState } from '../editor/commands/set-section.ts'
import { placeAfterMove, type OutlineRow } from './outline-rows.ts'

export interface OutlineMenuPlace {
  row: OutlineRow
  x: number
  y: number
}

const states: readonly SectionState[] = ['draft', 'review', 'final']

interface OutlineMenuProps {
  place: OutlineMenuPlace
  rows: readonly OutlineRow[]
  onClose: () => void
}

/** State, section kind and place of one row. */
export function OutlineMenu({ place, rows, onClose }: OutlineMenuProps): ReactElement {
  const { t } = useTranslation()
  const editor = useSession((session) => session.editor)
  const readOnly = useSession((session) => session.readOnly !== null)
  const { node } = place.row
  const row = rows.indexOf(place.row)
  const move = (direction: 1 | -1): ReactElement => {
    const before = placeAfterMove(rows, row, direction)
    return (
      <MenuItem
        className="menu-item"
        disabled={readOnly || before === undefined}
        accessibleWhenDisabled
        onClick={() => {
          if (before !== undefined) moveSection(editor, node.start, node.end, before)
        }}
      >
        <span className="menu-item-name">
          {t(direction === 1 ? 'command.moveSectionDown' : 'command.moveSectionUp')}
        </span>
        <kbd className="menu-item-key">{direction === 1 ? 'Alt+Shift+Down' : 'Alt+Shift+Up'}</kbd>
      </MenuItem>
    )
  }
  const choice = (name: string, checked: boolean, disabled: boolean, choose: () => void): ReactElement => (
    <MenuItem
      key={name}
      className="menu-item"
      role="menuitemradio"
      aria-checked={checked}
      disabled={disabled}
      accessibleWhenDisabled
      onClick={() => {
        choose()
        onClose()
      }}
    >
      {checked && <Check className="icon menu-item-check" aria-hidden="true" />}
      <span className="menu-item-name">{t(name)}</span>
    </MenuItem>
  )
  return (
    <MenuProvider open setOpen={(open) => !open && onClose()}>
      <Menu className="menu" portal getAnchorRect={() => ({ x: place.x, y: place.y })} aria-label={t('outline.menu')}>
        {states.map((state) =>
          choice(`state.${state}`, node.state === state, readOnly || node.state === 'empty', () =>
            setSectionState(editor, node.index, state),
          ),
        )}
        <MenuSeparator className="menu-line" />
        <MenuProvider>
          <MenuButton className="menu-item" disabled={readOnly}>
            <span className="menu-item-name">{t('outline.kind')}</span>
            <ChevronRight className="icon" aria-hidden="true" />
          </MenuButton>
          <Menu className="menu" gutter={2} portal unmountOnHide>
            {sectionKinds.map((kind) =>
              choice(`section.${kind}`, node.kind === kind, false, () => setSectionKind(editor, node.index, kind)),
            )}
          </Menu>
        </MenuProvider>
        <MenuSeparator className="menu-line" />
        {move(-1)}
        {move(1)}
      </Menu>
    </MenuProvider>
  )
}
