import { useEffect, useState } from 'react'
import type { ReadFigures } from '../../app/ledger-sheets.ts'
import { useController } from '../../app/window-context.ts'

/** The figures of the report as it stands when the dialog opens. */
export function useReadFigures(): { read: ReadFigures | null; failed: boolean } {
  const { ledgerSheets } = useController()
  const [state, setState] = useState<{ read: ReadFigures | null; failed: boolean }>({ read: null, failed: false })
  useEffect(() => {
    const control = new AbortController()
    ledgerSheets.readFigures(control.signal).then(
      (read) => {
        if (read && !control.signal.aborted) setState({ read, failed: false })
      },
      () => setState({ read: null, failed: true }),
    )
    return () => control.abort()
  }, [ledgerSheets])
  return state
}
