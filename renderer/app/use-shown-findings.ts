import type { Finding } from '../../shared/checks/finding.ts'
import { shownFindings } from './shown-findings.ts'
import { useWindow } from './window-context.ts'

export function useShownFindings(): readonly Finding[] {
  return useWindow(shownFindings)
}
