import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { noticeSentence } from '../app/refusals.ts'
import { useController, useSession } from '../app/window-context.ts'
import { Dialog, DialogButton } from './Dialog.tsx'

/** What an import could not keep as it was. */
export function ImportedDialog(): ReactElement | null {
  const { t } = useTranslation()
  const { showDialog } = useController()
  const imported = useSession((session) => session.imported)
  const name = useSession((session) => session.report.meta.source?.name ?? session.name)
  if (!imported) return null
  const close = (): void => showDialog(null)
  const { revisions, comments, brokenLines, notices } = imported
  return (
    <Dialog
      title={t('imported.title', { name })}
      className="dialog-small"
      onClose={close}
      hint={t('imported.untouched')}
      buttons={
        <>
          {brokenLines > 0 && (
            <DialogButton onClick={() => showDialog({ kind: 'brokenLines' })}>{t('imported.showBroken')}</DialogButton>
          )}
          <DialogButton primary first onClick={close}>
            {t('dialog.understood')}
          </DialogButton>
        </>
      }
    >
      <ul className="dialog-body bullet-list" tabIndex={0}>
        {revisions > 0 && <li>{t('imported.revisions', { count: revisions })}</li>}
        {comments > 0 && <li>{t('imported.comments', { count: comments })}</li>}
        {brokenLines > 0 && <li>{t('imported.brokenLines', { count: brokenLines })}</li>}
        {notices.map((notice) => (
          <li key={notice.messageId}>{noticeSentence(t, notice)}</li>
        ))}
      </ul>
    </Dialog>
  )
}
