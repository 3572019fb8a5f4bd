import { X } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useSession } from '../app/window-context.ts'

/** The earlier reports that the figures are compared with, newest first. */
export function PriorList(): ReactElement | null {
  const { t } = useTranslation()
  const { opening } = useController()
  const prior = useSession((session) => session.prior)
  // Known once a check has seen the report: until then nothing is said of it.
  const compared = useSession((session) => (session.checking.running ? undefined : session.checking.result?.compared))
  if (prior.length === 0) return null
  return (
    <ul className="prior-list" aria-label={t('findings.prior')}>
      {prior.map(({ name }) => (
        <li key={name}>
          <span className="prior-name" title={name}>
            {t('findings.priorName', { name })}
          </span>
          {compared && !compared.includes(name) && (
            <span className="prior-unused" title={t('findings.priorUnusedWhy')}>
              {t('findings.priorUnused')}
            </span>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={t('findings.removePrior', { name })}
            title={t('findings.removePrior', { name })}
            onClick={() => opening.removePrior(name)}
          >
            <X className="icon" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
