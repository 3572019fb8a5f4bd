import type { ReactElement } from 'react'
import { useStore } from './store.ts'
import { useController } from './window-context.ts'

export function LiveRegion(): ReactElement {
  const { polite, alert } = useStore(useController().announcer.store, (state) => state)
  return (
    <>
      <div className="unseen" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="unseen" role="alert">
        {alert}
      </div>
    </>
  )
}
