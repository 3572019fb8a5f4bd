import { CircleCheck, CircleDashed, ListChecks, TriangleAlert } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { commandOf } from '../app/commands.ts'
import { useController, useSession } from '../app/window-context.ts'

/** `left`: findings of other kinds remain. A check that broke off, nothing checked yet, or nothing found: what it means and one way on. */
export function FindingsEmpty({ shown, left }: { shown: number; left: boolean }): ReactElement | null {
  const { t } = useTranslation()
  const controller = useController()
  const result = useSession((session) => session.checking.result)
  const failed = useSession((session) => session.checking.failed)
  const hasPrior = useSession((session) => session.prior.length > 0)
  if (failed) {
    return (
      <div className="empty" role="alert">
        <TriangleAlert className="empty-icon" aria-hidden="true" />
        <p className="empty-head">{t('findings.failed')}</p>
        <p>{t('findings.failedDetail')}</p>
        <button type="button" className="button" onClick={() => void controller.checking.check()}>
          {t('findings.again')}
        </button>
      </div>
    )
  }
  if (!result) {
    return (
      <div className="empty">
        <ListChecks className="empty-icon" aria-hidden="true" />
        <p>{t('findings.notChecked')}</p>
        <button type="button" className="button" onClick={() => commandOf('proofread').run(controller)}>
          {t('findings.start')}
        </button>
      </div>
    )
  }
  if (shown > 0) return null
  if (result.findings.length > 0) return <p className="empty">{t(left ? 'findings.noneShown' : 'findings.noneLeft')}</p>
  const { checkable, quantities } = result.coverage
  const rest = quantities - checkable
  const Icon = checkable > 0 ? CircleCheck : CircleDashed
  return (
    <div className="empty">
      <Icon className="empty-icon" aria-hidden="true" />
      <p className="empty-head">
        {t(checkable > 0 ? 'findings.agree' : 'findings.nothingToCheck', { count: checkable })}
      </p>
      {rest > 0 && <p>{t('findings.withoutPartner', { count: rest })}</p>}
      {rest > 0 && !hasPrior && (
        <button type="button" className="button" onClick={() => commandOf('addPrior').run(controller)}>
          {t('command.addPrior')}
        </button>
      )}
    </div>
  )
}
