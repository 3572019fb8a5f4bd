import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

/** Asked once: whose name stands on the revisions and comments. */
export function ReviewerDialog({ then, purpose }: { then: () => void; purpose: 'comments' | undefined }): ReactElement {
  const { t } = useTranslation()
  const { changeSettings, showDialog } = useController()
  const [name, setName] = useState('')
  const given = name.trim()
  const words = purpose === 'comments' ? 'comments:reviewer' : 'review:reviewer'
  const submit = (): void => {
    if (given === '') return
    changeSettings({ userName: given })
    showDialog(null)
    then()
  }
  return (
    <Dialog
      title={t(`${words}.title`)}
      className="dialog-small"
      onClose={() => showDialog(null)}
      hint={t(`${words}.hint`)}
      buttons={
        <>
          <DialogButton onClick={() => showDialog(null)}>{t('dialog.cancel')}</DialogButton>
          <DialogButton primary disabled={given === ''} onClick={submit}>
            {t(`${words}.submit`)}
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
