import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../shared/desktop/results.ts'
import { refusalSentence } from '../app/refusals.ts'
import { useController } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

interface RefusedDialogProps {
  what: 'open' | 'export' | 'print' | 'version'
  name: string
  refusal: Refusal
}

export function RefusedDialog({ what, name, refusal }: RefusedDialogProps): ReactElement {
  const { t } = useTranslation()
  const { showDialog } = useController()
  const close = (): void => showDialog(null)
  return (
    <Dialog
      title={t(`refused.${what}`, { name })}
      className="dialog-small"
      onClose={close}
      buttons={
        <DialogButton primary first onClick={close}>
          {t('dialog.understood')}
        </DialogButton>
      }
    >
      <div className="dialog-body" tabIndex={0}>
        <p>{refusalSentence(t, refusal)}</p>
        {refusal.detail !== undefined && (
          <details className="banner-detail">
            <summary>{t('banner.detail')}</summary>
            {refusal.detail}
          </details>
        )}
      </div>
    </Dialog>
  )
}
