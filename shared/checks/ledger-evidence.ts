import type { FigurePart } from '../ledger/figure-key.ts'
import { growthWords } from '../ledger/phrasing.ts'
import type { LedgerNumber } from '../ledger/ledger-reader.ts'
import type { LedgerEvidence } from './finding.ts'

/** 4126万元; of growth with its word: 增长12.1%. */
export function ledgerWords(number: LedgerNumber, part: FigurePart): string {
  const plain = number.value + (number.unit === '百分点' ? `个${number.unit}` : number.unit)
  return part === 'value' ? plain : (growthWords(number) ?? plain)
}

export function ledgerEvidence(number: LedgerNumber, part: FigurePart): LedgerEvidence {
  const { row, figure } = number
  const { year, kind, state, source } = figure
  return { indicator: row.indicator, year, kind, part, state, source, number: ledgerWords(number, part) }
}
