import { ChevronDown, ChevronUp } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, Severity } from '../../shared/checks/finding.ts'
import { commandOf, keyOfCommand } from '../app/commands.ts'
import { SeverityShape } from '../app/shapes.tsx'
import { useShownFindings } from '../app/use-shown-findings.ts'
import { useController, useWindow } from '../app/window-context.ts'
import { FindingList } from './FindingList.tsx'
import { FindingsEmpty } from './FindingsEmpty.tsx'
import { ConflictHint } from './ConflictHint.tsx'
import { Coverage } from './Coverage.tsx'
import { IgnoredList } from './IgnoredList.tsx'
import { severities } from './outline-rows.ts'

type Filter = Severity | 'all'

/** 问题: what the checks found, one card open, the others two lines each. */
export function Findings(): ReactElement {
  const findings = useShownFindings()
  const [filter, setFilter] = useState<Filter>('all')
  const shown = filter === 'all' ? findings : findings.filter(({ severity }) => severity === filter)
  return (
    <>
      <div className="panel-body">
        <div className="panel-summary">
          <Filters findings={findings} filter={filter} onChange={setFilter} />
          <Coverage />
          <ConflictHint />
        </div>
        <div className="findings">
          <FindingsEmpty shown={shown.length} left={findings.length > 0} />
          <FindingList findings={shown} />
          <IgnoredList />
        </div>
      </div>
      <PanelFoot />
    </>
  )
}

interface FiltersProps {
  findings: readonly Finding[]
  filter: Filter
  onChange: (filter: Filter) => void
}

function Filters({ findings, filter, onChange }: FiltersProps): ReactElement {
  const { t } = useTranslation()
  const chip = (value: Filter, count: number): ReactElement => (
    <button
      key={value}
      type="button"
      className="chip chip-filter"
      aria-pressed={filter === value}
      onClick={() => onChange(value)}
    >
      {value === 'all' ? t('findings.all') : <SeverityShape severity={value} silent />}
      {value !== 'all' && t(`findings:severity.${value}`)}
      <span className="number">{count}</span>
    </button>
  )
  return (
    <div className="filters" role="group" aria-label={t('findings.filter')}>
      {chip('all', findings.length)}
      {severities.map((severity) => chip(severity, findings.filter((finding) => finding.severity === severity).length))}
    </div>
  )
}

function PanelFoot(): ReactElement {
  const { t } = useTranslation()
  const controller = useController()
  const none = useShownFindings().length === 0
  const keys = useWindow((state) => state.settings.keys)
  const step = (id: string, icon: ReactElement | null): ReactElement => (
    <button
      type="button"
      className="button quiet"
      disabled={none}
      onClick={() => commandOf(id).run(controller)}
      aria-keyshortcuts={keyOfCommand(commandOf(id), keys)}
    >
      {icon}
      {t(`findings.${id}`)}
      <kbd>{keyOfCommand(commandOf(id), keys)}</kbd>
    </button>
  )
  return (
    <div className="panel-foot">
      {step('previousFinding', <ChevronUp className="icon" aria-hidden="true" />)}
      {step('nextFinding', <ChevronDown className="icon" aria-hidden="true" />)}
    </div>
  )
}
