import type { CheckResult } from '../../shared/checks/check-report.ts'
import type { CheckInput } from '../../shared/checks/rule.ts'

/** What seldom changes: each is sent once, because copying it into the worker costs more than checking a paragraph. */
export type CheckSetting = Pick<
  CheckInput,
  'indicators' | 'formulations' | 'usage' | 'terms' | 'names' | 'prior' | 'ledger'
>

/** What is sent for every check. */
export type CheckRequest = Omit<CheckInput, keyof CheckSetting>

/** `setting`: those of them that are others than before. */
export type ToWorker = { setting: Partial<CheckSetting> } | { request: CheckRequest }

export type FromWorker = { result: CheckResult } | { failed: string }
