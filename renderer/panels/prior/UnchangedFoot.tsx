import { useEffect, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useSession } from '../../app/window-context.ts'

/** 有 n 句与去年完全相同 → 逐句查看, one after the other. */
export function UnchangedFoot({ count }: { count: number }): ReactElement {
  const { t } = useTranslation()
  const { priorYears } = useController()
  const selected = useSession((session) => session.priorYears.selected)
  const result = useSession((session) => session.priorYears.result)
  const here = selected?.list === 'unchanged' ? Number(selected.row) : null
  const current = here === null ? undefined : result?.unchanged[here]
  const begin = useRef<HTMLButtonElement>(null)
  const isStepping = current !== undefined
  const was = useRef(isStepping)
  useEffect(() => {
    // The buttons that had the focus are gone.
    if (was.current && !isStepping && document.activeElement === document.body) begin.current?.focus()
    was.current = isStepping
  }, [isStepping])
  if (here === null || !current) {
    return (
      <div className="panel-foot prior-foot">
        <span className="grow">
          {t(count === 0 ? 'carry-over:unchanged.none' : 'carry-over:unchanged.count', { count })}
        </span>
        {count > 0 && (
          <button type="button" className="link" ref={begin} onClick={() => priorYears.stepUnchanged(1)}>
            {t('carry-over:unchanged.step')}
          </button>
        )}
      </div>
    )
  }
  return (
    <div
      className="panel-foot prior-foot"
      role="group"
      aria-label={t('carry-over:unchanged.count', { count })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        priorYears.select(null)
      }}
    >
      <span className="grow">
        {t('carry-over:unchanged.position', { number: here + 1, count })}
        {current.flagged && <small>{t('carry-over:unchanged.flagged')}</small>}
      </span>
      <button type="button" className="link" onClick={() => priorYears.showOriginal(current.last)}>
        {t('carry-over:panel.showInOriginal')}
      </button>
      <button type="button" className="button" onClick={() => priorYears.stepUnchanged(-1)}>
        {t('carry-over:unchanged.previous')}
      </button>
      <button type="button" className="button" autoFocus onClick={() => priorYears.stepUnchanged(1)}>
        {t('carry-over:unchanged.next')}
      </button>
      <button type="button" className="link" onClick={() => priorYears.select(null)}>
        {t('carry-over:unchanged.end')}
      </button>
    </div>
  )
}
