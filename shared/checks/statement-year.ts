import type { Statement } from '../indicators/statement.ts'

const planSections = new Set(['guidance', 'targets', 'tasks'])

/**
 * The year of a statement counted from the year of the report: 0 for the plan, −1 for the review. A target of the plan whose
 * sentence names the year before has a slip in its year (a matter of year-of-section), not another period; a report that
 * names no year at all still has its review before its plan. A linked figure has the year of its link and no other.
 */
export function relativeYear(
  { year, role, section, linked }: Pick<Statement, 'year' | 'role' | 'section' | 'linked'>,
  reportYear: number | null,
): number | null {
  const planned = !linked && role === 'target' && section !== null && planSections.has(section)
  if (year !== null && reportYear !== null) return planned && year === reportYear - 1 ? 0 : year - reportYear
  if (year !== null) return null
  if (planned) return 0
  return section === 'review' && role !== 'target' && role !== 'prior' ? -1 : null
}
