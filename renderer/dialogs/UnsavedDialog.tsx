import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWindow } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

export function UnsavedDialog({ answer }: { answer: (answer: 'save' | 'discard' | 'cancel') => void }): ReactElement {
  const { t } = useTranslation()
  const name = useWindow((state) => state.session?.name ?? '')
  return (
    <Dialog
      title={t('unsaved.title', { name })}
      className="dialog-small"
      onClose={() => answer('cancel')}
      buttons={
        <>
          <DialogButton onClick={() => answer('discard')}>{t('unsaved.discard')}</DialogButton>
          <DialogButton onClick={() => answer('cancel')}>{t('dialog.cancel')}</DialogButton>
          <DialogButton primary first onClick={() => answer('save')}>
            {t('unsaved.save')}
          </DialogButton>
        </>
      }
    >
      <p className="dialog-body">{t('unsaved.detail')}</p>
    </Dialog>
  )
}
