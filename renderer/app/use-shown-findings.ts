import type { Finding } from '../../shared/checks/finding.ts'
import { shownFindings } from './shown-findings.ts'
import { useSession } from './window-context.ts'

export function useShownFindings(): readonly Finding[] {
  return useSession(shownFindings)
}
