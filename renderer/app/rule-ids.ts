import { rules } from '../../shared/checks/rules/index.ts'

/** In the order of the panel. */
export const ruleIds: readonly string[] = rules.map(({ id }) => id)
