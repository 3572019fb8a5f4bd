import type { Finding } from '../../shared/checks/finding.ts'
import type { CheckResult } from '../../shared/checks/check-report.ts'
import { findSetAside, type SetAside } from '../../shared/checks/set-aside.ts'
import type { IgnoredIndicator } from '../../shared/desktop/user-lists.ts'
import type { IgnoredFinding } from '../../shared/report/schema.ts'
import { isOpenBlank } from '../panels/finding-kinds.ts'
import type { WindowState } from './window-state.ts'

const none: Finding[] = []
let last:
  { result: CheckResult; ignored: IgnoredFinding[]; everywhere: IgnoredIndicator[]; shown: Finding[] } | undefined

/**
 * Findings that were set aside neither in the report nor in the workspace, in the order of the text, blanks of the template
 * behind all others; the same list until one of its sources changes.
 */
export function shownFindings({ session, lists }: Pick<WindowState, 'session' | 'lists'>): Finding[] {
  const result = session?.checking.result
  if (!result) return none
  const { ignored } = session.report.checks
  const everywhere = lists.ignored
  if (last?.result === result && last.ignored === ignored && last.everywhere === everywhere) return last.shown
  const setAside = findSetAside<SetAside>([...everywhere, ...ignored])
  const left = result.findings.filter((finding) => !setAside(finding))
  const shown = [...left.filter((finding) => !isOpenBlank(finding)), ...left.filter(isOpenBlank)]
  last = { result, ignored, everywhere, shown }
  return shown
}
