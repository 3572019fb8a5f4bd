import type { Translate } from '../checks/finding-sentence.ts'
import { unreadWords, type LedgerLoss } from '../ledger/unread-words.ts'

/** What last year's ledger has lost, what is safe and what to do. */
export function ledgerLossSentence(name: string, loss: LedgerLoss, t: Translate): string {
  if (loss === 'all') return t('carry-over:ledgerLost', { name })
  return t('carry-over:ledgerPartLost', { name, count: loss.length, items: unreadWords(loss, t) })
}
