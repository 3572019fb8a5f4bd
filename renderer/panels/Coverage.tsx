import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/window-context.ts'

/** 数字可核对 31 / 118: what the checks can say anything about; unfolded, what became of the others and why. */
export function Coverage(): ReactElement | null {
  const { t } = useTranslation()
  const coverage = useSession((session) => session.checking.result?.coverage)
  if (!coverage || coverage.quantities === 0) return null
  const { checkable, quantities, agreeing, doubtful, undecidable, reasons } = coverage
  return (
    <details className="coverage">
      <summary title={t('findings.coverageRule')} aria-description={t('findings.coverageMore')}>
        <span className="number">{t('findings.coverage', { checkable, quantities })}</span>
        <span className="meter" aria-hidden="true">
          <i style={{ width: `${(checkable / quantities) * 100}%` }} />
        </span>
      </summary>
      <p className="number">
        {t('findings.coverageStates', { agreeing, doubtful, undecidable, alone: quantities - checkable })}
      </p>
      <ul>
        {reasons.map(({ reason, count }) => (
          <li key={reason} className="number">
            {t('findings.coverageReason', { reason: t(`findings:unchecked.${reason}`), count })}
          </li>
        ))}
      </ul>
    </details>
  )
}
