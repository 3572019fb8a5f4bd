import type { Finding } from '../../../shared/checks/finding.ts'
import { isOpenBlank } from '../../panels/finding-kinds.ts'

/** What stands before a final copy beside figures that nobody has confirmed, in the order of its weight. */
export const matterNames = ['blanks', 'errors', 'links', 'carried'] as const
export type MatterName = (typeof matterNames)[number]

export interface OpenMatter {
  name: MatterName
  count: number
  /** Where the first of them stands. */
  first: Finding
}

/** Every finding is counted once: as a □, as a figure that is not what the ledger has, as last year's sentence, or as an error. */
export function openMatters(findings: readonly Finding[]): OpenMatter[] {
  return matterNames.flatMap((name) => {
    const own = findings.filter((finding) => nameOf(finding) === name)
    const first = own[0]
    return first ? [{ name, count: own.length, first }] : []
  })
}

function nameOf(finding: Finding): MatterName | undefined {
  if (isOpenBlank(finding) || finding.rule === 'leftover-in-note') return 'blanks'
  if (finding.rule === 'ledger-link') return 'links'
  if (finding.rule === 'carried-over') return 'carried'
  return finding.severity === 'error' ? 'errors' : undefined
}
