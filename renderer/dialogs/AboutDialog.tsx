import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useWindow } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

export function AboutDialog(): ReactElement {
  const { t } = useTranslation()
  const { showDialog } = useController()
  const version = useWindow((state) => state.startUp.version)
  const asOf = useWindow((state) => state.formulations.list.asOf)
  const runtime = useWindow((state) => state.startUp.runtime)
  const close = (): void => showDialog(null)
  return (
    <Dialog
      title={t('about.title')}
      className="dialog-small"
      onClose={close}
      buttons={
        <DialogButton primary first onClick={close}>
          {t('dialog.close')}
        </DialogButton>
      }
    >
      <div className="dialog-body form" tabIndex={0}>
        <p>
          <b>{t('product')}</b> {version} · {t(`about.${runtime}`)}
        </p>
        <p>{t('start.claim')}</p>
        <p>{t('about.formulations', { asOf })}</p>
        <h3>{t('about.fonts')}</h3>
        <p>{t('about.fontsDetail')}</p>
        <h3>{t('about.licences')}</h3>
        <p>{t('about.licencesDetail')}</p>
      </div>
    </Dialog>
  )
}
