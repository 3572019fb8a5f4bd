import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

/** The file was changed by another program: neither version is lost. */
export function ConflictDialog(): ReactElement {
  const { t } = useTranslation()
  const { saving, showDialog } = useController()
  const close = (): void => showDialog(null)
  const save = (options: { as?: boolean; overwrite?: boolean }): void => {
    close()
    void saving.save(options)
  }
  return (
    <Dialog
      title={t('conflict.title')}
      className="dialog-small"
      onClose={close}
      buttons={
        <>
          <DialogButton onClick={close}>{t('dialog.cancel')}</DialogButton>
          <DialogButton onClick={() => save({ overwrite: true })}>{t('conflict.overwrite')}</DialogButton>
          <DialogButton primary first onClick={() => save({ as: true })}>
            {t('conflict.saveAs')}
          </DialogButton>
        </>
      }
    >
      <p className="dialog-body">{t('conflict.detail')}</p>
    </Dialog>
  )
}
