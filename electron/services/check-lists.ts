import { noChoices, noNames, type CheckInput } from '../../shared/checks/rule.ts'
import type { Templates } from '../../shared/templates/templates.ts'

/** What a check reads a report by; the report itself, its year and place and the earlier reports come beside it. */
export type CheckLists = Omit<CheckInput, 'text' | 'year' | 'place' | 'prior' | 'ledger' | 'links'>

/** The delivered lists, without what a workspace adds: no known names, every rule on. */
export function deliveredLists({ indicators, formulations, usage, terms }: Templates): CheckLists {
  return { indicators, formulations, usage, terms, names: noNames, ...noChoices }
}
