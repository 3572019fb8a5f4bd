import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useSession } from '../app/window-context.ts'

/** 已忽略 n 项, folded: the words, why, who and when, and the way back. */
export function IgnoredList(): ReactElement | null {
  const { t } = useTranslation()
  const { checking } = useController()
  const ignored = useSession((session) => session.report.checks.ignored)
  const readOnly = useSession((session) => session.readOnly !== null)
  if (ignored.length === 0) return null
  return (
    <details className="ignored">
      <summary>{t('findings.ignored', { count: ignored.length })}</summary>
      <ul>
        {ignored.map((entry) => (
          <li key={entry.fingerprint}>
            <span className="grow">
              <span className="ignored-quote">{entry.quote}</span>
              <small>
                {[t(`findings:rule.${entry.rule}`), entry.reason, entry.by, entry.at.slice(0, 10)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
            </span>
            {!readOnly && (
              <button type="button" className="link" onClick={() => checking.restore(entry.fingerprint)}>
                {t('findings.restore')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
