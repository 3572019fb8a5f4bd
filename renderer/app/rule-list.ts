import type { Severity } from '../../shared/checks/finding.ts'
import { rules } from '../../shared/checks/rules/index.ts'

/** In the order of the panel. */
export const ruleList: readonly { id: string; severity: Severity }[] = rules

/** Rules whose findings are about words alone. */
export const wordingRules: ReadonlySet<string> = new Set(rules.filter((rule) => rule.aboutWording).map(({ id }) => id))
