import { History } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { commandOf } from '../app/commands.ts'
import { useController, useSession, useWindow } from '../app/window-context.ts'
import { PriorList } from './PriorList.tsx'

/** 往年: the earlier reports that this one is held against. */
export function PriorYears(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const none = useSession((session) => session.prior.length === 0)
  const command = commandOf('addPrior')
  const reason = useWindow((state) => command.why?.(state))
  const add = (
    <button
      type="button"
      className="button"
      aria-disabled={reason !== undefined}
      {...(reason !== undefined && { title: t(`reason.${reason}`) })}
      onClick={() => {
        if (reason === undefined) command.run(controller)
      }}
    >
      {t('command.addPrior')}
    </button>
  )
  if (none) {
    return (
      <div className="panel-body">
        <div className="empty">
          <History className="empty-icon" aria-hidden="true" />
          <p>{t('panel.noPrior')}</p>
          {add}
        </div>
      </div>
    )
  }
  return (
    <>
      <div className="panel-body panel-scroll">
        <PriorList />
      </div>
      <div className="panel-foot">{add}</div>
    </>
  )
}
