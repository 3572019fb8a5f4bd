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
  /** Further files in the same folder. */
  others: readonly string[]
  notices: Notice[]
  proof: readonly ProofKind[] | undefined
}

/** Where the file is, and what its reader should know. */
export function ExportedDialog({ path, others, notices, proof }: ExportedDialogProps): ReactElement {
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
        {others.length === 0 ? (
          <p>
            <code>{path}</code>
          </p>
        ) : (
          <>
            <p>
              {t('exported.many', { count: others.length + 1 })} <code>{folderOf(path)}</code>
            </p>
            <ul className="bullet-list">
              {[path, ...others].map((one) => (
                <li key={one}>{one.slice(folderOf(one).length)}</li>
              ))}
            </ul>
          </>
        )}
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

/** With its last sign: 核数/. */
function folderOf(path: string): string {
  return path.replace(/[^/\\]*$/, '')
}
