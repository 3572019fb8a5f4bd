import type { Translate } from '../checks/finding-sentence.ts'
import type { UnreadPart } from './sound-part.ts'

/** What of the ledger of a file could not be read: nothing of it at all, or these parts. */
export type LedgerLoss = 'all' | readonly UnreadPart[]

/** So many are named; a database that somebody has rewritten may hold thousands. */
const mostNamed = 5

/** “用电量”整行；“税收收入”2024 年的数。 */
export function unreadWords(parts: readonly UnreadPart[], t: Translate): string {
  const named = parts.slice(0, mostNamed).map(({ what, indicator, row, year }) => {
    const name = indicator === '' ? t('ledger:unread.nameless', { row }) : t('ledger:unread.named', { indicator })
    return t(`ledger:unread.${what}`, { name, year: year ?? '?' })
  })
  const items = named.join(t('ledger:unread.separator'))
  const more = parts.length - named.length
  return more > 0 ? t('ledger:unread.itemsAndMore', { items, count: more }) : t('ledger:unread.items', { items })
}
