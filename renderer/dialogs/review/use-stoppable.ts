import { useEffect, useRef, useState } from 'react'

export interface Stoppable {
  running: boolean
  /** The last work broke off. */
  failed: boolean
  /** Carries one work out; an earlier one is stopped. */
  run: (work: (stopped: AbortSignal) => Promise<void>) => void
  stop: () => void
}

/** Work that a dialog waits for, and that ends with it. */
export function useStoppable(): Stoppable {
  const [state, setState] = useState<'idle' | 'running' | 'failed'>('idle')
  const current = useRef<AbortController>(null)
  const stop = (): void => current.current?.abort()
  useEffect(() => () => current.current?.abort(), [])
  return {
    running: state === 'running',
    failed: state === 'failed',
    stop() {
      stop()
      setState('idle')
    },
    run(work) {
      stop()
      const control = new AbortController()
      current.current = control
      setState('running')
      const settle = (to: 'idle' | 'failed') => () => {
        if (current.current === control) setState(control.signal.aborted ? 'idle' : to)
      }
      void work(control.signal).then(settle('idle'), settle('failed'))
    },
  }
}
