import { readLines } from '../../shared/checks/read-report.ts'
import { readYear } from '../../shared/checks/read-year.ts'
import type { PriorReport } from '../../shared/desktop/prior-reports.ts'

/**
 * Puts a report among the earlier ones, newest first; those whose text names no year stand last. The same report again
 * takes the place of the one before; another year's report of the same name gets a name of its own.
 */
export function withPriorReport(prior: readonly PriorReport[], added: PriorReport): PriorReport[] {
  const year = yearOf(added.text)
  const others = prior.filter(({ name, text }) => name !== added.name || (text !== added.text && yearOf(text) !== year))
  const placed = { name: freeName(added.name, new Set(others.map(({ name }) => name))), text: added.text }
  return [placed, ...others]
    .map((report) => ({ report, year: yearOf(report.text) ?? -1 }))
    .sort((a, b) => b.year - a.year)
    .map(({ report }) => report)
}

function yearOf(text: string): number | null {
  return readYear(readLines(text))
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`
  return free
}
