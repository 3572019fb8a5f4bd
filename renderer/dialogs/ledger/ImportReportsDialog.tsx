import { FileText, FolderOpen } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingProgress } from '../../app/ledger-import.ts'
import { useController, useSession } from '../../app/window-context.ts'
import { Dialog, DialogButton } from '../Dialog.tsx'
import { ConfirmReports } from './ConfirmReports.tsx'
import { usePastReports } from './use-past-reports.ts'

/** 导入往年报告: choose, read, and look at what goes into the ledger before it does. */
export function ImportReportsDialog(): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { showDialog } = useController()
  const place = useSession((session) => session.report.meta.place)
  const { reading, choose, withYear, stop } = usePastReports()
  const close = (): void => {
    stop()
    showDialog(null)
  }
  if (reading.phase === 'read')
    return <ConfirmReports files={reading.files} chain={reading.chain} onYear={withYear} onClose={close} />
  return (
    <Dialog
      title={t('reports.title')}
      onClose={close}
      hint={t('reports.untouched')}
      buttons={
        reading.phase === 'reading' ? (
          <DialogButton first onClick={stop}>
            {t('reports.stop')}
          </DialogButton>
        ) : (
          <>
            <DialogButton onClick={() => void choose('folder')}>
              <FolderOpen className="icon" aria-hidden="true" />
              {t('reports.chooseFolder')}
            </DialogButton>
            <DialogButton primary first onClick={() => void choose('reports')}>
              <FileText className="icon" aria-hidden="true" />
              {t('reports.chooseFiles')}
            </DialogButton>
          </>
        )
      }
    >
      <div className="dialog-body form">
        <p>{place === '' ? t('reports.leadAnywhere') : t('reports.lead', { place })}</p>
        <p className="hint">{t('reports.formats')}</p>
        {reading.phase === 'reading' && <Progress progress={reading.progress} />}
        {reading.phase === 'choose' && reading.failed && (
          <p className="field-problem" role="alert">
            {t('reports.failed')}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function Progress({ progress }: { progress: ReadingProgress | null }): ReactElement {
  const { t } = useTranslation('ledger-import')
  const { done, count, file } = progress ?? { done: 0, count: 0, file: '' }
  const words = !progress
    ? t('reports.waiting')
    : done === count
      ? t('reports.looking')
      : t('reports.progress', { at: done + 1, count, file })
  return (
    <div className="reading" role="status">
      <span>{words}</span>
      <progress aria-label={words} max={Math.max(1, count)} {...(progress && { value: done })} />
    </div>
  )
}
