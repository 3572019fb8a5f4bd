import type { TFunction } from 'i18next'
import type { FigurePlace } from '../../../shared/ledger/ledger.ts'

/** 2025年, 2026年目标, 2025年上半年. */
export function cellWords(t: TFunction<'ledger-import'>, { year, period, kind }: FigurePlace): string {
  return t('ledger-import:cell', {
    year,
    period: period === 'year' ? '' : t(`ledger:period.${period}`),
    kind: kind === 'target' ? t('ledger:kind.target') : '',
  }).trim()
}
