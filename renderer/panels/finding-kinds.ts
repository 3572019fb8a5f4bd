import type { Finding } from '../../shared/checks/finding.ts'
import { wordingRules } from '../app/rule-list.ts'

/** A □ that a template left to be filled in: counted like every finding, but listed together. */
export function isOpenBlank({ messageId, values }: Finding): boolean {
  return messageId === 'leftoverBlank' && String(values['words']).includes('□')
}

/** Figures against figures: another statistical basis may explain them, so setting one aside asks for the reason. */
export function isArithmetic({ formula, kind }: Finding): boolean {
  return formula !== undefined || arithmeticKinds.has(kind)
}

const arithmeticKinds: ReadonlySet<string> = new Set([
  'growth-arithmetic',
  'sum-of-parts',
  'same-indicator-different-value',
  'ledger-link',
])

/** The list of the workspace that keeps a finding's words from being questioned again. */
export function listFor({ rule, kind }: Finding): 'wordings' | 'places' | undefined {
  if (kind === 'punctuation') return undefined
  if (kind === 'entity-inconsistency') return 'places'
  return wordingRules.has(rule) ? 'wordings' : undefined
}
