import type { Finding } from './finding.ts'

/** What somebody decided about a finding: of these words and figures, or of an indicator whatever its figures. */
export interface SetAside {
  rule: string
  /** Absent where the decision is about an indicator in all reports. */
  fingerprint?: string
  indicator?: string
  reason: string
  by: string
  at: string
  /** The words it was decided for. */
  quote?: string
}

/** Finds the decision that sets a finding aside; the one about its own words goes before one about its indicator. */
export function findSetAside<Entry extends SetAside>(
  entries: readonly Entry[],
): (finding: Pick<Finding, 'rule' | 'fingerprint' | 'indicator'>) => Entry | undefined {
  const byWords = new Map(entries.map((entry) => [entry.fingerprint, entry]))
  const byIndicator = new Map(entries.map((entry) => [ruleAndIndicator(entry), entry]))
  return (finding) =>
    byWords.get(finding.fingerprint) ??
    (finding.indicator === undefined ? undefined : byIndicator.get(ruleAndIndicator(finding)))
}

function ruleAndIndicator({ rule, indicator }: { rule: string; indicator?: string }): string | undefined {
  return indicator === undefined ? undefined : `${rule}|${indicator}`
}
