import { useState } from 'react'
import type { ExportResult } from '../../shared/desktop/results.ts'
import { defaultSettings } from '../../shared/desktop/settings.ts'
import type { PagePreset } from '../../shared/templates/templates.ts'
import { useController, useSession } from '../app/window-context.ts'

export type ExportJob = 'docx' | 'pdf' | 'xlsx' | 'print'

/** The layout of the standard stands before those of the house. */
export function usualFirst(presets: readonly PagePreset[]): PagePreset[] {
  const rank = ({ id }: PagePreset): number => (id === defaultSettings.preset ? 0 : 1)
  return [...presets].sort((a, b) => rank(a) - rank(b))
}

/** The layout that was chosen last. */
export function chosenPreset(presets: readonly PagePreset[], stored: string): PagePreset | undefined {
  return presets.find(({ id }) => id === stored) ?? usualFirst(presets)[0]
}

/** One export at a time; the dialog gives way to its result, and stays where the user thought better of it. */
export function useExport(): {
  job: ExportJob | null
  run: (job: ExportJob, work: () => Promise<ExportResult>) => Promise<void>
} {
  const controller = useController()
  const name = useSession((session) => session.name)
  const [job, setJob] = useState<ExportJob | null>(null)
  const run = async (what: ExportJob, work: () => Promise<ExportResult>): Promise<void> => {
    setJob(what)
    const result = await work()
    setJob(null)
    if (!result.exported) {
      const { exported: _, ...refusal } = result
      if (refusal.reason === 'cancelled') return
      controller.showDialog({ kind: 'refused', what: what === 'print' ? 'print' : 'export', name, refusal })
    } else if (what === 'print') controller.showDialog(null)
    else {
      const { path, notices, proof } = result
      controller.showDialog({ kind: 'exported', path, notices, ...(proof && { proof }) })
    }
  }
  return { job, run }
}
