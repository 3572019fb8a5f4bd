import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice } from '../../shared/desktop/results.ts'
import type { ProofKind } from '../../shared/word/clean/proof/proof-kinds.ts'
import { noticeSentence } from '../app/refusals.ts'
import { useController } from '../app/window-context.ts'
import { CleanProof } from './CleanProof.tsx'
import { Dialog, DialogButton } from './Dialog.tsx'

interface ExportedDialogProps {
  path: string
  notices: Notice[]
  proof: readonly ProofKind[] | undefined
}

/** Where the file is, and what its reader should know. */
export function ExportedDialog({ path, notices, proof }: ExportedDialogProps): ReactElement {
  const { t } = useTranslation()
  const { desktop, showDialog } = useController()
  const close = (): void => showDialog(null)
  return (
    <Dialog
      title={t('exported.title')}
      className="dialog-small"
      onClose={close}
      buttons={
        <>
          <DialogButton onClick={() => void desktop.showInFolder({ path })}>{t('exported.show')}</DialogButton>
          <DialogButton primary first onClick={close}>
            {t('dialog.close')}
          </DialogButton>
        </>
      }
    >
      <div className="dialog-body form" tabIndex={0}>
        <p>
          <code>{path}</code>
        </p>
        {proof && <CleanProof proof={proof} />}
        {notices.length > 0 && (
          <ul className="bullet-list">
            {notices.map((notice) => (
              <li key={notice.messageId}>{noticeSentence(t, notice)}</li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
