import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Severity } from '../../shared/checks/finding.ts'
import type { FigureState } from '../../shared/ledger/ledger.ts'
import type { OutlineNode } from '../../shared/report/outline.ts'

/** 有误 is an octagon, 请核对 a triangle, 提示 a ring: told apart without colour. */
export function SeverityShape({ severity, silent = false }: { severity: Severity; silent?: boolean }): ReactElement {
  const { t } = useTranslation('findings')
  const name = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`severity.${severity}`) }
  return (
    <svg className={`shape severity-${severity}`} viewBox="0 0 16 16" {...name}>
      {severityPaths[severity]}
    </svg>
  )
}

const severityPaths: Record<Severity, ReactElement> = {
  error: (
    <>
      <path className="shape-solid" d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z" />
      <path className="shape-cut" d="m5.5 5.5 5 5m0-5-5 5" />
    </>
  ),
  warning: (
    <>
      <path className="shape-solid shape-edge" d="M8 1.5 15.3 14.2H.7z" />
      <path className="shape-cut" d="M8 6v4M8 12.2v.01" />
    </>
  ),
  note: (
    <>
      <circle className="shape-line" cx="8" cy="8" r="6.4" />
      <path className="shape-line" d="M8 7.3v4M8 4.8v.01" />
    </>
  ),
}

/** 未写 dashed ring, 草稿 half, 待核 diamond, 定稿 tick. */
export function StateShape({ state }: { state: OutlineNode['state'] }): ReactElement {
  return (
    <svg className={`shape state-${state}`} viewBox="0 0 16 16" aria-hidden="true">
      {statePaths[state]}
    </svg>
  )
}

const statePaths: Record<OutlineNode['state'], ReactElement> = {
  empty: <circle className="shape-line shape-dashed" cx="8" cy="8" r="5.5" />,
  draft: (
    <>
      <circle className="shape-line" cx="8" cy="8" r="5.5" />
      <path className="shape-solid" d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
    </>
  ),
  review: (
    <>
      <path className="shape-line" d="M8 2 14 8l-6 6-6-6z" />
      <path className="shape-line shape-dot" d="M8 8h.01" />
    </>
  ),
  final: (
    <>
      <circle className="shape-solid" cx="8" cy="8" r="6.2" />
      <path className="shape-cut" d="m5.3 8.2 1.9 1.9 3.5-4" />
    </>
  ),
}

/** 待报 dashed ring, 已报 half, 已核 ring with a tick, 已确认 full tick. */
export function FigureStateShape({ state }: { state: FigureState }): ReactElement {
  return (
    <svg className={`shape ${state === 'confirmed' ? 'state-final' : ''}`} viewBox="0 0 16 16" aria-hidden="true">
      {figurePaths[state]}
    </svg>
  )
}

const figurePaths: Record<FigureState, ReactElement> = {
  awaited: statePaths.empty,
  reported: statePaths.draft,
  checked: (
    <>
      <circle className="shape-line" cx="8" cy="8" r="5.5" />
      <path className="shape-line" d="m5.5 8.2 1.8 1.8 3.2-3.6" />
    </>
  ),
  confirmed: statePaths.final,
}
