import { Menu, MenuButton, MenuItem, MenuProvider, MenuSeparator } from '@ariakit/react/menu'
import { ArrowLeft, ChevronDown, ClipboardPaste, Ellipsis, FileCheck2, FileInput, Plus, Upload } from 'lucide-react'
import { memo, type ComponentType, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureColumn } from '../../shared/ledger/paste-block.ts'
import { CommandItem } from '../app/CommandItem.tsx'
import { commandOf } from '../app/commands.ts'
import { useController, useWindow } from '../app/window-context.ts'

interface LedgerToolsProps {
  readOnly: boolean
  onAdd: () => void
  /** Columns that can be added. */
  years: readonly FigureColumn[]
  /** Added by hand, and empty. */
  emptyYears: readonly FigureColumn[]
  onYear: (change: 'addColumn' | 'removeColumn', column: FigureColumn) => void
}

/** What can be done with the ledger as a whole. */
export const LedgerTools = memo(function LedgerTools(props: LedgerToolsProps): ReactElement {
  const { readOnly, onAdd, years, emptyYears, onYear } = props
  const { t } = useTranslation()
  const { showView, showDialog } = useController()
  return (
    <div className="ledger-tools" role="group" aria-label={t('ledger:tools.label')}>
      <button type="button" className="button quiet" onClick={() => showView('page')}>
        <ArrowLeft className="icon" aria-hidden="true" />
        {t('ledger:view.back')}
        <kbd>Esc</kbd>
      </button>
      <i className="toolbar-line" />
      <Tool id="importReports" name={t('ledger-import:tools.reports')} icon={FileInput} />
      <button
        type="button"
        className="button quiet"
        disabled={readOnly}
        onClick={() => showDialog({ kind: 'importTable', paste: true })}
      >
        <ClipboardPaste className="icon" aria-hidden="true" />
        {t('ledger-import:tools.paste')}
      </button>
      <MenuProvider>
        <MenuButton className="button quiet">
          <Upload className="icon" aria-hidden="true" />
          {t('ledger-import:export.menu')}
          <ChevronDown className="icon" aria-hidden="true" />
        </MenuButton>
        <Menu className="menu" gutter={4} portal unmountOnHide>
          <CommandItem id="exportLedgerXlsx" />
          <CommandItem id="exportLedgerCsv" />
        </Menu>
      </MenuProvider>
      <i className="toolbar-line" />
      <Tool id="makeSignOff" name={t('ledger-import:tools.signOff')} icon={FileCheck2} />
      <button type="button" className="button quiet" disabled={readOnly} onClick={onAdd}>
        <Plus className="icon" aria-hidden="true" />
        {t('ledger:tools.add')}
      </button>
      <MenuProvider>
        <MenuButton className="button quiet" disabled={readOnly}>
          {t('ledger:tools.addYear')}
          <ChevronDown className="icon" aria-hidden="true" />
        </MenuButton>
        <Menu className="menu" gutter={4} portal unmountOnHide>
          {years.map((column) => (
            <MenuItem
              key={`${column.kind}-${column.year}`}
              className="menu-item"
              onClick={() => onYear('addColumn', column)}
            >
              {t(`ledger:tools.year.${column.kind}`, { year: column.year })}
            </MenuItem>
          ))}
          {emptyYears.length > 0 && <MenuSeparator className="menu-line" />}
          {emptyYears.map((column) => (
            <MenuItem
              key={`${column.kind}-${column.year}`}
              className="menu-item"
              onClick={() => onYear('removeColumn', column)}
            >
              {t('ledger:tools.dropYear', { column: t(`ledger:tools.year.${column.kind}`, { year: column.year }) })}
            </MenuItem>
          ))}
        </Menu>
      </MenuProvider>
      <MenuProvider>
        <MenuButton className="icon-button" aria-label={t('ledger-import:tools.more')}>
          <Ellipsis className="icon" aria-hidden="true" />
        </MenuButton>
        <Menu className="menu" gutter={4} portal unmountOnHide>
          <CommandItem id="importTable" />
          <CommandItem id="readSignOff" />
          <CommandItem id="finalCheck" />
        </Menu>
      </MenuProvider>
    </div>
  )
})

interface ToolProps {
  id: string
  name: string
  icon: ComponentType<{ className?: string }>
}

function Tool({ id, name, icon: Icon }: ToolProps): ReactElement {
  const controller = useController()
  const command = commandOf(id)
  const why = useWindow((state) => command.why?.(state))
  return (
    <button type="button" className="button quiet" disabled={why !== undefined} onClick={() => command.run(controller)}>
      <Icon className="icon" aria-hidden="true" />
      {name}
    </button>
  )
}
