import type { ReactElement } from 'react'
import type { FigureState } from '../../shared/ledger/ledger.ts'

/** 待报 dashed, 已报 half, 已核 ring with a tick, 已确认 full with a tick: told apart without colour. */
export function StateShape({ state }: { state: FigureState }): ReactElement {
  return (
    <svg className={`state-shape state-${state}`} width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      {state === 'awaited' && <circle className="line" cx="8" cy="8" r="6" strokeDasharray="3 2.3" />}
      {state === 'reported' && (
        <>
          <circle className="line" cx="8" cy="8" r="6" />
          <path className="fill" d="M8 2a6 6 0 0 1 0 12z" />
        </>
      )}
      {state === 'checked' && (
        <>
          <circle className="line" cx="8" cy="8" r="6" />
          <path className="line" d="M5.2 8.2l2 2 3.6-4" />
        </>
      )}
      {state === 'confirmed' && (
        <>
          <circle className="fill" cx="8" cy="8" r="6.7" />
          <path className="tick" d="M5.2 8.2l2 2 3.6-4" />
        </>
      )}
    </svg>
  )
}
