import type { Session } from './window-state.ts'

/** The year the report is given in; one that names none plans the year behind the last results of the ledger. */
export function reportYear({ report, ledger }: Pick<Session, 'report' | 'ledger'>): number {
  const years = ledger.rows.flatMap(({ figures }) =>
    figures.flatMap(({ kind, year }) => (kind === 'result' ? year : [])),
  )
  return report.meta.year ?? (years.length > 0 ? Math.max(...years) + 1 : 2000)
}
