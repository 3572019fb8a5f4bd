import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useSession } from '../app/window-context.ts'
import { isSound } from './CheckedInput.tsx'
import { Dialog, DialogButton } from './Dialog.tsx'
import { MetaFields, StageFields } from './MetaFields.tsx'

/** 报告信息: what checks and exports know of the report; of the text it fills only blanks that still wait. */
export function PropertiesDialog(): ReactElement {
  const { t } = useTranslation()
  const { changeMeta, showDialog } = useController()
  const stored = useSession((session) => session.report.meta)
  const [meta, setMeta] = useState(stored)
  const close = (): void => showDialog(null)
  const form = useRef<HTMLFormElement>(null)
  const submit = (): void => {
    if (!isSound(form.current)) return
    close()
    if (meta !== stored) changeMeta(meta)
  }
  return (
    <Dialog
      title={t('properties.title')}
      className="dialog-medium"
      onClose={close}
      hint={t('properties.hint')}
      buttons={
        <>
          <DialogButton onClick={close}>{t('dialog.cancel')}</DialogButton>
          <DialogButton primary onClick={submit}>
            {t('properties.submit')}
          </DialogButton>
        </>
      }
    >
      <form
        ref={form}
        noValidate
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <MetaFields meta={meta} onChange={setMeta} />
        <StageFields meta={meta} onChange={setMeta} />
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  )
}
