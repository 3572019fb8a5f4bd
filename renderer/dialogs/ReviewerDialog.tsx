import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

/** Asked once: whose name stands on the revisions. */
export function ReviewerDialog({ then }: { then: () => void }): ReactElement {
  const { t } = useTranslation()
  const { changeSettings, showDialog } = useController()
  const [name, setName] = useState('')
  const given = name.trim()
  const submit = (): void => {
    if (given === '') return
    changeSettings({ userName: given })
    showDialog(null)
    then()
  }
  return (
    <Dialog
      title={t('review:reviewer.title')}
      className="dialog-small"
      onClose={() => showDialog(null)}
      hint={t('review:reviewer.hint')}
      buttons={
        <>
          <DialogButton onClick={() => showDialog(null)}>{t('dialog.cancel')}</DialogButton>
          <DialogButton primary disabled={given === ''} onClick={submit}>
            {t('review:reviewer.submit')}
          </DialogButton>
        </>
      }
    >
      <form
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <label className="field">
          <span>{t('review:reviewer.name')}</span>
          <input
            className="input"
            value={name}
            maxLength={100}
            data-first-focus
            onChange={(event) => setName(event.target.value)}
          />
        </label>
      </form>
    </Dialog>
  )
}
