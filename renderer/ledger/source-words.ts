import type { TFunction } from 'i18next'
import type { FigureContent } from '../../shared/ledger/ledger.ts'

/** 来源：财政所，已确认: who or which report, and how far it was checked. */
export function sourceWords(t: TFunction, { source, state }: Pick<FigureContent, 'source' | 'state'>): string {
  const from = [source.department, source.person, source.file].filter((part) => part !== '').join(' ')
  const word = t(`bound:state.${state}`)
  return from === '' ? word : t('bound:source.from', { from, state: word })
}
