import type { ReactElement } from 'react'
import type { PledgeState, Verdict } from '../../../shared/carry-over/accounts.ts'

type Shape = Verdict | PledgeState | 'dropped'

/** Told apart without colour: tick in a ring, triangle, diamond, half ring, dashed ring, ring with a bar. The words stand beside it. */
export function VerdictShape({ shape }: { shape: Shape }): ReactElement {
  return (
    <svg className={`shape verdict-${shape}`} viewBox="0 0 16 16" aria-hidden="true">
      {paths[shape]}
    </svg>
  )
}

const tick = (
  <>
    <circle className="shape-line" cx="8" cy="8" r="5.5" />
    <path className="shape-line" d="m5.5 8.2 1.8 1.8 3.2-3.6" />
  </>
)
const diamond = (
  <>
    <path className="shape-line" d="M8 2 14 8l-6 6-6-6z" />
    <path className="shape-line shape-dot" d="M8 8h.01" />
  </>
)
const dashed = <circle className="shape-line shape-dashed" cx="8" cy="8" r="5.5" />

const paths: Record<Shape, ReactElement> = {
  reached: tick,
  done: tick,
  missed: <path className="shape-line" d="M2 4h12L8 13.5z" />,
  undecidable: diamond,
  mentioned: diamond,
  partly: (
    <>
      <circle className="shape-line" cx="8" cy="8" r="5.5" />
      <path className="shape-solid" d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
    </>
  ),
  unmentioned: dashed,
  dropped: (
    <>
      <circle className="shape-line" cx="8" cy="8" r="5.5" />
      <path className="shape-line" d="M5 8h6" />
    </>
  ),
}
