import type { ReportChain } from '../../shared/ledger/import-reports.ts'
import type { GivenReport } from '../../shared/ledger/proposal.ts'
import type { IndicatorEntry } from '../../shared/templates/templates.ts'

/** Past reports to be read for the ledger of a place. */
export interface ChainRequest {
  reports: GivenReport[]
  place: string | null
  indicators: IndicatorEntry[]
}

export type ChainAnswer = { chain: ReportChain } | { failed: string }
