import type { Translate } from '../checks/finding-sentence.ts'
import type { RollChange } from './rolled-report.ts'

/** One line of the list of changes, for people; `lineOf` numbers the lines of the new text. */
export function changeSentence(change: RollChange, lineOf: (offset: number) => number, t: Translate): string {
  const { what, certain, reason, place } = change
  const values = {
    state: t(certain ? 'carry-over:cli.sure' : 'carry-over:cli.unsure'),
    where: t(`carry-over:where.${place.in}`, { line: place.in === 'text' ? lineOf(place.start) : 0 }),
    what: t(`carry-over:what.${what}`),
    change: wordsOf(change, t),
  }
  if (reason === '') return t('carry-over:line', values)
  return t('carry-over:lineWithReason', { ...values, reason: t(`carry-over:reason.${reason}`) })
}

function wordsOf({ before, after, place }: RollChange, t: Translate): string {
  if (place.in === 'ledger' && before === '') {
    const { indicator, year } = place
    return t(after === '' ? 'carry-over:ledgerAwaited' : 'carry-over:ledgerAdded', { indicator, year, after })
  }
  if (before === after) return t('carry-over:kept', { before })
  if (before === '') return t('carry-over:added', { after })
  return t(after === '' ? 'carry-over:removed' : 'carry-over:replaced', { before, after })
}
