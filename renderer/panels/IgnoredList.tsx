import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useController, useSession, useWindow } from '../app/window-context.ts'

/** 已忽略 n 项, folded: the words, why, who and when, and the way back. */
export function IgnoredList(): ReactElement | null {
  const { t } = useTranslation()
  const { checking } = useController()
  const ignored = useSession((session) => session.report.checks.ignored)
  const everywhere = useWindow((state) => state.lists.ignored)
  const readOnly = useSession((session) => session.readOnly !== null)
  const count = ignored.length + everywhere.length
  if (count === 0) return null
  return (
    <details className="ignored">
      <summary>{t('findings.ignored', { count })}</summary>
      <ul>
        {ignored.map((entry) => (
          <Entry
            key={entry.fingerprint}
            quote={entry.indicator ?? entry.quote}
            scope={entry.indicator === undefined ? '' : t('findings.ignoredInReport')}
            entry={entry}
            onRestore={readOnly ? undefined : () => checking.restore(entry.fingerprint)}
          />
        ))}
        {everywhere.map((entry) => (
          <Entry
            key={`${entry.rule}|${entry.indicator}`}
            quote={entry.indicator}
            scope={t('findings.ignoredEverywhere')}
            entry={entry}
            onRestore={() => checking.restoreIndicator(entry)}
          />
        ))}
      </ul>
    </details>
  )
}

interface EntryProps {
  quote: string
  scope: string
  entry: { rule: string; reason: string; by: string; at: string }
  onRestore: (() => void) | undefined
}

function Entry({ quote, scope, entry, onRestore }: EntryProps): ReactElement {
  const { t } = useTranslation()
  return (
    <li>
      <span className="grow">
        <span className="ignored-quote">{quote}</span>
        <small>
          {[t(`findings:rule.${entry.rule}`), scope, entry.reason, entry.by, entry.at.slice(0, 10)]
            .filter((part) => part !== '')
            .join(' · ')}
        </small>
      </span>
      {onRestore && (
        <button type="button" className="link" onClick={onRestore}>
          {t('findings.restore')}
        </button>
      )}
    </li>
  )
}
