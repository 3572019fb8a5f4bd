import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Severity } from '../../../shared/checks/finding.ts'
import { ruleList } from '../../app/rule-list.ts'
import { useController, useWindow } from '../../app/window-context.ts'

const severities: readonly Severity[] = ['error', 'warning', 'note']

/** Every rule: on or off, and how much its findings weigh here. */
export function CheckSettings(): ReactElement {
  const { t } = useTranslation()
  const { changeSettings } = useController()
  const off = useWindow((state) => state.settings.rulesOff)
  return (
    <fieldset className="choices">
      <legend>{t('settings.rules')}</legend>
      {ruleList.map(({ id, severity }) => (
        <div key={id} className="rule-setting">
          <label className="choice choice-large grow">
            <input
              type="checkbox"
              checked={!off.includes(id)}
              onChange={(event) =>
                changeSettings({ rulesOff: event.target.checked ? off.filter((rule) => rule !== id) : [...off, id] })
              }
            />
            <span>
              <b>{t(`findings:rule.${id}`)}</b>
              <small>{t(`findings:why.${id}`)}</small>
            </span>
          </label>
          <SeverityChoice id={id} own={severity} disabled={off.includes(id)} />
        </div>
      ))}
    </fieldset>
  )
}

function SeverityChoice({ id, own, disabled }: { id: string; own: Severity; disabled: boolean }): ReactElement {
  const { t } = useTranslation()
  const { changeSettings } = useController()
  const chosen = useWindow((state) => state.settings.severities)
  const choose = (severity: Severity): void => {
    const { [id]: _, ...others } = chosen
    changeSettings({ severities: severity === own ? others : { ...others, [id]: severity } })
  }
  return (
    <select
      className="input input-severity"
      aria-label={t('settings.severityOf', { name: t(`findings:rule.${id}`) })}
      value={chosen[id] ?? own}
      disabled={disabled}
      onChange={(event) => choose(severities.find((one) => one === event.target.value) ?? own)}
    >
      {severities.map((severity) => (
        <option key={severity} value={severity}>
          {t(`findings:severity.${severity}`)}
          {severity === own ? t('settings.asDelivered') : ''}
        </option>
      ))}
    </select>
  )
}
