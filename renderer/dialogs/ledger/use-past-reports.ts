import { useEffect, useRef, useState } from 'react'
import type { PastFiles, ReadingProgress } from '../../app/ledger-import.ts'
import { useController } from '../../app/window-context.ts'
import type { ReportChain } from '../../../shared/ledger/import-reports.ts'

/** What the dialog has read by now. */
export type PastReading =
  | { phase: 'choose'; failed: boolean }
  | { phase: 'reading'; progress: ReadingProgress | null }
  | { phase: 'read'; files: PastFiles; chain: ReportChain }

export interface PastReports {
  reading: PastReading
  choose: (kind: 'reports' | 'folder') => Promise<void>
  /** Reads the same files again, with years that somebody said. */
  withYear: (file: string, year: number) => Promise<void>
  stop: () => void
}

/** Files are read by the main program, figures are looked for in a worker: neither holds up the window. */
export function usePastReports(): PastReports {
  const { importing } = useController()
  const [reading, setReading] = useState<PastReading>({ phase: 'choose', failed: false })
  const running = useRef<AbortController>(null)
  const stop = (): void => running.current?.abort()
  useEffect(() => stop, [])

  const look = async (files: PastFiles, { signal }: AbortController): Promise<void> => {
    const count = files.reports.length
    setReading({ phase: 'reading', progress: { done: count, count, file: '' } })
    const chain = await importing.readChain(files.reports, signal)
    setReading(chain && !signal.aborted ? { phase: 'read', files, chain } : { phase: 'choose', failed: false })
  }

  const start = async (work: (control: AbortController) => Promise<void>): Promise<void> => {
    stop()
    const control = new AbortController()
    running.current = control
    try {
      await work(control)
    } catch {
      setReading({ phase: 'choose', failed: true })
    }
  }

  return {
    reading,
    stop,
    choose: (kind) =>
      start(async (control) => {
        const tell = (progress: ReadingProgress): void => setReading({ phase: 'reading', progress })
        setReading({ phase: 'reading', progress: null })
        const files = await importing.readPast(kind, tell, control.signal)
        if (files) await look(files, control)
        else setReading({ phase: 'choose', failed: false })
      }),
    withYear: (file, year) =>
      start(async (control) => {
        if (reading.phase !== 'read') return
        const reports = reading.files.reports.map((report) => (report.file === file ? { ...report, year } : report))
        await look({ ...reading.files, reports }, control)
      }),
  }
}
