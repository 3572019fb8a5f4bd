import { Search } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureState, Ledger, LedgerPeriod } from '../../shared/ledger/ledger.ts'
import { countStates, type GridChoice } from './grid-model.ts'
import { StateShape } from './StateShape.tsx'

const states: readonly FigureState[] = ['awaited', 'reported', 'checked', 'confirmed']
const periods: readonly LedgerPeriod[] = ['year', 'half-year', 'first-quarter', 'three-quarters', 'term']

interface LedgerFiltersProps {
  ledger: Ledger
  /** The year whose states are counted. */
  newest: number
  choice: GridChoice
  onChange: (change: Partial<GridChoice>) => void
}

/** Words, period and state by which the rows are chosen. */
export function LedgerFilters({ ledger, newest, choice, onChange }: LedgerFiltersProps): ReactElement {
  const { t } = useTranslation()
  const counts = countStates(ledger, choice.period, newest)
  return (
    <div className="ledger-filters">
      <label className="ledger-search">
        <Search className="icon" aria-hidden="true" />
        <input
          className="input"
          value={choice.words}
          maxLength={60}
          placeholder={t('ledger:filter.words')}
          aria-label={t('ledger:filter.words')}
          onChange={(event) => onChange({ words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing || choice.words === '') return
            event.preventDefault()
            onChange({ words: '' })
          }}
        />
      </label>
      <select
        className="input ledger-period"
        aria-label={t('ledger:filter.period')}
        value={choice.period}
        onChange={(event) => onChange({ period: event.target.value as LedgerPeriod })}
      >
        {periods.map((period) => (
          <option key={period} value={period}>
            {t(`ledger:period.${period}`)}
          </option>
        ))}
      </select>
      <div className="filters" role="group" aria-label={t('ledger:filter.state')}>
        {(['all', ...states] as const).map((state) => (
          <button
            key={state}
            type="button"
            className="chip chip-filter"
            aria-pressed={choice.state === state}
            onClick={() => onChange({ state })}
          >
            {state !== 'all' && <StateShape state={state} />}
            {state === 'all' ? t('ledger:filter.all') : t(`ledger:state.${state}`)}
            <span className="number">{state === 'all' ? ledger.rows.length : counts[state]}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
