import { useState, type KeyboardEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { commandOf, commands, keyOfCommand, keysOf } from '../app/commands.ts'
import { isShortcut, keyOf, reservedKeys } from '../app/keys.ts'
import { useController, useWindow } from '../app/window-context.ts'
import type { Settings } from '../../shared/desktop/settings.ts'
import { languages } from '../../shared/locales/locales.ts'
import { Dialog, DialogButton } from './Dialog.tsx'
import { Field, NumberInput, Segments, TextInput } from './fields.tsx'
import { CheckSettings } from './settings/CheckSettings.tsx'
import { ListSettings } from './settings/ListSettings.tsx'

const pages = ['general', 'checks', 'lists', 'keys'] as const
type Page = (typeof pages)[number]

/** Every change counts at once; 关闭 only closes. */
export function SettingsDialog({ page: first }: { page: Page }): ReactElement {
  const { t } = useTranslation()
  const { showDialog } = useController()
  const [page, setPage] = useState<Page>(first)
  const close = (): void => showDialog(null)
  return (
    <Dialog
      title={t('settings.title')}
      className="dialog-large settings"
      onClose={close}
      hint={t('settings.hint')}
      buttons={
        <DialogButton primary onClick={close}>
          {t('dialog.close')}
        </DialogButton>
      }
    >
      <div className="settings-body">
        <nav className="settings-pages" aria-label={t('settings.title')}>
          {pages.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === page ? 'page' : undefined}
              onClick={() => setPage(name)}
              {...(name === first && { 'data-first-focus': true })}
            >
              {t(`settings.${name}`)}
            </button>
          ))}
        </nav>
        <div className="dialog-body form">
          {page === 'general' && <GeneralSettings />}
          {page === 'checks' && <CheckSettings />}
          {page === 'lists' && <ListSettings />}
          {page === 'keys' && <KeySettings />}
        </div>
      </div>
    </Dialog>
  )
}

function GeneralSettings(): ReactElement {
  const { t } = useTranslation()
  const { changeSettings } = useController()
  const settings = useWindow((state) => state.settings)
  return (
    <>
      <Segments<Settings['language']>
        label={t('menu.language')}
        options={languages.map((value) => ({ value, name: t(`command.language.${value}`) }))}
        value={settings.language}
        onChange={(language) => changeSettings({ language })}
      />
      <Segments<Settings['theme']>
        label={t('menu.theme')}
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, name: t(`command.theme.${value}`) }))}
        value={settings.theme}
        onChange={(theme) => changeSettings({ theme })}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={settings.whitePage}
          onChange={(event) => changeSettings({ whitePage: event.target.checked })}
        />
        {t('command.whitePage')}
      </label>
      <div className="form-pair">
        <Field label={t('settings.userName')} hint={t('settings.userNameHint')}>
          {(id) => (
            <TextInput id={id} value={settings.userName} onChange={(userName) => changeSettings({ userName })} />
          )}
        </Field>
        <Field label={t('settings.speechRate')} hint={t('settings.speechRateHint')}>
          {(id) => (
            <NumberInput
              id={id}
              value={settings.speechRate}
              least={140}
              most={260}
              onChange={(rate) => {
                if (rate !== null) changeSettings({ speechRate: rate })
              }}
            />
          )}
        </Field>
      </div>
    </>
  )
}

function KeySettings(): ReactElement {
  const { t } = useTranslation()
  const { changeSettings } = useController()
  const own = useWindow((state) => state.settings.keys)
  const [problem, setProblem] = useState<{ id: string; sentence: string } | null>(null)

  const take = (id: string, event: KeyboardEvent): void => {
    const key = keyOf(event.nativeEvent)
    if (key === '' || ['Tab', 'Shift+Tab', 'Escape'].includes(event.key)) return
    event.preventDefault()
    if (event.key === 'Backspace' || event.key === 'Delete') {
      changeSettings({ keys: { ...own, [id]: '' } })
      setProblem(null)
      return
    }
    const holder = keysOf(own).get(key)
    if (!isShortcut(key) || reservedKeys.has(key)) {
      setProblem({ id, sentence: t('settings.keyReserved', { key }) })
    } else if (holder && holder.id !== id) {
      setProblem({ id, sentence: t('settings.keyTaken', { key, name: t(`command.${holder.id}`) }) })
    } else {
      changeSettings({ keys: { ...own, [id]: key } })
      setProblem(null)
    }
  }

  return (
    <>
      <p>{t('settings.keysClaim')}</p>
      <ul className="key-list">
        {commands.map(({ id }) => (
          <li key={id}>
            <span className="grow">
              {t(`command.${id}`)}
              {problem?.id === id && (
                <small className="field-problem" role="alert">
                  {problem.sentence}
                </small>
              )}
            </span>
            <input
              className="input key-input"
              readOnly
              value={keyOfCommand(commandOf(id), own)}
              placeholder={t('settings.noKey')}
              aria-label={t('settings.keyOf', { name: t(`command.${id}`) })}
              onKeyDown={(event) => take(id, event)}
            />
          </li>
        ))}
      </ul>
      <div>
        <button type="button" className="button" onClick={() => changeSettings({ keys: {} })}>
          {t('settings.resetKeys')}
        </button>
      </div>
    </>
  )
}
