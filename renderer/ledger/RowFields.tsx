import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowChange } from '../../shared/ledger/edit-ledger.ts'
import type { Basis, LedgerRow } from '../../shared/ledger/ledger.ts'
import { useController, useSession } from '../app/window-context.ts'
import { ChangedText } from './ChangedText.tsx'

const prices: readonly Basis['prices'][] = ['', 'nominal', 'real']

/** What holds for all years of an indicator. */
export function RowFields({ row }: { row: LedgerRow }): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const readOnly = useSession((session) => session.readOnly !== null)
  const change = (changes: RowChange): void =>
    void controller.ledger.edit([{ edit: 'changeRow', indicator: row.indicator, change: changes }], row.indicator)
  return (
    <section className="drawer-part">
      <h4>{t('ledger:row.title')}</h4>
      {(['unit', 'group', 'department'] as const).map((key) => (
        <label key={key} className="drawer-line">
          <span>{t(`ledger:column.${key}`)}</span>
          <ChangedText
            value={row[key]}
            readOnly={readOnly}
            onChange={(text) => change({ [key]: text.slice(0, key === 'unit' ? 20 : 40) })}
          />
        </label>
      ))}
      <label className="drawer-line">
        <span>{t('ledger:row.scope')}</span>
        <ChangedText
          value={row.basis.scope}
          readOnly={readOnly}
          onChange={(scope) => change({ basis: { ...row.basis, scope } })}
        />
      </label>
      <label className="drawer-line">
        <span>{t('ledger:row.prices')}</span>
        <select
          className="input"
          value={row.basis.prices}
          disabled={readOnly}
          onChange={(event) => change({ basis: { ...row.basis, prices: event.target.value as Basis['prices'] } })}
        >
          {prices.map((one) => (
            <option key={one} value={one}>
              {t(`ledger:prices.${one === '' ? 'none' : one}`)}
            </option>
          ))}
        </select>
      </label>
      {row.formerly.length > 0 && (
        <p className="drawer-small">{t('ledger:row.formerly', { names: row.formerly.join('、') })}</p>
      )}
      <button
        type="button"
        className="button quiet"
        disabled={readOnly}
        onClick={() => controller.ledger.edit([{ edit: 'removeRow', indicator: row.indicator }], row.indicator)}
      >
        {t('ledger:row.remove')}
      </button>
    </section>
  )
}
