import type { PriorReport } from '../../shared/desktop/prior-reports.ts'
import type { ReportMeta } from '../../shared/report/schema.ts'

export const wizardSteps = ['place', 'structure', 'prior'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** What was entered under 新建报告, kept while the user is asked about the report that is still open. */
export interface WizardDraft {
  id: string
  step: WizardStep
  meta: ReportMeta
  /** Id of the structure; null: the first that fits. */
  chosen: string | null
  /** Ids of sections that are left out. */
  left: ReadonlySet<string>
  prior: PriorReport | null
}
