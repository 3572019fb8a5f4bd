import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useGoToCard, useOpenConflicts } from './use-open-conflicts.ts'

/** Said wherever the final text is looked at or handed on while it holds what several wrote in place of each other. */
export function ConflictHint(): ReactElement | null {
  const { t } = useTranslation()
  const conflicts = useOpenConflicts()
  const goTo = useGoToCard()
  const [first] = conflicts
  if (!first) return null
  return (
    <p className="conflict-hint" role="note">
      <span className="grow">{t('merge:open.hint', { count: conflicts.length })}</span>
      <button type="button" className="link" onClick={() => goTo(first)}>
        {t('merge:open.choose')}
      </button>
    </p>
  )
}
