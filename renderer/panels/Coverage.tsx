import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/window-context.ts'

/** 数字可核对 31 / 118: what the checks can say anything about. */
export function Coverage(): ReactElement | null {
  const { t } = useTranslation()
  const coverage = useSession((session) => session.checking.result?.coverage)
  if (!coverage || coverage.quantities === 0) return null
  const { checkable, quantities } = coverage
  return (
    <div className="coverage" title={t('findings.coverageRule')}>
      <span className="number">{t('findings.coverage', { checkable, quantities })}</span>
      <span className="meter" aria-hidden="true">
        <i style={{ width: `${(checkable / quantities) * 100}%` }} />
      </span>
    </div>
  )
}
