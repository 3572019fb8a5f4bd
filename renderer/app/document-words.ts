import type { TFunction } from 'i18next'
import type { Translate } from '../../shared/checks/finding-sentence.ts'
import type { Language } from '../../shared/locales/locales.ts'

/** Words that become part of a document: a report is Chinese, whatever the language of the window is. */
export function documentWords(t: TFunction, language: Language): Translate {
  const lng = language === 'zh-TW' ? 'zh-TW' : 'zh-CN'
  return (key, values) => t(key, { ...values, lng })
}
