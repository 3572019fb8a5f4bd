import { readLines } from '../../shared/checks/read-report.ts'
import { findStatements } from '../../shared/indicators/find-statements.ts'
import { growthValue } from '../../shared/indicators/printed-growth.ts'
import type { Statement } from '../../shared/indicators/statement.ts'
import { findQuantities } from '../../shared/numbers/find-quantities.ts'
import type { SectionKind } from '../../shared/report/schema.ts'
import type { IndicatorEntry } from '../../shared/templates/templates.ts'

/** Statements of a few sentences that stand in one section of a town's report for 2026. */
export function statementsOf(
  text: string,
  indicators: readonly IndicatorEntry[],
  section: SectionKind | null = 'review',
): Statement[] {
  const lines = readLines(text).map((line) => ({ ...line, role: 'body' as const, section }))
  return findStatements({ text, lines, quantities: findQuantities(text), year: 2026, place: '青禾镇', indicators })
}

/** One statement in one line: 财政总收入 3260万元 +8.4同比% 2025 achieved. */
export function shown(statement: Statement, all: readonly Statement[]): string {
  const { value, valueMax, growthKind, growthBase, partOf } = statement
  const growth = growthValue(statement)
  return [
    statement.known ? statement.indicator : `「${statement.indicator}」`,
    value ? value.text.replace(/\s/g, '') + (valueMax ? `～${valueMax.text}` : '') : '',
    growth === null ? '' : `${growth.startsWith('-') ? '' : '+'}${growth}${growthKind ?? ''}`,
    growthBase === 'last-year' ? '' : `基期${growthBase}`,
    statement.bound === 'exact' || statement.bound === 'range' ? '' : statement.bound,
    statement.year === 2025 ? '' : (statement.year ?? '年份不明'),
    statement.period === 'year' ? '' : statement.period,
    statement.role === 'achieved' ? '' : statement.role,
    statement.provisional ? '预计' : '',
    statement.place === '' ? '' : `@${statement.place}`,
    partOf === undefined ? '' : `⊂${all[partOf]?.indicator ?? ''}`,
  ]
    .filter((word) => word !== '')
    .join(' ')
}
