import type { Finding } from '../../shared/checks/finding.ts'
import type { CheckResult } from '../../shared/checks/check-report.ts'
import type { IgnoredFinding } from '../../shared/report/schema.ts'
import { isOpenBlank } from '../panels/finding-kinds.ts'
import type { Session } from './window-state.ts'

const none: Finding[] = []
let last: { result: CheckResult; ignored: IgnoredFinding[]; shown: Finding[] } | undefined

/**
 * Findings that were not set aside, in the order of the text, blanks of the template behind all others; the same list
 * until one of its sources changes.
 */
export function shownFindings(session: Session): Finding[] {
  const { result } = session.checking
  if (!result) return none
  const { ignored } = session.report.checks
  if (last?.result === result && last.ignored === ignored) return last.shown
  const fingerprints = new Set(ignored.map(({ fingerprint }) => fingerprint))
  const left = result.findings.filter(({ fingerprint }) => !fingerprints.has(fingerprint))
  const shown = [...left.filter((finding) => !isOpenBlank(finding)), ...left.filter(isOpenBlank)]
  last = { result, ignored, shown }
  return shown
}
