import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { commandOf, keyOfCommand } from '../app/commands.ts'
import { useController, useWindow } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

const groups = [
  { name: 'file', ids: ['newReport', 'open', 'save', 'saveAs', 'export', 'print'] },
  { name: 'edit', ids: ['undo', 'redo', 'selectAll', 'find', 'replace', 'goTo', 'moveSectionUp', 'moveSectionDown'] },
  {
    name: 'insert',
    ids: ['bold', 'heading.1', 'heading.2', 'heading.3', 'heading.4', 'paragraph', 'pageBreak'],
  },
  { name: 'view', ids: ['toggleOutline', 'togglePanel', 'zoomIn', 'zoomOut', 'zoomFull', 'nextPane', 'previousPane'] },
  { name: 'tools', ids: ['proofread', 'nextFinding', 'previousFinding', 'count', 'commands', 'help'] },
] as const

/** F1: the way of the work in three lines, then every key. */
export function HelpDialog(): ReactElement {
  const { t } = useTranslation()
  const { showDialog } = useController()
  const keys = useWindow((state) => state.settings.keys)
  const close = (): void => showDialog(null)
  return (
    <Dialog
      title={t('help.title')}
      className="dialog-large"
      onClose={close}
      hint={t('help.hint')}
      buttons={
        <>
          <DialogButton onClick={() => showDialog({ kind: 'settings', page: 'keys' })}>
            {t('help.changeKeys')}
          </DialogButton>
          <DialogButton primary first onClick={close}>
            {t('dialog.close')}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body" tabIndex={0}>
        <ol className="help-steps">
          {(['write', 'check', 'hand'] as const).map((step) => (
            <li key={step}>
              <b>{t(`help.${step}`)}</b>
              <span>{t(`help.${step}Detail`)}</span>
            </li>
          ))}
        </ol>
        <div className="help-keys">
          {groups.map((group) => (
            <section key={group.name}>
              <h3>{t(`menu.${group.name}`)}</h3>
              <dl className="facts">
                {group.ids.map((id) => (
                  <div key={id}>
                    <dt>{t(`command.${id}`)}</dt>
                    <dd>
                      <kbd>{keyOfCommand(commandOf(id), keys)}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <section>
            <h3>{t('help.inText')}</h3>
            <dl className="facts">
              {(['tab', 'shiftTab', 'escape', 'contextMenu'] as const).map((key) => (
                <div key={key}>
                  <dt>{t(`help.${key}`)}</dt>
                  <dd>
                    <kbd>{textKeys[key]}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </div>
    </Dialog>
  )
}

const textKeys = { tab: 'Tab', shiftTab: 'Shift+Tab', escape: 'Esc, Tab', contextMenu: 'Shift+F10' }
