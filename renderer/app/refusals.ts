import type { TFunction } from 'i18next'
import type { Notice, Refusal } from '../../shared/desktop/results.ts'

/** What happened, what is safe, what to do. */
export function refusalSentence(t: TFunction, refusal: Refusal): string {
  return t(`documents:refusal.${refusal.reason}`, { ...refusal.values })
}

export function noticeSentence(t: TFunction, notice: Notice): string {
  return t(notice.messageId, { ...notice.values })
}
