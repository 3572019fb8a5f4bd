import type { Refusal } from './results.ts'

/** What was asked for: the sentence says first that it did not happen, then why and what to do. */
export type FailedAction = 'save' | 'open' | 'export' | 'print' | 'prior'

/** i18next's `t`, as far as it is needed here: a key with its namespace, and values. */
export type Translate = (key: string, values?: Record<string, string | number>) => string

/** 没有打开“名称”：这是旧版 Word 文件（.doc）。请先在 Word 或 WPS 中另存为 .docx，再打开。 */
export function failureSentence(t: Translate, action: FailedAction, refusal: Refusal, name = ''): string {
  return t(`documents:failed.${action}`, { why: refusalSentence(t, refusal), name })
}

/** 以只读方式打开：… */
export function readOnlySentence(t: Translate, refusal: Refusal): string {
  return t('documents:readOnly.sentence', { why: refusalSentence(t, refusal) })
}

/** Why, and what to do. */
export function refusalSentence(t: Translate, { reason, values }: Refusal): string {
  return t(`documents:refusal.${reason}`, values)
}
